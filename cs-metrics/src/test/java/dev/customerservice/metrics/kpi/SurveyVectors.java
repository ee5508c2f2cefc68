package dev.customerservice.metrics.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.survey.SurveyResponse;
import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.SurveyFacts;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.NetScore;
import dev.customerservice.metrics.statistics.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the measures of surveys for the figures of a case; no formula stands here. */
final class SurveyVectors {
    private SurveyVectors() {}

    /** The outputs of a case, none for a kind that is not about surveys. */
    static Map<String, Object> run(String kind, JsonNode in, JsonNode params) {
        Map<String, @Nullable Object> out = new HashMap<>();
        switch (kind) {
            case "csat", "csat_with_missing" -> csat(in, params, out);
            case "box_scores" -> boxes(in, params, out);
            case "ces" -> effort(in, params, out);
            case "ces_verbal" -> verbal(in, params, out);
            case "survey_response_rate" -> responses(in, out);
            case "sentiment" -> sentiment(in, out);
            default -> {}
        }
        return new HashMap<>(out);
    }

    private static void csat(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        JsonNode range = params.get("scale");
        Optional<Integer> bad = params.has("dissatisfiedTo")
                ? Optional.of(params.get("dissatisfiedTo").asInt())
                : Optional.empty();
        SurveyScale scale = new SurveyScale(
                range.get("min").asInt(),
                range.get("max").asInt(),
                SurveyScale.Direction.HIGHER_IS_BETTER,
                params.get("satisfiedFrom").asInt(),
                bad);
        Map<SurveyFacts, Long> surveys = surveys(in, scale, "csat");
        Measurement<Ratio> satisfied = measure(SurveyKpis.csat(), surveys);
        out.put("responses", satisfied.n());
        out.put("score", Vectors.value(satisfied));
        if (in.has("ratings")) {
            out.put("missing", satisfied.leftOut().total());
            return;
        }
        Measurement<Ratio> dissatisfied = measure(SurveyKpis.dissatisfied("csat"), surveys);
        out.put("satisfied", satisfied.amount().map(Ratio::numerator).orElse(0L));
        out.put("dissatisfied", dissatisfied.amount().map(Ratio::numerator).orElse(0L));
        out.put("mean", measure(SurveyKpis.mean("csat"), surveys).amount().orElse(null));
        out.put(
                "meanRescaled100",
                measure(SurveyKpis.meanOfHundred("csat", scale), surveys)
                        .amount()
                        .orElse(null));
        out.put("net", net(SurveyKpis.net("csat"), surveys, 1));
    }

    private static void boxes(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        JsonNode range = params.get("scale");
        int max = range.get("max").asInt();
        SurveyScale scale = new SurveyScale(
                range.get("min").asInt(), max, SurveyScale.Direction.HIGHER_IS_BETTER, max, Optional.empty());
        Map<SurveyFacts, Long> surveys = surveys(in, scale, "csat");
        out.put("topBox", Vectors.value(measure(SurveyKpis.topBox("csat", 1), surveys)));
        out.put("top2Box", Vectors.value(measure(SurveyKpis.topBox("csat", 2), surveys)));
        out.put("bottomBox", Vectors.value(measure(SurveyKpis.bottomBox("csat", 1), surveys)));
        out.put("bottom2Box", Vectors.value(measure(SurveyKpis.bottomBox("csat", 2), surveys)));
    }

    /** The surveys of a case with the number of each, which may be billions. */
    private static Map<SurveyFacts, Long> surveys(JsonNode in, SurveyScale scale, String name) {
        Map<SurveyFacts, Long> surveys = new HashMap<>();
        SurveyResponse unanswered = SurveyResponse.builder()
                .survey(name)
                .scale(scale)
                .sentAt(Instant.EPOCH)
                .build();
        if (in.has("ratings")) {
            in.get("ratings")
                    .forEach(rating -> surveys.merge(
                            fact(rating.isNull() ? unanswered : rated(unanswered, rating.asInt())), 1L, Long::sum));
        } else {
            in.get("ratingHistogram")
                    .properties()
                    .forEach(field -> surveys.put(
                            fact(rated(unanswered, Integer.parseInt(field.getKey()))),
                            field.getValue().asLong()));
        }
        return surveys;
    }

    private static SurveyFacts fact(SurveyResponse response) {
        return new VectorTickets()
                .facts()
                .surveys(List.of(response))
                .rows(SurveyFacts.class)
                .get(0);
    }

    private static SurveyResponse rated(SurveyResponse sent, int rating) {
        return SurveyResponse.builder()
                .from(sent)
                .answeredAt(Instant.EPOCH)
                .rating(rating)
                .build();
    }

