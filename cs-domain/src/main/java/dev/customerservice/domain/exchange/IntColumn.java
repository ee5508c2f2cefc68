package dev.customerservice.domain.exchange;

import java.util.Arrays;

/** A column of numbers in blocks, so that nothing is copied while it grows and no array is large to a collector. */
final class IntColumn {
    private static final int BITS = 12;
    private static final int BLOCK = 1 << BITS;
    private static final int LOW = BLOCK - 1;

    private int[][] blocks = new int[16][];

    IntColumn() {}

    /** Sets the number of a row: one that was set before, or the next. */
    void set(int row, int number) {
        int block = row >> BITS;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, block * 2);
        }
        if (blocks[block] == null) {
            blocks[block] = new int[BLOCK];
        }
        blocks[block][row & LOW] = number;
    }

    /** {@return the number of a row that was set} */
    int at(int row) {
        return blocks[row >> BITS][row & LOW];
    }
}
