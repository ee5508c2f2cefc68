package dev.customerservice.domain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Reads ticket logs through one mapping.
 *
 * <p>A row is one record of the file, and rows of a ticket may stand anywhere. They are sorted by their time, by the ordering columns
 * of the mapping and then as in the file. A ticket begins with its first row, or at its stated opening where that is earlier; what its
 * first row says of it, other than status, team and agent, is then taken as true from the opening on. A missing value says nothing
 * and changes nothing. A bad row never stops a load. The whole file is held as one small number for each mapped field while it is
 * read. Immutable and thread-safe; the listener must be too where it is shared.
 */
public final class LogReader {
    private static final Set<LogColumn> WORDS = EnumSet.of(
            LogColumn.ACTIVITY,
            LogColumn.STATUS,
            LogColumn.PRIORITY,
            LogColumn.CHANNEL,
            LogColumn.CATEGORY,
            LogColumn.TEAM,
            LogColumn.ACTOR_KIND,
            LogColumn.AUDIENCE,
            LogColumn.TIER,
            LogColumn.LANGUAGE,
            LogColumn.RATING);

    private final LogMapping mapping;
    private final LongConsumer listener;

    private LogReader(LogMapping mapping, LongConsumer listener) {
        this.mapping = mapping;
        this.listener = listener;
    }

    /**
     * A reader of logs that a mapping describes.
     *
     * @param mapping what the columns and words mean
     * @return the reader
     */
    public static LogReader of(LogMapping mapping) {
        return new LogReader(mapping, rows -> {});
    }

    /**
     * The same reader telling how far it is.
     *
     * @param listener is given the number of rows read so far, every few thousand rows and at the end
     * @return a copy
     */
    public LogReader reporting(LongConsumer listener) {
        return new LogReader(mapping, listener);
    }

    /**
     * Reads a file in UTF-8.
     *
     * @param file the file
     * @return the log
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public LoadedLog read(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return read(source);
        }
    }

    /**
     * Reads a stream of bytes in UTF-8.
     *
     * @param source the stream, which is read to its end and closed
     * @return the log
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public LoadedLog read(InputStream source) throws IOException {
        return read(new InputStreamReader(source, StandardCharsets.UTF_8));
    }

    /**
     * Reads a stream of characters.
     *
     * @param source the stream, which is read to its end and closed
     * @return the log
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public LoadedLog read(Reader source) throws IOException {
        Failures failures = new Failures();
        LogTable table = new LogTable(LogTable.columnsOf(mapping), mapping.missing());
        long rows = TableReader.fill(table, mapping.separator(), source, failures, listener);
        LogTimes times = new LogTimes(mapping, table, failures);
        RowOrder order = RowOrder.of(mapping, table, times, failures);
        HistoryWriter writer = new HistoryWriter(mapping, table, times, order, failures);
        writer.writeAll();
        LoadSummary summary = new LoadSummary(
                rows,
                failures.rowsLeftOut(),
                writer.histories().size(),
                order.rowsOutOfOrder(),
                order.ticketsOutOfOrder(),
                order.duplicates(),
                times.ambiguous(),
                values(table));
        return new LoadedLog(writer.histories(), writer.surveys(), failures.inOrder(), summary);
    }

    private Map<String, ColumnValues> values(LogTable table) {
        Map<String, ColumnValues> values = new LinkedHashMap<>();
        for (LogColumn column : WORDS) {
            mapping.column(column).ifPresent(name -> values.computeIfAbsent(name, any -> count(table, name)));
        }
        return values;
    }

    private ColumnValues count(LogTable table, String name) {
        int column = table.index(name);
        Dictionary dictionary = table.dictionary(column);
        long[] byCode = new long[dictionary.size()];
        int[] codes = table.codes(column);
        for (int row = 0; row < table.size(); row++) {
            byCode[codes[row]]++;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, Long> unknown = new LinkedHashMap<>();
        long beyond = 0;
        for (int code = 1; code < byCode.length; code++) {
            if (byCode[code] == 0) {
                continue;
            }
            if (counts.size() == ColumnValues.LIMIT) {
                beyond += byCode[code];
                continue;
            }
            String word = Failures.word(dictionary.text(code));
            counts.merge(word, byCode[code], Long::sum);
            if (!isKnown(name, dictionary.text(code))) {
                unknown.merge(word, byCode[code], Long::sum);
            }
        }
        return new ColumnValues(counts, byCode[Dictionary.MISSING], unknown, beyond);
    }

    private boolean isKnown(String name, String text) {
        boolean known = true;
        for (LogColumn column : WORDS) {
            if (mapping.column(column).filter(name::equals).isPresent()) {
                boolean here = switch (column) {
                    case ACTIVITY -> mapping.activities().containsKey(text);
                    case STATUS ->
                        mapping.statuses().containsKey(text) || mapping.keep().contains(text);
                    case PRIORITY -> mapping.priorities().containsKey(text);
                    case CHANNEL -> mapping.channels().containsKey(text);
                    case ACTOR_KIND -> mapping.actorKinds().containsKey(text);
                    case AUDIENCE -> mapping.audiences().containsKey(text);
                    default -> true;
                };
                if (here) {
                    return true;
                }
                known = false;
            }
        }
        return known;
    }
}
