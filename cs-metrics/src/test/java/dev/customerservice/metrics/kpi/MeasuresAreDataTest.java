package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.metrics.facts.Backlog;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A built-in measure is data: two that say the same are equal, and what they say can be read off them. */
class MeasuresAreDataTest {
    @Test
    void formulasAreEqualByWhatTheySay() {
        assertInstanceOf(Formula.Count.class, TicketKpis.volume().formula());
        assertInstanceOf(Formula.Total.class, TicketKpis.reopens().formula());
        assertInstanceOf(Formula.Share.class, TicketKpis.reopenRate().formula());
        assertInstanceOf(
                Formula.Rate.class, TicketKpis.reopensPerResolvedTicket().formula());
        assertEquals(
                new Formula.Times<>(TicketKpis.firstReplyTime().column(), Filter.every()),
                new Formula.Times<>(TicketKpis.firstReplyTime().column(), Filter.every()));
        assertInstanceOf(Formula.Numbers.class, SurveyKpis.ratings("csat").formula());
        assertEquals(TicketKpis.volume().formula(), TicketKpis.volume().formula());
        assertInstanceOf(Cohort.Flow.class, TicketKpis.volume().cohort());
        assertInstanceOf(Cohort.Stock.class, BacklogKpis.backlog().cohort());
    }

    @Test
    void filtersKeepTheirTree() {
        Filter<TicketFacts> solved = Filter.reached(Milestone.resolved(ResolutionRule.FIRST_ENTRY));
        Filter<TicketFacts> once = TicketNumber.REOPENS.is(0);
        Filter<TicketFacts> code = Filter.code("any", fact -> true);
        assertInstanceOf(Filter.Reached.class, solved);
        assertEquals(0L, assertInstanceOf(Filter.Between.class, once).to());
        assertEquals("any", assertInstanceOf(Filter.Code.class, code).name());
        assertEquals(
                2,
                assertInstanceOf(Filter.AllOf.class, solved.and(once)).parts().size());
        assertEquals(
                2, assertInstanceOf(Filter.AnyOf.class, solved.or(once)).parts().size());
        assertEquals(solved.and(once), solved.and(TicketNumber.REOPENS.is(0)));
    }

    @Test
    void momentsAndStocksAreData() {
        Milestone opened = Milestone.stated(StatedValues.OPENED);
        Milestone closed = Milestone.first(StatusSet.CLOSED);
        assertEquals(
                StatedValues.OPENED,
                assertInstanceOf(Milestone.Stated.class, opened).name());
        assertEquals(
                Milestone.Pick.FIRST,
                assertInstanceOf(Milestone.Entry.class, closed).pick());
        assertEquals(
                closed,
                assertInstanceOf(Milestone.OrElse.class, Milestone.either(opened, closed))
                        .other());
        assertEquals(
                StatusSet.NEW,
                assertInstanceOf(Backlog.ByStatus.class, Backlog.in(StatusSet.NEW))
                        .statuses());
        assertEquals(
                opened,
                assertInstanceOf(Backlog.ByMilestone.class, Backlog.between(opened, closed))
                        .from());
        assertEquals(4, StayFacts.Began.values().length);
        assertEquals(Duration.ofDays(7), TicketKpis.DEFAULT_WINDOW);
    }
}
