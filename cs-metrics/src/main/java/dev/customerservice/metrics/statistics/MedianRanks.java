package dev.customerservice.metrics.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.BinomialDistribution;

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
        BinomialDistribution below = BinomialDistribution.of(Math.toIntExact(count), 0.5);
        double tail = (1 - confidence) / 2;
        if (below.probability(0) > tail) {
            return Optional.empty();
        }
        int rank = below.inverseCumulativeProbability(tail);
        while (rank >= 0 && below.cumulativeProbability(rank) > tail) {
            rank--;
        }
        return Optional.of(new MedianRanks(rank, count - 1 - rank, 1 - 2 * below.cumulativeProbability(rank)));
    }
}
