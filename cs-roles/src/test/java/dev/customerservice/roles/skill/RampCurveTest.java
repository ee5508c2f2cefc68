package dev.customerservice.roles.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RampCurveTest {

    private static final RampCurve FOUR_WEEKS = RampCurve.of("0", "0.25", "0.5", "0.75");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void eachWeekHasItsPaceAndThenAllOfIt() {
        assertEquals(4, FOUR_WEEKS.length());
        assertEquals(BigDecimal.ZERO, FOUR_WEEKS.on(MONDAY, MONDAY.minusDays(1)), "not there yet");
        assertEquals(BigDecimal.ZERO, FOUR_WEEKS.on(MONDAY, MONDAY.plusDays(6)));
        assertEquals(new BigDecimal("0.25"), FOUR_WEEKS.on(MONDAY, MONDAY.plusDays(7)));
        assertEquals(new BigDecimal("0.75"), FOUR_WEEKS.on(MONDAY, MONDAY.plusDays(27)));
        assertEquals(BigDecimal.ONE, FOUR_WEEKS.on(MONDAY, MONDAY.plusDays(28)));
        assertEquals(BigDecimal.ONE, RampCurve.NONE.on(MONDAY, MONDAY));
    }

    @Test
    @Tag("S0-15")
    void newPeopleCountByWhatTheyGetDone() {
        LocalDate longAgo = LocalDate.of(2024, 1, 1);
        List<LocalDate> firstDays = List.of(longAgo, longAgo, MONDAY, MONDAY.minusWeeks(2));
        BigDecimal heads = FOUR_WEEKS.effectiveHeads(firstDays, MONDAY.plusDays(8));
        assertEquals(new BigDecimal("3.00"), heads, "2 + 0.25 + 0.75");
        assertTrue(heads.compareTo(FOUR_WEEKS.effectiveHeads(firstDays, MONDAY.plusWeeks(3))) < 0);
        assertEquals(BigDecimal.ZERO, FOUR_WEEKS.effectiveHeads(List.of(), MONDAY));
    }

    @Test
    void aRampNeverFallsAndStaysWithinItsRange() {
        assertThrows(IllegalArgumentException.class, () -> RampCurve.of("0.5", "0.4"));
        assertThrows(IllegalArgumentException.class, () -> RampCurve.of("25", "50"));
        assertThrows(IllegalArgumentException.class, () -> RampCurve.of("-0.1"));
        assertEquals(RampCurve.of("0.5", "0.5"), RampCurve.of("0.5", "0.5"));
    }
}
