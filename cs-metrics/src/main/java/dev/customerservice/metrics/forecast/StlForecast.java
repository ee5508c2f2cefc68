package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Takes the season off with {@link Stl}, smooths what is left exponentially, and puts the last season on again.
 *
 * @param season the length of a season, 2 or more
 */
public record StlForecast(int season) implements ForecastModel {
    /** Refuses a season of one value. */
    public StlForecast {
        if (season < 2) {
            throw new IllegalArgumentException(
                    "Season (" + season + ") must be 2 or more.\nMaybe exponential smoothing was meant.");
        }
    }

    @Override
    public String id() {
        return "stl." + season;
    }

    @Override
    public Measurement<List<Double>> forecast(List<Double> history, int horizon) {
        ForecastModel.requireHorizon(horizon);
        Optional<Stl> parts = Stl.of(history, season);
        if (parts.isEmpty()) {
            return ForecastModel.tooShort();
        }
        List<Double> swing = parts.get().season();
        List<Double> adjusted = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            adjusted.add(history.get(i) - swing.get(i));
        }
        double level = ExponentialSmoothing.fitted()
                .forecast(adjusted, 1)
                .orElseThrow()
                .get(0);
        List<Double> next = new ArrayList<>();
        for (int step = 0; step < horizon; step++) {
            next.add(level + swing.get(swing.size() - season + step % season));
        }
        return Measurement.value(Collections.unmodifiableList(next), history.size(), LeftOut.none());
    }
}
