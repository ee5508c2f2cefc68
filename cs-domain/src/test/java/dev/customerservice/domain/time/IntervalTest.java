package dev.customerservice.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IntervalTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-02T11:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void holdsItsStartAndNotItsEnd() {
        Interval interval = new Interval(NINE, TEN);
        assertTrue(interval.contains(NINE));
        assertTrue(interval.contains(TEN.minusNanos(1)));
        assertFalse(interval.contains(TEN));
        assertFalse(interval.contains(NINE.minusNanos(1)));
        assertEquals(Duration.ofHours(1), interval.duration());
        assertEquals("2026-03-02T09:00:00Z/2026-03-02T10:00:00Z", interval.toString());
    }

    @Test
    void mayBeEmptyButNotReversed() {
        Interval empty = new Interval(NINE, NINE);
        assertTrue(empty.isEmpty());
        assertFalse(empty.contains(NINE));
        assertFalse(new Interval(NINE, TEN).isEmpty());
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> new Interval(TEN, NINE));
        assertEquals(
                "The end (2026-03-02T09:00:00Z) of an interval must not be before its start (2026-03-02T10:00:00Z).\n"
                        + "Maybe the two were swapped.",
                refused.getMessage());
    }

    @Test
    void theCommonPartOfTouchingIntervalsIsNone() {
        assertEquals(Optional.empty(), new Interval(NINE, TEN).intersection(new Interval(TEN, NOON)));
        assertEquals(
                Optional.of(new Interval(TEN, ELEVEN)),
                new Interval(NINE, ELEVEN).intersection(new Interval(TEN, NOON)));
        assertEquals(
                Optional.of(new Interval(TEN, ELEVEN)),
                new Interval(TEN, ELEVEN).intersection(new Interval(NINE, NOON)));
    }
}
