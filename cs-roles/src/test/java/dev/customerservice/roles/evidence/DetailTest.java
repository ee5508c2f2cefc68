package dev.customerservice.roles.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DetailTest {

    @Test
    void equalNumbersAreEqualQuantities() {
        assertEquals(quantity("2"), quantity("2.00"));
        assertEquals(quantity("0"), quantity("0.000"));
        assertEquals(quantity("200"), Detail.count(200, "people"));
        assertEquals("200 people", Detail.count(200, "people").toString());
        assertNotEquals(quantity("2"), new Detail.Quantity(new BigDecimal("2"), "teams"));
    }

    @Test
    void anEstimateHoldsItsValue() {
        Detail.Estimate drop = estimate("-0.06", "-0.0939", "-0.0293");
        assertEquals("-0.06 [-0.0939, -0.0293] share, n = 600", drop.toString());
        assertEquals(drop, estimate("-0.060", "-0.09390", "-0.0293"));
        assertThrows(IllegalArgumentException.class, () -> estimate("1", "1.01", "2"));
        assertThrows(IllegalArgumentException.class, () -> estimate("1", "0", "0.99"));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Detail.Estimate(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, -1, "share"));
    }

    @Test
    void everyNumberHasAUnit() {
        assertThrows(IllegalArgumentException.class, () -> Detail.count(1, " "));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Detail.Estimate(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE, 1, ""));
    }

    @Test
    void nobodysWordsReachALogByAccident() {
        assertEquals("Text[11 characters]", new Detail.Text("very unkind").toString());
    }

    @Test
    void otherValuesShowThemselves() {
        assertEquals("PT14H", new Detail.Span(Duration.ofHours(14)).toString());
        assertEquals(
                "2026-01-01T00:00:00Z",
                new Detail.Moment(Instant.parse("2026-01-01T00:00:00Z")).value().toString());
        assertNotEquals(new Detail.Flag(true), new Detail.Flag(false));
    }

    private static Detail.Quantity quantity(String number) {
        return new Detail.Quantity(new BigDecimal(number), "people");
    }

    private static Detail.Estimate estimate(String value, String low, String high) {
        return new Detail.Estimate(new BigDecimal(value), new BigDecimal(low), new BigDecimal(high), 600, "share");
    }
}
