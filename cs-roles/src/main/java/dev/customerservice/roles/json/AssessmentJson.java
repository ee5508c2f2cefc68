package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.each;
import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.labels;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.map;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;
import static dev.customerservice.roles.json.PlaybookJson.texts;

import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.catalogue.Scale;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An assessment in a file. */
record AssessmentJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable Boolean advice,
        @Nullable String subject,
        @Nullable ScaleJson scale,
        @Nullable BigDecimal minimumCoverage,
        @Nullable Integer anonymityFloor,
        @Nullable String combine,
        @Nullable List<LevelJson> levels,
        @Nullable List<CriterionJson> criteria,
        @Nullable Map<String, String> origin) {

    record ScaleJson(
            @Nullable String id,
            @Nullable List<PointJson> points,
            @Nullable Map<String, Map<Integer, Integer>> mappings) {
        Scale toScale() {
            Scale.Builder scale = Scale.builder().id(need(id, "id"));
            list(points).forEach(point -> scale.addPoint(need(point.level, "level"), need(point.label, "label")));
            map(mappings).forEach(scale::mapping);
            return scale.build();
        }
    }

    record PointJson(@Nullable Integer level, @Nullable String label) {}

    record LevelJson(
            @Nullable String id,
            @Nullable String title,
            @Nullable Map<String, BigDecimal> minimumByCategory,
            @Nullable List<String> kpis,
            @Nullable List<String> practices) {
        Assessment.Level toLevel() {
            return new Assessment.Level(
                    need(id, "id"),
                    need(title, "title"),
                    new TreeMap<>(map(minimumByCategory)),
                    list(kpis),
                    list(practices));
        }
    }

    record MeasuredJson(
            @Nullable String kind,
            @Nullable Map<String, Object> where,
            @Nullable String detail,
            @Nullable BigDecimal worst,
            @Nullable BigDecimal best) {
        Criterion.Measured toMeasured() {
            return new Criterion.Measured(
                    need(kind, "kind"), texts(where), need(detail, "detail"), need(worst, "worst"), need(best, "best"));
        }
    }

    record CriterionJson(
            @Nullable String id,
            @Nullable String statement,
            @Nullable String category,
            @Nullable BigDecimal weight,
            @Nullable Boolean required,
            @Nullable Boolean critical,
            @Nullable BigDecimal minimum,
            @Nullable String level,
            @Nullable ScaleJson scale,
            @Nullable ConditionJson shown,
            @Nullable MeasuredJson measured) {
        Criterion toCriterion() {
            return Criterion.builder()
                    .id(need(id, "id"))
                    .statement(need(statement, "statement"))
                    .category(need(category, "category"))
                    .weight(weight == null ? BigDecimal.ONE : weight)
                    .required(Boolean.TRUE.equals(required))
                    .critical(Boolean.TRUE.equals(critical))
                    .minimum(Optional.ofNullable(minimum))
                    .level(Optional.ofNullable(level))
                    .scale(Optional.ofNullable(scale).map(ScaleJson::toScale))
                    .shown(Optional.ofNullable(shown).map(ConditionJson::toCondition))
                    .measured(Optional.ofNullable(measured).map(MeasuredJson::toMeasured))
                    .build();
        }
    }

    Assessment toAssessment() {
        Assessment.Builder assessment = Assessment.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .advice(Boolean.TRUE.equals(advice))
                .subject(need(subject, "subject"))
                .putAllOrigin(labels(origin, Catalogue.Origin.class));
        assessment.addAllLevels(each("levels", levels, LevelJson::toLevel));
        assessment.addAllCriteria(each("criteria", criteria, CriterionJson::toCriterion));
        parsed(combine, text -> label(text, Assessment.Combine.class)).ifPresent(assessment::combine);
        if (scale != null) {
            assessment.scale(scale.toScale());
        }
        if (minimumCoverage != null) {
            assessment.minimumCoverage(minimumCoverage);
        }
        if (anonymityFloor != null) {
            assessment.anonymityFloor(anonymityFloor);
        }
        return assessment.build();
    }
}
