package dev.customerservice.metrics.forecast;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How wrong a forecast was. Each measure is absent where it is undefined: of no value, over a volume of 0, or against a naive forecast
 * that made no error.
 *
 * @param count how many values were forecast
 * @param mae the mean absolute error
 * @param bias the sum of the forecasts less the sum of what came: above 0, too much was forecast
 * @param wape the sum of absolute errors over the sum of what came
 * @param mape the mean of absolute errors over what came, of the values that are not 0
 * @param mapeSkipped how many values are 0 and left out of {@code mape}
 * @param mase the mean absolute error over that of repeating the value some steps before, below 1 when better
 * @param dispersion the sum of squared errors over the sum of what came: how much more they scatter than independent events, whose own
 *     is about 1
 */
public record ForecastError(
        int count,
        OptionalDouble mae,
        OptionalDouble bias,
        OptionalDouble wape,
        OptionalDouble mape,
        int mapeSkipped,
        OptionalDouble mase,
        OptionalDouble dispersion) {
    /**
     * Compares what was forecast with what came.
     *
     * @param actual what came
     * @param forecast what was forecast, one value for each that came
     * @param naiveLag how many steps before lies the value that the naive forecast repeats, 1 or more
     * @return the errors, with the naive forecast made over what came
     */
    public static ForecastError of(List<Double> actual, List<Double> forecast, int naiveLag) {
        return of(actual, forecast, naive(actual, naiveLag));
    }

    /**
     * Compares what was forecast with what came.
     *
     * @param actual what came
     * @param forecast what was forecast, one value for each that came
     * @param naiveError the mean absolute error of the naive forecast, such as over the history; empty where there is none
     * @return the errors
     */
    public static ForecastError of(List<Double> actual, List<Double> forecast, OptionalDouble naiveError) {
        if (actual.size() != forecast.size()) {
            throw new IllegalArgumentException(
                    "Forecast (" + forecast.size() + " values) must have one value for each of the " + actual.size()
                            + " that came.\nMaybe the horizons differ.");
        }
        ForecastModel.requireFinite(forecast);
        int n = ForecastModel.requireFinite(actual).size();
        double absolute = 0;
        double squared = 0;
        double came = 0;
        double sum = 0;
        double relative = 0;
        int zeros = 0;
        for (int i = 0; i < n; i++) {
            double error = forecast.get(i) - actual.get(i);
            absolute += Math.abs(error);
            squared += error * error;
            sum += error;
            came += Math.abs(actual.get(i));
            if (actual.get(i) == 0) {
                zeros++;
            } else {
                relative += Math.abs(error / actual.get(i));
            }
        }
        boolean scaled = n > 0 && naiveError.isPresent() && naiveError.getAsDouble() > 0;
        return new ForecastError(
                n,
                quotient(absolute, n),
                n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum),
                quotient(absolute, came),
                quotient(relative, n - zeros),
                zeros,
                scaled ? OptionalDouble.of(absolute / n / naiveError.getAsDouble()) : OptionalDouble.empty(),
                quotient(squared, came));
    }

    /**
     * Bounds a count around its forecast, as far as past forecasts were wrong: its variance is the forecast times {@code dispersion}.
     *
     * @param forecast the forecast; one below 0 counts as 0
     * @param confidence above 0 and below 1
     * @return the range, of a Poisson count where the dispersion is absent or at most 1
     */
    public CountRange range(double forecast, double confidence) {
        double mean = Math.max(0, forecast);
        return CountRange.negativeBinomial(mean, mean * dispersion.orElse(1), confidence);
    }

    /**
     * Measures the naive forecast: each value is as the one some steps before.
     *
     * @param values the values, oldest first
     * @param lag how many steps before, 1 or more
     * @return its mean absolute error, or empty for a series that is not longer than the lag
     */
    public static OptionalDouble naive(List<Double> values, int lag) {
        if (lag < 1) {
            throw new IllegalArgumentException(
                    "Lag (" + lag + ") must be 1 or more.\nMaybe 1 was meant, the value before.");
        }
        double absolute = 0;
        for (int i = lag; i < values.size(); i++) {
            absolute += Math.abs(values.get(i) - values.get(i - lag));
        }
        return quotient(absolute, Math.max(0, values.size() - lag));
    }

    /** {@return the bias for each value: the mean of forecast less what came, or empty without a value} */
    public OptionalDouble meanBias() {
        return bias.isPresent() ? quotient(bias.getAsDouble(), count) : bias;
    }

    /** {@return {@code mape} where no value is 0, else empty: for readers who must not leave values out} */
    public OptionalDouble strictMape() {
        return mapeSkipped == 0 ? mape : OptionalDouble.empty();
    }

    private static OptionalDouble quotient(double above, double below) {
        return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }
}
