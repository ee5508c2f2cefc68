package dev.customerservice.metrics.kpi;

import java.nio.LongBuffer;
import java.util.function.IntToLongFunction;

/** Copies the lengths of each cell next to each other, in a second pass: how many each cell has is known from the first. */
final class CellScatter implements CellAdder {
    private final PackedColumn column;
    private final Block steps;
    private final Block counts;
    private final long[] values;
    /** Where the next length of each cell goes; in the end where those of the next cell begin. */
    private final int[] next;

    CellScatter(PackedColumn column, Block steps, Block counts, int cells, IntToLongFunction sizes) {
        this.column = column;
        this.steps = steps;
        this.counts = counts;
        this.next = new int[cells];
        long place = 0;
        for (int cell = 1; cell < cells; cell++) {
            next[cell] = Math.toIntExact(place);
            place += sizes.applyAsLong(cell);
        }
        values = new long[Math.toIntExact(place)];
    }

    @Override
    public void add(int[] cells, int count, int size) {
        for (int i = 0; i < count; i++) {
            if (counts.out[i] == 1 && cells[i] != 0) {
                values[next[cells[i]]++] = column.value(steps.out[i]);
            }
        }
    }

    /** The lengths of one cell where they lie, or those of several cells copied. */
    LongBuffer lengths(int[] cells) {
        if (cells.length == 1) {
            return lengths(cells[0]);
        }
        int size = 0;
        for (int cell : cells) {
            size += lengths(cell).remaining();
        }
        LongBuffer all = LongBuffer.allocate(size);
        // whoever selects among the lengths of a cell moves them about, under this lock
        synchronized (values) {
            for (int cell : cells) {
                all.put(lengths(cell));
            }
        }
        return all.flip();
    }

    private LongBuffer lengths(int cell) {
        int from = cell <= 1 ? 0 : next[cell - 1];
        return LongBuffer.wrap(values, from, next[cell] - from);
    }
}
