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
