package dev.customerservice.domain.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A half-open span of time {@code [startInclusive, endExclusive)}.
 *
 * <p>It may be empty (a ticket solved in the instant of its creation took no time), but never reversed.
 *
 * @param startInclusive the first instant inside
 * @param endExclusive the first instant after it; not before the start
 */
public record Interval(Instant startInclusive, Instant endExclusive) implements Serializable {
    /**
     * Checks the order of both ends.
     *
     * @throws IllegalArgumentException if the end lies before the start
     */
    public Interval {
        if (endExclusive.isBefore(startInclusive)) {
            throw new IllegalArgumentException("The end (" + endExclusive
                    + ") of an interval must not be before its start (" + startInclusive + ").\n"
                    + "Maybe the two were swapped.");
        }
    }

    /** {@return whether start and end are the same instant, so that nothing lies inside} */
    public boolean isEmpty() {
        return startInclusive.equals(endExclusive);
    }

    /** {@return the wall time from start to end, zero or more} */
    public Duration duration() {
        return Duration.between(startInclusive, endExclusive);
    }

    /**
     * Asks whether an instant lies inside; the start does, the end does not.
     *
     * @param at the instant to look for
     * @return whether {@code startInclusive <= at < endExclusive}
     */
    public boolean contains(Instant at) {
        return !at.isBefore(startInclusive) && at.isBefore(endExclusive);
    }

    /**
     * Finds what this interval and another have in common.
     *
     * @param other the other interval
     * @return the common part, or empty if no instant lies in both
     */
    public Optional<Interval> intersection(Interval other) {
        Instant start = startInclusive.isAfter(other.startInclusive) ? startInclusive : other.startInclusive;
        Instant end = endExclusive.isBefore(other.endExclusive) ? endExclusive : other.endExclusive;
        return start.isBefore(end) ? Optional.of(new Interval(start, end)) : Optional.empty();
    }

    /** {@return the ISO-8601 form {@code start/end}} */
    @Override
    public String toString() {
        return startInclusive + "/" + endExclusive;
    }
}
