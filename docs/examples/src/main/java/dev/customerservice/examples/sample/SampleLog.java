package dev.customerservice.examples.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** The invented log as CSV text, one event a row, in the order in which things happened. */
public final class SampleLog {
    /** The moment the year begins. */
    public static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    /** The moment the log was cut off; what is open then stays open. */
    public static final Instant END = Instant.parse("2026-01-01T00:00:00Z");

    private static final long SEED = 20250408;

    private SampleLog() {}

    /** {@return the whole log, header first, lines ended by a line feed} */
    public static String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(LogRow.HEADER);
            for (LogRow row : new Desk(SEED, START, END).rows()) {
                csv.writeRecord(row.fields(Instant.ofEpochSecond(row.second()).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes the log to the file named by the only argument.
     *
     * @param arguments the file to write
     * @throws IOException when the file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), csv());
    }
}
