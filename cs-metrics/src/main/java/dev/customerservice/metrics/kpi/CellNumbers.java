package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Distribution;
import java.util.List;

/** Collects the numbers of each cell. */
final class CellNumbers implements CellAdder {
    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    private final CellBuilders<Distribution.Builder, Distribution> numbers =
            new CellBuilders<>(Distribution::builder, Distribution.Builder::build);

    CellNumbers(BlockSteps steps, Block counts) {
        this.column = steps.column();
        this.steps = steps;
        this.counts = counts;
    }

    @Override
    public List<Block> reads() {
        return List.of(steps, counts);
    }

    @Override
    public void add(int[] cell, int count, int size) {
        for (int i = 0; i < count; i++) {
            if (counts.out[i] == 1 && cell[i] != 0) {
                numbers.of(cell[i]).add((double) column.value(steps.at(i)));
            }
        }
    }

    /** The numbers of some cells together. */
    Distribution sum(int[] cells) {
        return numbers.sum(cells);
    }
}
