package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.ticket.Status;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.BacklogFacts;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.statistics.DurationDistribution;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BacklogKpisTest {
    private static final long MONDAY = Instant.parse("2026-10-05T09:00:00Z").getEpochSecond();

    private static long day(int days) {
        return MONDAY + Duration.ofDays(days).toSeconds();
    }

    private static Facts facts() {
        VectorTickets tickets = new VectorTickets();
        tickets.ticket(day(0), VectorTickets.CUSTOMER)
                .message(day(1), VectorTickets.AGENT, false)
                .message(day(4), VectorTickets.CUSTOMER, true)
                .done();
        tickets.ticket(day(1), VectorTickets.CUSTOMER)
                .status(day(2), Status.PENDING)
                .done();
        tickets.ticket(day(1), VectorTickets.CUSTOMER)
                .status(day(2), Status.SOLVED)
                .status(day(3), Status.OPEN)
                .done();
        tickets.ticket(day(0), VectorTickets.CUSTOMER)
                .status(day(2), Status.SOLVED)
                .status(day(5), Status.CLOSED)
                .done();
        return tickets.facts();
    }

    private static DurationDistribution days(DurationKpi<BacklogFacts> kpi, Backlog rule, int day) {
        return facts().openAt(Instant.ofEpochSecond(day(day)), rule).stream()
                .collect(kpi.collector())
                .orElseThrow();
    }

    private static Optional<Duration> max(DurationDistribution lengths) {
        return lengths.max();
    }

    @Test
    void anAgeIsSinceTheCreationOrSinceTheLastUpdate() {
        Backlog open = Backlog.unsolved();

        assertEquals(Optional.of(Duration.ofDays(4)), max(days(BacklogKpis.backlogAge(), open, 4)));
        assertEquals(
                Optional.of(Duration.ofDays(2)),
                days(BacklogKpis.backlogAgeSinceUpdate(), open, 4).mean().toDuration(),
                "a note, a pending status and a reopening: 3 + 2 + 1 days");
        assertEquals(
                Optional.of(Duration.ofDays(1)),
                days(BacklogKpis.backlogAgeSinceUpdate(), open.on(Backlog.Side.AT), 4)
                        .mean()
                        .toDuration(),
                "the message of that instant is seen: 0 + 2 + 1 days");
        assertEquals(
                "opening_backlog_age_since_update",
                BacklogKpis.backlogAgeSinceUpdate(open, Cohort.Border.OPENING).id());
    }

    @Test
    void theNetChangeIsCreatedAndReopenedLessResolved() {
        List<StayFacts> stays = facts().rows(StayFacts.class);

        assertEquals(
                4 + 1 - 2,
                stays.stream().collect(BacklogKpis.netChange().collector()).orElseThrow());
        assertEquals(
                7, stays.stream().collect(BacklogKpis.netChange().collector()).n());
        assertEquals(
                0,
                List.<StayFacts>of().stream()
                        .collect(BacklogKpis.netChange().collector())
                        .orElseThrow());
        assertEquals("any whole number", BacklogKpis.netChange().definition().range());
    }
}
