package dev.customerservice.domain.exchange;

import java.util.Arrays;
import java.util.Set;

/**
 * The different texts of one column, each with a small number in the order of appearance; number 0 is the missing value.
 *
 * <p>A log repeats itself, so a field is compared with the one above it first, and becomes a string only where somebody asks for it.
 */
final class Dictionary {
    /** The number of a missing value. */
    static final int MISSING = 0;

    /** An empty text, then the words for a missing value, then the texts from number 1 on. */
    private final TextPool texts = new TextPool();

    /** The place of the last word for a missing value. */
    private final int words;

    /** Open addressing: the hash of a text above its place, 0 where there is none, so that most misses end there. */
    private long[] slots = new long[128];

    /** The text above the one that is read, and its number. */
    private char[] last = new char[16];

    private int lastLength;
    private int lastCode = MISSING;

    Dictionary(Set<String> missing) {
        texts.add(new char[0], 0, 0);
        missing.forEach(word -> place(word.toCharArray(), 0, word.length()));
        words = texts.size() - 1;
    }

    /** The number of codes, the missing value included. */
    int size() {
        return texts.size() - words;
    }

    String text(int code) {
        return code == MISSING ? "" : texts.text(code + words);
    }

    private int code(int place) {
        return Math.max(MISSING, place - words);
    }

    /** Which numbers stand for a text that holds a character, nothing where none does. */
    boolean[] with(char character) {
        boolean[] places = texts.with(character);
        boolean[] holding = new boolean[places.length == 0 ? 0 : size()];
        for (int code = 1; code < holding.length; code++) {
            holding[code] = places[code + words];
        }
        return holding;
    }

    /** The number of a text, that of a missing value if it was never seen. */
    int code(String text) {
        char[] characters = text.toCharArray();
        int hash = hash(characters, 0, characters.length);
        return code((int) slots[slot(hash, characters, 0, characters.length)]);
    }

    /** Ends the adding: only what {@link #text} and, where texts are looked up, {@link #code} need is kept. */
    void settle(boolean isLookedUp) {
        last = new char[0];
        if (!isLookedUp) {
            slots = new long[1];
        }
    }

    /** Takes the characters of a field without the blanks around them. */
    int add(char[] buffer, int offset, int length) {
        int from = Blanks.start(buffer, offset, offset + length);
        int to = Blanks.end(buffer, from, offset + length);
        if (from == to) {
            return MISSING;
        }
        if (!Arrays.equals(buffer, from, to, last, 0, lastLength)) {
            lastCode = code(place(buffer, from, to));
            lastLength = to - from;
            if (last.length < lastLength) {
                last = new char[lastLength * 2];
            }
            System.arraycopy(buffer, from, last, 0, lastLength);
        }
        return lastCode;
    }

    /** The place of a text, which is added where it is new. */
    private int place(char[] buffer, int from, int to) {
        int hash = hash(buffer, from, to);
        int slot = slot(hash, buffer, from, to);
        if (slots[slot] != 0) {
            return (int) slots[slot];
        }
        int place = texts.add(buffer, from, to);
        slots[slot] = ((long) hash << 32) | place;
        if (texts.size() * 2 > slots.length) {
            grow();
        }
        return place;
    }

    /** The slot that holds a text, or the free one where it belongs. */
    private int slot(int hash, char[] buffer, int from, int to) {
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0
                && !((int) (slots[slot] >>> 32) == hash && texts.is((int) slots[slot], buffer, from, to))) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long filled : old) {
            if (filled != 0) {
                int slot = spread((int) (filled >>> 32)) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = filled;
            }
        }
    }

    /** Four characters at a step: each alone would wait for the one before it. */
    private static int hash(char[] buffer, int from, int to) {
        int hash = to - from;
        int i = from;
        for (; i + 3 < to; i += 4) {
            hash = 923_521 * hash + 29_791 * buffer[i] + 961 * buffer[i + 1] + 31 * buffer[i + 2] + buffer[i + 3];
        }
        for (; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }
}
