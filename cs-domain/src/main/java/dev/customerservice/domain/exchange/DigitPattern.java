package dev.customerservice.domain.exchange;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A time pattern of digits and fixed characters only, such as {@code d/M/yyyy HH:mm}. */
final class DigitPattern {
    private static final String LETTERS = "yMdHms";

    /** For each part either the index of its letter or, below zero, its character. */
    private final int[] parts;
    /** The fixed width of each part, 0 for one or two digits. */
    private final int[] widths;

    private final int count;
    private final boolean dateAlone;

    private DigitPattern(int[] parts, int[] widths, int count, boolean dateAlone) {
        this.parts = parts;
        this.widths = widths;
        this.count = count;
        this.dateAlone = dateAlone;
    }

    /** Compiles a pattern, or gives null where it needs a formatter. */
    static @Nullable DigitPattern of(String pattern) {
        if (pattern.contains("''")) {
            return null;
        }
        int[] parts = new int[pattern.length()];
        int[] widths = new int[pattern.length()];
        int count = 0;
        boolean quoted = false;
        boolean[] seen = new boolean[LETTERS.length()];
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
                continue;
            }
            if (quoted || !isLetter(c)) {
                if ("[]{}#".indexOf(c) >= 0 && !quoted) {
                    return null;
                }
                parts[count++] = ~c;
                continue;
            }
            int run = 1;
            while (i + 1 < pattern.length() && pattern.charAt(i + 1) == c) {
                run++;
                i++;
            }
            int letter = LETTERS.indexOf(c == 'u' ? 'y' : c);
            boolean year = letter == 0;
            if (letter < 0 || seen[letter] || (year ? run != 4 : run > 2)) {
                return null;
            }
            seen[letter] = true;
            parts[count] = letter;
            widths[count++] = run == 1 ? 0 : run;
        }
        boolean wholeDate = seen[0] && seen[1] && seen[2];
        boolean gapless = (!seen[4] || seen[3]) && (!seen[5] || seen[4]);
        return wholeDate && gapless && separated(parts, widths, count)
                ? new DigitPattern(parts, widths, count, !seen[3])
                : null;
    }

    /** Whether the pattern has no hours. */
    boolean isDateAlone() {
        return dateAlone;
    }

    private static boolean separated(int[] parts, int[] widths, int count) {
        for (int i = 0; i + 1 < count; i++) {
            if (parts[i] >= 0 && widths[i] == 0 && parts[i + 1] >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Reads a text, or gives null where it does not fit the pattern or is no date. */
    @Nullable
    LocalDateTime read(String text) {
        int[] values = new int[LETTERS.length()];
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (parts[i] < 0) {
                if (at >= text.length() || text.charAt(at) != (char) ~parts[i]) {
                    return null;
                }
                at++;
                continue;
            }
            int most = widths[i] == 0 ? 2 : widths[i];
            int least = widths[i] == 0 ? 1 : widths[i];
            int value = 0;
            int read = 0;
            while (read < most && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                value = value * 10 + text.charAt(at) - '0';
                at++;
                read++;
            }
            if (read < least) {
                return null;
            }
            values[parts[i]] = value;
        }
        if (at != text.length()) {
            return null;
        }
        try {
            return LocalDateTime.of(values[0], values[1], values[2], values[3], values[4], values[5]);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
