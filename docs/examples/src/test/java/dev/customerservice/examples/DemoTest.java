package dev.customerservice.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {
    private static final String HEADER = "ticket,at,event,actor_kind,actor,status,priority,channel,category,team,agent,"
            + "visibility,customer,tier,subject,rating\n";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path mapping;

    @BeforeEach
    void copyMapping() throws IOException {
        mapping = folder.resolve("my mapping.json");
        try (InputStream in = Demo.class.getResourceAsStream("/sample/mapping.json")) {
            Files.copy(in, mapping);
        }
    }

    @Test
    void theSampleGivesTextAndFiles() throws IOException {
        assertEquals(0, run("-Dout=" + folder.resolve("new/report")));
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("Tickets opened"), text);
        assertTrue(text.contains("every row could be used"), text);
        JsonNode report = report(folder.resolve("new/report"));
        assertTrue(report.get("source").get("tickets").asLong() >= 2_000);
        assertTrue(report.get("worst").size() >= 5);
        JsonNode tried = report.get("forecast").get("tried");
        assertTrue(tried.size() >= 2, tried.toString());
        tried.forEach(model -> assertTrue(
                Math.abs(model.get("bias").asDouble()) <= model.get("mae").asDouble(),
                "a mean error is no greater than the mean of its sizes: " + model));
        report.get("headline").forEach(h -> assertTrue(h.get("figure").has("value"), h.toString()));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", HEADER})
    void aLogWithoutRowsGivesNoDataWithReasonsAndNoZeros(String csv) throws IOException {
        Path log = Files.writeString(folder.resolve("empty.csv"), csv);
        assertEquals(0, run("-Dinput=" + log, "-Dmapping=" + mapping, "-Dout=" + folder));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("no data: "), out.toString(StandardCharsets.UTF_8));
        List<JsonNode> figures = new ArrayList<>();
        JsonNode report = report(folder);
        report.get("headline").forEach(h -> figures.add(h.get("figure")));
        for (JsonNode figure : figures) {
            assertTrue(figure.has("noData") && !figure.has("value"), figure.toString());
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("1 row or value could not be used. Times"), text);
        assertTrue(text.contains("\n  The file must "), "a problem of the whole file has no row\n" + text);
        assertTrue(text.contains("Late and still waiting: no data: no clock was judged"), text);
        assertFalse(text.contains(": none"), text);
        assertEquals("UTC", report.get("zone").asText(), "a name that browsers know");
        assertTrue(report.get("source").get("problemCount").asLong() > 0, "the load says what is missing");
    }

    @Test
    void theSurveyOfALogIsTheOneThatItsMappingNames() throws IOException {
        Files.writeString(mapping, Files.readString(mapping).replace("\"csat\"", "\"stars\""));
        Path log = Files.writeString(
                folder.resolve("stars.csv"),
                HEADER + "T1,2026-03-02T09:00:00Z,created,customer,C-1,new,,,,,,,,,,\n"
                        + "T1,2026-03-02T10:00:00Z,rated,customer,C-1,,,,,,,,,,,5\n");
        assertEquals(0, run("-Dinput=" + log, "-Dmapping=" + mapping, "-Dout=" + folder));
        JsonNode headline = report(folder).get("headline");
        JsonNode satisfied = headline.get(headline.size() - 1);
        assertEquals("csat.stars", satisfied.get("id").asText());
        assertEquals(1, satisfied.get("figure").get("numerator").asLong());
        assertEquals(1, report(folder).get("source").get("surveys").asLong());
    }

    @Test
    void namesOfALogNeitherSpeakToTheTerminalNorShiftItsColumns() throws IOException {
        String wide = "a team with a name of many words";
        Path log = Files.writeString(
                folder.resolve("teams.csv"),
                HEADER + "T1,2026-03-02T09:00:00Z,created,customer,C-1,new,,,," + wide + ",,,,,,\n"
                        + "T2,2026-03-02T09:00:00Z,created,customer,C-1,new,,,,\"a\u001b[31m\nred\",,,,,,\n");
        assertEquals(0, run("-Dinput=" + log, "-Dmapping=" + mapping, "-Dout=" + folder));
        String text = out.toString(StandardCharsets.UTF_8);
        List<String> rows = text.lines()
                .filter(line -> line.contains("Opened") || line.contains(wide) || line.contains("red"))
                .toList();
        assertEquals(3, rows.size(), text);
        int end = rows.get(0).indexOf("Opened") + "Opened".length();
        assertTrue(rows.get(1).startsWith("1", end - 1), text);
        assertTrue(rows.get(2).startsWith("1", end - 1), text);
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("  a?[31m?red ")), text);
    }

    @Test
    void theSampleCanBeJudgedByOtherPolicies() throws IOException {
        Path none = Files.writeString(folder.resolve("policies.json"), "{\"policies\": []}");
        assertEquals(0, run("-Dpolicies=" + none, "-Dout=" + folder));
        JsonNode report = report(folder);
        assertEquals(0, report.get("worst").size());
        report.get("headline").forEach(h -> {
            boolean isClock = h.get("id").asText().startsWith("sla_attainment");
            assertEquals(isClock, h.get("figure").has("noData"), h.toString());
        });
    }

    @Test
    void helpIsNoMistake() {
        assertEquals(0, run("-Dhelp"));
        String text = out.toString(StandardCharsets.UTF_8);
        for (String option : List.of("-Dinput", "-Dmapping", "-Dpolicies", "-Dcalendars", "-Dout")) {
            assertTrue(text.contains(option), text);
        }
    }

    @Test
    void wrongArgumentsGiveOneClearLine() throws IOException {
        Path log = Files.writeString(folder.resolve("log.csv"), HEADER);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"shape\": \"sideways\"}");
        Path noJson = Files.writeString(folder.resolve("no.json"), "{");
        Path otherColumns = Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        refused("(-Dinput)", "-Dinput=" + log);
        refused("nowhere.csv", "-Dinput=" + folder.resolve("nowhere.csv"), "-Dmapping=" + mapping);
        refused("nowhere.json", "-Dinput=" + log, "-Dmapping=" + folder.resolve("nowhere.json"));
        refused("broken.json", "-Dinput=" + log, "-Dmapping=" + broken);
        refused("no.json", "-Dinput=" + log, "-Dmapping=" + noJson);
        refused("ticket", "-Dinput=" + otherColumns, "-Dmapping=" + mapping);
        refused("-Dcolour", "-Dcolour=red");
        refused("log.csv", "-Dout=" + log);
    }

    private void refused(String part, String... arguments) {
        out.reset();
        err.reset();
        assertEquals(2, run(arguments));
        String message = err.toString(StandardCharsets.UTF_8);
        assertTrue(message.contains(part), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals("", out.toString(StandardCharsets.UTF_8));
    }

    private int run(String... arguments) {
        return Demo.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                arguments);
    }

    private static JsonNode report(Path folder) throws IOException {
        return new JsonMapper().readTree(folder.resolve("report.json").toFile());
    }
}
