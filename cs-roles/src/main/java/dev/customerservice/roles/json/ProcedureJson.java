package dev.customerservice.roles.json;

import static dev.customerservice.roles.json.PlaybookJson.each;
import static dev.customerservice.roles.json.PlaybookJson.label;
import static dev.customerservice.roles.json.PlaybookJson.labels;
import static dev.customerservice.roles.json.PlaybookJson.list;
import static dev.customerservice.roles.json.PlaybookJson.need;
import static dev.customerservice.roles.json.PlaybookJson.parsed;

import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.procedure.Procedure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A procedure in a file. */
record ProcedureJson(
        @Nullable String id,
        @Nullable String title,
        @Nullable List<String> sources,
        @Nullable Boolean advice,
        @Nullable String subject,
        @Nullable String opens,
        @Nullable List<String> outcomes,
        @Nullable List<GateJson> gates,
        @Nullable Map<String, String> origin) {

    record GateJson(
            @Nullable String id,
            @Nullable String title,
            @Nullable String by,
            @Nullable List<String> after,
            @Nullable ConditionJson requires,
            @Nullable Boolean standing,
            @Nullable String within,
            @Nullable String counts,
            @Nullable String otherwise,
            @Nullable String ends,
            @Nullable String escalatesTo) {

        Gate toGate() {
            Gate.Builder gate = Gate.builder()
                    .id(need(id, "id"))
                    .title(need(title, "title"))
                    .requires(need(requires, "requires").toCondition())
                    .standing(Boolean.TRUE.equals(standing))
                    .within(parsed(within, Gate.Limit::parse))
                    .otherwise(Optional.ofNullable(otherwise))
                    .ends(Optional.ofNullable(ends))
                    .escalatesTo(Optional.ofNullable(escalatesTo))
                    .after(Optional.ofNullable(after).map(LinkedHashSet::new));
            parsed(by, text -> text).ifPresent(gate::by);
            parsed(counts, text -> label(text, Gate.Counting.class)).ifPresent(gate::counts);
            return gate.build();
        }
    }

    Procedure toProcedure() {
        return Procedure.builder()
                .id(need(id, "id"))
                .title(need(title, "title"))
                .addAllSources(list(sources))
                .advice(Boolean.TRUE.equals(advice))
                .subject(need(subject, "subject"))
                .opens(need(opens, "opens"))
                .addAllOutcomes(list(outcomes))
                .addAllGates(each("gates", gates, GateJson::toGate))
                .putAllOrigin(labels(origin, Catalogue.Origin.class))
                .build();
    }
}
