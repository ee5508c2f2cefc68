package dev.customerservice.domain.exchange;

import java.util.Arrays;

/** A column of numbers that grows by blocks, so that nothing is copied and no array is large. */
final class IntColumn {
    private static final int BITS = 12;
    private static final int BLOCK = 1 << BITS;

    private int[][] blocks = new int[16][];

    IntColumn() {}

    int get(int row) {
        return blocks[row >> BITS][row & (BLOCK - 1)];
    }

    /** Sets the number of a row: one that was set before, or the next. */
    void set(int row, int number) {
        int block = row >> BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        if (blocks[block] == null) {
            blocks[block] = new int[BLOCK];
        }
        blocks[block][row & (BLOCK - 1)] = number;
    }
}
