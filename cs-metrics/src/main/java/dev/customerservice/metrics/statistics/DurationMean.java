package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * A mean of durations as the quotient that it is: the exact total and the count, which merge.
 *
 * <p>A {@link Duration} holds 63 bits of seconds and the nanoseconds beside them, so the total of a billion tickets of
 * thirty days, which does not fit a long of nanoseconds, is exact.
 *
 * @param total the sum of all durations
 * @param count how many there are, not negative
 */
public record DurationMean(Duration total, long count) implements Additive<DurationMean> {
    /** Checks the count. */
    public DurationMean {
        if (count < 0 || (count == 0 && !total.isZero())) {
            throw new IllegalArgumentException("Mean (" + total + " over " + count
                    + ") must be over a count that is not negative, and of nothing when it is 0."
                    + "\nMaybe the count belongs to another total.");
        }
    }

    /** {@return the mean as a duration, cut after the nanosecond, or empty when nothing was counted} */
    public Optional<Duration> toDuration() {
        return count == 0 ? Optional.empty() : Optional.of(total.dividedBy(count));
    }

    /**
     * Presents the mean in seconds.
     *
     * @param scale the number of decimals
     * @param rounding how the last decimal is found
     * @return the seconds computed from the exact quotient, or empty when nothing was counted
     */
    public Optional<BigDecimal> seconds(int scale, RoundingMode rounding) {
        return count == 0
                ? Optional.empty()
                : Optional.of(seconds(total).divide(BigDecimal.valueOf(count), scale, rounding));
    }

    /**
     * Pools two means.
     *
     * @param other the mean of another part of the whole
     * @return the mean of both parts together
     */
    @Override
    public DurationMean plus(DurationMean other) {
        return new DurationMean(total.plus(other.total), Math.addExact(count, other.count));
    }

    @Override
    public String toString() {
        return toDuration().map(Duration::toString).orElse("no duration");
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}
