package dev.customerservice.metrics.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * STL: a series as the sum of a trend, a season that may change slowly, and what remains (Cleveland, Cleveland, McRae and Terpenning
 * 1990), without robustness weights.
 *
 * @param trend the trend at each value
 * @param season the season at each value
 * @param remainder the value less both
 */
public record Stl(List<Double> trend, List<Double> season, List<Double> remainder) {
    private static final int PASSES = 2;

    /** Keeps unmodifiable copies. */
    public Stl {
        trend = List.copyOf(trend);
        season = List.copyOf(season);
        remainder = List.copyOf(remainder);
    }

    /**
     * Takes a series apart; the season is smoothed over 7 of its own repetitions and the trend over the span that the authors advise.
     *
     * @param values the series, oldest first
     * @param season the length of a season, 2 or more
     * @return the parts, whose sum is the series, or empty for less than two seasons
     */
    public static Optional<Stl> of(List<Double> values, int season) {
        if (season < 2) {
            throw new IllegalArgumentException(
                    "Season (" + season + ") must be 2 or more.\nMaybe the series has none.");
        }
        int n = ForecastModel.requireFinite(values).size();
        if (n < 2 * season) {
            return Optional.empty();
        }
        int seasonSpan = 7;
        int trendSpan = odd((int) Math.ceil(1.5 * season / (1 - 1.5 / seasonSpan)));
        int lowSpan = odd(season);
        double[] y = values.stream().mapToDouble(value -> value).toArray();
        double[] trend = new double[n];
        double[] swing = new double[n];
        for (int pass = 0; pass < PASSES; pass++) {
            double[] cycles = cycles(minus(y, trend), season, seasonSpan);
            double[] low = Loess.smooth(means(means(means(cycles, season), season), 3), lowSpan);
            for (int i = 0; i < n; i++) {
                swing[i] = cycles[i + season] - low[i];
            }
            trend = Loess.smooth(minus(y, swing), trendSpan);
        }
        return Optional.of(new Stl(list(trend), list(swing), list(minus(minus(y, trend), swing))));
    }

    /** Smooths the values of each place in the season, and adds one season before and one after. */
    private static double[] cycles(double[] values, int season, int span) {
        double[] extended = new double[values.length + 2 * season];
        for (int place = 0; place < season; place++) {
            int count = (values.length - place + season - 1) / season;
            double[] own = new double[count];
            for (int i = 0; i < count; i++) {
                own[i] = values[place + i * season];
            }
            for (int i = -1; i <= count; i++) {
                int index = place + (i + 1) * season;
                if (index < extended.length) {
                    extended[index] = Loess.at(own, i, span);
                }
            }
        }
        return extended;
    }

    private static double[] means(double[] values, int span) {
        double[] means = new double[values.length - span + 1];
        for (int i = 0; i < means.length; i++) {
            means[i] = Arrays.stream(values, i, i + span).sum() / span;
        }
        return means;
    }

    private static double[] minus(double[] values, double[] others) {
        double[] less = new double[values.length];
        Arrays.setAll(less, i -> values[i] - others[i]);
        return less;
    }

    private static int odd(int span) {
        return span % 2 == 0 ? span + 1 : span;
    }

    private static List<Double> list(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
