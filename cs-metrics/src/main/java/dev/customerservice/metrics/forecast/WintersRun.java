package dev.customerservice.metrics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One run of Holt-Winters over a history. */
final class WintersRun {
    private static final double[] GRID = {0.05, 0.2, 0.4, 0.6, 0.8};

    private final HoltWinters.Shares shares;
    private final boolean multiplies;
    private final double[] season;
    private double level;
    private double trend;
    private int step;
    private double squares;
    private final List<Double> fitted = new ArrayList<>();

    WintersRun(HoltWinters.State start, HoltWinters.Shares shares, boolean multiplies) {
        this.shares = shares;
        this.multiplies = multiplies;
        this.level = start.level();
        this.trend = start.trend();
        this.season = start.season().stream().mapToDouble(value -> value).toArray();
    }

    void follow(double value) {
        int place = step % season.length;
        double foreseen = ahead(1);
        double error = value - foreseen;
        fitted.add(foreseen);
        squares += error * error;
        double before = level;
        double expected = level + trend;
        double adjusted = multiplies ? value / season[place] : value - season[place];
        level = shares.level() * adjusted + (1 - shares.level()) * expected;
        trend = shares.trend() * (level - before) + (1 - shares.trend()) * trend;
        double swing = multiplies ? value / expected : value - expected;
        season[place] = shares.season() * swing + (1 - shares.season()) * season[place];
        step++;
    }

    /** The value some steps ahead of the last one followed. */
    double ahead(int steps) {
        double swing = season[(step + steps - 1) % season.length];
        double expected = level + steps * trend;
        return multiplies ? expected * swing : expected + swing;
    }

    /** Whether nothing was divided by a level or a season of 0. */
    boolean isFinite() {
        return Double.isFinite(level + trend) && Arrays.stream(season).allMatch(Double::isFinite);
    }

    HoltWinters.Smoothed smoothed() {
        List<Double> next = new ArrayList<>();
        for (int i = 0; i < season.length; i++) {
            next.add(season[(step + i) % season.length]);
        }
        return new HoltWinters.Smoothed(fitted, new HoltWinters.State(level, trend, next));
    }

    static HoltWinters.State begin(List<Double> history, int length, boolean multiplies) {
        double first = mean(history.subList(0, length));
        double second = mean(history.subList(length, 2 * length));
        List<Double> season = new ArrayList<>();
        for (double value : history.subList(0, length)) {
            season.add(multiplies ? value / first : value - first);
        }
        double trend = (second - first) / length;
        return new HoltWinters.State(first, trend, season);
    }

    static HoltWinters.Shares best(List<Double> history, HoltWinters.State start, boolean multiplies) {
        HoltWinters.Shares best = new HoltWinters.Shares(GRID[0], GRID[0], GRID[0]);
        double least = Double.POSITIVE_INFINITY;
        for (double ofLevel : GRID) {
            for (double ofTrend : GRID) {
                for (double ofSeason : GRID) {
                    HoltWinters.Shares shares = new HoltWinters.Shares(ofLevel, ofTrend, ofSeason);
                    WintersRun run = new WintersRun(start, shares, multiplies);
                    history.forEach(run::follow);
                    if (run.squares < least) {
                        least = run.squares;
                        best = shares;
                    }
                }
            }
        }
        return best;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }
}
