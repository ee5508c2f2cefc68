package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a share moves more than by chance: the chart of shares, with limits for each period's own count.
 *
 * <p>Centre p = all successes / all trials; limits of a period = p ± sigma × √(p (1 - p) / its trials), within [0, 1].
 *
 * @param centre the pooled share, empty where nothing was counted
 * @param points one for each period
 */
public record PChart(OptionalDouble centre, List<Point> points) {
    /** Keeps an unmodifiable copy. */
    public PChart {
        points = List.copyOf(points);
    }

    /**
     * One period.
     *
     * @param share what was counted
     * @param low the lower limit
     * @param high the upper limit
     * @param outside whether the share lies outside; a period without trials does not
     */
    public record Point(Ratio share, double low, double high, boolean outside) implements Serializable {}

    /**
     * Draws up the chart of shares.
     *
     * @param periods the share of each period in the order of time
     * @param sigma how many standard errors the limits lie from the centre; 3 by custom
     * @return the chart
     */
    public static PChart of(List<Ratio> periods, double sigma) {
        if (!(sigma >= 0)) {
            throw new IllegalArgumentException(
                    "Distance of the limits (" + sigma + ") must not be negative.\nMaybe 3 was meant.");
        }
        Ratio pooled = periods.stream().reduce(Ratio.of(0, 0), Ratio::plus);
        double centre = pooled.value().orElse(0);
        return new PChart(
                pooled.value(),
                periods.stream().map(share -> point(share, centre, sigma)).toList());
    }

    private static Point point(Ratio share, double centre, double sigma) {
        if (share.denominator() == 0) {
            return new Point(share, 0, 1, false);
        }
        double reach = sigma * Math.sqrt(centre * (1 - centre) / share.denominator());
        double low = Math.max(0, centre - reach);
        double high = Math.min(1, centre + reach);
        double value = share.value().orElseThrow();
        return new Point(share, low, high, value < low || value > high);
    }
}
