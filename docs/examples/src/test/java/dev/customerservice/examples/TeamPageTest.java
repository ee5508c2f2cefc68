package dev.customerservice.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.examples.report.BlockNumbers;
import dev.customerservice.examples.report.Browser;
import dev.customerservice.examples.team.ExampleTeam;
import dev.customerservice.roles.playbook.StandardPlaybook;
import dev.customerservice.roles.quality.QualityReview;
import dev.customerservice.roles.quality.Scorecard;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeamPageTest {
    @TempDir
    static Path folder;

    private static final ExampleTeam TEAM = ExampleTeam.bundled();

    @BeforeAll
    static void runTheDemo() {
        run(folder);
    }

    private static void run(Path to) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(0, Demo.run(silent, System.err, "-Dout=" + to));
    }

    @Test
    void theFilesNameOnlyWhatExists() {
        assertEquals(List.of(), TEAM.evidence().problems(TEAM.playbook().kinds()));
    }

    @Test
    void thePageShowsItsFigures() throws IOException, InterruptedException {
        Document page = Browser.open(folder.resolve("team.html"));
        BlockNumbers.assertEqual(json("team.json"), page);
        for (String chart : List.of("quality", "goal-satisfied", "goal-reply-on-time", "goal-settled-once")) {
            assertTrue(page.select("#" + chart + " svg path").size() >= 3, chart + " is drawn");
        }
        assertEquals(
                List.of("index.html", "team.html"),
                page.select("#pages a").eachAttr("href").subList(0, 2));
    }

    @Test
    void figuresAreTheLibrarysAnswers() throws IOException {
        Instant asOf = Instant.parse(json("report.json").get("asOf").asText());
        long overdue = TEAM.playbook()
                .practice(StandardPlaybook.ONE_TO_ONE)
                .read(TEAM.evidence(), TEAM.team(), asOf, TEAM.zone())
                .overdue()
                .size();
        JsonNode practices = block("practices").get("rows");
        assertEquals(overdue + " overdue", practices.get(0).get(3).get("text").asText());
        assertTrue(overdue > 0, "there is something to see to");

        Scorecard scorecard = TEAM.playbook().scorecard(TEAM.quality().scorecard());
        AgentId ana = AgentId.of("ana");
        List<QualityReview> own = TEAM.quality().reviews().stream()
                .filter(review -> review.agent().equals(ana))
                .toList();
        Scorecard.Summary summary = scorecard.summary(own, TEAM.quality().passMark());
        JsonNode mean = block("quality")
                .get("timeline")
                .get("series")
                .get(0)
                .get("points")
                .get(0);
        assertEquals(summary.mean().orElseThrow(), mean.get("value").asDouble());
        assertEquals(summary.interval().orElseThrow().low(), mean.get("low").asDouble());
    }

    @Test
    void theSameInputGivesTheSameBytes(@TempDir Path again) throws IOException {
        run(again);
        List<Path> files = new ArrayList<>();
        try (var all = Files.list(folder)) {
            all.forEach(files::add);
        }
        assertFalse(files.isEmpty());
        for (Path file : files) {
            assertEquals(-1, Files.mismatch(file, again.resolve(file.getFileName())), file.toString());
        }
    }

    private static JsonNode block(String id) throws IOException {
        for (JsonNode block : json("team.json").get("blocks")) {
            if (block.get("id").asText().equals(id)) {
                return block;
            }
        }
        throw new AssertionError("no block " + id);
    }

    private static JsonNode json(String name) throws IOException {
        return new JsonMapper().readTree(folder.resolve(name).toFile());
    }
}
