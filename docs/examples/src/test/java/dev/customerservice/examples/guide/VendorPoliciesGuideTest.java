package dev.customerservice.examples.guide;

import static dev.customerservice.domain.sla.SlaMetric.AGENT_WORK;
import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.GROUP_OWNERSHIP;
import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.sla.Again;
import dev.customerservice.domain.sla.AgreementKind;
import dev.customerservice.domain.sla.Anchor;
import dev.customerservice.domain.sla.Entitlement;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.EscalationAction;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.sla.Matching;
import dev.customerservice.domain.sla.Rematch;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaFault;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies of four systems, as docs/guide/sla.md writes them in this library. */
class VendorPoliciesGuideTest {
    private static final Instant MON_0900 = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(ZoneId.of("UTC"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .build();

    private static EventHead head(Duration after) {
        return EventHead.of(TicketId.of("T-1"), MON_0900.plus(after), Actor.agent("ana"));
    }

    private static SlaReadings read(SlaBook book, Duration after, TicketEvent... events) {
        TicketHistory history = TicketHistory.of(new TicketCreated(
                EventHead.of(TicketId.of("T-1"), MON_0900, Actor.customer("c-7")),
                TicketDetails.builder()
                        .status(Status.OPEN)
                        .priority(Priority.HIGH)
                        .build()));
        for (TicketEvent event : events) {
            history = history.plus(event);
        }
        return book.resolve(CalendarBook.of(OFFICE)).read(history, MON_0900.plus(after));
    }

    @Test
    void zendesk() {
        // region sla-zendesk
        SlaPolicy support = SlaPolicy.builder()
                .id("support")
                .appliesTo(TicketCondition.priorityAtLeast(Priority.LOW)) // without a priority nothing applies
                .addTarget(SlaTarget.of(FIRST_REPLY, Priority.URGENT, Duration.ofMinutes(30))
                        .orWhen(Priority.HIGH, Duration.ofHours(1))
                        .otherwise(Duration.ofHours(4))
                        .during("office"))
                .addTarget(SlaTarget.of(NEXT_REPLY, Duration.ofHours(4)).during("office"))
                .addTarget(SlaTarget.of(AGENT_WORK, Duration.ofHours(16)).during("office"))
                .build();
        SlaPolicy group = SlaPolicy.builder()
                .id("group")
                .kind(AgreementKind.OLA)
                .addTarget(SlaTarget.of(GROUP_OWNERSHIP, Duration.ofHours(4)).during("office"))
                .build();
        SlaBook zendesk = SlaBook.of(support, group).withMatching(Matching.ALL);
        // endregion
        SlaReadings readings = read(zendesk, Duration.ofMinutes(30));
        assertEquals(
                Optional.of(MON_0900.plusSeconds(3600)),
                readings.get(FIRST_REPLY).dueAt());
    }

    @Test
    void jiraServiceManagement() {
        // region sla-jira
        SlaMetric timeToResolution = RESOLUTION
                .withPausedWhile(TicketCondition.status(Status.of("Waiting for customer", StatusCategory.PENDING)))
                .withAgain(Again.NEW_CYCLE); // starting again after stop is a cycle of its own
        SlaPolicy jira = SlaPolicy.builder()
                .id("time-to-resolution")
                .addTarget(
                        SlaTarget.of(timeToResolution, Priority.HIGH, Duration.ofHours(8)) // goals, the first that fits
                                .orWhen(TicketCondition.tag("vip"), Duration.ofHours(16))
                                .otherwise(Duration.ofHours(40))
                                .during("office"))
                .build();
        // endregion
        SlaReadings readings = read(
                SlaBook.of(jira),
                Duration.ofHours(4),
                new StatusChanged(head(Duration.ofHours(1)), Status.SOLVED),
                new StatusChanged(head(Duration.ofHours(2)), Status.OPEN));
        assertEquals(2, readings.get(timeToResolution).cycle());
        assertEquals(Duration.ofHours(2), readings.get(timeToResolution).elapsed());
    }

    @Test
    void salesforce() {
        // region sla-salesforce
        Entitlement contract = Entitlement.builder()
                .id("C-1")
                .organization(OrganizationId.of("acme"))
                .policy(SlaPolicyId.of("premium")) // the entitlement process, with the version that was sold
                .policyVersion("3")
                .cases(50)
                .build();
        SlaPolicy premium = SlaPolicy.builder()
                .id("premium")
                .version("3")
                .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("office")) // a milestone
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                        .during("office")
                        .escalating( // warning and violation actions
                                Escalation.before(
                                        1,
                                        Duration.ofHours(1),
                                        new EscalationAction.Notify(EscalationLadder.of("owner", "lead"))),
                                Escalation.after(2, Duration.ZERO, new EscalationAction.FlagIncident())))
                .build();
        SlaBook process = SlaBook.of(premium).withRematch(Rematch.EXPLICIT);
        // endregion
        SlaReadings readings = read(process, Duration.ofHours(2), contract.applied(head(Duration.ZERO)));
        assertEquals(SlaState.BREACHED, readings.get(FIRST_REPLY).state());
        assertEquals("3", readings.get(RESOLUTION).policyVersion());
    }

