package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Count, mean and spread of numbers without the numbers: added by Welford's method, merged by Chan's, so that nearly equal large
 * numbers lose no digits. Any split of the same numbers merges to the same figures up to rounding. Immutable.
 *
 * @param count how many numbers there are
 * @param mean their mean, 0 for none
 * @param squares the sum of squared distances from the mean
 * @param least the smallest number, positive infinity for none
 * @param greatest the largest number, negative infinity for none
 */
public record Moments(long count, double mean, double squares, double least, double greatest) implements Serializable {
    private static final Moments NONE = new Moments(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    /** {@return the moments of no number, which merge without effect} */
    public static Moments none() {
        return NONE;
    }

    /**
     * Collects numbers.
     *
     * @param numbers finite numbers
     * @return their moments
     */
    public static Moments of(double... numbers) {
        Moments moments = NONE;
        for (double number : numbers) {
            moments = moments.plus(number);
        }
        return moments;
    }

    /**
     * Adds a number.
     *
     * @param number a finite number
     * @return the moments with it
     */
    public Moments plus(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "Number (" + number + ") must be finite.\nMaybe it was divided by zero.");
        }
        double distance = number - mean;
        double next = mean + distance / (count + 1);
        return new Moments(
                count + 1,
                next,
                squares + distance * (number - next),
                Math.min(least, number),
                Math.max(greatest, number));
    }

    /**
     * Adds the numbers of another part.
     *
     * @param other the moments of the other part
     * @return the moments of both together
     */
    public Moments plus(Moments other) {
        if (other.count == 0) {
            return this;
        }
        if (count == 0) {
            return other;
        }
        double all = (double) count + other.count;
        double distance = other.mean - mean;
        return new Moments(
                Math.addExact(count, other.count),
                mean + distance * (other.count / all),
                squares + other.squares + distance * distance * (count * (other.count / all)),
                Math.min(least, other.least),
                Math.max(greatest, other.greatest));
    }

    /** {@return the variance of a sample, with divisor n - 1, or empty for fewer than two numbers} */
    public OptionalDouble sampleVariance() {
        return count < 2 ? OptionalDouble.empty() : OptionalDouble.of(squares / (count - 1));
    }

    /** {@return the variance of a whole population, with divisor n, or empty for no number} */
    public OptionalDouble populationVariance() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(squares / count);
    }

    /**
     * Bounds the mean behind a sample by Student's t.
     *
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval, or empty for fewer than two numbers
     */
    public Optional<ConfidenceInterval> meanInterval(double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (count < 2) {
            return Optional.empty();
        }
        double t = -TDistribution.of((double) (count - 1)).inverseCumulativeProbability((1 - confidence) / 2);
        double reach = t * Math.sqrt(squares / (count - 1) / count);
        return Optional.of(new ConfidenceInterval(mean - reach, mean + reach, confidence));
    }
}
