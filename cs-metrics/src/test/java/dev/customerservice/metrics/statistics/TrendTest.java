package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The closest line by hand, and where the next figure may lie. */
class TrendTest {
    private static final double EXACT = 1e-12;

    @Test
    void twelveMonthsByHand() {
        Trend trend = Trend.of(60, 61, 60, 62, 63, 62, 63, 64, 63, 65, 64, 65);
        assertEquals(63.0 / 143, trend.slope(), EXACT);
        assertEquals(58115.0 / 858, trend.at(17), 1e-10);
        ConfidenceInterval june = trend.prediction(17, 0.95).orElseThrow();
        assertEquals(65.5, june.low(), 0.05);
        assertEquals(69.9, june.high(), 0.05);
        assertTrue(trend.prediction(17, 0.99).orElseThrow().width() > june.width());
    }

    @Property
    void aLineIsItsOwnTrend(
            @ForAll @DoubleRange(min = -100, max = 100) double start,
            @ForAll @DoubleRange(min = -10, max = 10) double slope,
            @ForAll @IntRange(min = 3, max = 40) int count) {
        double[] figures = new double[count];
        for (int i = 0; i < count; i++) {
            figures[i] = start + slope * i;
        }
        Trend trend = Trend.of(figures);
        assertEquals(slope, trend.slope(), 1e-9);
        assertEquals(start, trend.start(), 1e-9);
        assertEquals(start + slope * (count + 5), trend.at(count + 5), 1e-8);
        assertEquals(0, trend.prediction(count, 0.95).orElseThrow().width(), 1e-6);
    }

    @Test
    void twoFiguresHaveALineAndNoInterval() {
        Trend trend = Trend.of(1, 3);
        assertEquals(7, trend.at(3), EXACT);
        assertTrue(trend.prediction(3, 0.95).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Trend.of(1));
        assertThrows(IllegalArgumentException.class, () -> trend.prediction(3, 95));
    }
}
