package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Forecasts the past as it lay ahead: from each of many origins a model sees only what was before it, and is compared with what came.
 *
 * @param series what came
 * @param firstOrigin how many values the first forecast may see
 * @param horizon how many values each forecast is for
 */
public record Backtest(DemandSeries series, int firstOrigin, int horizon) {
    /** Checks that there is a forecast to make. */
    public Backtest {
        if (firstOrigin < 1
                || horizon < 1
                || firstOrigin + horizon > series.values().size()) {
            throw new IllegalArgumentException(
                    "Backtest (from " + firstOrigin + ", " + horizon + " ahead) must lie within the "
                            + series.values().size() + " values of its series.\nMaybe collect a longer past.");
        }
    }

    /**
     * Tries a model at every origin, one value apart.
     *
     * @param series what came
     * @param firstOrigin how many values the first forecast may see, 1 or more
     * @param horizon how many values each forecast is for, 1 or more
     * @return the backtest
     */
    public static Backtest rolling(DemandSeries series, int firstOrigin, int horizon) {
        return new Backtest(series, firstOrigin, horizon);
    }

    /**
     * Measures a model over all origins together.
     *
     * @param model the model
     * @return its errors, against the naive forecast of the season before within the first history; empty where it could not forecast from
     *     every origin
     */
    public Optional<ForecastError> errors(ForecastModel model) {
        List<Double> came = new ArrayList<>();
        List<Double> forecast = new ArrayList<>();
        List<Double> values = series.values();
        for (int origin = firstOrigin; origin + horizon <= values.size(); origin++) {
            Measurement<List<Double>> next = model.forecast(values.subList(0, origin), horizon);
            if (next.amount().isEmpty()) {
                return Optional.empty();
            }
            came.addAll(values.subList(origin, origin + horizon));
            forecast.addAll(next.orElseThrow());
        }
        OptionalDouble naive = ForecastError.naive(values.subList(0, firstOrigin), series.season());
        return Optional.of(ForecastError.of(came, forecast, naive));
    }

    /**
     * Chooses the model with the least mean absolute error; of equal ones the first.
     *
     * @param models the models
     * @return the best one, or empty where none could forecast from every origin
     */
    public Optional<ForecastModel> best(Collection<? extends ForecastModel> models) {
        record Tried(ForecastModel model, double mae) {}
        return models.stream()
                .flatMap(model -> errors(model).stream()
                        .map(error -> new Tried(model, error.mae().orElse(Double.POSITIVE_INFINITY))))
                .min(Comparator.comparingDouble(Tried::mae))
                .map(Tried::model);
    }
}
