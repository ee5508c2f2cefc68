package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the facts once for each cohort, into the cells of all groupings. */
final class Pass {
    private final Measures measures;
    private final Slots slots;
    private final List<Grouping> groupings;
    private final boolean sliced;
    private final Map<Cohort<?>, List<Integer>> cohorts;

    Pass(Measures measures, Slots slots, List<Grouping> groupings) {
        this.measures = measures;
        this.slots = slots;
        this.groupings = groupings;
        this.sliced =
                groupings.stream().anyMatch(grouping -> !grouping.dimensions().isEmpty());
        this.cohorts = measures.byCohort();
    }

    void read(Facts facts) {
        cohorts.forEach((cohort, bases) -> {
            if (cohort instanceof Cohort.Flow<?> flow) {
                flow(flow, bases, facts);
            } else if (cohort instanceof Cohort.Stock stock) {
                stock(stock, bases, facts);
            }
        });
    }

    /** Where a stock is taken: at the end of a period that is still running, as soon as all that is known has happened. */
    static Instant border(Cohort.Stock stock, Period period, Instant asOf) {
        if (stock.border() == Cohort.Border.OPENING) {
            return period.startInclusive();
        }
        boolean running = period.startInclusive().isBefore(asOf) && asOf.isBefore(period.endExclusive());
        return running ? asOf.plusNanos(1) : period.endExclusive();
    }

    private <F extends Fact> void flow(Cohort.Flow<F> cohort, List<Integer> all, Facts facts) {
        List<Integer> bases = new ColumnPass(measures, slots, groupings).read(cohort, all, facts);
        if (bases.isEmpty()) {
            return;
        }
        List<Kpi<F, ?>> kpis = measures.kpis(bases);
        Cell[] cells = new Cell[groupings.size()];
        for (F fact : facts.rows(cohort.kind())) {
            Optional<? extends Moment> moment = cohort.when().of(fact);
            if (moment.isPresent()) {
                long at = Slots.nanos(moment.get().at());
                int top = slots.top(at);
                if (top >= 0) {
                    int part = slots.parts(top) == 0 ? -1 : slots.part(top, at);
                    add(fact, moment.get(), slots.whole(top), part, bases, kpis, cells);
                }
            }
        }
    }

    private <F extends Fact> void add(
            F fact, Moment moment, int whole, int part, List<Integer> bases, List<Kpi<F, ?>> kpis, Cell[] cells) {
        Attributes as = sliced ? moment.as() : Attributes.none();
        for (int g = 0; g < cells.length; g++) {
            cells[g] = groupings.get(g).cell(fact, as);
        }
        for (int i = 0; i < kpis.size(); i++) {
            Accumulator.Buffer<F, ?> counted = null;
            for (Cell cell : cells) {
                counted = cell.add(whole, bases.get(i), kpis.get(i), fact, counted);
                if (part >= 0) {
                    counted = cell.add(part, bases.get(i), kpis.get(i), fact, counted);
                }
            }
        }
    }

    private void stock(Cohort.Stock cohort, List<Integer> bases, Facts facts) {
        TreeSet<Instant> borders = new TreeSet<>();
        for (int slot = 0; slot < slots.size(); slot++) {
            borders.add(border(cohort, slots.period(slot), facts.asOf()));
        }
        List<Instant> rising = List.copyOf(borders);
        List<List<BacklogFacts>> open = facts.openAt(rising, cohort.open());
        List<Kpi<BacklogFacts, ?>> kpis = measures.kpis(bases);
        Cell[] cells = new Cell[groupings.size()];
        for (int slot = 0; slot < slots.size(); slot++) {
            for (BacklogFacts item : open.get(rising.indexOf(border(cohort, slots.period(slot), facts.asOf())))) {
                add(item, item, slot, -1, bases, kpis, cells);
            }
        }
    }
}
