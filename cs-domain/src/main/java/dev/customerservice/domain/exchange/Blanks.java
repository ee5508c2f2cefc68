package dev.customerservice.domain.exchange;

import com.google.common.base.CharMatcher;

/** What stands around a value and is no part of it: control characters, spaces and every other white space of Unicode. */
final class Blanks {
    private static final CharMatcher WHITESPACE = CharMatcher.whitespace();

    private Blanks() {}

    static boolean isBlank(char c) {
        return c <= ' ' || (c > '~' && WHITESPACE.matches(c));
    }

    /** Where the value begins: the first character that is not blank, or the end. */
    static int start(char[] buffer, int from, int to) {
        int start = from;
        while (start < to && isBlank(buffer[start])) {
            start++;
        }
        return start;
    }

    /** Where the value ends: behind the last character that is not blank, or the beginning. */
    static int end(char[] buffer, int from, int to) {
        int end = to;
        while (from < end && isBlank(buffer[end - 1])) {
            end--;
        }
        return end;
    }

    static String strip(char[] buffer, int offset, int length) {
        int from = start(buffer, offset, offset + length);
        return new String(buffer, from, end(buffer, from, offset + length) - from);
    }
}
