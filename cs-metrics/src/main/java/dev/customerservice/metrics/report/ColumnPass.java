package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.ColumnCount;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.PackedFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads what can be read from columns, and says what is left for the rows. */
final class ColumnPass {
    private final Measures measures;
    private final Slots slots;
    private final List<Grouping> groupings;
    /** All stretches that are not cut further; a period is some of them, one after the other. */
    private final List<Integer> leaves;
    /** The first of them for each slot, and the one behind the last. */
    private final int[] from;

    private final int[] to;

    ColumnPass(Measures measures, Slots slots, List<Grouping> groupings) {
        this.measures = measures;
        this.slots = slots;
        this.groupings = groupings;
        this.leaves = slots.leaves();
        this.from = new int[slots.size()];
        this.to = new int[slots.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            boolean isLeaf = leaves.contains(slot);
            from[slot] = leaves.indexOf(isLeaf ? slot : slot + 1);
            to[slot] = from[slot] + (isLeaf ? 1 : slots.partsOfWhole(slot));
        }
    }

    /** Counts what the columns have; answers the bases that are left. */
    <F extends Fact> List<Integer> read(Cohort.Flow<F> cohort, List<Integer> bases, Facts facts) {
        if (!(facts.columns(cohort.kind()).orElse(null) instanceof PackedFacts<F> packed)) {
            return bases;
        }
        List<String> missing = missing(cohort, packed);
        List<Integer> left = new ArrayList<>();
        List<Integer> here = new ArrayList<>();
        for (int base : bases) {
            List<String> lacking = new ArrayList<>(missing);
            lacking.addAll(packed.lacks(measures.<F>kpis(List.of(base)).get(0)));
            if (!lacking.isEmpty() && !facts.hasRows(cohort.kind())) {
                throw new IllegalArgumentException("Measure ("
                        + measures.bases().get(base).id() + ") must find its columns, but " + lacking
                        + " are not packed.\nMaybe add them, or give rows(...) for what is code of your own.");
            }
            (lacking.isEmpty() ? here : left).add(base);
        }
        if (!here.isEmpty()) {
            count(cohort, packed, here);
        }
        return left;
    }

    private <F extends Fact> List<String> missing(Cohort.Flow<F> cohort, PackedFacts<F> packed) {
        List<String> missing = new ArrayList<>();
        for (Grouping grouping : groupings) {
            for (Dimension<?> dimension : grouping.dimensions()) {
                if (!packed.has(dimension, cohort.when())) {
                    missing.add(dimension.id());
                }
            }
        }
        return missing;
    }

    private <F extends Fact> void count(Cohort.Flow<F> cohort, PackedFacts<F> packed, List<Integer> bases) {
        List<List<Facet<?>>> cuts = new ArrayList<>();
        for (Grouping grouping : groupings) {
            if (!grouping.dimensions().isEmpty()) {
                cuts.add(List.copyOf(grouping.dimensions()));
            }
        }
        if (cuts.isEmpty()) {
            cuts.add(List.of());
        }
        List<Kpi<F, ?>> kpis = measures.kpis(bases);
        ColumnCount<F> counted = ColumnCount.of(
                packed, cohort.when(), nanos(Period::startInclusive), nanos(Period::endExclusive), cuts, kpis);
        int cut = 0;
        for (Grouping grouping : groupings) {
            if (grouping.dimensions().isEmpty()) {
                all(grouping.cell(List.of()), counted, bases);
            } else {
                each(grouping, counted, cut++, bases);
            }
        }
    }

    private long[] nanos(Function<Period, Instant> end) {
        return leaves.stream()
                .mapToLong(slot -> Slots.nanos(end.apply(slots.period(slot))))
                .toArray();
    }

    private void all(Cell cell, ColumnCount<?> counted, List<Integer> bases) {
        for (int i = 0; i < bases.size(); i++) {
            int kpi = i;
            cell.count(
                    bases.get(i),
                    measures.bases().get(bases.get(i)),
                    slot -> counted.state(0, from[slot], to[slot], kpi));
        }
    }

    private void each(Grouping grouping, ColumnCount<?> counted, int cut, List<Integer> bases) {
        List<List<Optional<?>>> keys = counted.keys(cut);
        for (int k = 0; k < keys.size(); k++) {
            int key = k;
            Cell cell = grouping.cell(keys.get(k));
            for (int i = 0; i < bases.size(); i++) {
                int kpi = i;
                cell.count(
                        bases.get(i),
                        measures.bases().get(bases.get(i)),
                        slot -> counted.state(cut, key, from[slot], to[slot], kpi));
            }
        }
    }
}
