package dev.customerservice.metrics.kpi;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * Adds up the steps of a column over the rows of each cell that count, and counts these rows. The number of rows stands above the sum in
 * one long, and both are set aside before one of them could overflow; steps that do not fit an int are added in two halves instead.
 */
final class CellSums implements CellAdder {
    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    /** As many rows can be added before sums and counts are set aside. */
    private final long room;

    private final int countShift;
    private long[] current = new long[0];
    private long[] sums = new long[0];
    private long[] upper = new long[0];
    private long[] counted = new long[0];
    private long rows;

    CellSums(BlockSteps steps, Block counts) {
        this.column = steps.column();
        this.steps = steps;
        this.counts = counts;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(column.last());
        int rowBits = Math.max(0, (Long.SIZE - 2 - bits) / 2);
        this.countShift = bits + rowBits;
        this.room = 1L << rowBits;
    }

    @Override
    public List<Block> reads() {
        return List.of(steps, counts);
    }

    @Override
    public void add(int[] cells, int count, int size) {
        if (size > sums.length) {
            sums = Arrays.copyOf(sums, CellAdder.grown(size));
            counted = Arrays.copyOf(counted, sums.length);
            current = steps.isWide() ? current : Arrays.copyOf(current, sums.length);
            upper = steps.isWide() ? Arrays.copyOf(upper, sums.length) : upper;
        }
        if (steps.isWide()) {
            steps.addTo(sums, upper, counted, cells, counts.out, count);
            return;
        }
        if (rows + count > room) {
            setAside();
        }
        steps.addTo(current, countShift, cells, counts.out, count);
        rows += count;
    }

    private void setAside() {
        for (int cell = 0; cell < current.length; cell++) {
            sums[cell] += current[cell] & ((1L << countShift) - 1);
            counted[cell] += current[cell] >>> countShift;
            current[cell] = 0;
        }
        rows = 0;
    }

    @Override
    public void end() {
        setAside();
        current = new long[0];
    }

    /** How many rows of some cells count. */
    long count(int[] cells) {
        return sum(counted, cells);
    }

    private static long sum(long[] of, int[] cells) {
        long sum = 0;
        for (int cell : cells) {
            sum += cell < of.length ? of[cell] : 0;
        }
        return sum;
    }

    /** The sum of the values of the rows of some cells that count. */
    BigInteger total(int[] cells) {
        BigInteger high = BigInteger.valueOf(sum(upper, cells));
        return column.total(high.shiftLeft(Integer.SIZE).add(BigInteger.valueOf(sum(sums, cells))), count(cells));
    }
}
