package dev.customerservice.metrics.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Comparisons of two shares of different people or tickets. */
public final class Shares {
    /** Two probabilities that differ by less than this part count as equal in Fisher's test, as in R. */
    private static final double RELATIVE_TIE = 1e-7;

    private Shares() {}

    /**
     * Compares two shares: Newcombe's hybrid score interval (1998, method 10) of the difference, and the z test with the pooled share.
     *
     * @param before the earlier share
     * @param after the later share
     * @param confidence the two-sided confidence of the interval, above 0 and below 1
     * @return the later share less the earlier one, or empty where one of the two is undefined
     */
    public static Optional<Change> change(Ratio before, Ratio after, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (!before.isShare() || !after.isShare()) {
            return Optional.empty();
        }
        double earlier = before.value().orElseThrow();
        double later = after.value().orElseThrow();
        ConfidenceInterval ofEarlier = before.interval(confidence).orElseThrow();
        ConfidenceInterval ofLater = after.interval(confidence).orElseThrow();
        double difference = later - earlier;
        double down = Math.hypot(later - ofLater.low(), ofEarlier.high() - earlier);
        double up = Math.hypot(ofLater.high() - later, earlier - ofEarlier.low());
        Ratio pooled = before.plus(after);
        double share = pooled.value().orElseThrow();
        double error = Math.sqrt(share * (1 - share) * (1.0 / before.denominator() + 1.0 / after.denominator()));
        return Optional.of(Change.of(
                difference,
                new ConfidenceInterval(Math.max(-1, difference - down), Math.min(1, difference + up), confidence),
                error));
    }

    /**
     * How often chance alone gives counts at least as unlikely, the totals being what they are: Fisher's exact test, two-sided, for
     * counts too small for the z test.
     *
     * @param before the earlier share
     * @param after the later share
     * @return the probability, or empty where one of the two is undefined
     */
    public static Optional<Double> fisherPValue(Ratio before, Ratio after) {
        if (!before.isShare() || !after.isShare()) {
            return Optional.empty();
        }
        Ratio pooled = before.plus(after);
        HypergeometricDistribution counts = HypergeometricDistribution.of(
                Math.toIntExact(pooled.denominator()),
                Math.toIntExact(pooled.numerator()),
                Math.toIntExact(before.denominator()));
        double observed = counts.probability(Math.toIntExact(before.numerator())) * (1 + RELATIVE_TIE);
        double sum = 0;
        for (int k = counts.getSupportLowerBound(); k <= counts.getSupportUpperBound(); k++) {
            double probability = counts.probability(k);
            sum += probability <= observed ? probability : 0;
        }
        return Optional.of(Math.min(1, sum));
    }
}
