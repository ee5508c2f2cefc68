package dev.customerservice.examples;

import dev.customerservice.examples.report.Figure;
import dev.customerservice.examples.report.Forecast;
import dev.customerservice.examples.report.Forecast.Tried;
import dev.customerservice.metrics.forecast.Backtest;
import dev.customerservice.metrics.forecast.CountRange;
import dev.customerservice.metrics.forecast.DemandSeries;
import dev.customerservice.metrics.forecast.ForecastError;
import dev.customerservice.metrics.forecast.ForecastModel;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Forecasts of demand: every candidate is tried on the past, the best one looks ahead, as wide as it was wrong. */
final class Forecasts {
    private static final double CONFIDENCE = 0.95;

    private Forecasts() {}

    /** {@return the next four weeks} */
    static Forecast weeks(KpiReport weekly, Kpi<?, Long> count) {
        DemandSeries all = DemandSeries.of(weekly, count, 1);
        return of(wholeWeeks(all), count, 4, 26, 20);
    }

    /** {@return the next two weeks day by day} */
    static Forecast days(KpiReport daily, Kpi<?, Long> count) {
        return of(DemandSeries.of(daily, count, 7), count, 14, 28, 42);
    }

    /** A week that the period cuts off would look like a fall in demand. */
    private static DemandSeries wholeWeeks(DemandSeries all) {
        List<Period> periods = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int at = 0; at < all.periods().size(); at++) {
            if (all.periods().get(at).unit().isPresent()) {
                periods.add(all.periods().get(at));
                values.add(all.values().get(at));
            }
        }
        return new DemandSeries(periods, values, all.season());
    }

    private record Trial(ForecastModel model, Optional<ForecastError> error) {
        double mae() {
            return error.map(ForecastError::mae).orElse(OptionalDouble.empty()).orElse(Double.POSITIVE_INFINITY);
        }

        Tried tried(boolean isChosen) {
            return new Tried(
                    model.id(),
                    isChosen,
                    error.map(ForecastError::count).orElse(0),
                    number(error.map(ForecastError::mae)),
                    number(error.map(ForecastError::wape)),
                    number(error.map(ForecastError::meanBias)),
                    number(error.map(ForecastError::mase)));
        }

        private static @Nullable Double number(Optional<OptionalDouble> value) {
            return value.isPresent() && value.get().isPresent() ? value.get().getAsDouble() : null;
        }
    }

    /**
     * Tries the models from a number of origins up to the end of the series.
     *
     * @param horizon how many parts to look ahead
     * @param shown how many parts of the past stand beside it
     * @param tested how many parts at the end the models are tried on
     */
    private static Forecast of(DemandSeries series, Kpi<?, Long> count, int horizon, int shown, int tested) {
        int size = series.values().size();
        int origin = size - tested;
        List<Trial> trials = origin < 1
                ? List.of()
                : ForecastModel.candidates(series.season()).stream()
                        .map(model -> new Trial(
                                model, Backtest.rolling(series, origin, horizon).errors(model)))
                        .sorted(Comparator.comparingDouble(Trial::mae))
                        .toList();
        List<Period> past = series.periods().subList(Math.max(0, size - shown), size);
        List<Figure> came = series.values().subList(Math.max(0, size - shown), size).stream()
                .map(value -> Figures.plain(Figure.Unit.COUNT, value.longValue(), 1, new TreeMap<>()))
                .toList();
        List<String> labels =
                new ArrayList<>(past.stream().map(Forecasts::label).toList());
        Optional<Trial> best =
                trials.stream().filter(trial -> trial.error().isPresent()).findFirst();
        if (best.isEmpty()) {
            return new Forecast(
                    "The past is too short to try a forecast on.",
                    count.id(),
                    ForecastModel.TOO_SHORT.code(),
                    labels,
                    came,
                    List.of(),
                    List.of());
        }
        ForecastError error = best.get().error().orElseThrow();
        List<Figure> ahead = new ArrayList<>();
        Period part = series.periods().get(size - 1);
        for (double value :
                best.get().model().forecast(series.values(), horizon).orElseThrow()) {
            part = next(part);
            labels.add(label(part));
            CountRange range = error.range(value, CONFIDENCE);
            ahead.add(Figures.within(
                    Figure.Unit.NUMBER,
                    Math.max(0, value),
                    (double) range.low(),
                    (double) range.high(),
                    error.count()));
        }
        return new Forecast(
                "What came, and what is to be expected with its range of 95 %. The model is the one that erred least when each was tried on the last "
                        + tested + " " + noun(series.season()) + ", " + horizon + " ahead.",
                count.id(),
                null,
                labels,
                came,
                ahead,
                trials.stream()
                        .map(trial -> trial.tried(trial.equals(best.get())))
                        .toList());
    }

    private static String noun(int season) {
        return season == 1 ? "weeks" : "days";
    }

    private static Period next(Period part) {
        Granularity unit = part.unit().orElseThrow();
        LocalDate from = part.untilExclusive();
        return Period.holding(from.atStartOfDay(part.zone()).toInstant(), unit, part.zone());
    }

    private static String label(Period part) {
        return part.label();
    }
}
