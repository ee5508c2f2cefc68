package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Optional;
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

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

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
        long state = seed;
        double[] figures = new double[draws];
        double[] drawn = new double[sorted.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < drawn.length; i++) {
                state += GOLDEN_GAMMA;
                drawn[i] = sorted[(int) (((mixed(state) >>> 32) * sorted.length) >>> 32)];
            }
            figures[draw] = figure.applyAsDouble(drawn);
        }
        Arrays.sort(figures);
        double tail = (1 - confidence) / 2;
        int low = (int) Math.floor(tail * (draws - 1));
        return Optional.of(new ConfidenceInterval(figures[low], figures[draws - 1 - low], confidence));
    }

    /** SplitMix64 (Steele, Lea and Flood 2014), written out so that every version of Java draws the same. */
    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
