package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.DurationHistogram;
import java.util.List;

/**
 * Counts the lengths of each cell in the classes of a histogram. Some lengths of each cell wait until they are many, so that the classes of
 * one cell stay in the nearest cache while they are counted.
 */
final class CellLengths implements CellAdder {
    /** How many lengths wait in all, as long as there is room for the least number for each cell. */
    private static final int WAITING = 1 << 18;

    private static final int MOST_OF_A_CELL = 1 << 10;
    private static final int LEAST_OF_A_CELL = 4;

    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    private final CellBuilders<DurationHistogram.Builder, DurationHistogram> cells =
            new CellBuilders<>(DurationHistogram::builder, DurationHistogram.Builder::build);
    private final long[] lengths = new long[MOST_OF_A_CELL];
    /** The steps that wait; of a wide column {@link #waitingWide} instead. */
    private int[] waiting = new int[0];

    private long[] waitingWide = new long[0];
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
        if (size > filled.length) {
            countAll();
            filled = new int[CellAdder.grown(size)];
            room = Math.max(LEAST_OF_A_CELL, Math.min(MOST_OF_A_CELL, WAITING / filled.length));
            int places = Math.multiplyExact(filled.length, room);
            waiting = new int[steps.isWide() ? 0 : places];
            waitingWide = new long[steps.isWide() ? places : 0];
        }
        if (steps.isWide()) {
            addWide(cell, counts.out, count);
        } else {
            add(cell, counts.out, count);
        }
    }

    /** Writes each row and goes on to the next place only behind those that count; in cell 0, of rows of no slot, behind none. */
    private void add(int[] cell, int[] ones, int count) {
        int[] all = steps.out;
        for (int i = 0; i < count; i++) {
            int own = cell[i];
            int place = filled[own];
            waiting[own * room + place] = all[i];
            place += ones[i] & -own >>> 31;
            filled[own] = place;
            if (place == room) {
                count(own);
            }
        }
    }

    private void addWide(int[] cell, int[] ones, int count) {
        for (int i = 0; i < count; i++) {
            int own = cell[i];
            int place = filled[own];
            waitingWide[own * room + place] = steps.at(i);
            place += ones[i] & -own >>> 31;
            filled[own] = place;
            if (place == room) {
                count(own);
            }
        }
    }

    private void count(int cell) {
        int first = cell * room;
        for (int i = 0; i < filled[cell]; i++) {
            lengths[i] = column.value(steps.isWide() ? waitingWide[first + i] : waiting[first + i]);
        }
        cells.of(cell).addNanos(lengths, 0, filled[cell]);
        filled[cell] = 0;
    }

    @Override
    public void end() {
        countAll();
        waiting = new int[0];
        waitingWide = new long[0];
        filled = new int[0];
    }

    private void countAll() {
        for (int cell = 0; cell < filled.length; cell++) {
            if (filled[cell] > 0) {
                count(cell);
            }
        }
    }

    /** The lengths of some cells together. */
    DurationHistogram sum(int[] some) {
        return cells.sum(some);
    }
}
