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
        LeftOut leftOut = LeftOut.of(Absence.STILL_RUNNING, 3);
        Measurement<Ratio> share = Measurement.value(Ratio.of(1, 4), 4, leftOut);

        assertEquals(Measurement.value(4L, 4, leftOut), share.map(Ratio::denominator));
        assertEquals(Optional.of(Ratio.of(1, 4)), share.amount());
    }

    @Test
    void noDataKeepsItsReasonThroughAView() {
        Measurement<Ratio> none = Measurement.noData(Absence.NOT_LINKED, LeftOut.of(Absence.MISSING, 2));

        assertEquals(Measurement.noData(Absence.NOT_LINKED, LeftOut.of(Absence.MISSING, 2)), none.map(Ratio::value));
        assertEquals(0, none.n());
        assertEquals(Optional.empty(), none.amount());
        NoSuchElementException refusal = assertThrows(NoSuchElementException.class, none::orElseThrow);
        assertEquals("no data: not_linked, left out: {missing=2}.", refusal.getMessage());
    }

    @Test
    void leftOutCountsAddUpByReason() {
        LeftOut sum = LeftOut.of(Absence.MISSING, 2)
                .plus(LeftOut.of(Absence.NEGATIVE, 1))
                .plus(LeftOut.of(Absence.MISSING, 5));

        assertEquals(new LeftOut(new TreeMap<>(Map.of(Absence.MISSING, 7L, Absence.NEGATIVE, 1L))), sum);
        assertEquals(8, sum.total());
        assertEquals(7, sum.count(Absence.MISSING));
        assertEquals(0, sum.count(Absence.CANCELLED));
        assertEquals(LeftOut.none(), LeftOut.of(Absence.MISSING, 0));
    }

    @Test
    void refusesCodesAndCountsThatAreNone() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> new Absence("No answer"))
                .toString()
                .contains("Absence code (No answer) must"));
        assertThrows(IllegalArgumentException.class, () -> LeftOut.of(Absence.MISSING, -1));
    }
}
