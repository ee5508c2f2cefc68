package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The weighted mean of components of which some may be missing; the weights of those present are scaled up to the whole.
 *
 * @param value Σ weight × score / Σ weight over the present components; empty where too little weight is present
 * @param coverage the share of the weight that is present, 0 to 1; empty where there is no weight
 */
public record WeightedScore(OptionalDouble value, OptionalDouble coverage) {
    /** Sums of decimal weights may miss the share they equal by a few units in the last place: 0.05 and 0.25 of 0.6 are half. */
    private static final double ROUNDING = 1e-12;

    /**
     * One component.
     *
     * @param weight how much it counts, not negative
     * @param score its score, empty where it is missing
     */
    public record Component(double weight, OptionalDouble score) implements Serializable {
        /** Refuses a weight that is negative or not a number, and a score that is none. */
        public Component {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "Weight (" + weight + ") must be finite and not negative.\nMaybe the score is low instead.");
            }
            if (!Double.isFinite(score.orElse(0))) {
                throw new IllegalArgumentException(
                        "Score (" + score.getAsDouble() + ") must be finite.\nMaybe it is missing: leave it empty.");
            }
        }

        private Object writeReplace() {
            return new Sent(weight, score.isPresent() ? score.getAsDouble() : null);
        }

        /** What it is serialized as, because an {@link OptionalDouble} cannot be. */
        private record Sent(double weight, @Nullable Double score) implements Serializable {
            private Object readResolve() {
                return new Component(weight, score == null ? OptionalDouble.empty() : OptionalDouble.of(score));
            }
        }
    }

    /**
     * Weighs components.
     *
     * @param components the components
     * @param minimumCoverage the least share of the weight that must be present, 0 to 1
     * @return their score
     */
    public static WeightedScore of(List<Component> components, double minimumCoverage) {
        double all = 0;
        double present = 0;
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (Component component : components) {
            all += component.weight();
            if (component.score().isPresent()) {
                double score = component.score().getAsDouble();
                present += component.weight();
                sum += component.weight() * score;
                least = Math.min(least, score);
                most = Math.max(most, score);
            }
        }
        if (!(all > 0)) {
            return new WeightedScore(OptionalDouble.empty(), OptionalDouble.empty());
        }
        boolean enough = present > 0 && present / all >= minimumCoverage - ROUNDING;
        // rounding takes weights of 0.15, 0.1 and 0.05 on a score of 100 beyond 100
        return new WeightedScore(
                enough ? OptionalDouble.of(Math.max(least, Math.min(most, sum / present))) : OptionalDouble.empty(),
                OptionalDouble.of(present / all));
    }
}
