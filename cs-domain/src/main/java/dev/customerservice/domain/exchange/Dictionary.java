package dev.customerservice.domain.exchange;

import java.util.Arrays;
import java.util.Set;

/**
 * The different texts of one column, each with a small number in the order of appearance; number 0 is the missing value.
 *
 * <p>A log repeats itself, so a field is compared with the one above it first, and becomes a string only when it is new.
 */
final class Dictionary {
    /** The number of a missing value. */
    static final int MISSING = 0;

    private final Set<String> missing;
    private String[] texts = new String[64];
    private int size = 1;

    /** Open addressing: the hash of an entry above its place, 0 where there is none, so that most misses end there. */
    private long[] slots = new long[128];

    /** The entries from 1: a text that was seen and the number it stands for. */
    private String[] entries = new String[64];

    private int[] codes = new int[64];
    private int filled = 1;

    private char[] last = new char[16];
    private int lastLength;
    private int lastCode = MISSING;

    Dictionary(Set<String> missing) {
        this.missing = missing;
        Arrays.fill(texts, "");
    }

    /** The number of codes, the missing value included. */
    int size() {
        return size;
    }

    String text(int code) {
        return texts[code];
    }

    /** Which numbers stand for a text that holds a character, nothing where none does. */
    boolean[] with(char character) {
        boolean[] holding = {};
        for (int code = 1; code < size; code++) {
            if (texts[code].indexOf(character) >= 0) {
                holding = holding.length == 0 ? new boolean[size] : holding;
                holding[code] = true;
            }
        }
        return holding;
    }

    /** The number of a text, that of a missing value if it was never seen. */
    int code(String text) {
        char[] characters = text.toCharArray();
        int hash = hash(characters, 0, characters.length);
        int mask = slots.length - 1;
        for (int slot = spread(hash) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (entries[(int) slots[slot]].equals(text)) {
                return codes[(int) slots[slot]];
            }
        }
        return MISSING;
    }

    /** Ends the adding: only what {@link #text} and, where texts are looked up, {@link #code} need is kept. */
    void settle(boolean isLookedUp) {
        texts = Arrays.copyOf(texts, size);
        last = new char[0];
        if (!isLookedUp) {
            slots = new long[1];
            entries = new String[0];
            codes = new int[0];
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
            lastCode = find(buffer, from, to);
            lastLength = to - from;
            if (last.length < lastLength) {
                last = new char[lastLength * 2];
            }
            System.arraycopy(buffer, from, last, 0, lastLength);
        }
        return lastCode;
    }

    private int find(char[] buffer, int from, int to) {
        int hash = hash(buffer, from, to);
        int mask = slots.length - 1;
        int slot = spread(hash) & mask;
        while (slots[slot] != 0) {
            int place = (int) slots[slot];
            if ((int) (slots[slot] >>> 32) == hash && same(entries[place], buffer, from, to)) {
                return codes[place];
            }
            slot = (slot + 1) & mask;
        }
        String text = new String(buffer, from, to - from);
        int entry = filled++;
        if (entry == entries.length) {
            entries = Arrays.copyOf(entries, entry * 2);
            codes = Arrays.copyOf(codes, entry * 2);
        }
        entries[entry] = text;
        codes[entry] = missing.contains(text) ? MISSING : append(text);
        slots[slot] = ((long) hash << 32) | entry;
        if (filled * 2 > slots.length) {
            grow();
        }
        return codes[entry];
    }

    private int append(String text) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size] = text;
        return size++;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        int mask = slots.length - 1;
        for (long filledSlot : old) {
            if (filledSlot != 0) {
                int slot = spread((int) (filledSlot >>> 32)) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = filledSlot;
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

    private static boolean same(String text, char[] buffer, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
