package dev.customerservice.domain.exchange;

import java.util.Arrays;

/** A column of numbers that grows by blocks, so that nothing is copied while it grows. */
final class IntColumn {
    private static final int BITS = 12;
    private static final int BLOCK = 1 << BITS;

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
        blocks[block][row & (BLOCK - 1)] = number;
    }

    /** The numbers of the first rows in one array, for reading. */
    int[] toArray(int rows) {
        int[] numbers = new int[rows];
        for (int block = 0; block << BITS < rows; block++) {
            int from = block << BITS;
            System.arraycopy(blocks[block], 0, numbers, from, Math.min(BLOCK, rows - from));
        }
        return numbers;
    }
}
