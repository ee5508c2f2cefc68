package dev.customerservice.domain.exchange;

import java.util.Arrays;

/**
 * Texts by number, from 0 in the order in which they came. They lie side by side in a few blocks of characters: a log brings so many of
 * them that an object for each would be most of what a collector has to move.
 */
final class TextPool {
    /** A block has room for the longest field. */
    private static final int BITS = 17;

    private static final int BLOCK = 1 << BITS;
    private static final int LOW = BLOCK - 1;

    private char[][] blocks = {new char[256]};

    /** The block that is being filled, and how far it is. */
    private int block;

    private int used;

    /** Where each text lies: its block, above its place in there, above its length. */
    private long[] spans = new long[64];

    private int size;

    /** How many texts there are. */
    int size() {
        return size;
    }

    private char[] block(long span) {
        return blocks[(int) (span >> (2 * BITS))];
    }

    private static int start(long span) {
        return (int) (span >> BITS) & LOW;
    }

    private static int length(long span) {
        return (int) span & LOW;
    }

    String text(int number) {
        long span = spans[number];
        return new String(block(span), start(span), length(span));
    }

    /** Whether a text is the one between two places of a buffer. */
    boolean is(int number, char[] buffer, int from, int to) {
        long span = spans[number];
        return Arrays.equals(block(span), start(span), start(span) + length(span), buffer, from, to);
    }

    /** Adds a text and gives its number. */
    int add(char[] buffer, int from, int to) {
        int length = to - from;
        makeRoom(length);
        if (size == spans.length) {
            spans = Arrays.copyOf(spans, size * 2);
        }
        System.arraycopy(buffer, from, blocks[block], used, length);
        spans[size] = ((long) block << (2 * BITS)) | ((long) used << BITS) | length;
        used += length;
        return size++;
    }

    private void makeRoom(int length) {
        if (used + length >= BLOCK) {
            block++;
            used = 0;
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, block * 2);
            }
            blocks[block] = new char[BLOCK];
        } else if (used + length > blocks[block].length) {
            blocks[block] = Arrays.copyOf(blocks[block], Math.min(BLOCK, Math.max(2 * used, used + length)));
        }
    }

    /** Which texts hold a character, nothing where none does. */
    boolean[] with(char character) {
        boolean[] holding = {};
        for (int number = 0; number < size; number++) {
            if (holds(spans[number], character)) {
                holding = holding.length == 0 ? new boolean[size] : holding;
                holding[number] = true;
            }
        }
        return holding;
    }

    private boolean holds(long span, char character) {
        char[] characters = block(span);
        int end = start(span) + length(span);
        for (int at = start(span); at < end; at++) {
            if (characters[at] == character) {
                return true;
            }
        }
        return false;
    }
}
