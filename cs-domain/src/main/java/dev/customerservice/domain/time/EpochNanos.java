package dev.customerservice.domain.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The primitive form of an instant: nanoseconds since 1970-01-01T00:00:00Z in a {@code long}.
 *
 * <p>It reaches from {@link #MIN} to {@link #MAX}, both included. That is the time range of the library; whatever lies
 * outside is refused by name, so no sum of two supported values is ever wrong in silence.
 */
public final class EpochNanos {
    /** The earliest supported instant, 1900-01-01T00:00:00Z. */
    public static final long MIN = -2_208_988_800L * 1_000_000_000L;

    /** The latest supported instant, 2200-01-01T00:00:00Z. */
    public static final long MAX = 7_258_118_400L * 1_000_000_000L;

    private static final long PER_SECOND = 1_000_000_000L;
    private static final long MIN_SECOND = MIN / PER_SECOND;
    private static final long MAX_SECOND = MAX / PER_SECOND;

    private EpochNanos() {}

    /**
     * Converts an instant, to the nanosecond, to its epoch nanoseconds.
     *
     * @param instant an instant from 1900-01-01T00:00:00Z to 2200-01-01T00:00:00Z, both included
     * @return its nanoseconds since 1970-01-01T00:00:00Z
     * @throws IllegalArgumentException if the instant lies outside that range
     */
    public static long of(Instant instant) {
        long second = instant.getEpochSecond();
        int nano = instant.getNano();
        if (second < MIN_SECOND || (second >= MAX_SECOND && (second > MAX_SECOND || nano > 0))) {
            throw new IllegalArgumentException("The instant (" + instant + ") must lie in the library's time range ("
                    + toInstant(MIN) + " to " + toInstant(MAX) + ").\n"
                    + "Maybe a date was read with the wrong pattern, or milliseconds were taken for seconds.");
        }
        return second * PER_SECOND + nano;
    }

    /**
     * Converts epoch nanoseconds back to their instant.
     *
     * @param epochNanos nanoseconds since 1970-01-01T00:00:00Z
     * @return the same moment as an instant
     */
    public static Instant toInstant(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos);
    }

    /**
     * Measures from one count of nanoseconds to a later one, exact even where the difference exceeds a {@code long}
     * (the whole range is 300 years, a {@code long} holds 292), to a duration.
     *
     * @param startInclusive the earlier count
     * @param endExclusive the later count
     * @return {@code endExclusive - startInclusive}
     */
    public static Duration between(long startInclusive, long endExclusive) {
        long nanos = endExclusive - startInclusive;
        return nanos >= 0
                ? Duration.ofNanos(nanos)
                : Duration.ofSeconds(Long.divideUnsigned(nanos, PER_SECOND), Long.remainderUnsigned(nanos, PER_SECOND));
    }
}
