package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;

import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.performance.PerformanceStandard;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A standard of performance in a file. */
record StandardJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable SubjectJson appliesTo,
        @Nullable String area,
        @Nullable BigDecimal weight,
        @Nullable String kpi,
        @Nullable String direction,
        @Nullable BigDecimal good,
        @Nullable BigDecimal exceptional,
        @Nullable Long minimumSample) {

    record SubjectJson(@Nullable String type, @Nullable String id) {
        Subject toSubject() {
            return Subject.of(need(type, "type"), need(id, "id"));
        }
    }

    PerformanceStandard toStandard() {
        PerformanceStandard.Builder standard = PerformanceStandard.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .appliesTo(need(appliesTo, "applies_to").toSubject())
                .area(need(area, "area"))
                .kpi(need(kpi, "kpi"))
                .good(need(good, "good"))
                .exceptional(need(exceptional, "exceptional"));
        parsed(direction, text -> label(text, Direction.class)).ifPresent(standard::direction);
        if (weight != null) {
            standard.weight(weight);
        }
        if (minimumSample != null) {
            standard.minimumSample(minimumSample);
        }
        return standard.build();
    }
}
