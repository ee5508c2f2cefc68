package dev.customerservice.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.examples.report.BlockNumbers;
import dev.customerservice.examples.report.Browser;
import dev.customerservice.examples.workforce.WeekPlan;
import dev.customerservice.roles.shift.Coverage;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Roster;
import dev.customerservice.roles.shift.RosterRule;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.Workload;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkforcePageTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);
    private static final WeekPlan PLAN = WeekPlan.bundled(LONDON);

    @TempDir
    static Path folder;

    @BeforeAll
    static void runTheDemo() {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        assertEquals(0, Demo.run(silent, System.err, "-Dout=" + folder));
    }

    @Test
    void thePageShowsItsFigures() throws IOException, InterruptedException {
        Document page = Browser.open(folder.resolve("workforce.html"));
        BlockNumbers.assertEqual(json(), page);
        for (String chart : List.of("demand", "intervals", "one-more")) {
            assertTrue(page.select("#" + chart + " svg path").size() >= 3, chart + " is drawn");
        }
    }

    @Test
    void theRequirementOfEachHourIsWhatTheModelAsksFor() throws IOException {
        JsonNode series = block("intervals").get("timeline").get("series");
        for (int hour = 0; hour < series.get(0).get("points").size(); hour++) {
            Workload work = Workload.of(
                    BigDecimal.valueOf(value(series, 0, hour)),
                    Duration.ofHours(1),
                    PLAN.load().handleTime());
            assertEquals(ErlangC.model().agents(work, PLAN.load().goal()), value(series, 1, hour), "hour " + hour);
        }
    }

    @Test
    void theBundledLoadIsOneThatAPersonCanCarry() {
        WeekPlan.Load load = PLAN.load();
        assertTrue(load.atOnce() >= 1);
        assertTrue(load.held().compareTo(load.handleTime()) >= 0, "a ticket is held at least while it is handled");
    }

    @Test
    void gapsAddUpToTheShortfallOfTheRoster() throws IOException {
        JsonNode series = block("intervals").get("timeline").get("series");
        Requirement requirement = new Requirement(List.of());
        int place = 0;
        for (int day = 0; day < 5; day++) {
            for (int hour = 8; hour < 18; hour++) {
                var start = MONDAY.plusDays(day).atTime(hour, 0).atZone(LONDON).toInstant();
                requirement = requirement.plus(Requirement.of(
                        new Interval(start, start.plus(Duration.ofHours(1))), (int) value(series, 1, place++)));
            }
        }
        Roster roster = PLAN.roster(MONDAY, MONDAY.plusDays(7), LONDON);
        Coverage coverage = roster.coverage(
                requirement,
                new Interval(
                        MONDAY.atStartOfDay(LONDON).toInstant(),
                        MONDAY.plusDays(7).atStartOfDay(LONDON).toInstant()));
        double shown = 0;
        for (JsonNode row : block("gaps").get("rows")) {
            shown += row.get(2).get("figure").get("value").asDouble();
        }
        assertEquals((double) coverage.shortfall().toSeconds(), shown);
        assertTrue(shown > 0, "there is something to close");
    }

    @Test
    void violationsAreThoseOfTheRules() throws IOException {
        List<RosterRule.Violation> rests = PLAN.roster(MONDAY, MONDAY.plusDays(7), LONDON)
                .violations(List.of(new RosterRule.DailyRest(Duration.ofHours(11))), MONDAY, SATURDAY);
        long shown = 0;
        for (JsonNode row : block("violations").get("rows")) {
            shown += row.get(1).get("text").asText().equals("daily rest") ? 1 : 0;
        }
        assertEquals(rests.size(), shown);
    }

    @Test
    void theForecastIsMadeByTheModelThatErredLeast() throws IOException {
        JsonNode tried = block("demand").get("forecast").get("tried");
        assertTrue(tried.get(0).get("chosen").asBoolean());
        double least = tried.get(0).get("mae").asDouble();
        tried.forEach(model -> assertTrue(!model.has("mae") || model.get("mae").asDouble() >= least));
        block("demand")
                .get("forecast")
                .get("ahead")
                .forEach(f -> assertTrue(
                        f.get("low").asDouble() <= f.get("value").asDouble()
                                && f.get("value").asDouble() <= f.get("high").asDouble(),
                        f.toString()));
    }

    @Test
    void everyTicketOfTheReplayIsTakenOrLeft() throws IOException {
        for (JsonNode row : block("routing").get("rows")) {
            long taken = row.get(1).get("figure").get("n").asLong();
            long left = row.get(3).get("figure").get("value").asLong();
            assertTrue(block("routing").get("note").asText().startsWith(taken + left + " tickets"));
        }
        assertEquals(
                "chosen",
                block("explained").get("rows").findParents("text").stream()
                        .map(cell -> cell.get("text").asText())
                        .filter("chosen"::equals)
                        .reduce("", String::concat));
    }

    private static double value(JsonNode series, int at, int point) {
        return series.get(at).get("points").get(point).get("value").asDouble();
    }

    private static JsonNode block(String id) throws IOException {
        for (JsonNode block : json().get("blocks")) {
            if (block.get("id").asText().equals(id)) {
                return block;
            }
        }
        throw new AssertionError("no block " + id);
    }

    private static JsonNode json() throws IOException {
        return new JsonMapper().readTree(folder.resolve("workforce.json").toFile());
    }
}
