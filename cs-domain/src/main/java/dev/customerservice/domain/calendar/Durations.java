package dev.customerservice.domain.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongBinaryOperator;

/** Walks by durations of any length in steps that fit a {@code long} of nanoseconds. */
final class Durations {
    private static final Duration LONGEST_STEP = Duration.ofNanos(Long.MAX_VALUE);

    private Durations() {}

    static long walk(long fromEpochNanos, Duration openTime, String opposite, LongBinaryOperator step) {
        if (openTime.isNegative()) {
            throw new IllegalArgumentException(
                    "The open time (" + openTime + ") must not be negative.\nMaybe use " + opposite + " instead.");
        }
        long at = fromEpochNanos;
        Duration left = openTime;
        while (left.compareTo(LONGEST_STEP) > 0) {
            at = step.applyAsLong(at, Long.MAX_VALUE);
            left = left.minus(LONGEST_STEP);
        }
        return step.applyAsLong(at, left.toNanos());
    }

    static IllegalArgumentException reversed(Instant startInclusive, Instant endExclusive) {
        return new IllegalArgumentException("The end (" + endExclusive + ") must not be before the start ("
                + startInclusive + ").\nMaybe the two were swapped.");
    }

    static long requireNotNegative(long openNanos) {
        if (openNanos < 0) {
            throw new IllegalArgumentException("The open time (" + openNanos
                    + " ns) must not be negative.\nMaybe the direction is the other one: plus or minus.");
        }
        return openNanos;
    }
}
