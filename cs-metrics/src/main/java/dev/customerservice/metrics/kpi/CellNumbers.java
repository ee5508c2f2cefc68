package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Distribution;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the numbers of each cell. */
final class CellNumbers implements CellAdder {
    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    private Distribution.@Nullable Builder[] cells = new Distribution.Builder[0];

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
        if (size > cells.length) {
            cells = Arrays.copyOf(cells, CellAdder.grown(size));
        }
        for (int i = 0; i < count; i++) {
            if (counts.out[i] == 1 && cell[i] != 0) {
                Distribution.Builder own = cells[cell[i]];
                if (own == null) {
                    own = Distribution.builder();
                    cells[cell[i]] = own;
                }
                own.add((double) column.value(steps.at(i)));
            }
        }
    }

    Distribution numbers(int[] some) {
        Distribution sum = Distribution.empty();
        for (int cell : some) {
            Distribution.Builder own = cell < cells.length ? cells[cell] : null;
            sum = own == null ? sum : sum.plus(own.build());
        }
        return sum;
    }
}
