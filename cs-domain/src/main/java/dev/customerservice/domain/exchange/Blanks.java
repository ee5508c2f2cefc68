package dev.customerservice.domain.exchange;

import com.google.common.base.CharMatcher;

/** What stands around a value and is no part of it: control characters, spaces and every other white space of Unicode. */
final class Blanks {
    private static final CharMatcher WHITESPACE = CharMatcher.whitespace();

    private Blanks() {}

    static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && WHITESPACE.matches(c));
    }

    static String strip(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && isBlank(buffer[from])) {
            from++;
        }
        while (from < to && isBlank(buffer[to - 1])) {
            to--;
        }
        return new String(buffer, from, to - from);
    }
}
