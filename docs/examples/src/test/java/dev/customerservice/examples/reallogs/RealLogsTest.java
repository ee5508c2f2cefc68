package dev.customerservice.examples.reallogs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/**
 * Every figure that was computed elsewhere for the two real logs, reproduced by measures of the library.
 *
 * <p>The folder is the system property {@code real.data}, relative to the root of the build. Without it the folder beside the
 * repository is taken where there is one; where there is none the test is skipped, unless {@code real.data.required} is true.
 */
class RealLogsTest {
    private static final Instant AFTER_ALL = Instant.parse("2020-01-01T00:00:00Z");
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void serviceNowIncidents() throws IOException {
        String name = "servicenow-incidents";
        LogMapping mapping = written(name, "mapping.json", LogMapping.class);
        Path folder = folder(name);
        LoadedLog log = load(folder.resolve("incident_event_log.csv.gz"), mapping);
        assertEquals(List.of(), log.failures());
        compare(
                folder,
                new ServiceNowFigures(
                        log,
                        mapping,
                        written(name, "calendars.json", CalendarBook.class),
                        written(name, "policies.json", SlaBook.class)));
    }

    @Test
    void helpdeskItaly() throws IOException {
        String name = "helpdesk-italy";
        Path folder = folder(name);
        LoadedLog log = load(folder.resolve("helpdesk.csv.gz"), written(name, "mapping.json", LogMapping.class));
        assertEquals(List.of(), log.failures());
        compare(
                folder,
                new HelpdeskFigures(
                        log,
                        written(name, "calendars.json", CalendarBook.class),
                        written(name, "policies.json", SlaBook.class)));
    }

    private static void compare(Path folder, Figures figures) throws IOException {
        JsonNode expected = EXACT.readTree(Files.readString(folder.resolve("expected.json")))
                .path("expected");
        assertTrue(expected.isObject() && !expected.isEmpty(), "no figures in " + folder.getFileName());
        Facts facts = Facts.of(figures.log().histories(), FactExtractor.asOf(AFTER_ALL));
        Answers answers = new Answers(figures, facts);
        answers.compare(expected);
        System.out.println("real data: " + folder.getFileName() + ": " + expected.size() + " keys, "
                + answers.compared() + " figures compared, "
                + answers.disagreements().size() + " disagree");
        assertEquals(List.of(), answers.disagreements());
    }

    private static Path folder(String name) {
        Path root = Path.of(System.getProperty("reactor.root", ".")).toAbsolutePath();
        String given = System.getProperty("real.data", "");
        Path data = root.resolve(given.isEmpty() ? "../shared/data" : given).normalize();
        boolean required = !given.isEmpty() || Boolean.getBoolean("real.data.required");
        Path folder = data.resolve(name);
        boolean there = Files.isReadable(folder.resolve("expected.json"));
        assertTrue(there || !required, "The folder of real data must hold " + name + ".");
        assumeTrue(there, "real data: " + name + " skipped, as there is no such folder");
        return folder;
    }

    private static LoadedLog load(Path file, LogMapping mapping) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                InputStream source = new GZIPInputStream(packed)) {
            return LogReader.of(mapping).read(source);
        }
    }

    private static <T> T written(String name, String file, Class<T> type) throws IOException {
        String path = "/logs/" + name + "/" + file;
        try (InputStream stored =
                Objects.requireNonNull(RealLogsTest.class.getResourceAsStream(path), path + " must be there")) {
            return JsonFormat2.standard().read(new String(stored.readAllBytes(), StandardCharsets.UTF_8), type);
        }
    }
}
