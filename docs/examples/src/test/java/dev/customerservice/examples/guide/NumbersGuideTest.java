package dev.customerservice.examples.guide;

import static dev.customerservice.metrics.kpi.ServiceLevel.Abandons.ANSWERED_ONLY;
import static dev.customerservice.metrics.kpi.ServiceLevel.Abandons.IGNORED;
import static dev.customerservice.metrics.kpi.ServiceLevel.Abandons.POSITIVE;
import static dev.customerservice.metrics.kpi.TicketKpis.firstContactResolution;
import static dev.customerservice.metrics.kpi.TicketKpis.firstReplyTime;
import static dev.customerservice.metrics.kpi.TicketKpis.firstResolutionTime;
import static dev.customerservice.metrics.kpi.TicketKpis.fullResolutionTime;
import static dev.customerservice.metrics.kpi.TicketKpis.oneTouch;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.Month.MARCH;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.facts.ContactFacts;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.ContactKpis;
import dev.customerservice.metrics.kpi.DurationKpi;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.OneTouch;
import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.metrics.report.Explanation;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.VendorDifference;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/numbers.md and docs/guide/resolution-time.md, with what they give. */
class NumbersGuideTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Instant FRIDAY_1600 = Instant.parse("2026-03-06T16:00:00Z");

    private static TicketHistory ticket(String id, TicketEvent... more) {
        List<TicketEvent> events = new ArrayList<>();
        events.add(new TicketCreated(
                head(id, 0, Actor.customer("c-" + id)), TicketDetails.builder().build()));
        events.addAll(List.of(more));
        return TicketHistory.of(events);
    }

    private static EventHead head(String id, long hours, Actor by) {
        return EventHead.of(TicketId.of(id), FRIDAY_1600.plus(Duration.ofHours(hours)), by);
    }

    private static TicketEvent status(String id, long hours, Status to) {
        return new StatusChanged(head(id, hours, Actor.agent("ana")), to);
    }

    private static TicketEvent reply(String id, long hours, Actor by) {
        return MessageAdded.of(head(id, hours, by), Audience.CUSTOMER);
    }

    private static final List<TicketHistory> HISTORIES = List.of(
            ticket("quick", reply("quick", 1, Actor.agent("ana")), status("quick", 1, Status.SOLVED)),
            ticket("silent", status("silent", 2, Status.SOLVED)),
            ticket(
                    "again",
                    reply("again", 1, Actor.bot("greeter")),
                    status("again", 2, Status.SOLVED),
                    status("again", 90, Status.OPEN),
                    status("again", 98, Status.SOLVED)),
            ticket("open"));

    private static Facts facts() {
        return Facts.of(HISTORIES, FactExtractor.asOf(Instant.parse("2026-04-01T00:00:00Z")))
                .linked();
    }

    @Test
    void variantsSideBySide() {
        Facts facts = facts();
        // region numbers-variants
        List<Kpi<TicketFacts, Ratio>> touches = List.of(
                oneTouch(OneTouch.EXACTLY_ONE), // exactly one reply, as dbt_zendesk
                oneTouch(OneTouch.FEWER_THAN_TWO), // none counts too, as Zendesk Explore
                firstContactResolution(), // one contact of the customer, as Freshservice
                firstContactResolution(Duration.ofDays(7))); // and none within a week, as call centres
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(touches)
                .collect(facts);
        // endregion
        // region numbers-difference
        VendorDifference shown = VendorDifference.of(march.total(), touches, 0.667); // the dashboard says 66.7 %
        VendorDifference.Line nearest = shown.lines().get(0);
        boolean explained = nearest.explains(0.0005);
        // endregion
        assertEquals("first_contact_resolution", nearest.id());
        assertTrue(explained);
        assertEquals(Ratio.of(1, 3), march.value(touches.get(0)).orElseThrow());
        assertEquals(Ratio.of(3, 3), march.value(touches.get(1)).orElseThrow());
        assertEquals(Ratio.of(2, 3), march.value(touches.get(2)).orElseThrow());
    }

    private static Contact call(String id, int waited, boolean answered) {
        Instant end = FRIDAY_1600.plusSeconds(waited);
        Contact.Builder call = Contact.builder()
                .id(ContactId.of(id))
                .channel(Channel.PHONE)
                .addSegment(ContactSegment.queue(new Interval(FRIDAY_1600, end)));
        return answered
                ? call.addSegment(ContactSegment.of(
                                ContactSegment.Kind.TALK, new Interval(end, end.plusSeconds(60)), AgentId.of("ana")))
                        .build()
                : call.build();
    }

    @Test
    void oneServiceLevelInFourTreatments() {
        List<Contact> calls =
                List.of(call("1", 10, true), call("2", 40, true), call("3", 15, false), call("4", 50, false));
        Facts tickets = facts();
        // region numbers-service-level
        Facts facts = tickets.contacts(calls);
        ServiceLevel rule = ServiceLevel.within(Duration.ofSeconds(20)); // all abandons count against it
        List<Kpi<ContactFacts, Ratio>> levels = List.of(
                ContactKpis.serviceLevel(rule),
                ContactKpis.serviceLevel(rule.with(IGNORED)),
                ContactKpis.serviceLevel(rule.with(POSITIVE)),
                ContactKpis.serviceLevel(rule.with(ANSWERED_ONLY)));
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(levels)
                .collect(facts);
        // endregion
        assertEquals(Ratio.of(1, 4), march.value(levels.get(0)).orElseThrow());
        assertEquals(Ratio.of(1, 3), march.value(levels.get(1)).orElseThrow());
        assertEquals(Ratio.of(2, 4), march.value(levels.get(2)).orElseThrow());
        assertEquals(Ratio.of(1, 2), march.value(levels.get(3)).orElseThrow());
    }

    @Test
    void oneMonthAndManyResolutionTimes() {
        Facts facts = facts();
        // region resolution-variants
        BusinessCalendar office = BusinessCalendar.builder()
                .id("office")
                .zone(LONDON)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .build();
        DurationKpi<TicketFacts> first = firstResolutionTime(); // reopened or not
        DurationKpi<TicketFacts> full = fullResolutionTime(); // the last solve, if it still holds
        DurationKpi<TicketFacts> open = fullResolutionTime().on("office", office); // open hours only
        DurationKpi<TicketFacts> later =
                fullResolutionTime().datedBy(Milestone.RESOLVED); // by the solve, not the creation
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(first, full, full.mean(), open, later)
                .collect(facts);
        // endregion
        assertEquals(Duration.ofHours(2), march.value(first.max()).orElseThrow());
        assertEquals(Duration.ofHours(98), march.value(full.max()).orElseThrow());
        assertEquals(Duration.ofHours(17), march.value(open.max()).orElseThrow());
        assertEquals(Duration.ofHours(2), march.value(full.median()).orElseThrow());
        assertEquals(3, march.value(later.max()).n());
    }

    @Test
    void openTicketsLastAtLeastSoLong() {
        Facts facts = facts();
        // region resolution-censored
        Kpi<TicketFacts, SurvivalCurve> lasting = fullResolutionTime().survival();
        SurvivalCurve curve = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(lasting)
                .collect(facts)
                .value(lasting)
                .orElseThrow();
        SurvivalCurve.Reach most = curve.reach(new BigDecimal("0.9")).orElseThrow();
        // endregion
        assertFalse(most.reached(), "one of four is open: the 90th percentile is more than what is known");
        assertEquals(3, curve.ended().count());
    }

    @Test
    void theTicketsBehindANumber() {
        Facts facts = facts();
        // region resolution-explained
        DurationKpi<TicketFacts> reply = firstReplyTime();
        KpiReport march = KpiReport.over(Period.month(2026, MARCH, LONDON))
                .measure(reply.median())
                .collect(facts);
        Explanation<TicketFacts> why = march.total().explain(reply.median(), facts);
        List<TicketFacts> unanswered =
                why.censored().stream().map(Explanation.Item::fact).toList();
        // endregion
        assertEquals(1, why.entered().size());
        assertEquals(2, why.excluded().size());
        assertEquals(TicketId.of("open"), unanswered.get(0).ticket());
    }
}
