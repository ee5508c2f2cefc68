package dev.customerservice.metrics.kpi;

import java.util.List;

/** Adds what the steps over a block found to the cells of its rows. */
interface CellAdder {
    /** {@return the steps that it reads, which are filled before each block is added} */
    List<Block> reads();

    /**
     * Adds one block.
     *
     * @param cells the cell of each row
     * @param count how many rows the block has
     * @param size how many cells there are so far
     */
    void add(int[] cells, int count, int size);

    /** Says that there are no more blocks. */
    default void end() {}

    /** The length of arrays that hold some cells and some more. */
    static int grown(int size) {
        return Math.max(16, Math.addExact(size, size / 2));
    }
}
