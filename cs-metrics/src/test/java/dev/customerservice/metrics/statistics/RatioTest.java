package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RatioTest {
    @Test
    void zeroOverZeroIsUndefined() {
        assertEquals(OptionalDouble.empty(), Ratio.of(0, 0).value());
        assertEquals(Optional.empty(), Ratio.of(0, 0).percent(1, RoundingMode.HALF_EVEN));
        assertEquals(Optional.empty(), Ratio.of(0, 0).interval());
    }

    @Test
    void percentIsRoundedOnceFromTheExactQuotient() {
        assertEquals(
                Optional.of(new BigDecimal("63.9329")), Ratio.of(14936, 23362).percent(4, RoundingMode.HALF_EVEN));
        assertEquals(Optional.of(new BigDecimal("0.4902")), Ratio.of(2, 408).percent(4, RoundingMode.HALF_EVEN));
    }

    @Test
    void aRateMayExceedOneAndThenHasNoInterval() {
        Ratio reopensPerTicket = Ratio.of(5, 2);

        assertFalse(reopensPerTicket.isShare());
        assertEquals(OptionalDouble.of(2.5), reopensPerTicket.value());
        assertEquals(Optional.empty(), reopensPerTicket.interval());
        assertThrows(IllegalArgumentException.class, reopensPerTicket::complement);
    }

    @Test
    void partsPool() {
        assertEquals(Ratio.of(4, 10), Ratio.of(1, 2).plus(Ratio.of(3, 8)));
        assertEquals(Ratio.of(6, 10), Ratio.of(4, 10).complement());
    }

    @Test
    void nothingAndEverythingEndExactlyAtTheEdge() {
        for (long n : new long[] {1, 3, 10, 97, 1_000_000_007}) {
            assertEquals(0.0, Ratio.of(0, n).interval().orElseThrow().low());
            assertEquals(1.0, Ratio.of(n, n).interval().orElseThrow().high());
            assertTrue(Ratio.of(0, n).interval().orElseThrow().high() > 0);
            assertTrue(Ratio.of(n, n).interval().orElseThrow().low() < 1);
        }
    }

    @Test
    void theLowerEndOfOneInABillionIsNotLostToCancellation() {
        // the expected ends were computed with 60 decimal digits
        ConfidenceInterval rare = Ratio.of(1, 1_000_000_000).interval().orElseThrow();

        assertEquals(1.765245549569631e-10, rare.low(), 1e-24);
        assertEquals(5.664934243297439e-9, rare.high(), 1e-16);
    }

    @Test
    void readsAsAFigureWithItsInterval() {
        assertEquals("0.941 [0.926, 0.953]", Ratio.of(1133, 1204).toString());
        assertEquals("0/0", Ratio.of(0, 0).toString());
        assertEquals("2.500", Ratio.of(5, 2).toString());
    }

    @Test
    void refusesNegativeCountsAndConfidenceInPercent() {
        assertThrows(IllegalArgumentException.class, () -> Ratio.of(-1, 2));
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Ratio.of(1, 2).interval(95));
        assertTrue(refusal.toString().contains("Confidence (95.0) must"), refusal.toString());
    }
}
