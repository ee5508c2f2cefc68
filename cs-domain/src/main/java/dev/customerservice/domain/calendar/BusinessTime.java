package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Open time: which instants count, and how much of them lies between two others.
 *
 * <p>Open intervals are half-open, {@code [open, close)}. All answers are exact to the nanosecond and pure: they depend
 * on the arguments only. Laws, for every {@code t} and every {@code d > 0} in range:
 *
 * <ul>
 *   <li>{@code between(t, plus(t, d)) = d} and {@code between(minus(t, d), t) = d};
 *   <li>{@code plus(plus(t, c), d) = plus(t, c + d)}; {@code minus(plus(t, d), d) = nextOpening(t)};
 *   <li>{@code between(a, c) = between(a, b) + between(b, c)} for {@code a <= b <= c};
 *   <li>on {@link #always()} all of it is plain clock arithmetic.
 * </ul>
 *
 * <p>Instants outside the range of {@link EpochNanos} are refused. A search that would have to cross a closed stretch of
 * more than 3660 days is a {@link NoOpenTimeException}, never a loop.
 *
 * <p>The methods that end in {@code Nanos} are the same questions on {@link EpochNanos}, for loops over arrays.
 */
public interface BusinessTime extends Serializable {
    /**
     * Reads a counter that runs in open time only and stands still otherwise.
     *
     * <p>Its zero is a fixed instant and means nothing; the difference of two readings is the open time between them (as
     * unsigned number, should that exceed 292 years). It never decreases.
     *
     * @param epochNanos the instant, in the range of {@link EpochNanos}
     * @return the reading in nanoseconds
     */
    long openNanosBefore(long epochNanos);

    /**
     * Adds open time: {@link #plus} in epoch nanoseconds.
     *
     * @param epochNanos the start, in the range of {@link EpochNanos}
     * @param openNanos the open time to add, zero or more
     * @return the first instant by which that much open time has passed; for zero the next opening
     * @throws NoOpenTimeException if there is not so much open time within the bounds
     */
    long plusNanos(long epochNanos, long openNanos);

    /**
     * Takes open time away: {@link #minus} in epoch nanoseconds.
     *
     * @param epochNanos the end, in the range of {@link EpochNanos}
     * @param openNanos the open time to take away, zero or more
     * @return the last instant from which that much open time passes; for zero the previous closing
     * @throws NoOpenTimeException if there is not so much open time within the bounds
     */
    long minusNanos(long epochNanos, long openNanos);

    /**
     * Asks whether time counts at an instant; it does at an opening, not at a closing.
     *
     * @param at the instant
     * @return whether it lies in an open interval {@code [open, close)}
     */
    boolean isOpen(Instant at);

    /**
     * Finds the end of the present open interval, or of the next one if closed.
     *
     * @param at the instant to start from
     * @return the first closing after it, or empty if there is none within 3660 days (open round the clock)
     */
    Optional<Instant> nextClosing(Instant at);

    /**
     * Lists the open time inside a window.
     *
     * @param window the window
     * @return the open instants in it; hours that meet, at midnight too, are one interval
     */
    IntervalSet openIntervals(Interval window);

    /**
     * Explains a window, piece by piece.
     *
     * @param window the window
     * @return its gapless partition in ascending order; neighbours differ in kind or name, and the open segments are
     *     exactly {@link #openIntervals}; empty for an empty window
     */
    List<CalendarSegment> segments(Interval window);

    /**
     * Measures open time.
     *
     * @param startInclusive the start
     * @param endExclusive the end, not before the start
     * @return the open time from start to end, from zero to the wall time between them
     * @throws IllegalArgumentException if the end lies before the start
     */
    default Duration between(Instant startInclusive, Instant endExclusive) {
        long start = EpochNanos.of(startInclusive);
        long end = EpochNanos.of(endExclusive);
        if (end < start) {
            throw Durations.reversed(startInclusive, endExclusive);
        }
        return EpochNanos.between(openNanosBefore(start), openNanosBefore(end));
    }

    /**
     * Adds open time to an instant.
     *
     * <p>Time that is used up exactly at a closing ends there, not at the next opening.
     *
     * @param at the start
     * @param openTime the open time to add, zero or more
     * @return the first instant {@code x} such that the open time in {@code [at, x)} equals {@code openTime}; for zero
     *     the next opening
     * @throws NoOpenTimeException if there is not so much open time within the bounds
     * @throws IllegalArgumentException if the duration is negative
     */
    default Instant plus(Instant at, Duration openTime) {
        return EpochNanos.toInstant(Durations.walk(EpochNanos.of(at), openTime, "minus", this::plusNanos));
    }

    /**
     * Takes open time away from an instant, the mirror image of {@link #plus}.
     *
     * <p>Time that is used up exactly at an opening ends there, not at the closing before.
     *
     * @param at the end
     * @param openTime the open time to take away, zero or more
     * @return the last instant {@code x} such that the open time in {@code [x, at)} equals {@code openTime}; for zero
     *     {@code at} itself if time counts just before it, else the last closing before it
     * @throws NoOpenTimeException if there is not so much open time within the bounds
     * @throws IllegalArgumentException if the duration is negative
     */
    default Instant minus(Instant at, Duration openTime) {
        return EpochNanos.toInstant(Durations.walk(EpochNanos.of(at), openTime, "plus", this::minusNanos));
    }

    /**
     * Finds the first open instant.
     *
     * @param at the instant to start from
     * @return {@code at} itself if open, else the next opening
     * @throws NoOpenTimeException if there is none within 3660 days
     */
    default Instant nextOpening(Instant at) {
        return EpochNanos.toInstant(plusNanos(EpochNanos.of(at), 0));
    }

    /**
     * Asks whether an instant lies in the hours with their closings, {@code [open, close]}.
     *
     * @param at the instant
     * @return whether it is open, or a closing
     */
    default boolean isOpenOrClosing(Instant at) {
        return isOpen(at) || (EpochNanos.of(at) > EpochNanos.MIN && isOpen(at.minusNanos(1)));
    }

    /**
     * Is open whenever this or the other is; time that both have counts once.
     *
     * @param other the other open time, in a zone of its own
     * @return the union of the two
     */
    default BusinessTime union(BusinessTime other) {
        return union(List.of(this, other));
    }

    /**
     * Is open whenever both are.
     *
     * @param other the other open time, in a zone of its own
     * @return the intersection of the two
     * @throws CalendarException if the two are never open together
     */
    default BusinessTime intersection(BusinessTime other) {
        return intersection(List.of(this, other));
    }

    /**
     * Is open whenever this is and the other is not, as for a maintenance window.
     *
     * @param other the time to take out, in a zone of its own
     * @return this less the other
     * @throws CalendarException if nothing is left
     */
    default BusinessTime difference(BusinessTime other) {
        return difference(List.of(this, other));
    }

    /**
     * Is open whenever at least one member is: follow the sun.
     *
     * @param members at least one
     * @return the union of the members
     * @throws CalendarException if there is no member
     */
    static BusinessTime union(List<? extends BusinessTime> members) {
        return Combination.UNION.of(members);
    }

    /**
     * Is open whenever every member is.
     *
     * @param members at least one
     * @return the intersection of the members
     * @throws CalendarException if there is no member, or they are never open together
     */
    static BusinessTime intersection(List<? extends BusinessTime> members) {
        return Combination.INTERSECTION.of(members);
    }

    /**
     * Is open whenever the first member is and no other.
     *
     * @param members at least one
     * @return the first member less all others
     * @throws CalendarException if there is no member, or nothing is left
     */
    static BusinessTime difference(List<? extends BusinessTime> members) {
        return Combination.DIFFERENCE.of(members);
    }

    /**
     * Takes open time from anywhere: a roster, a timetable, hours that a rule computes.
     *
     * <p>It is asked once for each stretch of time and compiled, like a calendar.
     *
     * @param openIn gives the open instants of a window; pure, and windows that overlap must agree
     * @return the open time that it describes
     * @throws CalendarException if it never opens between 1900 and 2200
     */
    static BusinessTime of(OpenIn openIn) {
        return new CompiledTime(new GivenHours(openIn));
    }

    /** Open time that somebody computes. Whoever sends it to another machine gives code that can be serialized. */
    @FunctionalInterface
    interface OpenIn extends Function<Interval, IntervalSet>, Serializable {}

    /** {@return time that always counts, round the clock: the wall clock itself} */
    static BusinessTime always() {
        return Always.INSTANCE;
    }
}