    private static void effort(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        JsonNode range = params.get("scale");
        int min = range.get("min").asInt();
        int max = range.get("max").asInt();
        int easy = params.get("easyFrom").asInt();
        int hard = params.get("hardTo").asInt();
        SurveyScale scale = params.get("higherIsEasier").asBoolean()
                ? new SurveyScale(min, max, SurveyScale.Direction.HIGHER_IS_BETTER, easy, Optional.of(hard))
                : new SurveyScale(
                        min,
                        max,
                        SurveyScale.Direction.LOWER_IS_BETTER,
                        min + max - easy,
                        Optional.of(min + max - hard));
        effort(surveys(in, scale, "ces"), out);
    }

    private static void effort(Map<SurveyFacts, Long> surveys, Map<String, @Nullable Object> out) {
        Measurement<Distribution> points = measure(SurveyKpis.effort("ces"), surveys);
        out.put("responses", points.n());
        out.put("mean", points.amount().map(all -> all.mean().orElseThrow()).orElse(null));
        out.put("easyShare", Vectors.value(measure(SurveyKpis.easy("ces"), surveys)));
        out.put("hardShare", Vectors.value(measure(SurveyKpis.hard("ces"), surveys)));
        out.put("netEasy", net(SurveyKpis.netEasy("ces"), surveys, 100));
    }

    private static void verbal(JsonNode in, JsonNode params, Map<String, @Nullable Object> out) {
        Map<SurveyFacts, Long> surveys = new HashMap<>();
        SurveyScale scale = new SurveyScale(
                EffortLevel.SCALE.lowest(),
                EffortLevel.SCALE.highest(),
                EffortLevel.SCALE.direction(),
                params.get("easyFrom").asInt(),
                Optional.of(params.get("hardTo").asInt()));
        in.get("counts").properties().forEach(field -> {
            SurveyResponse sent = sent("ces", scale);
            surveys.put(
                    fact(rated(sent, EffortLevel.parse(field.getKey()).point())),
                    field.getValue().asLong());
        });
        params.get("mapping").properties().forEach(field -> {
            if (EffortLevel.parse(field.getKey()).point() != field.getValue().asInt()) {
                throw new AssertionError("another mapping than the library's: " + field);
            }
        });
        effort(surveys, out);
    }

    private static void responses(JsonNode in, Map<String, @Nullable Object> out) {
        SurveyResponse sent = sent("csat", SurveyScale.satisfaction(5));
        long bounced = in.get("bounced").asLong();
        long partial = in.get("partial").asLong();
        long complete = in.get("complete").asLong();
        Map<SurveyFacts, Long> surveys = new HashMap<>();
        surveys.put(
                fact(SurveyResponse.builder()
                        .from(sent)
                        .bouncedAt(Instant.EPOCH)
                        .build()),
                bounced);
        surveys.put(
                fact(SurveyResponse.builder()
                        .from(sent)
                        .answeredAt(Instant.EPOCH)
                        .build()),
                partial);
        surveys.put(fact(rated(sent, 5)), complete);
        surveys.put(fact(sent), in.get("sent").asLong() - bounced - partial - complete);
        Measurement<Ratio> rate = measure(SurveyKpis.responseRate("csat"), surveys);
        out.put("delivered", rate.n());
        out.put("completeRate", Vectors.value(rate));
        out.put("completeOrPartialRate", Vectors.value(measure(SurveyKpis.responseRateWithPartial("csat"), surveys)));
        out.put("ofSent", Vectors.value(measure(SurveyKpis.responseRateOfSent("csat"), surveys)));
    }

    private static void sentiment(JsonNode in, Map<String, @Nullable Object> out) {
        SurveyResponse message = sent(SurveyKpis.SENTIMENT, SurveyKpis.TONE);
        Map<SurveyFacts, Long> tones = new HashMap<>();
        tones.put(fact(rated(message, 1)), in.get("positive").asLong());
        tones.put(fact(rated(message, 0)), in.get("neutral").asLong());
        tones.put(fact(rated(message, -1)), in.get("negative").asLong());
        out.put("positiveShare", Vectors.value(measure(SurveyKpis.positiveTone(), tones)));
        out.put("netSentiment", net(SurveyKpis.netTone(), tones, 1));
    }

    private static SurveyResponse sent(String name, SurveyScale scale) {
        return SurveyResponse.builder()
                .survey(name)
                .scale(scale)
                .sentAt(Instant.EPOCH)
                .build();
    }

    private static <F extends Fact, V> Measurement<V> measure(Kpi<F, V> kpi, Map<F, Long> facts) {
        return Vectors.measure(kpi.accumulator(), facts);
    }

    /** The points of a score, or the score itself. */
    private static @Nullable Object net(Kpi<SurveyFacts, NetScore> kpi, Map<SurveyFacts, Long> surveys, int unit) {
        Measurement<NetScore> score = measure(kpi, surveys);
        return unit == 100
                ? score.amount()
                        .flatMap(known -> known.points(24, RoundingMode.HALF_EVEN))
                        .map(BigDecimal::doubleValue)
                        .orElse(null)
                : score.amount().map(known -> known.value().orElseThrow()).orElse(null);
    }
}
