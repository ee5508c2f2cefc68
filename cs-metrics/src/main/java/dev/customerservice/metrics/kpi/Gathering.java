package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;

/** The lengths of all measures of times, cell by cell, copied in one pass when the first of them is asked for. */
final class Gathering<F extends Fact> {
    private final PackedFacts<F> facts;
    private final Slicing<F> slicing;
    private final BlockPass<F> counted;
    private final List<Wanted<F>> wanted = new ArrayList<>();
    private final List<CellScatter> gathered = new ArrayList<>();

    private record Wanted<F extends Fact>(int grouping, Collecting.Durations<F> of, IntToLongFunction sizes) {}

    Gathering(PackedFacts<F> facts, Slicing<F> slicing, BlockPass<F> counted) {
        this.facts = facts;
        this.slicing = slicing;
        this.counted = counted;
    }

    /** Asks for the lengths of a measure, and answers their number. */
    int add(int grouping, Collecting.Durations<F> of, IntToLongFunction sizes) {
        wanted.add(new Wanted<>(grouping, of, sizes));
        return wanted.size() - 1;
    }

    synchronized LongBuffer lengths(int place, int[] cells) {
        if (gathered.isEmpty()) {
            BlockPass<F> pass = new BlockPass<>(facts, slicing);
            wanted.forEach(one -> gathered.add(pass.add(one.grouping, scatter(one, pass.plan()))));
            pass.run();
        }
        return gathered.get(place).lengths(cells);
    }

    private CellScatter scatter(Wanted<F> one, BlockPlan<F> plan) {
        PackedColumn column = plan.column(facts.find(one.of.of()));
        Block seen = plan.then(plan.filter(one.of.among()), one.of.known(plan));
        int cells = counted.cells(one.grouping).size();
        return new CellScatter(plan.steps(column), plan.yes(seen), cells, one.sizes);
    }
}
