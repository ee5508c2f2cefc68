package dev.customerservice.domain.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
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

    private static final int REPORT_EVERY = 4_096;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final LogTable table;
    private final Failures failures;
    private final LongConsumer listener;
    private final List<String> header = new ArrayList<>();
    private int[] targets = {};
    private boolean inHeader = true;
    private int fields;
    private long row = 1;

    private TableReader(LogTable table, Failures failures, LongConsumer listener) {
        this.table = table;
        this.failures = failures;
        this.listener = listener;
    }

    /** Reads to the end and tells how many rows there were below the header. */
    static long fill(LogTable table, char separator, Reader source, Failures failures, LongConsumer listener)
            throws IOException {
        TableReader reader = new TableReader(table, failures, listener);
        try (CsvReader<Boolean> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(reader, source)) {
            for (Boolean ignored : rows) {
                if (reader.inHeader) {
                    reader.resolve();
                    reader.inHeader = false;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof UncheckedIOException unreadable) {
                throw unreadable.getCause();
            }
            failures.add(
                    reader.row + 1, null, LoadFault.UNREADABLE, "The file must go on as CSV; reading stopped here.");
        }
        long count = reader.row - 1;
        listener.accept(count);
        if (reader.inHeader) {
            failures.add(0, null, LoadFault.EMPTY_FILE, "The file must start with a header; it is empty.");
        } else if (count == 0) {
            failures.add(0, null, LoadFault.NO_ROWS, "The file must hold rows below its header; it has none.");
        }
        return count;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        fields = index + 1;
        if (inHeader) {
            boolean marked = index == 0 && length > 0 && buffer[offset] == BYTE_ORDER_MARK;
            header.add(new String(buffer, marked ? offset + 1 : offset, marked ? length - 1 : length).strip());
            return;
        }
        if (length > LONGEST_FIELD) {
            refuseLength(index, length);
        }
        int target = index < targets.length ? targets[index] : -1;
        if (target >= 0) {
            table.set(target, buffer, offset, length > LONGEST_FIELD ? 0 : length);
        }
    }

    private void refuseLength(int index, int length) {
        failures.add(
                row + 1,
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
        row++;
        if (fields == header.size()) {
            table.keep((int) row);
        } else {
            failures.leaveOut(
                    row,
                    null,
                    fields < header.size() ? LoadFault.TOO_FEW_COLUMNS : LoadFault.TOO_MANY_COLUMNS,
                    "The row (" + fields + " columns) must have as many as the header (" + header.size() + ").");
        }
        if (row % REPORT_EVERY == 0) {
            listener.accept(row - 1);
        }
        return Boolean.TRUE;
    }

    private void resolve() {
        targets = new int[header.size()];
        Arrays.fill(targets, -1);
        for (String name : table.names()) {
            int at = header.indexOf(name);
            if (at < 0) {
                throw new IllegalArgumentException("The column (" + name + ") must be in the header " + header
                        + ".\nMaybe correct the name in the mapping, or its separator.");
            }
            if (header.lastIndexOf(name) != at) {
                throw new IllegalArgumentException("The column (" + name + ") must be in the header once.\n"
                        + "Maybe rename one of the two in the file.");
            }
            targets[at] = table.index(name);
        }
    }
}
