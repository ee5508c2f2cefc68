package dev.customerservice.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.examples.report.Browser;
import dev.customerservice.examples.report.PageNumbers;
import dev.customerservice.examples.sample.SampleLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPageTest {
    private static final String EVIL = "<script>document.title='broken'</script>";

    @TempDir
    Path folder;

    /** The sample, with a subject that tries to become part of the page. */
    @Test
    void thePageOfALogShowsItsReportAndSubjectsStayText() throws IOException, InterruptedException {
        String csv = SampleLog.csv().replace("Quote for twenty more seats", EVIL);
        Path log = Files.writeString(folder.resolve("evil.csv"), csv);
        run(
                "-Dinput=" + log,
                "-Dmapping=" + sample("mapping.json"),
                "-Dpolicies=" + sample("policies.json"),
                "-Dcalendars=" + sample("calendars.json"));

        Document page = Browser.open(folder.resolve("index.html"));
        PageNumbers.assertEqual(
                new JsonMapper().readTree(folder.resolve("report.json").toFile()), page);
        assertEquals("evil.csv", page.title());
        assertTrue(page.select("#overdue td").eachText().contains(EVIL), "the subject is shown as text");
        for (String chart : List.of(
                "volume",
                "backlog",
                "resolution",
                "lasting",
                "attainment",
                "ageing",
                "satisfaction",
                "control-volume",
                "control-reply",
                "control-attainment",
                "forecast",
                "arrivals",
                "worst")) {
            assertTrue(page.select("#" + chart + " svg path").size() >= 3, chart + " is drawn");
        }
    }

    /** Charts read braces as styles, so those of a name must not reach them. */
    @Test
    void theTimelineOfABreachNamesWhatTheLogKnowsAndNothingElse() throws IOException, InterruptedException {
        String csv = SampleLog.csv().lines().limit(1).findFirst().orElseThrow() + "\n"
                + "T1,2025-01-06T09:00:00Z,created,customer,C-1,new,low,,,,,,,,,\n"
                + "T1,2025-06-06T09:00:00Z,status,agent,A-1,solved,,,,,,,,,,\n"
                + "T{2},2025-01-07T09:00:00Z,created,customer,C-1,new,low,,,{t|x}|y,,,,,,\n"
                + "T{2},2025-06-06T09:00:00Z,status,agent,A-1,solved,,,,,,,,,,\n";
        Path log = Files.writeString(folder.resolve("two.csv"), csv);
        run(
                "-Dinput=" + log,
                "-Dmapping=" + sample("mapping.json"),
                "-Dpolicies=" + sample("policies.json"),
                "-Dcalendars=" + sample("calendars.json"));

        Document page = Browser.open(folder.resolve("index.html"));
        List<String> texts = page.select("#worst svg text").eachText();
        assertTrue(texts.contains("T1"), texts.toString());
        assertTrue(texts.contains("low"), "a ticket without a team has only its priority: " + texts);
        assertTrue(texts.contains("T\uff5b2\uff5d"), texts.toString());
        assertTrue(texts.contains("low, \uff5bt|x\uff5d|y"), texts.toString());
    }

    @Test
    void thePageOfALogWithoutRowsSaysSoEverywhere() throws IOException, InterruptedException {
        String header = SampleLog.csv().lines().findFirst().orElseThrow();
        Path log = Files.writeString(folder.resolve("header.csv"), header + "\n");
        run("-Dinput=" + log, "-Dmapping=" + sample("mapping.json"));

        Document page = Browser.open(folder.resolve("index.html"));
        PageNumbers.assertEqual(
                new JsonMapper().readTree(folder.resolve("report.json").toFile()), page);
        for (String card : page.select("#headline .value").eachText()) {
            assertEquals("no data: no facts", card);
        }
        assertEquals(13, page.select("#charts .none").size(), "each chart says why it is not drawn");
        assertEquals(0, page.select("svg").size());
    }

    private void run(String... arguments) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("-Dout=" + folder);
        assertEquals(0, Demo.run(silent, System.err, all.toArray(String[]::new)));
    }

    private Path sample(String name) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream in = Demo.class.getResourceAsStream("/sample/" + name)) {
            Files.copy(in, copy);
        }
        return copy;
    }
}
