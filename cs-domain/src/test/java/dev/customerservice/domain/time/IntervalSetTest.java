package dev.customerservice.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalSetTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE_PM = Instant.parse("2026-03-02T13:00:00Z");
    private static final Instant FIVE_PM = Instant.parse("2026-03-02T17:00:00Z");

    @Test
    void touchingAndOverlappingIntervalsAreOne() {
        IntervalSet set = IntervalSet.of(
                new Interval(NOON, FIVE_PM),
                new Interval(NINE, NOON),
                new Interval(NINE, NINE),
                new Interval(NINE, ONE_PM));
        assertEquals(List.of(new Interval(NINE, FIVE_PM)), set.intervals());
        assertEquals(Duration.ofHours(8), set.total());
        assertEquals("[2026-03-02T09:00:00Z/2026-03-02T17:00:00Z]", set.toString());
    }

    @Test
    void aShiftLessItsLunchHasTwoParts() {
        IntervalSet worked =
                IntervalSet.of(new Interval(NINE, FIVE_PM)).difference(IntervalSet.of(new Interval(NOON, ONE_PM)));
        assertEquals(List.of(new Interval(NINE, NOON), new Interval(ONE_PM, FIVE_PM)), worked.intervals());
        assertEquals(Duration.ofHours(7), worked.total());
        assertEquals(worked, IntervalSet.ofEpochNanos(worked.toEpochNanos()));
        assertEquals(IntervalSet.of(new Interval(ONE_PM, FIVE_PM)), worked.within(new Interval(NOON, FIVE_PM)));
    }

    @Test
    void theEmptySetHasNothing() {
        assertTrue(IntervalSet.empty().isEmpty());
        assertEquals(Duration.ZERO, IntervalSet.empty().total());
        assertEquals(IntervalSet.empty(), IntervalSet.of(List.of()));
        assertEquals(IntervalSet.empty(), IntervalSet.of(new Interval(NINE, NINE)));
    }

    @Test
    void allOfTimeIsMeasuredExactly() {
        Interval all = new Interval(EpochNanos.toInstant(EpochNanos.MIN), EpochNanos.toInstant(EpochNanos.MAX));
        assertEquals(all.duration(), IntervalSet.of(all).total());
    }

    @Test
    void edgesMustIncreaseInPairs() {
        assertThrows(IllegalArgumentException.class, () -> IntervalSet.ofEpochNanos(1, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> IntervalSet.ofEpochNanos(1, 2, 2, 3));
        assertThrows(IllegalArgumentException.class, () -> IntervalSet.ofEpochNanos(2, 1));
    }
}
