package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Simple exponential smoothing: the level follows each value by a share of the error, and the forecast is the last level.
 *
 * @param alpha the share, 0 to 1; empty to choose it by the least squared error one step ahead, among 0.05, 0.10 … 1
 * @param initialLevel the level before the first value; empty to begin at the first value
 */
public record ExponentialSmoothing(OptionalDouble alpha, OptionalDouble initialLevel) implements ForecastModel {
    /** Refuses a share outside its range. */
    public ExponentialSmoothing {
        alpha.ifPresent(share -> {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "Share (" + share + ") must be from 0 to 1.\nMaybe it is a percentage.");
            }
        });
    }

    /**
     * Smooths by a known share.
     *
     * @param alpha the share of each error that the level follows, 0 to 1
     * @return the model that begins at the first value
     */
    public static ExponentialSmoothing of(double alpha) {
        return new ExponentialSmoothing(OptionalDouble.of(alpha), OptionalDouble.empty());
    }

    /** {@return the model that chooses its share by the history} */
    public static ExponentialSmoothing fitted() {
        return new ExponentialSmoothing(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /**
     * Begins at a known level, such as that of an earlier run.
     *
     * @param level the level before the first value
     * @return the model
     */
    public ExponentialSmoothing startingAt(double level) {
        return new ExponentialSmoothing(alpha, OptionalDouble.of(level));
    }

    @Override
    public String id() {
        return "exponential_smoothing"
                + (alpha.isPresent() ? "." + alpha.getAsDouble() : "")
                + (initialLevel.isPresent() ? ".from." + initialLevel.getAsDouble() : "");
    }

    @Override
    public Measurement<List<Double>> forecast(List<Double> history, int horizon) {
        ForecastModel.requireHorizon(horizon);
        if (ForecastModel.requireFinite(history).isEmpty()) {
            return ForecastModel.tooShort();
        }
        double start = initialLevel.orElse(history.get(0));
        double share = alpha.orElseGet(() -> best(history, start));
        double level = start;
        for (double value : history) {
            level += share * (value - level);
        }
        return Measurement.value(Collections.nCopies(horizon, level), history.size(), LeftOut.none());
    }

    private static double best(List<Double> history, double start) {
        double best = 1;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 1; step <= 20; step++) {
            double share = step / 20.0;
            double level = start;
            double squares = 0;
            for (double value : history) {
                squares += (value - level) * (value - level);
                level += share * (value - level);
            }
            if (squares < least) {
                least = squares;
                best = share;
            }
        }
        return best;
    }
}
