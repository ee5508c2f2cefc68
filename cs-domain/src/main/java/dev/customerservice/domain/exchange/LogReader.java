package dev.customerservice.domain.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * Reads ticket logs through one mapping.
 *
 * <p>A row is one record of the file, and rows of a ticket may stand anywhere. They are sorted by their time, by the ordering columns
 * of the mapping and then as in the file. A ticket begins with its first row, or at its stated opening where that is earlier; what its
 * first row says of it, other than status, team and agent, is then taken as true from the opening on. A missing value says nothing
 * and changes nothing. A bad row never stops a load; the first ten thousand of a fault in a column are told one by one, the others as
 * a number. The whole file is held as one small number for each mapped field; {@link #scan} goes on from there with one history at a
 * time, {@link #read} keeps them all. Immutable and thread-safe; the listener must be too where it is shared.
 *
 * <pre>{@code
 * LogMapping mapping = LogMapping.builder()
 *         .shape(LogShape.EVENT_PER_ROW)
 *         .putColumn(LogColumn.TICKET, "number")
 *         .putColumn(LogColumn.AT, "updated")
 *         .putColumn(LogColumn.STATUS, "state")
 *         .putStatus("New", StatusCategory.NEW)
 *         .build();
 * LoadedLog log = LogReader.of(mapping).read(new StringReader(csv));
 * }</pre>
 */
public final class LogReader {
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
        return scan(file).load();
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
        return scan(source).load();
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
        return scan(source).load();
    }

    /**
     * Reads a file in UTF-8, and leaves its histories to be made one at a time.
     *
     * @param file the file
     * @return the log
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public ScannedLog scan(Path file) throws IOException {
        try (InputStream source = Files.newInputStream(file)) {
            return scan(source);
        }
    }

    /**
     * Reads a stream of bytes in UTF-8, and leaves its histories to be made one at a time.
     *
     * @param source the stream, which is read to its end and closed
     * @return the log
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public ScannedLog scan(InputStream source) throws IOException {
        return scan(new InputStreamReader(source, StandardCharsets.UTF_8));
    }

    /**
     * Reads a stream of characters, and leaves its histories to be made one at a time.
     *
     * @param source the stream, which is read to its end and closed
     * @return the log
     * @throws IOException if the stream cannot be read
     * @throws IllegalArgumentException if a column of the mapping is not in the header
     */
    public ScannedLog scan(Reader source) throws IOException {
        Failures failures = new Failures();
        LogTable table = new LogTable(mapping);
        long rows = TableReader.fill(table, mapping.separator(), source, failures, listener);
        return new ScannedLog(mapping, table, rows, failures);
    }
}
