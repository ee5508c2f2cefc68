package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.DurationHistogram;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Counts the lengths of each cell in the classes of a histogram. Some lengths of each cell wait until they are many, so that the classes of
 * one cell stay in the nearest cache while they are counted.
 */
final class CellLengths implements CellAdder {
    /** How many lengths wait in all, as long as there is room for the least number for each cell. */
    private static final int WAITING = 1 << 17;

    private static final int MOST_OF_A_CELL = 256;
    private static final int LEAST_OF_A_CELL = 4;

    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    private DurationHistogram.@Nullable Builder[] cells = new DurationHistogram.Builder[0];
    private long[] waiting = new long[0];
    /** How many lengths of each cell wait, always fewer than it has room for. */
    private int[] filled = new int[0];

    private int room;

    CellLengths(BlockSteps steps, Block counts) {
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
            countAll();
            cells = Arrays.copyOf(cells, CellAdder.grown(size));
            room = Math.max(LEAST_OF_A_CELL, Math.min(MOST_OF_A_CELL, WAITING / cells.length));
            waiting = new long[Math.multiplyExact(cells.length, room)];
            filled = new int[cells.length];
        }
        add(cell, counts.out, count);
    }

    /** Writes each row and goes on to the next place only behind those that count; in cell 0, of rows of no slot, behind none. */
    private void add(int[] cell, int[] ones, int count) {
        long least = column.least();
        long unit = column.unit();
        for (int i = 0; i < count; i++) {
            int own = cell[i];
            waiting[own * room + filled[own]] = least + unit * steps.at(i);
            filled[own] += ones[i] & -own >>> 31;
            if (filled[own] == room) {
                count(own);
            }
        }
    }

    private void count(int cell) {
        builder(cell).addNanos(waiting, cell * room, cell * room + filled[cell]);
        filled[cell] = 0;
    }

    @Override
    public void end() {
        countAll();
        waiting = new long[0];
        filled = new int[0];
    }

    private void countAll() {
        for (int cell = 0; cell < filled.length; cell++) {
            if (filled[cell] > 0) {
                count(cell);
            }
        }
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
