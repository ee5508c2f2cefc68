package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.PackedFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Packs the columns that measures and dimensions read. */
final class Packing {
    private final List<Kpi<?, ?>> bases;
    private final List<List<Dimension<?>>> groupings;

    Packing(List<Kpi<?, ?>> bases, List<List<Dimension<?>>> groupings) {
        this.bases = bases;
        this.groupings = groupings;
    }

    Facts pack(Facts facts) {
        Map<Class<?>, PackedFacts.Builder<?>> kinds = new LinkedHashMap<>();
        bases.forEach(base -> add(base, facts, kinds));
        Facts packed = facts;
        for (PackedFacts.Builder<?> columns : kinds.values()) {
            packed = packed.with(columns.build());
        }
        return packed;
    }

    private <F extends Fact> void add(Kpi<F, ?> kpi, Facts facts, Map<Class<?>, PackedFacts.Builder<?>> kinds) {
        if (!(kpi.cohort() instanceof Cohort.Flow<F> flow) || !facts.hasRows(flow.kind())) {
            return;
        }
        List<F> rows = facts.rows(flow.kind());
        // a builder stands under the kind of its facts
        @SuppressWarnings("unchecked")
        PackedFacts.Builder<F> columns =
                (PackedFacts.Builder<F>) kinds.computeIfAbsent(flow.kind(), any -> begun(flow.kind(), rows, facts));
        columns.readBy(kpi);
        groupings.forEach(dimensions -> dimensions.forEach(dimension -> code(dimension, flow.when(), rows, columns)));
    }

    private static <F extends Fact> PackedFacts.Builder<F> begun(Class<F> kind, List<F> rows, Facts facts) {
        PackedFacts.Builder<F> columns = facts.columns(kind).orElse(null) instanceof PackedFacts<F> known
                ? known.toBuilder()
                : PackedFacts.builder(kind, rows.size(), facts.asOf());
        return columns.rows(rows);
    }

    private static <F extends Fact, D> void code(
            Dimension<D> dimension, When<F> when, List<F> rows, PackedFacts.Builder<F> columns) {
        if (!columns.has(dimension, when)) {
            columns.values(dimension, when, row -> value(dimension, when, rows.get(row)));
        }
    }

    /** A fact that has not come to the moment is not counted by it, so it may have no value. */
    private static <F extends Fact, D> Optional<? extends D> value(Dimension<D> dimension, When<F> when, F fact) {
        Optional<? extends Moment> moment = when.of(fact);
        return moment.isPresent() ? dimension.of(fact, moment.get().as()) : Optional.empty();
    }
}
