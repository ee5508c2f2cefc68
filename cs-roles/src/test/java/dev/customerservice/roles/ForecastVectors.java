package dev.customerservice.roles;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.metrics.forecast.CountRange;
import dev.customerservice.metrics.forecast.ExponentialSmoothing;
import dev.customerservice.metrics.forecast.ForecastError;
import dev.customerservice.metrics.forecast.ForecastModel;
import dev.customerservice.metrics.forecast.HoltWinters;
import dev.customerservice.metrics.forecast.SeasonalNaive;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds models of demand out of the inputs of a case and asks the library; no formula stands here. */
final class ForecastVectors {

    static final Set<String> KINDS = Set.of(
            "seasonal_naive",
            "holt_winters",
            "simple_exponential_smoothing",
            "poisson_prediction_interval",
            "forecast_accuracy");

    /** How this library calls what the cases call otherwise, as its refusals name it. */
    static final Map<String, List<String>> NOUNS = Map.ofEntries(
            Map.entry("alpha", List.of("Share")),
            Map.entry("beta", List.of("Share")),
            Map.entry("gamma", List.of("Share")),
            Map.entry("seasonLength", List.of("Season", "Lag")),
            Map.entry("initialSeasonals", List.of("Initial season")),
            Map.entry("horizon", List.of("Horizon")),
            Map.entry("forecast", List.of("Forecast")),
            Map.entry("actual", List.of("Forecast")),
            Map.entry("mean", List.of("Expected count")),
            Map.entry("lowerProbability", List.of("Probabilities")),
            Map.entry("upperProbability", List.of("Probabilities")));

    private ForecastVectors() {}

    static Map<String, @Nullable Object> run(String kind, JsonNode in) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "seasonal_naive" ->
                out.put(
                        "forecast",
                        next(
                                new SeasonalNaive(in.get("seasonLength").asInt()),
                                in,
                                in.get("horizon").asInt()));
            case "simple_exponential_smoothing" ->
                out.put(
                        "forecast",
                        next(
                                        ExponentialSmoothing.of(in.get("alpha").asDouble())
                                                .startingAt(
                                                        in.get("initialLevel").asDouble()),
                                        in,
                                        1)
                                .get(0));
            case "holt_winters" -> winters(in, out);
            case "poisson_prediction_interval" -> {
                CountRange range = CountRange.poisson(
                        in.get("mean").asDouble(),
                        in.get("lowerProbability").asDouble(),
                        in.get("upperProbability").asDouble());
                out.put("lower", range.low());
                out.put("upper", range.high());
            }
            case "forecast_accuracy" -> accuracy(in, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return out;
    }

    private static void winters(JsonNode in, Map<String, @Nullable Object> out) {
        HoltWinters model = HoltWinters.builder()
                .kind(HoltWinters.Kind.valueOf(in.get("form").asText().toUpperCase(Locale.ROOT)))
                .season(in.get("seasonLength").asInt())
                .shares(new HoltWinters.Shares(
                        in.get("alpha").asDouble(),
                        in.get("beta").asDouble(),
                        in.get("gamma").asDouble()))
                .initial(new HoltWinters.State(
                        in.get("initialLevel").asDouble(),
                        in.get("initialTrend").asDouble(),
                        doubles(in.get("initialSeasonals"))))
                .build();
        out.put("forecast", next(model, in, in.get("horizon").asInt()));
        HoltWinters.Smoothed smoothed = known(model.smooth(doubles(in.get("history"))));
        out.put("fitted", smoothed.fitted());
        out.put("finalLevel", smoothed.end().level());
        out.put("finalTrend", smoothed.end().trend());
    }

    private static void accuracy(JsonNode in, Map<String, @Nullable Object> out) {
        ForecastError error = ForecastError.of(
                doubles(in.get("actual")),
                doubles(in.get("forecast")),
                ForecastError.naive(
                        doubles(in.get("training")), in.get("seasonLength").asInt()));
        out.put("mae", orNull(error.mae()));
        out.put("bias", orNull(error.meanBias()));
        out.put("wape", orNull(error.wape()));
        out.put("mape", orNull(error.strictMape()));
        out.put("mase", orNull(error.mase()));
    }

    private static List<Double> next(ForecastModel model, JsonNode in, int horizon) {
        return known(model.forecast(doubles(in.get("history")), horizon));
    }

    /** A history that gives no forecast is an answer with a reason here, and a refusal in the cases. */
    private static <V> V known(Measurement<V> measurement) {
        if (measurement instanceof Measurement.NoData<V> none) {
            throw new IllegalArgumentException(
                    none.reason().code().startsWith("history_") ? "history (" + none + ")" : none.toString());
        }
        return measurement.orElseThrow();
    }

    private static List<Double> doubles(JsonNode values) {
        List<Double> doubles = new ArrayList<>();
        values.forEach(value -> doubles.add(value.asDouble()));
        return doubles;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
