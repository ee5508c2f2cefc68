package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One pass over packed facts: blocks of rows, each dated and put into the cells of all groupings. */
final class BlockPass<F extends Fact> {
    private final PackedFacts<F> facts;
    private final BlockPlan<F> plan;
    private final BlockSlots slots;
    private final List<BlockCells> groupings = new ArrayList<>();
    private final List<List<CellAdder>> adders = new ArrayList<>();

    BlockPass(PackedFacts<F> facts, Slicing<F> slicing) {
        this.facts = facts;
        this.plan = new BlockPlan<>(facts);
        this.slots = new BlockSlots(plan.steps(plan.column(facts.find(slicing.when))), slicing.starts, slicing.ends);
        for (List<Facet<?>> facets : slicing.groupings) {
            List<PackedColumns.Codes> codes = new ArrayList<>();
            List<BlockSteps> places = new ArrayList<>();
            for (Facet<?> facet : facets) {
                PackedColumns.Codes own = Objects.requireNonNull(facts.codes(facet.id(), slicing.when));
                codes.add(own);
                places.add(plan.steps(own.places()));
            }
            groupings.add(new BlockCells(codes, places, slots.size()));
            adders.add(new ArrayList<>());
        }
    }

    BlockPlan<F> plan() {
        return plan;
    }

    BlockCells cells(int grouping) {
        return groupings.get(grouping);
    }

    <A extends CellAdder> A add(int grouping, A adder) {
        adders.get(grouping).add(adder);
        return adder;
    }

    void run() {
        List<Block> read = inOrder();
        for (int from = 0; from < facts.size(); from += Block.ROWS) {
            int count = Math.min(Block.ROWS, facts.size() - from);
            if (slots.fill(from, count)) {
                for (int i = 0; i < read.size(); i++) {
                    read.get(i).fill(from, count);
                }
                for (int grouping = 0; grouping < groupings.size(); grouping++) {
                    add(groupings.get(grouping), adders.get(grouping), count);
                }
            }
        }
        adders.forEach(own -> own.forEach(CellAdder::end));
    }

    /** All that somebody reads, each behind what it is computed from. */
    private List<Block> inOrder() {
        Set<Block> inOrder = new LinkedHashSet<>();
        groupings.forEach(cells -> cells.reads().forEach(block -> block.collect(inOrder)));
        adders.forEach(own -> own.forEach(adder -> adder.reads().forEach(block -> block.collect(inOrder))));
        return List.copyOf(inOrder);
    }

    private void add(BlockCells cells, List<CellAdder> own, int count) {
        cells.fill(slots.slots, count);
        for (CellAdder adder : own) {
            adder.add(cells.cells, count, cells.size());
        }
    }
}
