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
    /** Open addressing over the entries; an entry holds a text that was seen, and the code it stands for. */
    private String[] entries = new String[128];

    private int[] codes = new int[128];
    private int filled;
    private String last = "";
    private int lastCode = MISSING;

    Dictionary(Set<String> missing) {
        this.missing = missing;
        Arrays.fill(texts, "");
        Arrays.fill(entries, "");
    }

    /** The number of codes, the missing value included. */
    int size() {
        return size;
    }

    String text(int code) {
        return texts[code];
    }

    /** Takes the characters of a field without the blanks around them. */
    int add(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (from < to && buffer[to - 1] <= ' ') {
            to--;
        }
        if (from == to) {
            return MISSING;
        }
        if (same(last, buffer, from, to)) {
            return lastCode;
        }
        int slot = slot(buffer, from, to);
        if (entries[slot].isEmpty()) {
            if (filled * 2 >= entries.length) {
                grow();
                slot = slot(buffer, from, to);
            }
            String text = new String(buffer, from, to - from);
            entries[slot] = text;
            codes[slot] = missing.contains(text) ? MISSING : append(text);
            filled++;
        }
        last = entries[slot];
        lastCode = codes[slot];
        return lastCode;
    }

    private int append(String text) {
        if (size == texts.length) {
            int old = size;
            texts = Arrays.copyOf(texts, old * 2);
            Arrays.fill(texts, old, texts.length, "");
        }
        texts[size] = text;
        return size++;
    }

    private int slot(char[] buffer, int from, int to) {
        int mask = entries.length - 1;
        int slot = spread(hash(buffer, from, to)) & mask;
        while (!entries[slot].isEmpty() && !same(entries[slot], buffer, from, to)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        String[] oldEntries = entries;
        int[] oldCodes = codes;
        entries = new String[oldEntries.length * 2];
        Arrays.fill(entries, "");
        codes = new int[entries.length];
        int mask = entries.length - 1;
        for (int i = 0; i < oldEntries.length; i++) {
            if (!oldEntries[i].isEmpty()) {
                // String.hashCode is the hash below, by its specification.
                int slot = spread(oldEntries[i].hashCode()) & mask;
                while (!entries[slot].isEmpty()) {
                    slot = (slot + 1) & mask;
                }
                entries[slot] = oldEntries[i];
                codes[slot] = oldCodes[i];
            }
        }
    }

    private static int hash(char[] buffer, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + buffer[i];
        }
        return hash;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed ^ (mixed >>> 15);
    }

    private static boolean same(String text, char[] buffer, int from, int to) {
        int length = to - from;
        if (text.length() != length) {
            return false;
        }
        // From the end, where the ids and times of neighbours differ.
        for (int i = length - 1; i >= 0; i--) {
            if (text.charAt(i) != buffer[from + i]) {
                return false;
            }
        }
        return true;
    }
}
