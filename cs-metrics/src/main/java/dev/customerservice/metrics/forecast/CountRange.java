package dev.customerservice.metrics.forecast;

import java.util.function.LongToDoubleFunction;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * The range in which a count is expected: each tail has at most half of what the confidence leaves.
 *
 * @param low the least count in it
 * @param high the greatest count in it
 * @param confidence the share of counts it is made for; counts are whole, so it holds a little more
 */
public record CountRange(long low, long high, double confidence) {
    /** Refuses a range that is none. */
    public CountRange {
        if (low < 0 || high < low || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("Range (" + low + " to " + high + " at " + confidence
                    + ") must rise from 0 on, at a confidence between 0 and 1.\nMaybe the ends were swapped.");
        }
    }

    /**
     * Bounds a count that scatters as independent events do.
     *
     * @param mean the expected count, not negative; a forecast below 0 is none
     * @param confidence above 0 and below 1
     * @return the range
     */
    public static CountRange poisson(double mean, double confidence) {
        return range(poisson(mean), confidence);
    }

    /**
     * Bounds a count that scatters as independent events do by tails of one's own.
     *
     * @param mean the expected count, not negative; a forecast below 0 is none
     * @param lowerProbability the chance that a count is at most the low end, above 0
     * @param upperProbability the chance that a count is at most the high end, above the other and below 1
     * @return from the least count with at least the one chance to the least count with at least the other
     */
    public static CountRange poisson(double mean, double lowerProbability, double upperProbability) {
        return range(poisson(mean), lowerProbability, upperProbability, upperProbability - lowerProbability);
    }

    /**
     * Bounds a count that scatters more than independent events do, as most demand does.
     *
     * @param mean the expected count, not negative; a forecast below 0 is none
     * @param variance its variance, such as the mean squared error of past forecasts
     * @param confidence above 0 and below 1
     * @return the range, of a Poisson count where the variance is not above the mean
     */
    public static CountRange negativeBinomial(double mean, double variance, double confidence) {
        if (!(mean > 0 && variance > mean)) {
            return poisson(mean, confidence);
        }
        requireCount(variance);
        double successes = mean * mean / (variance - mean);
        double chance = mean / variance;
        return range(count -> BetaDistribution.of(successes, count + 1.0).cumulativeProbability(chance), confidence);
    }

    /** The chance of at most a count, through the gamma function that it equals. */
    private static LongToDoubleFunction poisson(double mean) {
        requireCount(mean);
        return mean == 0
                ? count -> 1
                : count -> GammaDistribution.of(count + 1.0, 1).survivalProbability(mean);
    }

    private static void requireCount(double expected) {
        if (!(expected >= 0 && expected < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("Expected count (" + expected
                    + ") must be finite and not negative.\nMaybe cut the forecast at 0 first.");
        }
    }

    private static CountRange range(LongToDoubleFunction atMost, double confidence) {
        double tail = (1 - confidence) / 2;
        return range(atMost, tail, 1 - tail, confidence);
    }

    private static CountRange range(LongToDoubleFunction atMost, double lower, double upper, double confidence) {
        if (!(lower > 0 && lower < upper && upper < 1)) {
            throw new IllegalArgumentException("Probabilities (" + lower + " and " + upper
                    + ") must rise between 0 and 1.\nMaybe they are percentages.");
        }
        return new CountRange(least(atMost, lower), least(atMost, upper), confidence);
    }

    /** The least count that has at least this chance not to be passed. */
    private static long least(LongToDoubleFunction atMost, double chance) {
        long high = 1;
        while (atMost.applyAsDouble(high) < chance) {
            high *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (atMost.applyAsDouble(middle) >= chance) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }
}
