package dev.customerservice.metrics.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.metrics.statistics.Agreement;
import dev.customerservice.metrics.statistics.Balance;
import dev.customerservice.metrics.statistics.Change;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Geometric;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.PChart;
import dev.customerservice.metrics.statistics.ProportionInterval;
import dev.customerservice.metrics.statistics.RankTest;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Shares;
import dev.customerservice.metrics.statistics.Strata;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.metrics.statistics.WeightedScore;
import dev.customerservice.metrics.statistics.XmrChart;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Asks the public functions of the statistics for the figures of a case; no formula stands here. */
final class StatisticsVectors {
    private static final Duration DAY = Duration.ofDays(1);

    private StatisticsVectors() {}

    static Map<String, Object> run(String kind, JsonNode in, JsonNode params) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "proportion_interval" -> interval(in, params, out);
            case "proportion_change" -> shareChange(in, params, out);
            case "nps" -> promoters(in, out);
            case "nps_rounded" ->
                out.put(
                        "nps",
                        promoters(in)
                                .points(
                                        params.get("decimals").asInt(),
                                        RoundingMode.valueOf(
                                                params.get("rounding").asText()))
                                .map(BigDecimal::intValueExact)
                                .orElse(null));
            case "nps_interval" -> netInterval(in, params, out);
            case "nps_change" -> netChange(in, params, out);
            case "resolution_time_censored" -> survival(in, out);
            case "median_interval" -> medianInterval(in, params, out);
            case "mean_interval" -> meanInterval(in, params, out);
            case "mergeable_moments" -> moments(in, out);
            case "duration_change" -> durationChange(in, out);
            case "lognormal_summary" -> geometric(in, out);
            case "xmr_chart" -> xmr(in, out);
            case "p_chart" -> pChart(in, params, out);
            case "robust_z" -> robust(in, out);
            case "trimmed_mean" ->
                out.put(
                        "value",
                        orNull(numbers(in.get("values"))
                                .trimmedMean(new BigDecimal(
                                        params.get("fractionEachTail").asText()))));
            case "workload_balance" -> balance(in, out);
            case "qa_calibration_kappa" -> kappa(in, out);
            case "weighted_csat" -> weighted(in, out);
            case "pooled_vs_average" -> pooled(in, out);
            case "health_score" -> health(in, params, out);
            default -> throw new AssertionError("unknown kind of case: " + kind);
        }
        return new HashMap<>(out);
    }

    private static Ratio share(JsonNode counts) {
        return Ratio.of(counts.get("successes").asLong(), counts.get("trials").asLong());
    }

    private static double confidence(JsonNode params) {
        return params.get("confidence").asDouble();
    }

    private static void interval(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        String method = params.get("method").asText();
        ProportionInterval by = method.equals("wilson_cc")
                ? ProportionInterval.WILSON_CONTINUITY
                : ProportionInterval.valueOf(method.toUpperCase(Locale.ROOT));
        Optional<ConfidenceInterval> bounds = share(in).interval(by, confidence(params));
        out.put("estimate", orNull(share(in).value()));
        ends(bounds, out);
    }

    private static void ends(Optional<ConfidenceInterval> bounds, Map<String, @Nullable Object> out) {
        out.put("low", bounds.map(ConfidenceInterval::low).orElse(null));
        out.put("high", bounds.map(ConfidenceInterval::high).orElse(null));
    }

    private static void shareChange(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Ratio before = share(in.get("before"));
        Ratio after = share(in.get("after"));
        Optional<Change> change = Shares.change(before, after, confidence(params));
        out.put("difference", change.map(Change::difference).orElse(null));
        out.put("newcombeLow", change.map(known -> known.interval().low()).orElse(null));
        out.put("newcombeHigh", change.map(known -> known.interval().high()).orElse(null));
        out.put("zPooled", orNull(change.map(Change::z).orElse(OptionalDouble.empty())));
        out.put("pValueTwoSided", orNull(change.map(Change::pValue).orElse(OptionalDouble.empty())));
        out.put("fisherPTwoSided", Shares.fisherPValue(before, after).orElse(null));
    }

    private static NetScore promoters(JsonNode in) {
        NetScore all = new NetScore(0, 0, 0);
        for (Map.Entry<String, JsonNode> field : in.get("ratingHistogram").properties()) {
            int rating = Integer.parseInt(field.getKey());
            long count = field.getValue().asLong();
            all = all.plus(NetScore.ofRecommendation(rating, count));
        }
        return all;
    }

    private static void promoters(JsonNode in, Map<String, @Nullable Object> out) {
        NetScore score = promoters(in);
        out.put("responses", score.count());
        out.put("promoters", score.positive());
        out.put("passives", score.neutral());
        out.put("detractors", score.negative());
        out.put("nps", score.points(12, RoundingMode.HALF_EVEN).orElse(null));
        score.variance().ifPresent(variance -> out.put("variancePerResponse", variance));
    }

    private static NetScore score(JsonNode counts) {
        return new NetScore(
                counts.get("promoters").asLong(),
                counts.get("passives").asLong(),
                counts.get("detractors").asLong());
    }

    private static void netInterval(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        NetScore score = score(in);
        boolean adjusted = params.get("method").asText().equals("adjusted_wald");
        Optional<ConfidenceInterval> bounds =
                adjusted ? score.interval(confidence(params)) : score.waldInterval(confidence(params));
        out.put("nps", score.points(12, RoundingMode.HALF_EVEN).orElse(null));
        out.put("centre", orNull(adjusted ? score.adjustedValue() : score.value(), 100));
        out.put("low", bounds.map(known -> known.low() * 100).orElse(null));
        out.put("high", bounds.map(known -> known.high() * 100).orElse(null));
    }

    private static void netChange(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Optional<Change> change = score(in.get("after")).changeFrom(score(in.get("before")), confidence(params));
        out.put("difference", change.map(known -> known.difference() * 100).orElse(null));
        out.put("low", change.map(known -> known.interval().low() * 100).orElse(null));
        out.put("high", change.map(known -> known.interval().high() * 100).orElse(null));
        out.put("z", orNull(change.map(Change::z).orElse(OptionalDouble.empty())));
        out.put("pValueTwoSided", orNull(change.map(Change::pValue).orElse(OptionalDouble.empty())));
    }

    private static void survival(JsonNode in, Map<String, @Nullable Object> out) {
        DurationDistribution.Builder ended = DurationDistribution.builder();
        DurationDistribution.Builder running = DurationDistribution.builder();
        for (JsonNode one : in.get("observations")) {
            (one.get("resolved").asBoolean() ? ended : running)
                    .add(DAY.multipliedBy(one.get("time").asLong()));
        }
        SurvivalCurve curve = SurvivalCurve.of(ended.build(), running.build());
        out.put(
                "steps",
                curve.steps().stream()
                        .map(step -> Map.of("t", days(step.at()), "survival", step.survival()))
                        .toList());
        out.put("median", reached(curve, "0.5"));
        out.put("p90", reached(curve, "0.9"));
        out.put(
                "naiveMedianResolvedOnly",
                curve.ended().median().map(StatisticsVectors::days).orElse(null));
    }

    private static @Nullable Double reached(SurvivalCurve curve, String share) {
        return curve.reach(new BigDecimal(share))
                .filter(SurvivalCurve.Reach::reached)
                .map(reach -> days(reach.length()))
                .orElse(null);
    }

    private static double days(Duration length) {
        return (double) length.toSeconds() / DAY.toSeconds();
    }

    private static void medianInterval(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Distribution values = numbers(in.get("values"));
        Optional<ConfidenceInterval> bounds = values.medianInterval(confidence(params));
        out.put("median", orNull(values.median()));
        ends(bounds, out);
        out.put("coverage", bounds.map(ConfidenceInterval::confidence).orElse(null));
    }

    private static void meanInterval(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Moments moments = Moments.of(array(in.get("values")));
        out.put("mean", moments.count() == 0 ? null : moments.mean());
        ends(moments.meanInterval(confidence(params)), out);
    }

    private static void moments(JsonNode in, Map<String, @Nullable Object> out) {
        Moments all = Moments.none();
        for (JsonNode part : in.get("parts")) {
            all = all.plus(Moments.of(array(part)));
        }
        boolean none = all.count() == 0;
        out.put("count", all.count());
        out.put("mean", none ? null : all.mean());
        out.put("varianceSample", orNull(all.sampleVariance()));
        out.put("min", none ? null : all.least());
        out.put("max", none ? null : all.greatest());
    }

    private static void durationChange(JsonNode in, Map<String, @Nullable Object> out) {
        double[] before = array(in.get("before"));
        double[] after = array(in.get("after"));
        Geometric.Shift shift = Geometric.of(after).changeFrom(Geometric.of(before));
        RankTest ranks = RankTest.of(before, after);
        out.put("geometricMeanRatio", orNull(shift.factor()));
        out.put("welchT", orNull(shift.t()));
        out.put("welchP", orNull(shift.pValue()));
        out.put("mannWhitneyU_before", ranks.u());
        out.put("mannWhitneyP", orNull(ranks.pValue()));
    }

    private static void geometric(JsonNode in, Map<String, @Nullable Object> out) {
        Geometric summary = Geometric.of(array(in.get("values")));
        out.put("geometricMean", orNull(summary.mean()));
        out.put("geometricSd", orNull(summary.standardDeviation()));
        out.put("arithmeticMean", orNull(numbers(in.get("values")).mean()));
    }

    private static void xmr(JsonNode in, Map<String, @Nullable Object> out) {
        XmrChart chart = XmrChart.of(boxed(in.get("values")));
        out.put("centre", orNull(chart.centre()));
        out.put("mrBar", orNull(chart.meanRange()));
        out.put("upper", orNull(chart.upper()));
        out.put("lower", orNull(chart.lower()));
        out.put("mrUpper", orNull(chart.rangeUpper()));
        out.put("outside", chart.outside());
        out.put("runsOfEight", chart.runs());
    }

    private static void pChart(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        List<Ratio> periods = new ArrayList<>();
        in.get("periods").forEach(period -> periods.add(share(period)));
        PChart chart = PChart.of(periods, params.get("sigma").asDouble());
        out.put("centre", orNull(chart.centre()));
        out.put(
                "limits",
                chart.points().stream()
                        .map(point -> Map.of("low", point.low(), "high", point.high(), "outside", point.outside()))
                        .toList());
    }

    private static void robust(JsonNode in, Map<String, @Nullable Object> out) {
        Distribution values = numbers(in.get("values"));
        out.put("median", orNull(values.median()));
        out.put("mad", orNull(values.medianAbsoluteDeviation()));
        List<@Nullable Double> scores = new ArrayList<>();
        boxed(in.get("values")).forEach(value -> scores.add(orNull(values.robustZ(value))));
        out.put("robustZ", scores.contains(null) ? null : scores);
    }

    private static void balance(JsonNode in, Map<String, @Nullable Object> out) {
        Balance balance = Balance.of(boxed(in.get("openPerAgent")).stream()
                .mapToLong(Double::longValue)
                .toArray());
        out.put("gini", orNull(balance.gini()));
        out.put("jain", orNull(balance.jain()));
        out.put("maxToMean", orNull(balance.maxToMean()));
        out.put("coefficientOfVariation", orNull(balance.coefficientOfVariation()));
    }

    private static void kappa(JsonNode in, Map<String, @Nullable Object> out) {
        JsonNode rows = in.get("table");
        long[][] table = IntStream.range(0, rows.size())
                .mapToObj(i ->
                        boxed(rows.get(i)).stream().mapToLong(Double::longValue).toArray())
                .toArray(long[][]::new);
        Agreement agreement = Agreement.of(table);
        out.put("observedAgreement", orNull(agreement.observed()));
        out.put("expectedAgreement", orNull(agreement.expected()));
        out.put("kappa", orNull(agreement.kappa(Agreement.Weights.NONE)));
    }

    private static void weighted(JsonNode in, Map<String, @Nullable Object> out) {
        List<Ratio> shares = new ArrayList<>();
        List<Double> people = new ArrayList<>();
        for (JsonNode part : in.get("strata")) {
            shares.add(Ratio.of(
                    part.get("satisfied").asLong(), part.get("responses").asLong()));
            people.add(part.get("population").asDouble());
        }
        Strata strata = new Strata(shares);
        out.put("raw", orNull(strata.pooled().value()));
        out.put("weighted", orNull(strata.standardised(people)));
        out.put("kishEffectiveN", strata.effectiveCount(people));
    }

    private static void pooled(JsonNode in, Map<String, @Nullable Object> out) {
        List<Double> mix = new ArrayList<>();
        in.get("strata")
                .forEach(part -> mix.add(
                        (double) share(part.get("A")).plus(share(part.get("B"))).denominator()));
        for (String name : List.of("A", "B")) {
            List<Ratio> shares = new ArrayList<>();
            in.get("strata").forEach(part -> shares.add(share(part.get(name))));
            Strata strata = new Strata(shares);
            out.put("pooled" + name, orNull(strata.pooled().value()));
            out.put("meanOfRates" + name, orNull(strata.meanOfRates()));
            out.put("standardised" + name, orNull(strata.standardised(mix)));
        }
    }

    private static void health(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        List<WeightedScore.Component> components = new ArrayList<>();
        for (JsonNode part : in.get("components")) {
            components.add(new WeightedScore.Component(
                    part.get("weight").asDouble(),
                    part.get("score").isNull()
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(part.get("score").asDouble())));
        }
        WeightedScore score =
                WeightedScore.of(components, params.get("minimumCoverage").asDouble());
        out.put("score", orNull(score.value()));
        out.put("coverage", orNull(score.coverage()));
    }

    private static Distribution numbers(JsonNode values) {
        return Distribution.of(boxed(values));
    }

    private static double[] array(JsonNode values) {
        return boxed(values).stream().mapToDouble(value -> value).toArray();
    }

    private static List<Double> boxed(JsonNode values) {
        List<Double> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return orNull(value, 1);
    }

    private static @Nullable Double orNull(OptionalDouble value, double times) {
        return value.isPresent() ? value.getAsDouble() * times : null;
    }
}
