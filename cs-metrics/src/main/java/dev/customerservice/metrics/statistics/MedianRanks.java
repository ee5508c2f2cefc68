package dev.customerservice.metrics.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The ranks between which the median of a population lies, from order statistics alone: no assumption about the values.
 *
 * @param lower the rank of the lower end, from 0
 * @param upper the rank of the upper end, from 0
 * @param coverage how often such ends hold the median, at least the confidence asked for
 */
record MedianRanks(long lower, long upper, double coverage) {
    /** The narrowest pair of mirrored ranks that covers enough; none for a sample too small to. */
    static Optional<MedianRanks> of(long count, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (count == 0) {
            return Optional.empty();
        }
        double tail = (1 - confidence) / 2;
        if (upTo(0, count) > tail) {
            return Optional.empty();
        }
        long rank = 0;
        long over = count / 2;
        while (over - rank > 1) {
            long middle = rank + (over - rank) / 2;
            if (upTo(middle, count) > tail) {
                over = middle;
            } else {
                rank = middle;
            }
        }
        return Optional.of(new MedianRanks(rank, count - 1 - rank, 1 - 2 * upTo(rank, count)));
    }

    /** The chance that at most so many of all lie below the median, through the beta function that it equals. */
    private static double upTo(long below, long count) {
        return BetaDistribution.of((double) (count - below), below + 1.0).cumulativeProbability(0.5);
    }
}
