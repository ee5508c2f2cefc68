package dev.customerservice.metrics.kpi;

import java.nio.LongBuffer;
import java.util.List;
import java.util.function.IntToLongFunction;

/** Copies the lengths of each cell next to each other, in a second pass: how many each cell has is known from the first. */
final class CellScatter implements CellAdder {
    private final PackedColumn column;
    private final BlockSteps steps;
    private final Block counts;
    private final long[] values;
    /** Where the lengths of each cell begin. */
    private final int[] first;
    /** Where the next length of each cell goes. */
    private final int[] next;

    CellScatter(BlockSteps steps, Block counts, int cells, IntToLongFunction sizes) {
        this.column = steps.column();
        this.steps = steps;
        this.counts = counts;
        this.first = new int[cells];
        long place = 1;
        for (int cell = 1; cell < cells; cell++) {
            first[cell] = Math.toIntExact(place);
            // one more place than there are lengths, for what does not count
            place += sizes.applyAsLong(cell) + 1;
        }
        next = first.clone();
        values = new long[Math.toIntExact(place)];
    }

    @Override
    public List<Block> reads() {
        return List.of(steps, counts);
    }

    /** Writes each row and goes on to the next place only behind those that count; in cell 0, of rows of no slot, behind none. */
    @Override
    public void add(int[] cells, int count, int size) {
        long least = column.least();
        long unit = column.unit();
        for (int i = 0; i < count; i++) {
            int cell = cells[i];
            values[next[cell]] = least + unit * steps.at(i);
            next[cell] += counts.out[i] & -cell >>> 31;
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
        return LongBuffer.wrap(values, first[cell], next[cell] - first[cell]);
    }
}
