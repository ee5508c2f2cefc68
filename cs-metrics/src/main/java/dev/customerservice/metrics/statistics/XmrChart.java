package dev.customerservice.metrics.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether a series of figures moves more than by its own noise: the chart of individual values and moving ranges (Wheeler).
 *
 * <p>Centre = mean; limits = mean ± 2.66 × mean moving range; limit of a range = 3.268 × mean moving range. A figure outside the limits,
 * or eight in a row on one side of the centre, is a signal; a figure on the centre breaks a run. Take out a weekly pattern first. Limits
 * are not cut at 0: a lower limit below what is possible says that small figures are no signal.
 *
 * @param values the figures in the order of time
 * @param centre their mean, empty for none
 * @param meanRange the mean distance between neighbours, empty for fewer than two figures
 */
public record XmrChart(List<Double> values, OptionalDouble centre, OptionalDouble meanRange) {
    private static final double LIMIT_FACTOR = 2.66;
    private static final double RANGE_FACTOR = 3.268;
    private static final int RUN = 8;
    private static final double ROUNDING = 1e-12;

    /**
     * Draws up the chart of a series.
     *
     * @param values finite figures in the order of time
     * @return the chart
     */
    public static XmrChart of(List<Double> values) {
        Distribution.Builder ranges = Distribution.builder();
        for (int i = 1; i < values.size(); i++) {
            ranges.add(Math.abs(values.get(i) - values.get(i - 1)));
        }
        return new XmrChart(
                List.copyOf(values),
                Distribution.of(values).mean(),
                ranges.build().mean());
    }

    /** {@return the upper limit of a figure, empty for fewer than two} */
    public OptionalDouble upper() {
        return limit(1);
    }

    /** {@return the lower limit of a figure, empty for fewer than two} */
    public OptionalDouble lower() {
        return limit(-1);
    }

    private OptionalDouble limit(int side) {
        return meanRange.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(centre.getAsDouble() + side * LIMIT_FACTOR * meanRange.getAsDouble());
    }

    /** {@return the upper limit of the distance between neighbours, empty for fewer than two figures} */
    public OptionalDouble rangeUpper() {
        return meanRange.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(RANGE_FACTOR * meanRange.getAsDouble());
    }

    /** {@return the places, from 0, of the figures outside the limits} */
    public List<Integer> outside() {
        List<Integer> outside = new ArrayList<>();
        for (int i = 0; i < values.size() && meanRange.isPresent(); i++) {
            if (values.get(i) > upper().getAsDouble() || values.get(i) < lower().getAsDouble()) {
                outside.add(i);
            }
        }
        return Collections.unmodifiableList(outside);
    }

    /** {@return the places, from 0, of the figures at which a run of eight or more on one side of the centre begins} */
    public List<Integer> runs() {
        List<Integer> runs = new ArrayList<>();
        int start = 0;
        double side = 0;
        for (int i = 0; i <= values.size(); i++) {
            double now = i < values.size() ? side(values.get(i)) : 0;
            if (now == 0 || now != side) {
                start = i;
                side = now;
            }
            if (side != 0 && i - start + 1 == RUN) {
                runs.add(start);
            }
        }
        return Collections.unmodifiableList(runs);
    }

    /** Above the centre, below it or on it; the mean of decimals may miss one that it equals by a few units in the last place. */
    private double side(double value) {
        double distance = value - centre.orElse(0);
        return Math.abs(distance) <= ROUNDING * Math.abs(value) ? 0 : Math.signum(distance);
    }
}
