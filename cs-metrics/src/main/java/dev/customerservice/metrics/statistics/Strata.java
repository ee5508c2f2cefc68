package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Shares of parts of a whole, and what they say together under three different names: the pooled share, the mean of the shares, and
 * the share standardised to a stated mix. A team that is better in every part may still have the worse pooled share.
 *
 * @param shares the share of each part
 */
public record Strata(List<Ratio> shares) implements Serializable {
    /** Keeps an unmodifiable copy. */
    public Strata {
        shares = List.copyOf(shares);
    }

    /** {@return all that is counted over all it is counted over: the share of the whole} */
    public Ratio pooled() {
        return shares.stream().reduce(Ratio.of(0, 0), Ratio::plus);
    }

    /** {@return the mean of the shares that are defined, each counting alike however few it rests on; empty for none} */
    public OptionalDouble meanOfRates() {
        return shares.stream()
                .filter(share -> share.denominator() > 0)
                .mapToDouble(share -> share.value().orElseThrow())
                .average();
    }

    /**
     * Weighs the shares by a mix of your choice: direct standardisation, and post-stratification where the weights are the people behind
     * each part. Parts without data are left out, and the other weights scaled up.
     *
     * @param weights one for each part, not negative
     * @return Σ weight × share / Σ weight, or empty where no part with data has a weight
     */
    public OptionalDouble standardised(List<Double> weights) {
        requireWeights(weights);
        double sum = 0;
        double all = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).denominator() > 0) {
                sum += weights.get(i) * shares.get(i).value().orElseThrow();
                all += weights.get(i);
            }
        }
        return all > 0 ? OptionalDouble.of(sum / all) : OptionalDouble.empty();
    }

    /**
     * How many answers of a plain sample the weighted ones are worth (Kish 1965): (Σ w)² / Σ w², where each answer of a part weighs its
     * part's weight over the number of its answers.
     *
     * @param weights one for each part, not negative
     * @return the effective number, at most the number of answers; 0 where there is none
     */
    public double effectiveCount(List<Double> weights) {
        requireWeights(weights);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).denominator() > 0) {
                sum += weights.get(i);
                squares += weights.get(i) * weights.get(i) / shares.get(i).denominator();
            }
        }
        return squares > 0 ? sum * sum / squares : 0;
    }

    private void requireWeights(List<Double> weights) {
        if (weights.size() != shares.size()
                || weights.stream().anyMatch(weight -> !(weight >= 0 && weight < Double.POSITIVE_INFINITY))) {
            throw new IllegalArgumentException("Weights (" + weights.size() + ") must be one for each of the "
                    + shares.size() + " parts, finite and none negative.\nMaybe a part was left out.");
        }
    }
}
