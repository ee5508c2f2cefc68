package dev.customerservice.examples.guide;

import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static dev.customerservice.metrics.kpi.TicketKpis.volume;
import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.PackedFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/reports.md about facts in columns, with what they give. */
class ColumnsGuideTest {
    private static final Instant END = Instant.parse("2026-04-01T00:00:00Z");
    private static final long SECOND = 1_000_000_000L;

    @Test
    void columnsOfAStore() {
        long march = Instant.parse("2026-03-01T00:00:00Z").getEpochSecond();
        long[] created = {march, march + 60, march + 700_000};
        int[] firstReply = {600, -1, 1800};
        byte[] team = {0, 1, 0};
        // region reports-columns
        List<TeamId> teams = List.of(TeamId.of("front"), TeamId.of("back"));
        PackedFacts<TicketFacts> packed = PackedFacts.builder(TicketFacts.class, created.length, END)
                .moment(Milestone.CREATED, row -> created[row] * SECOND)
                .length(
                        firstReplyTime().column(),
                        row -> firstReply[row] < 0 ? PackedFacts.ABSENT : firstReply[row] * SECOND)
                .codes(Dimension.TEAM, Milestone.CREATED, teams, row -> team[row])
                .build();
        KpiReport report = KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(volume(), firstReplyTime().percentile(90))
                .by(Dimension.TEAM)
                .every(Granularity.WEEK)
                .collect(Facts.of(packed));
        // endregion
        assertEquals(3, report.value(volume()).orElseThrow());
        assertEquals(
                Duration.ofMinutes(28),
                report.at(teams.get(0)).value(firstReplyTime().percentile(90)).orElseThrow());
    }

    @Test
    void rowsThatManyReportsRead() {
        List<TicketHistory> histories = List.of();
        // region reports-pack
        Facts facts = Facts.of(histories, FactExtractor.asOf(END));
        KpiReport.Builder dashboard = KpiReport.over(Period.month(2026, Month.MARCH, UTC))
                .measure(volume(), firstReplyTime().median())
                .by(Dimension.TEAM);
        Facts packed = dashboard.pack(facts); // once
        KpiReport report = dashboard.collect(packed); // and as often as the page is opened
        // endregion
        assertEquals(dashboard.collect(facts).value(volume()), report.value(volume()));
    }
}
