package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.When;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToLongFunction;

/** The columns that a measure reads, and what of it is no column but code. */
record Inputs<F extends Fact>(
        Set<When<F>> moments,
        Set<NumberColumn<F>> numbers,
        Set<DurationColumn<F>> lengths,
        Set<FlagColumn<F>> flags,
        Set<Filter.Code<F>> codes,
        List<String> code) {
    static <F extends Fact> Inputs<F> of(Kpi<F, ?> kpi) {
        Inputs<F> inputs = new Inputs<>(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new ArrayList<>());
        if (kpi.cohort() instanceof Cohort.Flow<F> flow) {
            inputs.moments.add(flow.when());
            Columnar.of(kpi)
                    .ifPresentOrElse(
                            columnar -> columnar.read(inputs),
                            () -> inputs.code.add(kpi.base().definition().formula()));
        } else {
            inputs.code.add(kpi.cohort().rule());
        }
        return inputs;
    }

    void read(NumberColumn<F> column) {
        numbers.add(column);
    }

    void read(DurationColumn<F> column) {
        lengths.add(column);
    }

    void read(Filter<F> filter) {
        if (filter instanceof Filter.AllOf<F> all) {
            all.parts().forEach(this::read);
        } else if (filter instanceof Filter.AnyOf<F> any) {
            any.parts().forEach(this::read);
        } else if (filter instanceof Filter.Not<F> not) {
            read(not.part());
        } else if (filter instanceof Filter.Flag<F> flag) {
            flags.add(flag.column());
        } else if (filter instanceof Filter.Reached<F> reached) {
            moments.add(reached.when());
        } else if (filter instanceof Filter.Between<F> between) {
            numbers.add(between.column());
        } else if (filter instanceof Filter.Within<F> within) {
            lengths.add(within.column());
        } else if (filter instanceof Filter.Below<F> below) {
            lengths.add(below.column());
        } else if (filter instanceof Filter.Code<F> leaf) {
            codes.add(leaf);
        }
    }

    /** The names of what packed facts have not got. */
    List<String> lackingIn(PackedFacts<F> facts) {
        List<String> lacking = new ArrayList<>(code);
        numbers.stream().filter(column -> facts.find(column) == null).forEach(column -> lacking.add(column.id()));
        lengths.stream().filter(column -> facts.find(column) == null).forEach(column -> lacking.add(column.id()));
        flags.stream().filter(flag -> !answers(facts, flag)).forEach(flag -> lacking.add(flag.id()));
        codes.stream()
                .filter(filter -> facts.column(PackedColumns.Role.CODE, filter) == null)
                .forEach(filter -> lacking.add(filter.text()));
        moments.stream().filter(when -> facts.find(when) == null).forEach(when -> lacking.add(when.id()));
        return Collections.unmodifiableList(lacking);
    }

    private boolean answers(PackedFacts<F> facts, FlagColumn<F> flag) {
        return facts.find(flag) != null || (flag instanceof KeepsTarget keeps && keeps.canReadFrom(facts));
    }

    /** The instants of a moment, off the rows. */
    static <F extends Fact> IntToLongFunction instants(When<F> when, List<F> rows) {
        return row -> {
            Optional<? extends Moment> moment = when.of(rows.get(row));
            return moment.isPresent() ? EpochNanos.of(moment.get().at()) : NumberColumn.ABSENT;
        };
    }
}
