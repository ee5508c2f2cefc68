package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * One total of time over another: occupancy, adherence, time lost over time paid.
 *
 * <p>It merges by adding both totals. It has no interval: seconds of one person are no independent trials, and one that treated
 * them so would be far too short.
 *
 * @param part the time above the line, not negative
 * @param whole the time below it, not negative
 */
public record DurationRatio(Duration part, Duration whole) implements Additive<DurationRatio> {
    /** No time over no time. */
    public static final DurationRatio NONE = new DurationRatio(Duration.ZERO, Duration.ZERO);

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** Refuses negative time. */
    public DurationRatio {
        if (part.isNegative() || whole.isNegative()) {
            throw new IllegalArgumentException("Ratio of times (" + part + " over " + whole
                    + ") must not be negative.\nMaybe an interval was reversed.");
        }
    }

    /** {@return the quotient of the exact totals, or empty over no time} */
    public OptionalDouble value() {
        return whole.isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(new BigDecimal(nanos(part))
                        .divide(new BigDecimal(nanos(whole)), MathContext.DECIMAL128)
                        .doubleValue());
    }

    /**
     * Pools two ratios.
     *
     * @param other the ratio of another part
     * @return the ratio of both together
     */
    @Override
    public DurationRatio plus(DurationRatio other) {
        return new DurationRatio(part.plus(other.part), whole.plus(other.whole));
    }

    private static BigInteger nanos(Duration time) {
        return BigInteger.valueOf(time.getSeconds()).multiply(NANOS).add(BigInteger.valueOf(time.getNano()));
    }

    @Override
    public String toString() {
        return part + "/" + whole;
    }

    @Override
    public boolean isDefined() {
        return !whole.isZero();
    }
}
