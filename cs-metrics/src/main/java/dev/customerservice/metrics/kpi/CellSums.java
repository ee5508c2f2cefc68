package dev.customerservice.metrics.kpi;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Adds up the steps of a column over the rows of each cell that count. */
final class CellSums implements CellAdder {
    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;

    private long[] sums = new long[0];
    private long[] upper = new long[0];

    CellSums(BlockSteps steps, Block counts) {
        this.column = steps.column();
        this.steps = steps;
        this.counts = counts;
    }

    @Override
    public List<Block> reads() {
        return List.of(steps, counts);
    }

    @Override
    public void add(int[] cells, int count, int size) {
        if (size > sums.length) {
            sums = Arrays.copyOf(sums, CellAdder.grown(size));
            upper = steps.isWide() ? Arrays.copyOf(upper, sums.length) : upper;
        }
        steps.addTo(sums, upper, cells, counts.out, count);
    }

    /** The sum of the values in some cells together. */
    BigInteger total(int[] cells, long rows) {
        long low = 0;
        long high = 0;
        for (int cell : cells) {
            low += cell < sums.length ? sums[cell] : 0;
            high += cell < upper.length ? upper[cell] : 0;
        }
        return column.total(BigInteger.valueOf(high).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(low)), rows);
    }
}
