package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.StatusCategory;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Which rows of any text are broken, against a reading of the whole text character by character. */
class BrokenQuoteProperties {
    private static final LogMapping MAPPING = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "state")
            .putStatus("New", StatusCategory.NEW)
            .build();

    private static final int COLUMNS = 3;

    private static final Set<LoadFault> FORM =
            EnumSet.of(LoadFault.BROKEN_QUOTE, LoadFault.TOO_FEW_COLUMNS, LoadFault.TOO_MANY_COLUMNS);

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "a", "b,c", ",", ",", "\"", "\"\"", "\n", "\r\n", "\r", "a,\"b\",c\n", "a,\"b\r\nc\",\"d\"\n")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property
    void eachBrokenRowIsFoundHoweverTheTextArrives(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 9) int atOnce) throws IOException {
        LoadedLog log = LogReader.of(MAPPING).read(inPieces("\uFEFFid,at,state\r\n" + text, atOnce));
        List<String> rows = new ArrayList<>();
        int good = 0;
        for (String row : oracle(text)) {
            if (row.endsWith("good")) {
                good++;
            } else {
                rows.add(row);
            }
        }
        assertEquals(
                rows,
                log.failures().stream()
                        .filter(failure -> FORM.contains(failure.fault()))
                        .map(failure -> failure.row() + " " + failure.fault())
                        .toList());
        assertEquals(rows.size() + good, log.summary().rows());
    }

    private static Reader inPieces(String text, int atOnce) {
        return new StringReader(text) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, atOnce));
            }
        };
    }

    private static boolean isLineEnd(String text, int at) {
        return at < text.length() && (text.charAt(at) == '\n' || text.charAt(at) == '\r');
    }

    private static int behindLineEnd(String text, int at) {
        return text.startsWith("\r\n", at) ? at + 2 : Math.min(at + 1, text.length());
    }

    private static List<String> oracle(String text) {
        List<String> rows = new ArrayList<>();
        int row = 1;
        int at = 0;
        while (at < text.length()) {
            row++;
            if (isLineEnd(text, at)) {
                at = behindLineEnd(text, at);
                continue;
            }
            int end = at;
            int fields = 0;
            boolean broken = false;
            boolean more = true;
            while (more && !broken) {
                int field = end;
                end = fieldEnd(text, field);
                broken = end < 0;
                fields++;
                more = !broken && end < text.length() && text.charAt(end) == ',';
                end += more ? 1 : 0;
            }
            int lineEnd = at;
            while (lineEnd < text.length() && !isLineEnd(text, lineEnd)) {
                lineEnd++;
            }
            if (broken || (fields != COLUMNS && lineEnd < end)) {
                rows.add(row + " BROKEN_QUOTE");
                at = behindLineEnd(text, lineEnd);
            } else {
                rows.add(row
                        + (fields == COLUMNS ? " good" : fields < COLUMNS ? " TOO_FEW_COLUMNS" : " TOO_MANY_COLUMNS"));
                at = behindLineEnd(text, end);
            }
        }
        return rows;
    }

    /** Where a field ends, -1 where its quote is broken. */
    private static int fieldEnd(String text, int start) {
        int at = start;
        if (!text.startsWith("\"", start)) {
            while (at < text.length() && text.charAt(at) != ',' && !isLineEnd(text, at)) {
                at++;
            }
            return at;
        }
        at++;
        while (at < text.length() && (text.charAt(at) != '"' || text.startsWith("\"\"", at))) {
            at += text.charAt(at) == '"' ? 2 : 1;
        }
        if (at >= text.length()) {
            return -1;
        }
        at++;
        return at == text.length() || text.charAt(at) == ',' || isLineEnd(text, at) ? at : -1;
    }
}
