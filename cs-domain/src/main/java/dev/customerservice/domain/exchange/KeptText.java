package dev.customerservice.domain.exchange;

import java.io.IOException;
import java.io.Reader;

/**
 * The characters of a log, kept from the line on which the current record began, so that a broken record costs no more than that
 * line. A line ends as FastCSV counts lines: with a line feed, a carriage return, or both. A byte order mark is not handed out.
 */
final class KeptText extends Reader {
    private static final int CHUNK = 8_192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader source;

    /** The kept characters; the one before the start is kept too, as a line feed means less behind a carriage return. */
    private char[] text = new char[2 * CHUNK];

    private int start = 1;
    private int given = 1;
    private int end = 1;

    /** The number of the line at the start, and of the one on which the current record began. */
    private long line = 1;

    private long recordLine = 1;

    private KeptText(Reader source) {
        this.source = source;
    }

    static KeptText of(Reader source) throws IOException {
        KeptText kept = new KeptText(source);
        if (kept.fill() && kept.text[kept.start] == BYTE_ORDER_MARK) {
            kept.start++;
            kept.given++;
        }
        return kept;
    }

    /** A record begins on a line, counted from 1 at the beginning or where reading started again. */
    void beginRecord(long lineNumber) {
        recordLine = lineNumber;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (given == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - given);
        System.arraycopy(text, given, buffer, offset, count);
        given += count;
        return count;
    }

    /** Starts again at the line behind the one on which the current record began. */
    void restartBehindFirstLine() throws IOException {
        forget();
        if (text[start] == '\n' && text[start - 1] == '\r') {
            start++;
        }
        char last = 0;
        while (last != '\n' && last != '\r' && (start < end || fill())) {
            last = text[start++];
        }
        if (last == '\r' && (start < end || fill()) && text[start] == '\n') {
            start++;
        }
        given = start;
        line = 1;
        recordLine = 1;
    }

    /** Whether a quote stands in what was handed out of the current record. */
    boolean isQuoted() {
        forget();
        for (int at = start; at < given; at++) {
            if (text[at] == '"') {
                return true;
            }
        }
        return false;
    }

    /** Adds what the source gives next; what lies before the current record is dropped. */
    private boolean fill() throws IOException {
        forget();
        if (text.length - end < CHUNK) {
            int kept = end - start + 1;
            char[] target = kept > text.length / 2 ? new char[2 * text.length] : text;
            System.arraycopy(text, start - 1, target, 0, kept);
            text = target;
            given -= start - 1;
            end -= start - 1;
            start = 1;
        }
        int count = source.read(text, end, CHUNK);
        end += Math.max(count, 0);
        return count > 0;
    }

    private void forget() {
        char[] characters = text;
        int at = start;
        int to = given;
        long missing = recordLine - line;
        while (missing > 0 && at < to) {
            while (at < to && characters[at] > '\r') {
                at++;
            }
            if (at == to) {
                break;
            }
            char c = characters[at++];
            if (c <= '\r' && (c == '\r' || (c == '\n' && characters[at - 2] != '\r'))) {
                missing--;
            }
        }
        line = recordLine - missing;
        start = at;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
