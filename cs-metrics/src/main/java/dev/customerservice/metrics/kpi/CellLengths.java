package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.DurationHistogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lengths of each cell in the classes of a histogram. Lengths are put in the order of their cells first, some ten thousand at a
 * time, so that the classes of one cell stay in the cache while they are counted.
 */
final class CellLengths implements CellAdder {
    private static final int WAITING = 1 << 15;

    private final PackedColumn column;
    private final Block steps;
    private final Block counts;
    private DurationHistogram.@Nullable Builder[] cells = new DurationHistogram.Builder[0];
    private final int[] cellOf = new int[WAITING + Block.ROWS];
    private final long[] lengths = new long[WAITING + Block.ROWS];
    private final long[] ordered = new long[WAITING + Block.ROWS];
    private int[] next = new int[0];
    private int waiting;

    CellLengths(PackedColumn column, Block steps, Block counts) {
        this.column = column;
        this.steps = steps;
        this.counts = counts;
    }

    @Override
    public void add(int[] cell, int count, int size) {
        if (size > cells.length) {
            cells = Arrays.copyOf(cells, CellAdder.grown(size));
            next = new int[cells.length + 1];
        }
        waiting = append(cell, steps.out, counts.out, count);
        if (waiting >= WAITING) {
            end();
        }
    }

    /** Writes each row and goes on to the next place only behind those that count. */
    private int append(int[] cell, long[] values, long[] ones, int count) {
        long least = column.least();
        long unit = column.unit();
        int place = waiting;
        for (int i = 0; i < count; i++) {
            cellOf[place] = cell[i];
            lengths[place] = least + unit * values[i];
            place += (int) ones[i];
        }
        return place;
    }

    @Override
    public void end() {
        Arrays.fill(next, 0);
        for (int i = 0; i < waiting; i++) {
            next[cellOf[i] + 1]++;
        }
        for (int cell = 1; cell < next.length; cell++) {
            next[cell] += next[cell - 1];
        }
        for (int i = 0; i < waiting; i++) {
            ordered[next[cellOf[i]]++] = lengths[i];
        }
        // cell 0 is that of rows of no slot
        for (int cell = 1; cell < cells.length; cell++) {
            if (next[cell] > next[cell - 1]) {
                builder(cell).addNanos(ordered, next[cell - 1], next[cell]);
            }
        }
        waiting = 0;
    }

    private DurationHistogram.Builder builder(int cell) {
        DurationHistogram.Builder known = cells[cell];
        if (known == null) {
            known = DurationHistogram.builder();
            cells[cell] = known;
        }
        return known;
    }

    DurationHistogram histogram(int[] some) {
        DurationHistogram sum = DurationHistogram.empty();
        for (int cell : some) {
            DurationHistogram.Builder own = cell < cells.length ? cells[cell] : null;
            sum = own == null ? sum : sum.plus(own.build());
        }
        return sum;
    }
}
