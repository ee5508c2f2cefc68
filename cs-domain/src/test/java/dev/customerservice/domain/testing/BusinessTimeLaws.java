package dev.customerservice.domain.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.CalendarFault;
import dev.customerservice.domain.calendar.CalendarSegment;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What every {@link BusinessTime} promises; call these with arguments from {@link Calendars} to prove your own. */
public final class BusinessTimeLaws {
    private BusinessTimeLaws() {}

    /**
     * Adding and taking away undo each other, and both agree with counting.
     *
     * @param time the open time to prove
     * @param at any instant
     * @param openTime any duration, zero or more
     */
    public static void plusAndMinusAgreeWithBetween(BusinessTime time, Instant at, Duration openTime) {
        Instant later = time.plus(at, openTime);
        assertEquals(openTime, time.between(at, later), "between(t, plus(t, d)) = d");
        Instant earlier = time.minus(at, openTime);
        assertEquals(openTime, time.between(earlier, at), "between(minus(t, d), t) = d");
        assertEquals(time.nextOpening(at), time.plus(at, Duration.ZERO), "plus(t, 0) = nextOpening(t)");
        if (!openTime.isZero()) {
            Instant before = later.minusNanos(1);
            assertTrue(time.isOpen(before), "plus ends in (open, close]");
            assertTrue(time.between(at, before).compareTo(openTime) < 0, "plus is the first such instant");
            assertTrue(time.isOpen(earlier), "minus ends in [open, close)");
            assertEquals(time.nextOpening(at), time.minus(later, openTime), "minus(plus(t, d), d) = nextOpening(t)");
            assertEquals(
                    time.minus(at, Duration.ZERO), time.plus(earlier, openTime), "plus(minus(t, d), d) = minus(t, 0)");
            Duration half = openTime.dividedBy(2);
            assertEquals(later, time.plus(time.plus(at, half), openTime.minus(half)), "plus adds up");
        }
    }

    /**
     * Counting is additive, bounded by the wall clock, and monotone; the primitive counter tells the same.
     *
     * @param time the open time to prove
     * @param first any instant
     * @param second any instant
     * @param third any instant
     */
    public static void betweenIsAdditive(BusinessTime time, Instant first, Instant second, Instant third) {
        List<Instant> order = List.of(first, second, third).stream().sorted().toList();
        Instant a = order.get(0);
        Instant b = order.get(1);
        Instant c = order.get(2);
        Duration whole = time.between(a, c);
        assertEquals(whole, time.between(a, b).plus(time.between(b, c)), "between is additive");
        assertTrue(whole.compareTo(Duration.between(a, c)) <= 0, "no more than the wall clock");
        assertFalse(whole.isNegative(), "never negative");
        long counted = time.openNanosBefore(EpochNanos.of(c)) - time.openNanosBefore(EpochNanos.of(a));
        assertEquals(whole, Duration.ofNanos(counted), "the counter tells the same");
    }

    /**
     * Later starts and longer durations never end earlier.
     *
     * @param time the open time to prove
     * @param at any instant
     * @param openTime any duration, zero or more
     * @param more how much later, or longer
     */
    public static void plusIsMonotone(BusinessTime time, Instant at, Duration openTime, Duration more) {
        Instant due = time.plus(at, openTime);
        assertFalse(time.plus(at.plus(more), openTime).isBefore(due), "monotone in t");
        assertFalse(time.plus(at, openTime.plus(more)).isBefore(due), "monotone in d");
    }

    /**
     * Points, intervals, segments and counting describe the same open time.
     *
     * @param time the open time to prove
     * @param window any interval
     */
    public static void allFacesAgree(BusinessTime time, Interval window) {
        IntervalSet open = time.openIntervals(window);
        assertEquals(time.between(window.startInclusive(), window.endExclusive()), open.total(), "intervals sum up");
        List<CalendarSegment> segments = time.segments(window);
        assertEquals(
                open.intervals(),
                segments.stream()
                        .filter(segment -> segment.kind() == CalendarSegment.Kind.OPEN)
                        .map(CalendarSegment::interval)
                        .toList(),
                "open segments are the open intervals");
        Instant covered = window.startInclusive();
        for (CalendarSegment segment : segments) {
            assertEquals(covered, segment.interval().startInclusive(), "segments leave no gap");
            assertFalse(segment.interval().isEmpty(), "no segment is empty");
            covered = segment.interval().endExclusive();
        }
        assertEquals(window.endExclusive(), covered, "segments reach the end");
        for (int i = 1; i < segments.size(); i++) {
            CalendarSegment one = segments.get(i - 1);
            CalendarSegment next = segments.get(i);
            assertFalse(one.kind() == next.kind() && one.name().equals(next.name()), "neighbours differ");
        }
        for (Interval interval : open.intervals()) {
            assertTrue(time.isOpen(interval.startInclusive()), "an opening is open");
            assertTrue(time.isOpen(interval.endExclusive().minusNanos(1)), "open until the closing");
            if (interval.endExclusive().isBefore(window.endExclusive())) {
                assertFalse(time.isOpen(interval.endExclusive()), "a closing is not open");
                assertEquals(
                        interval.endExclusive(),
                        time.nextClosing(interval.startInclusive()).orElseThrow(),
                        "nextClosing is the closing");
            }
        }
    }

    /**
     * Union, intersection and difference are those of sets of instants.
     *
     * @param one the open time to prove
     * @param other any open time
     * @param instants where to look
     */
    public static void combinesLikeSets(BusinessTime one, BusinessTime other, List<Instant> instants) {
        BusinessTime union = one.union(other);
        Optional<BusinessTime> intersection = unlessNeverOpen(() -> one.intersection(other));
        Optional<BusinessTime> difference = unlessNeverOpen(() -> one.difference(other));
        for (Instant at : instants) {
            boolean here = one.isOpen(at);
            boolean there = other.isOpen(at);
            assertEquals(here || there, union.isOpen(at), "a union is open when one is");
            assertEquals(
                    here && there,
                    intersection.isPresent() && intersection.get().isOpen(at),
                    "an intersection is open when both are");
            assertEquals(
                    here && !there,
                    difference.isPresent() && difference.get().isOpen(at),
                    "a difference is open when the first is and the other is not");
        }
    }

    private static Optional<BusinessTime> unlessNeverOpen(Supplier<BusinessTime> combination) {
        try {
            return Optional.of(combination.get());
        } catch (CalendarException e) {
            assertEquals(CalendarFault.NO_OPEN_TIME, e.fault());
            return Optional.empty();
        }
    }
}
