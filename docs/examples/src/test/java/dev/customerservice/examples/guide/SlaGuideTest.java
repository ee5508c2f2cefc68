package dev.customerservice.examples.guide;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.PolicyMatch;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/sla.md, with what they give. */
class SlaGuideTest {
    // region sla-given
    private static final Instant MON_0900 = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(ZoneId.of("UTC"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .build();
    // endregion

    private static TicketHistory history() {
        // region sla-history
        TicketId id = TicketId.of("T-1");
        Actor ana = Actor.agent("ana");
        TicketHistory history = TicketHistory.of(
                new TicketCreated(
                        EventHead.of(id, MON_0900, Actor.customer("c-7")),
                        TicketDetails.builder().priority(Priority.HIGH).build()),
                MessageAdded.of(EventHead.of(id, MON_0900.plusSeconds(1800), ana), Audience.CUSTOMER),
                new StatusChanged(EventHead.of(id, MON_0900.plusSeconds(3600), ana), Status.PENDING),
                new StatusChanged(EventHead.of(id, MON_0900.plusSeconds(7200), Actor.customer("c-7")), Status.OPEN));
        // endregion
        return history;
    }

    private static SlaPolicy standard() {
        // region sla-matrix
        SlaPolicy standard = SlaPolicy.builder()
                .id("standard")
                .addTarget(SlaTarget.of(RESOLUTION, Priority.URGENT, Duration.ofHours(4))
                        .orWhen(Priority.HIGH, Duration.ofHours(8))
                        .otherwise(Duration.ofHours(40))
                        .during("office")
                        .pausedWhile(PENDING, ON_HOLD))
                .build();
        // endregion
        return standard;
    }

    @Test
    void aMatrixByPriority() {
        TicketHistory history = history();
        SlaPolicy standard = standard();
        // region sla-read
        SlaPlan plan = standard.resolve(CalendarBook.of(OFFICE));
        SlaReading reading = plan.read(history, MON_0900.plusSeconds(10_800)).get(RESOLUTION);
        String text = plan.explain(reading).toText();
        // endregion
        assertEquals(SlaState.RUNNING, reading.state());
        assertEquals(Duration.ofHours(2), reading.elapsed());
        assertEquals(Duration.ofHours(1), reading.paused());
        assertEquals(Optional.of(Instant.parse("2026-03-03T10:00:00Z")), reading.dueAt());
        assertEquals("""
                resolution of policy standard version 1, cycle 1: RUNNING
                promised PT8H, due 2026-03-03T10:00:00Z
                2026-03-02T09:00:00Z to 2026-03-02T10:00:00Z  COUNTED  PT1H
                2026-03-02T10:00:00Z to 2026-03-02T11:00:00Z  PAUSED (pending)  PT1H
                2026-03-02T11:00:00Z to 2026-03-02T12:00:00Z  COUNTED  PT1H
                counted PT2H, remaining PT6H""", text);
    }

    @Test
    void whichPolicyHolds() {
        TicketHistory history = history();
        SlaPolicy standard = standard();
        // region sla-book
        SlaPolicy vip = standard.withId(SlaPolicyId.of("vip"))
                .withAppliesTo(TicketCondition.tag("vip").or(TicketCondition.tier("gold")));
        SlaPlan plan = SlaBook.of(vip, standard).resolve(CalendarBook.of(OFFICE));
        PolicyMatch match = plan.match(history, MON_0900).get(0);
        // endregion
        assertEquals(Optional.of("standard"), match.policy().map(id -> id.value()));
        assertTrue(match.tried().get(0).failing().isPresent());
    }

    @Test
    void aReopenedTicketStartsANewCycle() {
        // region sla-cycles
        SlaMetric eachSolution = RESOLUTION.withAgain(Again.NEW_CYCLE);
        // endregion
        SlaPlan plan = SlaPolicy.builder()
                .id("cycles")
                .addTarget(SlaTarget.of(eachSolution, Duration.ofHours(8)))
                .build()
                .resolve(CalendarBook.of());
        TicketHistory history = history()
                .plus(new StatusChanged(
                        EventHead.of(TicketId.of("T-1"), MON_0900.plusSeconds(9000), Actor.agent("ana")),
                        Status.SOLVED))
                .plus(new StatusChanged(
                        EventHead.of(TicketId.of("T-1"), MON_0900.plusSeconds(9900), Actor.agent("ana")), Status.OPEN));
        List<SlaReading> cycles =
                plan.read(history, MON_0900.plusSeconds(10_000)).cycles(eachSolution);
        assertEquals(2, cycles.size());
        assertEquals(SlaState.ACHIEVED, cycles.get(0).state());
        assertEquals(Duration.ofSeconds(100), cycles.get(1).elapsed());
    }

    @Test
    void anOwnMetric() {
        // region sla-metric
        SlaMetric ownership = SlaMetric.builder()
                .id("specialists")
                .start(TicketCondition.team("specialists"))
                .stop(TicketCondition.not(TicketCondition.team("specialists")).or(TicketCondition.is(Attribute.DONE)))
                .again(Again.NEW_CYCLE)
                .build();
        // endregion
        SlaPlan plan = SlaPolicy.builder()
                .id("inner")
                .addTarget(SlaTarget.of(ownership, Duration.ofHours(2)))
                .build()
                .resolve(CalendarBook.of());
        TicketId id = TicketId.of("T-1");
        TicketHistory history = history()
                .plus(new TeamChanged(
                        EventHead.of(id, MON_0900.plusSeconds(7200), Actor.agent("ana")),
                        Optional.of(TeamId.of("specialists"))))
                .plus(new TeamChanged(
                        EventHead.of(id, MON_0900.plusSeconds(9000), Actor.agent("ana")), Optional.empty()));
        SlaReading reading = plan.read(history, MON_0900.plusSeconds(99_000)).get(ownership);
        assertEquals(SlaState.ACHIEVED, reading.state());
        assertEquals(Duration.ofMinutes(30), reading.elapsed());
    }
}
