package dev.customerservice.metrics.statistics;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Whether one sample tends to be larger than another, whatever the shape of the values: the test of Mann and Whitney (1947).
 *
 * @param u how many pairs have the greater value in the first sample, ties counting a half
 * @param pValue how often chance alone gives a u as far from the middle; empty where a sample is empty
 */
public record RankTest(double u, OptionalDouble pValue) {
    /** Up to this many pairs the distribution of u is counted out, without ties; beyond, it is near enough to normal. */
    private static final int EXACT_PAIRS = 2_500;

    /**
     * Compares two samples.
     *
     * @param first the finite numbers of the first sample
     * @param second the finite numbers of the second sample
     * @return the test: exact without ties and for up to 2,500 pairs, else by the normal approximation, corrected for ties and steps
     */
    public static RankTest of(double[] first, double[] second) {
        double[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        for (double number : all) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(
                        "Number (" + number + ") must be finite.\nMaybe it was divided by zero.");
            }
        }
        double u = 0;
        double[] sorted = second.clone();
        Arrays.sort(sorted);
        for (double number : first) {
            int below = lowerBound(sorted, number);
            int equal = lowerBound(sorted, Math.nextUp(number)) - below;
            u += below + equal / 2.0;
        }
        if (first.length == 0 || second.length == 0) {
            return new RankTest(u, OptionalDouble.empty());
        }
        double tied = tied(all);
        boolean exact = tied == 0 && (long) first.length * second.length <= EXACT_PAIRS;
        double p = exact ? exact(first.length, second.length, u) : normal(first.length, second.length, tied, u);
        return new RankTest(u, OptionalDouble.of(Math.min(1, p)));
    }

    private static int lowerBound(double[] sorted, double number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Counts the orders of both samples by their u, one number of the first sample after another. */
    private static double exact(int first, int second, double u) {
        int pairs = first * second;
        double[][] shares = new double[second + 1][pairs + 1];
        for (double[] row : shares) {
            row[0] = 1;
        }
        for (int m = 1; m <= first; m++) {
            double[][] next = new double[second + 1][pairs + 1];
            next[0][0] = 1;
            for (int n = 1; n <= second; n++) {
                double takeFirst = (double) m / (m + n);
                for (int i = 0; i <= m * n; i++) {
                    next[n][i] = (i >= n ? takeFirst * shares[n][i - n] : 0) + (1 - takeFirst) * next[n - 1][i];
                }
            }
            shares = next;
        }
        double least = Math.min(u, pairs - u);
        double tail = 0;
        for (int i = 0; i <= least; i++) {
            tail += shares[second][i];
        }
        return 2 * tail;
    }

    /** The sum of t³ - t over all t numbers that are alike, be they of one sample or of both. */
    private static double tied(double[] all) {
        Arrays.sort(all);
        double tied = 0;
        for (int from = 0, to; from < all.length; from = to) {
            to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            double t = (double) to - from;
            tied += t * t * t - t;
        }
        return tied;
    }

    private static double normal(double m, double n, double tied, double u) {
        double variance = m * n / 12 * (m + n + 1 - tied / ((m + n) * (m + n - 1)));
        double distance = Math.max(0, Math.abs(u - m * n / 2) - 0.5);
        return variance > 0 ? 2 * NormalDistribution.of(0, 1).survivalProbability(distance / Math.sqrt(variance)) : 1;
    }
}
