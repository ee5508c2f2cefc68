package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * The interval of any figure of a sample, from samples drawn out of it: the percentile bootstrap (Efron 1979). The seed is part of it, so
 * that a report says the same twice.
 *
 * @param seed what the draws follow from
 * @param draws how many samples are drawn, at least 100
 */
public record Bootstrap(long seed, int draws) implements Serializable {
    private static final int LEAST = 100;

    /** Refuses too few draws. */
    public Bootstrap {
        if (draws < LEAST) {
            throw new IllegalArgumentException(
                    "Draws (" + draws + ") must be at least " + LEAST + ".\nMaybe 2,000 were meant.");
        }
    }

    /**
     * Bounds a figure.
     *
     * @param sample the numbers
     * @param figure the figure of a sample, which must not depend on the order of the numbers
     * @param confidence the two-sided confidence, above 0 and below 1
     * @return the interval between the quantiles of the figure over all draws, or empty for fewer than two numbers
     */
    public Optional<ConfidenceInterval> interval(
            double[] sample, ToDoubleFunction<double[]> figure, double confidence) {
        ConfidenceInterval.requireConfidence(confidence);
        if (sample.length < 2) {
            return Optional.empty();
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        SplittableRandom random = new SplittableRandom(seed);
        double[] figures = new double[draws];
        double[] drawn = new double[sorted.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = sorted[random.nextInt(sorted.length)];
            }
            figures[draw] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        double tail = (1 - confidence) / 2;
        int low = (int) Math.floor(tail * (draws - 1));
        return Optional.of(new ConfidenceInterval(figures[low], figures[draws - 1 - low], confidence));
    }
}
