package dev.customerservice.metrics.kpi;

import java.math.BigInteger;
import java.util.Arrays;

/** Adds up the steps of a column over the rows of each cell that count. */
final class CellSums implements CellAdder {
    private final PackedColumn column;
    private final Block steps;
    private final Block counts;
    /** Steps that need more than an int are added in two halves, so that no sum leaves the range of a long. */
    private final boolean halved;

    private long[] sums = new long[0];
    private long[] upper = new long[0];

    CellSums(PackedColumn column, Block steps, Block counts) {
        this.column = column;
        this.steps = steps;
        this.counts = counts;
        this.halved = column.last() > Integer.MAX_VALUE;
    }

    @Override
    public void add(int[] cells, int count, int size) {
        if (size > sums.length) {
            sums = Arrays.copyOf(sums, CellAdder.grown(size));
            upper = halved ? Arrays.copyOf(upper, sums.length) : upper;
        }
        if (halved) {
            addHalves(cells, count);
        } else {
            add(sums, cells, steps.out, counts.out, count);
        }
    }

    private static void add(long[] sums, int[] cells, long[] steps, long[] counts, int count) {
        for (int i = 0; i < count; i++) {
            sums[cells[i]] += steps[i] & -counts[i];
        }
    }

    private void addHalves(int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            long step = steps.out[i] & -counts.out[i];
            sums[cells[i]] += step & 0xFFFF_FFFFL;
            upper[cells[i]] += step >>> Integer.SIZE;
        }
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
