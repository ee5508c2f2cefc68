package dev.customerservice.metrics.kpi;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Narrow columns side by side, each in as many bits of an int as it needs: fewer bytes to read than one array each, and a loop that cuts
 * bits out of ints becomes vector instructions, one that widens bytes does not.
 */
final class PackedWords {
    /** As many columns of bytes are as wide as an int. */
    static final int WORTHWHILE = 4;

    private final List<Word> words = new ArrayList<>();

    /** An int a row. */
    private static final class Word {
        private final int[] rows;
        private int used;

        Word(int size) {
            rows = new int[size];
        }
    }

    /**
     * Some bits of each int.
     *
     * @param words the ints
     * @param shift how many bits lie below
     * @param mask as many bits as it has
     * @param absent how many reasons there are for a row without a value: so much the steps lie below what the bits say
     */
    @SuppressWarnings("ArrayRecordComponent") // compared as the same array
    record Field(int[] words, int shift, int mask, int absent) implements Serializable {
        int step(int row) {
            return (words[row] >>> shift & mask) - absent;
        }

        /** Cuts the steps out of some words. */
        void read(int[] from, int[] into, int count) {
            read(from, shift, mask, absent, into, count);
        }

        private static void read(int[] from, int shift, int mask, int absent, int[] into, int count) {
            for (int i = 0; i < count; i++) {
                into[i] = (from[i] >>> shift & mask) - absent;
            }
        }
    }

    /** Puts the steps of a column into the first word with room for them. */
    Field add(byte[] steps, int absent, int last) {
        int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(last + absent));
        Word word = words.stream()
                .filter(one -> one.used + bits <= Integer.SIZE)
                .findFirst()
                .orElseGet(() -> opened(steps.length));
        int shift = word.used;
        word.used += bits;
        for (int row = 0; row < steps.length; row++) {
            word.rows[row] |= (steps[row] + absent) << shift;
        }
        return new Field(word.rows, shift, (1 << bits) - 1, absent);
    }

    private Word opened(int size) {
        Word word = new Word(size);
        words.add(word);
        return word;
    }
}
