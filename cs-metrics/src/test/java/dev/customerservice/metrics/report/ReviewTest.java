package dev.customerservice.metrics.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.BacklogKpis;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.OneTouch;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.statistics.Goal;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Strata;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is made of a report: tables, charts, changes, goals and reviews. */
class ReviewTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final TeamId EASY = TeamId.of("=easy, \"first\"");
    private static final TeamId HARD = TeamId.of("hard");
    private static final Kpi<TicketFacts, Ratio> REOPENED = TicketKpis.reopenRate();

    /** Tickets of a team that were solved, some of them taken up again. */
    private static List<TicketHistory> solved(Instant at, TeamId team, int count, int reopened) {
        List<TicketHistory> histories = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TicketId id = TicketId.of(at + "-" + team.value() + "-" + i);
            List<TicketEvent> events = new ArrayList<>();
            events.add(new TicketCreated(
                    EventHead.of(id, at, Actor.customer("c")),
                    TicketDetails.builder().team(team).build()));
            events.add(new StatusChanged(EventHead.of(id, at.plusSeconds(60), Actor.agent("a")), Status.SOLVED));
            if (i < reopened) {
                events.add(new StatusChanged(EventHead.of(id, at.plusSeconds(120), Actor.customer("c")), Status.OPEN));
            }
            histories.add(TicketHistory.of(events));
        }
        return histories;
    }

    private static Facts facts() {
        List<TicketHistory> all = new ArrayList<>();
        all.addAll(solved(FEBRUARY, EASY, 100, 30));
        all.addAll(solved(FEBRUARY, HARD, 100, 40));
        all.addAll(solved(MARCH, EASY, 100, 5));
        all.addAll(solved(MARCH, HARD, 20, 9));
        return Facts.of(all, FactExtractor.asOf(Instant.parse("2026-04-02T00:00:00Z")));
    }

    private static KpiReport march(Facts facts) {
        return KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(
                        TicketKpis.volume(),
                        REOPENED,
                        TicketKpis.firstResolutionTime().median())
                .by(Dimension.TEAM)
                .every(Granularity.WEEK)
                .againstPrevious()
                .collect(facts);
    }

    @Test
    void manyChangesAreJudgedTogether() {
        KpiReport report = march(facts());
        Changes teams = Changes.of(REOPENED, report.slices(Dimension.TEAM), 0.95);
        Changes.Line easy = teams.lines().get(0);
        Changes.Line hard = teams.lines().get(1);

        assertEquals(2, teams.comparisons());
        assertEquals(Map.of("team", EASY.value()), easy.labels());
        assertEquals(-0.25, easy.change().orElseThrow().difference(), 1e-12);
        assertTrue(easy.isSignificant(0.05));
        assertFalse(hard.isSignificant(0.05));
        double own = easy.change().orElseThrow().pValue().orElseThrow();
        assertTrue(easy.adjusted().orElseThrow() >= own, "two comparisons weaken each");
        assertEquals(
                Ratio.of(70, 200),
                easy.comparison().previous().orElseThrow() instanceof Ratio february
                        ? february.plus((Ratio) hard.comparison().previous().orElseThrow())
                        : Ratio.of(0, 0));
    }

    /** A ticket a second, each answered after so many seconds. */
    private static List<TicketHistory> answered(Instant at, int... seconds) {
        List<TicketHistory> histories = new ArrayList<>();
        for (int length : seconds) {
            TicketId id = TicketId.of(at + "-" + histories.size());
            Instant created = at.plusSeconds(histories.size());
            histories.add(TicketHistory.of(
                    new TicketCreated(
                            EventHead.of(id, created, Actor.customer("c")),
                            TicketDetails.builder().team(EASY).build()),
                    new StatusChanged(EventHead.of(id, created.plusSeconds(length), Actor.agent("a")), Status.SOLVED)));
        }
        return histories;
    }

    @Test
    void lengthsAreComparedOnTheirLogarithms() {
        List<TicketHistory> all = new ArrayList<>(answered(FEBRUARY, 100, 120, 90, 110, 105));
        all.addAll(answered(MARCH, 50, 60, 45, 55, 52));
        KpiReport report = KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(TicketKpis.firstResolutionTime())
                .againstPrevious()
                .collect(Facts.of(all, FactExtractor.asOf(Instant.parse("2026-04-02T00:00:00Z"))));
        Changes changes = Changes.of(List.of(TicketKpis.firstResolutionTime()), report.total(), 0.95);

        assertEquals(
                0.5,
                report.comparison(TicketKpis.firstResolutionTime())
                        .shift()
                        .orElseThrow()
                        .factor()
                        .orElseThrow(),
                0.01);
        assertEquals(1, changes.comparisons());
        assertTrue(changes.lines().get(0).isSignificant(0.01));
        assertEquals(Optional.empty(), changes.lines().get(0).change());
    }

    @Test
    void anAverageHasThreeNames() {
        KpiReport report = march(facts());
        SliceRates rates = SliceRates.of(REOPENED, report.slices(Dimension.TEAM));

        assertEquals(Ratio.of(14, 120), rates.pooled());
        assertEquals((0.05 + 0.45) / 2, rates.meanOfRates().orElseThrow(), 1e-12);
        assertEquals(
                0.75 * 0.05 + 0.25 * 0.45,
                rates.standardised(Map.of(EASY.value(), 3.0, "hard", 1.0)).orElseThrow(),
                1e-12);
        assertEquals(List.of(EASY.value(), "hard"), rates.labels());
        assertThrows(
                IllegalArgumentException.class, () -> new SliceRates(List.of(), new Strata(List.of(Ratio.of(1, 2)))));
    }

    @Test
    void theScoreboardSaysHowSureItIs() {
        Slice slice = march(facts()).total();
        KpiGoal reopens = new KpiGoal(REOPENED, new Goal(0.35, 0.20));
        KpiGoal tight = new KpiGoal(REOPENED, new Goal(0.35, 0.11));
        KpiGoal time = new KpiGoal(TicketKpis.firstResolutionTime().median(), new Goal(120, 30));
        List<Scoreboard.Line> lines =
                Scoreboard.of(slice, List.of(reopens, tight, time)).lines();

        assertEquals(Scoreboard.Standing.MET, lines.get(0).standing());
        assertTrue(lines.get(0).isSure());
        assertEquals(14.0 / 120 - 0.20, lines.get(0).toTarget().orElseThrow(), 1e-12);
        assertEquals((14.0 / 120 - 0.35) / -0.15, lines.get(0).progress().orElseThrow(), 1e-12);
        assertEquals(Scoreboard.Standing.MISSED, lines.get(1).standing());
        assertFalse(lines.get(1).isSure(), "11 % lies within the interval");
        assertEquals(2.0, lines.get(2).ofTarget().orElseThrow());
        Slice empty = march(facts()).at(TeamId.of("nobody"));
        assertEquals(
                Scoreboard.Standing.NO_DATA,
                Scoreboard.of(empty, List.of(reopens)).lines().get(0).standing());
    }

    @Test
    void aDashboardIsExplainedByTheVariantThatItShows() {
        KpiReport report = KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(REOPENED, TicketKpis.reopensPerResolvedTicket(), TicketKpis.oneTouch(OneTouch.EXACTLY_ONE))
                .measure(TicketKpis.firstReplyTime().median())
                .collect(facts());
        VendorDifference difference = VendorDifference.of(report.total(), report.measures(), 0.001);

        assertEquals(
                List.of(
                        "one_touch.exactly_one",
                        "reopen_rate",
                        "reopens_per_resolved_ticket",
                        "first_reply_time.median"),
                difference.lines().stream().map(VendorDifference.Line::id).toList());
        assertTrue(difference.lines().get(0).explains(0.001));
        assertFalse(difference.lines().get(1).explains(0.001));
        assertTrue(difference.lines().get(3).difference().isEmpty());
        assertThrows(
                IllegalArgumentException.class,
                () -> VendorDifference.of(report.total(), report.measures(), Double.NaN));
    }

    @Test
    void theSameFactsGiveTheSameReviewInAnyOrder() {
        List<KpiGoal> goals = List.of(new KpiGoal(REOPENED, new Goal(0.35, 0.20)));
        StakeholderReview review = StakeholderReview.of(march(facts()), goals);
        List<TicketFacts> shuffled = new ArrayList<>(facts().tickets());
        Collections.reverse(shuffled);
        Facts reversed = Facts.of(List.of(), FactExtractor.asOf(facts().asOf())).with(TicketFacts.class, shuffled);
        StakeholderReview again = StakeholderReview.of(march(reversed), goals);

        assertEquals(review, again);
        assertEquals(review.table().toCsv(), again.table().toCsv());
        assertEquals(1, review.changes().comparisons());
        assertEquals("reopen_rate", review.changes().lines().get(1).labels().get(Changes.KPI));
        assertEquals(3, review.definitions().size());
        assertEquals(facts().asOf(), review.asOf());
        KpiReport week = KpiReport.over(Period.isoWeek(2026, 11, UTC))
                .measure(REOPENED)
                .againstPrevious()
                .collect(facts());
        assertThrows(IllegalArgumentException.class, () -> StakeholderReview.of(week, goals));
    }

    @Test
    void aSpreadsheetFindsNoFormulaInTheTable() {
        String csv = ReportTable.of(march(facts())).toCsv();
        List<String> lines = csv.lines().toList();

        assertEquals(
                "kpi,from,until,zone,complete,team,value,numerator,denominator,low,high,n,noData,leftOut",
                lines.get(0));
        assertTrue(csv.contains("ticket_volume,2026-03-01,2026-04-01,UTC,true,,120.0,,,,,120,,0\r\n"), csv);
        assertTrue(csv.contains(",\"'=easy, \"\"first\"\"\","), csv);
        assertTrue(csv.contains("nothing_counted"), "a week without tickets has no median");
        assertFalse(csv.contains(",NaN") || csv.contains(",null"));
        ReportTable.Row first = ReportTable.of(march(facts())).rows().get(0);
        assertEquals(LocalDate.of(2026, 2, 1), first.period().from());
    }

    @Test
    void anyJsonLibraryWritesTheTableAndTheCharts() throws JsonProcessingException {
        KpiReport report = march(facts());
        ObjectMapper json = new ObjectMapper();
        String table = json.writeValueAsString(ReportTable.of(report).toTree());
        String line = json.writeValueAsString(VegaLite.series(REOPENED, report.total()));
        String bars = json.writeValueAsString(VegaLite.bars(REOPENED, report.slices(Dimension.TEAM)));

        assertTrue(table.contains("\"numerator\":14,\"denominator\":120"), table);
        assertTrue(table.contains("\"noData\":\"nothing_counted\",\"n\":0"), table);
        assertTrue(line.contains("\"mark\":\"errorband\"") && line.contains("2026-03-09"), line);
        assertTrue(line.contains("{\"n\":0,\"date\":\"2026-03-02\""), "a gap and no point at 0: " + line);
        assertTrue(bars.contains("\"slice\":\"hard\""), bars);
        assertEquals(
                line,
                json.writeValueAsString(VegaLite.series(REOPENED, march(facts()).total())));
    }

    @Test
    void theTicketsBehindASliceAreListed() {
        Facts facts = facts();
        KpiReport report = KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(REOPENED, BacklogKpis.backlog())
                .by(Dimension.TEAM)
                .collect(facts);
        Explanation<TicketFacts> why = report.at(HARD).explain(REOPENED, facts);

        assertEquals(20, why.entered().size());
        assertEquals(
                9,
                why.entered().stream()
                        .filter(item -> item.own().orElseThrow() == 1)
                        .count());
        assertEquals(report.at(HARD).value(BacklogKpis.backlog()).orElseThrow(), (long)
                report.at(HARD).explain(BacklogKpis.backlog(), facts).entered().size());
        assertThrows(IllegalArgumentException.class, () -> report.total().explain(TicketKpis.volume(), facts));
        assertEquals(Optional.empty(), why.entered().get(0).reason());
    }
}
