package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MeasurementTest {
    @Test
    void aViewKeepsWhatIsBehindTheValue() {
        LeftOut leftOut = LeftOut.of(Reason.STILL_RUNNING, 3);
        Measurement<Ratio> share = Measurement.value(Ratio.of(1, 4), 4, leftOut);

        assertEquals(Measurement.value(4L, 4, leftOut), share.map(Ratio::denominator));
        assertEquals(Optional.of(Ratio.of(1, 4)), share.amount());
    }

    @Test
    void noDataKeepsItsReasonThroughAView() {
        Measurement<Ratio> none = Measurement.noData(Reason.NOT_LINKED, LeftOut.of(Reason.MISSING, 2));

        assertEquals(Measurement.noData(Reason.NOT_LINKED, LeftOut.of(Reason.MISSING, 2)), none.map(Ratio::value));
        assertEquals(0, none.n());
        assertEquals(Optional.empty(), none.amount());
        NoSuchElementException refusal = assertThrows(NoSuchElementException.class, none::orElseThrow);
        assertEquals("no data: not_linked, left out: {missing=2}.", refusal.getMessage());
    }

    @Test
    void leftOutCountsAddUpByReason() {
        LeftOut sum = LeftOut.of(Reason.MISSING, 2)
                .plus(LeftOut.of(Reason.NEGATIVE, 1))
                .plus(LeftOut.of(Reason.MISSING, 5));

        assertEquals(new LeftOut(new TreeMap<>(Map.of(Reason.MISSING, 7L, Reason.NEGATIVE, 1L))), sum);
        assertEquals(8, sum.total());
        assertEquals(7, sum.count(Reason.MISSING));
        assertEquals(0, sum.count(Reason.CANCELLED));
        assertEquals(LeftOut.none(), LeftOut.of(Reason.MISSING, 0));
    }

    @Test
    void refusesCodesAndCountsThatAreNone() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Reason("No answer"))
                .toString()
                .contains("Reason code (No answer) must"));
        assertThrows(IllegalArgumentException.class, () -> LeftOut.of(Reason.MISSING, -1));
    }
}
