package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two counts and their quotient: a share when the first is part of the second, else a rate such as reopens per ticket.
 *
 * <p>Ratios of parts add up to the ratio of the whole, because the counts do; the mean of two ratios does not. 0/0 is
 * undefined, and so is anything over 0.
 *
 * @param numerator what is counted, not negative
 * @param denominator what it is counted over, not negative
 */
public record Ratio(long numerator, long denominator) implements Additive<Ratio> {
    /** The confidence of an interval when none is named: 95 %, two-sided. */
    public static final double DEFAULT_CONFIDENCE = 0.95;

    /** Checks that both counts are counts. */
    public Ratio {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException("Ratio (" + numerator + "/" + denominator
                    + ") must have counts that are not negative.\nMaybe a difference was meant.");
        }
    }

    /**
     * Forms a ratio.
     *
     * @param numerator what is counted, not negative
     * @param denominator what it is counted over, not negative
     * @return the ratio of the two
     */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(numerator, denominator);
    }

    /** {@return the quotient, or empty when the denominator is 0} */
    public OptionalDouble value() {
        return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) numerator / denominator);
    }

    /**
     * Presents the quotient for a round number of what it is counted over, such as contacts for 100 customers.
     *
     * @param units the round number
     * @return the quotient times that, or empty when the denominator is 0
     */
    public OptionalDouble per(long units) {
        return denominator == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(units))
                        .divide(BigDecimal.valueOf(denominator), MathContext.DECIMAL128)
                        .doubleValue());
    }

    /** {@return whether it can be read as a share: something is counted over, and not more than that} */
    public boolean isShare() {
        return denominator > 0 && numerator <= denominator;
    }

    /**
     * Pools two ratios.
     *
     * @param other the ratio of another part of the whole
     * @return the ratio of both parts together
     * @throws ArithmeticException when a count leaves the range of a long
     */
    @Override
    public Ratio plus(Ratio other) {
        return new Ratio(Math.addExact(numerator, other.numerator), Math.addExact(denominator, other.denominator));
    }

    /** {@return the share of what is not counted, for a share} */
    public Ratio complement() {
        if (numerator > denominator) {
            throw new IllegalArgumentException("Ratio (" + numerator + "/" + denominator
                    + ") must be a share to have a complement.\nMaybe it counts events over tickets.");
        }
        return new Ratio(denominator - numerator, denominator);
    }

    /**
     * Presents the quotient as a percentage.
     *
     * @param scale the number of decimals
     * @param rounding how the last decimal is found
     * @return the percentage computed from the exact quotient, or empty when the denominator is 0
     */
    public Optional<BigDecimal> percent(int scale, RoundingMode rounding) {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(numerator)
                        .scaleByPowerOfTen(2)
                        .divide(BigDecimal.valueOf(denominator), scale, rounding));
    }

    /** {@return the Wilson interval at 95 %, or empty when this is not a share} */
    public Optional<ConfidenceInterval> interval() {
        return interval(DEFAULT_CONFIDENCE);
    }

    /**
     * Bounds the share that lies behind the observed one by Wilson's score interval (Wilson 1927; the default of Brown,
     * Cai and DasGupta 2001). It lies within [0, 1], ends exactly at 0 or 1 when nothing or everything is counted, and
     * stays accurate for counts of billions.
     *
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval, or empty when this is not a share
     */
    public Optional<ConfidenceInterval> interval(double confidence) {
        return interval(ProportionInterval.WILSON, confidence);
    }

    /**
     * Bounds the share that lies behind the observed one by a method of your choice.
     *
     * @param method how the interval is found
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval, or empty when this is not a share
     */
    public Optional<ConfidenceInterval> interval(ProportionInterval method, double confidence) {
        return isShare() ? Optional.of(method.of(numerator, denominator, confidence)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value().isEmpty()
                ? numerator + "/" + denominator
                : String.format(Locale.ROOT, "%.3f", value().getAsDouble())
                        + interval().map(bounds -> " " + bounds).orElse("");
    }

    @Override
    public boolean isDefined() {
        return denominator > 0;
    }
}
