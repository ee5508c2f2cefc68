package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How evenly work is spread: figures over the load of each person, of which none is an average of people.
 *
 * <p>Undefined for nobody, and where there is no work at all.
 *
 * @param gini 0 where all carry the same, towards 1 where one carries all: Σ (2 i - n - 1) xᵢ / (n Σ x) over rising xᵢ
 * @param jain 1 where all carry the same, 1/n where one carries all: (Σ x)² / (n Σ x²), which is 1 / (1 + cv²)
 * @param maxToMean the greatest load over the mean load
 * @param coefficientOfVariation the population standard deviation over the mean
 */
public record Balance(
        OptionalDouble gini, OptionalDouble jain, OptionalDouble maxToMean, OptionalDouble coefficientOfVariation)
        implements Serializable {
    /**
     * Looks at the load of each person.
     *
     * @param loads one number a person, not negative
     * @return the figures
     */
    public static Balance of(long... loads) {
        long[] rising = loads.clone();
        Arrays.sort(rising);
        if (rising.length > 0 && rising[0] < 0) {
            throw new IllegalArgumentException(
                    "Load (" + rising[0] + ") must not be negative.\nMaybe it is a difference.");
        }
        double n = rising.length;
        double sum = 0;
        double ranked = 0;
        for (int i = 0; i < rising.length; i++) {
            sum += rising[i];
            // differences of mirrored places, so that equal loads leave nothing
            int mirrored = rising.length - 1 - i;
            ranked += i > mirrored ? (double) (i - mirrored) * (rising[i] - rising[mirrored]) : 0;
        }
        if (sum == 0) {
            return new Balance(
                    OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
        }
        double mean = sum / n;
        double variance = Moments.of(Arrays.stream(rising).asDoubleStream().toArray())
                .populationVariance()
                .orElse(0);
        double variation = Math.sqrt(variance) / mean;
        return new Balance(
                OptionalDouble.of(ranked / (n * sum)),
                OptionalDouble.of(1 / (1 + variation * variation)),
                OptionalDouble.of(rising[rising.length - 1] / mean),
                OptionalDouble.of(variation));
    }
}
