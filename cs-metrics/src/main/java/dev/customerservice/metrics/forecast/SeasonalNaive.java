package dev.customerservice.metrics.forecast;

import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeats the last season; with a season of 1, the last value. What any other model must beat.
 *
 * @param season the length of a season, 1 or more
 */
public record SeasonalNaive(int season) implements ForecastModel {
    /** Refuses a season without a value. */
    public SeasonalNaive {
        if (season < 1) {
            throw new IllegalArgumentException(
                    "Season (" + season + ") must be 1 or more.\nMaybe 1 was meant, which repeats the last value.");
        }
    }

    @Override
    public String id() {
        return season == 1 ? "naive" : "seasonal_naive." + season;
    }

    @Override
    public Measurement<List<Double>> forecast(List<Double> history, int horizon) {
        ForecastModel.requireHorizon(horizon);
        if (ForecastModel.requireFinite(history).size() < season) {
            return ForecastModel.tooShort();
        }
        int start = history.size() - season;
        List<Double> next = IntStream.range(0, horizon)
                .mapToObj(step -> history.get(start + step % season))
                .toList();
        return Measurement.value(next, history.size(), LeftOut.none());
    }
}
