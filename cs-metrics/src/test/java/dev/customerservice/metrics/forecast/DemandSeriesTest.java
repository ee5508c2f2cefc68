package dev.customerservice.metrics.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class DemandSeriesTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    private static TicketHistory created(String id, String at, Channel channel) {
        return TicketHistory.of(List.of(new TicketCreated(
                EventHead.of(TicketId.of(id), Instant.parse(at), Actor.customer("c")),
                TicketDetails.builder().channel(channel).build())));
    }

    @Test
    @Tag("S0-53")
    @Tag("S1-27")
    void daysWithoutATicketAreZeroAndTheDayThatStillRunsIsLeftOff() {
        Facts facts = Facts.of(
                List.of(
                        created("1", "2026-03-09T09:00:00Z", Channel.CHAT),
                        created("2", "2026-03-09T10:00:00Z", Channel.EMAIL),
                        created("3", "2026-03-11T09:00:00Z", Channel.EMAIL),
                        created("4", "2026-03-12T09:00:00Z", Channel.EMAIL)),
                FactExtractor.asOf(Instant.parse("2026-03-12T12:00:00Z")));
        KpiReport week = KpiReport.over(Period.between(MONDAY, MONDAY.plusDays(7), ZoneId.of("UTC")))
                .measure(TicketKpis.volume())
                .by(Dimension.CHANNEL)
                .every(Granularity.DAY)
                .collect(facts);

        assertEquals(
                List.of(2.0, 0.0, 1.0),
                DemandSeries.of(week, TicketKpis.volume(), 7).values());
        assertEquals(
                List.of(1.0, 0.0, 0.0),
                DemandSeries.of(week.at(Channel.CHAT), TicketKpis.volume(), 7).values());
    }
}
