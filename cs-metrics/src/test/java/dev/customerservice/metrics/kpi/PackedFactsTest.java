package dev.customerservice.metrics.kpi;

import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.metrics.facts.FactColumns;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.Duration;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Four tickets of October as arrays: no row is ever made of them. */
class PackedFactsTest {
    private static final Instant AS_OF = Instant.parse("2026-11-09T00:00:00Z");
    private static final long FIRST_OF_OCTOBER = EpochNanos.of(Instant.parse("2026-10-01T00:00:00Z"));
    private static final long MINUTE = 60_000_000_000L;
    private static final TeamId FRONT = TeamId.of("front");
    private static final TeamId BACK = TeamId.of("back");
    private static final int[] CREATED = {0, 600, 1200, 90_000};
    private static final int[] FIRST_REPLY = {10, 60, -1, 20};
    private static final int[] TEAM = {0, 1, 1, -1};
    private static final int[] PRIORITY = {1, 1, 1, 0};
    private static final PriorityTargets TARGETS =
            new PriorityTargets("hours", Map.of(Priority.HIGH, Duration.ofMinutes(30)), false);

    private static PackedFacts.Builder<TicketFacts> october() {
        return PackedFacts.builder(TicketFacts.class, CREATED.length, AS_OF)
                .moment(Milestone.CREATED, row -> FIRST_OF_OCTOBER + CREATED[row] * MINUTE)
                .length(
                        TicketKpis.firstReplyTime().column(),
                        row -> FIRST_REPLY[row] < 0 ? PackedFacts.ABSENT : FIRST_REPLY[row] * MINUTE,
                        row -> Absence.STILL_RUNNING)
                .codes(Dimension.TEAM, Milestone.CREATED, List.of(FRONT, BACK), row -> TEAM[row])
                .codes(
                        Dimension.PRIORITY,
                        Milestone.CREATED,
                        List.of(Priority.LOW, Priority.HIGH),
                        row -> PRIORITY[row]);
    }

    private static KpiReport.Builder asked() {
        return KpiReport.over(Period.month(2026, Month.OCTOBER, UTC))
                .measure(
                        TicketKpis.volume(),
                        TicketKpis.firstReplyTime().median(),
                        TicketKpis.firstReplyTime().within(TARGETS))
                .by(Dimension.TEAM);
    }

    @Test
    void aReportIsCountedFromArrays() {
        Facts facts = Facts.of(october().build());
        KpiReport report = asked().collect(facts);

        assertEquals(3, report.value(TicketKpis.volume()).orElseThrow());
        assertEquals(1, report.at(FRONT).value(TicketKpis.volume()).orElseThrow());
        assertEquals(
                Duration.ofMinutes(35),
                report.value(TicketKpis.firstReplyTime().median()).orElseThrow());
        assertEquals(
                1,
                report.at(BACK)
                        .value(TicketKpis.firstReplyTime().median())
                        .leftOut()
                        .count(Absence.STILL_RUNNING));
        assertEquals("Facts[4 tickets as of 2026-11-09T00:00:00Z]", facts.toString());
    }

    @Test
    void aVerdictFollowsFromLengthAndPriority() {
        KpiReport report = asked().collect(Facts.of(october().build()));

        assertEquals(
                Ratio.of(1, 2),
                report.value(TicketKpis.firstReplyTime().within(TARGETS)).orElseThrow());
    }

    @Test
    void whatIsNotPackedIsNamed() {
        PackedFacts<TicketFacts> packed = october().build();

        assertEquals(
                List.of("has last_done"),
                packed.lacks(TicketKpis.resolvedTickets()).stream()
                        .map(id -> "has " + id)
                        .distinct()
                        .toList());
        assertTrue(packed.has(Milestone.CREATED));
        assertFalse(packed.has(Dimension.AGENT, Milestone.CREATED));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> asked().measure(TicketKpis.reopens()).collect(Facts.of(packed)));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("Measure (reopens) must find its columns"));
        assertThrows(IllegalArgumentException.class, () -> Facts.of(packed).tickets());
        assertThrows(
                IllegalArgumentException.class,
                () -> october().codes(Dimension.TEAM, Milestone.CREATED, List.of(FRONT), row -> TEAM[row]));
        assertThrows(IllegalArgumentException.class, () -> october().readBy(TicketKpis.volume()));
        assertThrows(IllegalArgumentException.class, () -> october().rows(List.of()));
    }

    @Test
    void partsOfFactsAreAdded() {
        Facts both = Facts.of(october().build()).plus(Facts.of(october().build()));

        assertEquals(6, asked().collect(both).value(TicketKpis.volume()).orElseThrow());
        FactColumns<TicketFacts> columns = both.columns(TicketFacts.class).orElseThrow();
        assertEquals(8, columns.size());
        assertEquals(Optional.empty(), columns.rows());
        assertFalse(both.hasRows(TicketFacts.class));
        assertThrows(
                IllegalArgumentException.class,
                () -> Facts.of(List.of(), FactExtractor.asOf(AS_OF))
                        .with(october().build()));
    }

    @Test
    void rowsAndColumnsGoTogether() {
        Facts rows = KpiProperties.facts(TicketHistories.drawn(7));
        Facts packed = asked().pack(rows);

        assertTrue(packed.hasRows(TicketFacts.class));
        assertEquals(rows.tickets(), packed.tickets());
        assertEquals(2 * rows.tickets().size(), packed.plus(packed).count(TicketFacts.class));
    }
}