    @Test
    void serviceNow() {
        // region sla-servicenow
        SlaMetric resolution = SlaMetric.builder()
                .id("incident-resolution")
                .start(TicketCondition.is(Attribute.ASSIGNED).or(TicketCondition.priorityAtLeast(Priority.HIGH)))
                .cancel(TicketCondition.not(
                        TicketCondition.priorityAtLeast(Priority.HIGH))) // the start condition is lost
                .pausedWhile(TicketCondition.status(PENDING, ON_HOLD))
                .stop(TicketCondition.is(Attribute.DONE))
                .anchor(Anchor.CREATION) // retroactive start, with the pauses before it
                .build();
        SlaPolicy incidents = SlaPolicy.builder()
                .id("p1-resolution")
                .addTarget(SlaTarget.of(resolution, Duration.ofHours(8))
                        .during("office")
                        .escalating(
                                Escalation.atPercent(1, 50, new EscalationAction.Notify(EscalationLadder.of("lead"))),
                                Escalation.atPercent(
                                        2, 75, new EscalationAction.Notify(EscalationLadder.of("manager")))))
                .build();
        SlaBook definitions = SlaBook.of(incidents).withMatching(Matching.ALL);
        // endregion
        assertEquals(
                Optional.of(MON_0900.plus(Duration.ofHours(4))),
                read(definitions, Duration.ofHours(1))
                        .get(resolution)
                        .escalations()
                        .get(0)
                        .at());
    }

    @Test
    void milestonesOneAfterTheOther() {
        // region sla-milestones
        SlaMetric workaround = SlaMetric.builder()
                .id("workaround")
                .start(TicketCondition.always())
                .finish(TicketCondition.tag("workaround"))
                .after(FIRST_REPLY.id()) // starts when the first reply is there
                .build();
        SlaMetric fix = RESOLUTION
                .withId(SlaMetricId.of("fix"))
                .withAfter(workaround.id())
                .withAnchor(Anchor.PREVIOUS_DUE); // counts from when the workaround was due, met early or late
        SlaPolicy process = SlaPolicy.builder()
                .id("process")
                .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(1)).during("office"))
                .addTarget(SlaTarget.of(workaround, Duration.ofHours(2)).during("office"))
                .addTarget(SlaTarget.of(fix, Duration.ofHours(4)).during("office"))
                .build();
        SlaMetric contact = PERIODIC_UPDATE.withAnchor(Anchor.PREVIOUS_DUE); // a milestone that recurs in sequence
        SlaMetric outage = RESOLUTION.withAnchor(Anchor.field("began")); // from the instant in a custom field
        // endregion
        SlaReadings readings = read(
                SlaBook.of(process),
                Duration.ofHours(2),
                MessageAdded.of(head(Duration.ofMinutes(30)), Audience.CUSTOMER),
                new TagsChanged(head(Duration.ofHours(1)), Set.of("workaround"), Set.of()));
        assertEquals(
                Optional.of(MON_0900.plusSeconds(1800)),
                readings.get(workaround).startedAt());
        assertEquals(
                Optional.of(MON_0900.plus(Duration.ofMinutes(150))),
                readings.get(fix).countsFrom());
        assertEquals(Duration.ZERO, readings.get(fix).elapsed());
        SlaPolicy others = SlaPolicy.builder()
                .id("others")
                .addTarget(SlaTarget.of(contact, Duration.ofHours(1)))
                .addTarget(SlaTarget.of(outage, Duration.ofHours(4)))
                .build();
        assertEquals(
                Optional.of(SlaFault.ANCHOR_FIELD_MISSING),
                read(SlaBook.of(others), Duration.ofHours(1)).get(outage).fault());
    }
}
