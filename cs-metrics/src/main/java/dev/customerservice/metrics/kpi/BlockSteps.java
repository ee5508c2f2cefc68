package dev.customerservice.metrics.kpi;

import java.util.List;

/** The steps of a column for the rows of a block: longs where the column has longs, else ints. */
final class BlockSteps extends Block {
    private final PackedColumn column;
    private final boolean wide;
    private final long[] longs;

    BlockSteps(PackedColumn column) {
        super(List.of());
        this.column = column;
        wide = column.isWide();
        longs = new long[wide ? ROWS : 0];
    }

    PackedColumn column() {
        return column;
    }

    /** Whether the steps do not fit an int, so that their sums could leave the range of a long. */
    boolean isWide() {
        return wide;
    }

    /** Copies the steps: a loop over arrays that are read and written at the same places becomes vector instructions, another one does not. */
    @Override
    void fill(int from, int count) {
        if (wide) {
            column.read(from, count, longs);
        } else {
            column.read(from, count, out);
        }
    }

    /** The step of a row of the block. */
    long at(int row) {
        return wide ? longs[row] : out[row];
    }

    /** 1 where the step is at least one and at most another. */
    void inRange(long first, long last, int[] into, int count) {
        if (wide) {
            inRange(longs, first, last, into, count);
        } else {
            inRange(out, (int) first, (int) last, into, count);
        }
    }

    private static void inRange(long[] steps, long first, long last, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (int) (((steps[i] - first) | (last - steps[i])) >>> 63) ^ 1;
        }
    }

    private static void inRange(int[] steps, int first, int last, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (((steps[i] - first) | (last - steps[i])) >>> 31) ^ 1;
        }
    }

    /** 1 where there is a step, else the number of the first reason and as many more as it lies below -1. */
    void present(int firstReason, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = at(i) >= 0 ? 1 : firstReason - 1 - (int) at(i);
        }
    }

    /** 1 where the step is at most the limit that belongs to a place. */
    void upToLimit(BlockSteps places, long[] limits, int[] into, int count) {
        for (int i = 0; i < count; i++) {
            into[i] = (int) ((limits[places.out[i]] - at(i)) >>> 63) ^ 1;
        }
    }

    /** Takes the step, which is the place of a value in a dictionary, for one more digit of a number. */
    void append(int size, int[] number, int count) {
        append(out, size, number, count);
    }

    private static void append(int[] steps, int size, int[] number, int count) {
        for (int i = 0; i < count; i++) {
            number[i] = number[i] * size + steps[i];
        }
    }

    /** Adds the steps that count to the sums of their cells, the upper halves of wide ones to other sums. */
    void addTo(long[] sums, long[] upper, int[] cells, int[] counts, int count) {
        if (wide) {
            add(longs, sums, upper, cells, counts, count);
        } else {
            add(out, sums, cells, counts, count);
        }
    }

    private static void add(long[] steps, long[] sums, long[] upper, int[] cells, int[] counts, int count) {
        for (int i = 0; i < count; i++) {
            long step = steps[i] & -counts[i];
            sums[cells[i]] += step & 0xFFFF_FFFFL;
            upper[cells[i]] += step >>> Integer.SIZE;
        }
    }

    private static void add(int[] steps, long[] sums, int[] cells, int[] counts, int count) {
        for (int i = 0; i < count; i++) {
            sums[cells[i]] += steps[i] & -counts[i];
        }
    }
}
