package dev.customerservice.metrics.kpi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a column for the rows of a block: longs where the column has longs, else ints. */
final class BlockSteps extends Block {
    private final PackedColumn column;
    private final boolean wide;
    private final long[] longs;

    private final Block.@Nullable Words words;

    /** The steps of a column, and the words if it has some bits of them. */
    BlockSteps(PackedColumn column, Block.@Nullable Words words) {
        super(words == null ? List.of() : List.of(words));
        this.column = column;
        this.words = words;
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
        PackedWords.Field field = column.field();
        if (field != null && words != null) {
            field.read(words.out, out, count);
        } else if (wide) {
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

    /** 0 where the step is at least one and at most another, else -1; answers how many are outside. */
    int outside(long first, long last, int[] into, int count) {
        return wide ? outside(longs, first, last, into, count) : outside(out, (int) first, (int) last, into, count);
    }

    private static int outside(long[] steps, long first, long last, int[] into, int count) {
        int inside = count;
        for (int i = 0; i < count; i++) {
            into[i] = (int) (((steps[i] - first) | (last - steps[i])) >> 63);
            inside += into[i];
        }
        return count - inside;
    }

    private static int outside(int[] steps, int first, int last, int[] into, int count) {
        int inside = count;
        for (int i = 0; i < count; i++) {
            int out = ((steps[i] - first) | (last - steps[i])) >> 31;
            into[i] = out;
            inside += out;
        }
        return count - inside;
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

    /** Adds the steps that count to the sums of their cells, with one above the sum for each. */
    void addTo(long[] sums, int countShift, int[] cells, int[] counts, int count) {
        add(out, sums, 1L << countShift, cells, counts, count);
    }

    private static void add(int[] steps, long[] sums, long one, int[] cells, int[] counts, int count) {
        for (int i = 0; i < count; i++) {
            sums[cells[i]] += (steps[i] | one) & -counts[i];
        }
    }

    /** Adds the halves of wide steps that count to sums of their cells, and counts them. */
    void addTo(long[] lower, long[] upper, long[] counted, int[] cells, int[] counts, int count) {
        for (int i = 0; i < count; i++) {
            long step = longs[i] & -counts[i];
            lower[cells[i]] += step & 0xFFFF_FFFFL;
            upper[cells[i]] += step >>> Integer.SIZE;
            counted[cells[i]] += counts[i];
        }
    }
}
