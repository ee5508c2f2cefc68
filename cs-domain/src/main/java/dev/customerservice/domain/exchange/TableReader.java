package dev.customerservice.domain.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import dev.customerservice.domain.text.Shown;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Fills a table from the characters that FastCSV finds, without a string for a field that was seen before. */
final class TableReader extends AbstractBaseCsvCallbackHandler<Boolean> {
    /** The greatest length of a field that is taken. */
    static final int LONGEST_FIELD = 100_000;

    /** Where a field is given up; the end of a quote is looked for as far as this. */
    private static final int LONGEST_SEARCH = 1 << 22;

    /** How many columns a header may have. */
    static final int MOST_COLUMNS = 10_000;

    private static final int REPORT_EVERY = 4_096;

    private final LogTable table;
    private final KeptText text;
    private final Failures failures;
    private final LongConsumer listener;
    private final List<String> header = new ArrayList<>();
    private int[] targets = {};
    private boolean inHeader = true;
    private int fields;
    private boolean severalLines;
    private long row;
    private long count;

    private TableReader(LogTable table, KeptText text, Failures failures, LongConsumer listener) {
        this.table = table;
        this.text = text;
        this.failures = failures;
        this.listener = listener;
    }

    /** Reads to the end and tells how many rows there were below the header. */
    static long fill(LogTable table, char separator, Reader source, Failures failures, LongConsumer listener)
            throws IOException {
        try (KeptText text = KeptText.of(source)) {
            TableReader reader = new TableReader(table, text, failures, listener);
            boolean broken = !reader.reachesEnd(separator);
            while (broken && !reader.inHeader) {
                reader.leaveOutBroken();
                text.restartBehindFirstLine();
                broken = !reader.reachesEnd(separator);
            }
            listener.accept(reader.count);
            if (broken) {
                failures.add(
                        1, null, LoadFault.BROKEN_QUOTE, "The header must close each of its quotes; no row was read.");
            } else if (reader.inHeader) {
                failures.add(0, null, LoadFault.EMPTY_FILE, "The file must start with a header; it is empty.");
            } else if (reader.count == 0) {
                failures.add(0, null, LoadFault.NO_ROWS, "The file must hold rows below its header; it has none.");
            }
            return reader.count;
        }
    }

    /** Reads on; false where a broken record ends the reading. */
    private boolean reachesEnd(char separator) throws IOException {
        CsvReader<Boolean> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_SEARCH)
                .build(this, text);
        try {
            for (Boolean ignored : rows) {
                if (inHeader) {
                    resolve();
                    inHeader = false;
                } else {
                    countRow();
                }
            }
            return true;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            if (e.getCause() != null) {
                throw e;
            }
            return false;
        }
    }

    private void countRow() {
        count++;
        if ((count + 1) % REPORT_EVERY == 0) {
            listener.accept(count);
        }
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        text.beginRecord(startingLineNumber);
        row++;
        fields = 0;
        severalLines = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields = index + 1;
        if (inHeader) {
            if (index >= MOST_COLUMNS) {
                throw new IllegalArgumentException("The header must have at most " + MOST_COLUMNS
                        + " columns.\nMaybe the separator of the mapping is another character.");
            }
            header.add(Blanks.strip(buffer, offset, length));
            return;
        }
        if (quoted && !severalLines) {
            severalLines = endsLine(buffer, offset, length);
        }
        if (length > LONGEST_FIELD) {
            refuseLength(index, length);
        }
        int target = index < targets.length ? targets[index] : -1;
        if (target >= 0) {
            table.set(target, buffer, offset, length > LONGEST_FIELD ? 0 : length);
        } else if (severalLines && index >= targets.length) {
            throw new CsvParseException("The record must end with its last column.");
        }
    }

    private static boolean endsLine(char[] buffer, int offset, int length) {
        for (int at = offset; at < offset + length; at++) {
            if (buffer[at] == '\n' || buffer[at] == '\r') {
                return true;
            }
        }
        return false;
    }

    private void refuseLength(int index, int length) {
        failures.add(
                row,
                index < header.size() ? header.get(index) : null,
                LoadFault.FIELD_TOO_LONG,
                "The field (" + length + " characters) must have at most " + LONGEST_FIELD + ".");
    }

    @Override
    protected @Nullable Boolean buildRecord() {
        if (getRecordType() != RecordType.DATA) {
            return Boolean.FALSE;
        }
        if (inHeader) {
            return Boolean.TRUE;
        }
        if (fields == header.size()) {
            table.keep((int) row);
        } else if (severalLines) {
            throw new CsvParseException("The record must have all columns.");
        } else {
            failures.leaveOut(
                    row,
                    null,
                    fields < header.size() ? LoadFault.TOO_FEW_COLUMNS : LoadFault.TOO_MANY_COLUMNS,
                    "The row (" + fields + " columns) must have as many as the header (" + header.size() + ").");
        }
        return Boolean.TRUE;
    }

    private void leaveOutBroken() {
        failures.withdraw(row);
        if (text.isQuoted()) {
            failures.leaveOut(
                    row,
                    null,
                    LoadFault.BROKEN_QUOTE,
                    "The row must close each quote that opens a field at the end of the field, and double each quote inside;"
                            + " reading goes on at the next line.");
        } else {
            failures.leaveOut(
                    row,
                    null,
                    LoadFault.FIELD_TOO_LONG,
                    "The row must have no field of more than " + LONGEST_SEARCH + " characters; it was left out.");
        }
        countRow();
    }

    private void resolve() {
        targets = new int[header.size()];
        Arrays.fill(targets, -1);
        for (String name : table.names()) {
            int at = header.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("The column (" + Shown.of(name) + ") must be in the header "
                        + Shown.of(header.stream().map(Failures::word).toList())
                        + ".\nMaybe correct the name in the mapping, or its separator.");
            }
            if (header.lastIndexOf(name) != at) {
                throw new IllegalArgumentException("The column (" + Shown.of(name) + ") must be in the header once.\n"
                        + "Maybe rename one of the two in the file.");
            }
            targets[at] = table.index(name);
        }
    }
}
