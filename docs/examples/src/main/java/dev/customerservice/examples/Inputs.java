package dev.customerservice.examples;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.sla.SlaBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a report is made from: a log, and the written values that give it meaning.
 *
 * @param title what people call the desk
 * @param file the name of the log
 * @param log where it lies; absent for the bundled sample
 * @param mapping what its columns and words mean
 * @param policies what was promised
 * @param calendars when the desk is open; the first one is the desk's own
 */
record Inputs(
        String title,
        String file,
        @Nullable Path log,
        LogMapping mapping,
        SlaBook policies,
        List<BusinessCalendar> calendars) {
    private static final String SAMPLE = "/sample/";

    /**
     * Gathers what is given. Without a log the bundled sample stands in, with its own mapping, policies and calendars where
     * none are given; a log of the user's own is promised nothing and never closes unless a file says so.
     */
    static Inputs of(@Nullable Path log, @Nullable Path mapping, @Nullable Path policies, @Nullable Path calendars)
            throws IOException {
        boolean isSample = log == null;
        if (log != null) {
            requireFile("log", log);
        }
        if (log != null && mapping == null) {
            throw new IllegalArgumentException("The log (-Dinput) must come with its mapping (-Dmapping).\n"
                    + "Maybe start from docs/examples/src/main/resources/sample/mapping.json.");
        }
        return new Inputs(
                log == null ? "Harbour, an invented support desk" : Objects.toString(log.getFileName()),
                log == null ? "the bundled tickets.csv" : Objects.toString(log.getFileName()),
                log,
                mapping == null ? sample("mapping.json", LogMapping.class) : read("mapping", mapping, LogMapping.class),
                policies != null
                        ? read("policies", policies, SlaBook.class)
                        : isSample ? sample("policies.json", SlaBook.class) : SlaBook.of(),
                List.of(
                        calendars != null
                                ? read("calendars", calendars, BusinessCalendar[].class)
                                : isSample
                                        ? sample("calendars.json", BusinessCalendar[].class)
                                        : new BusinessCalendar[0]));
    }

    /** {@return the tickets of the log} */
    ScannedLog scan(PrintStream err) throws IOException {
        LogReader reader = LogReader.of(mapping);
        if (log == null) {
            return reader.scan(resource("tickets.csv"));
        }
        InputStream bytes = LoadBar.open(log, err);
        return reader.scan(file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes);
    }

    private static <T> T read(String noun, Path file, Class<T> type) throws IOException {
        requireFile(noun, file);
        return parse(file.toString(), Files.readString(file), type);
    }

    private static void requireFile(String noun, Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("The " + noun + " (" + file
                    + ") must be a file that can be read.\nMaybe the path counts from another folder.");
        }
    }

    private static <T> T parse(String name, String json, Class<T> type) {
        try {
            return JsonFormat2.standard().strict().read(json, type);
        } catch (JsonFormatException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    private static <T> T sample(String name, Class<T> type) throws IOException {
        try (InputStream in = resource(name)) {
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(Inputs.class.getResourceAsStream(SAMPLE + name), name);
    }
}
