package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.List;

/**
 * A way from the past to the next values. Law: the same history gives the same forecast, and a longer horizon begins with the shorter one.
 */
public interface ForecastModel {
    /** Why there is no forecast: the history is shorter than the model needs. */
    Absence TOO_SHORT = new Absence("history_too_short");

    /** Why there is no forecast: the model multiplies, and the history or the level that it comes to is not above 0. */
    Absence NOT_POSITIVE = new Absence("history_not_positive");

    /** {@return the name with its choices} */
    String id();

    /**
     * Forecasts the next values.
     *
     * @param history the values so far, finite, oldest first
     * @param horizon how many values to forecast, 1 or more
     * @return the values, or why there are none; they are not cut at 0
     */
    Measurement<List<Double>> forecast(List<Double> history, int horizon);

    /**
     * Lists the models that are worth a comparison for a series with a season; those without a season of 2 or more are left out.
     *
     * @param season the length of a season, such as 7 for days
     * @return the naive models, smoothing, and for a season the seasonal ones
     */
    static List<ForecastModel> candidates(int season) {
        return season < 2
                ? List.of(new SeasonalNaive(1), ExponentialSmoothing.fitted())
                : List.of(
                        new SeasonalNaive(1),
                        new SeasonalNaive(season),
                        ExponentialSmoothing.fitted(),
                        HoltWinters.additive(season),
                        HoltWinters.multiplicative(season),
                        new StlForecast(season));
    }

    /** {@return the answer that a history is too short} */
    static Measurement<List<Double>> tooShort() {
        return Measurement.noData(TOO_SHORT, LeftOut.none());
    }

    /**
     * Refuses values of which one is no number, since a forecast from it would be none either.
     *
     * @param values the values
     * @return the same values
     */
    static List<Double> requireFinite(List<Double> values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "Value (" + value + ") must be finite.\nMaybe it was divided by zero.");
            }
        }
        return values;
    }

    /**
     * Refuses a horizon without a value.
     *
     * @param horizon how many values to forecast
     * @return the same number
     */
    static int requireHorizon(int horizon) {
        if (horizon < 1) {
            throw new IllegalArgumentException(
                    "Horizon (" + horizon + ") must be 1 or more.\nMaybe the dates were swapped.");
        }
        return horizon;
    }
}
