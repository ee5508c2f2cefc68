package dev.customerservice.examples.guide;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.sla.Adopt;
import dev.customerservice.domain.sla.DoubtfulPause;
import dev.customerservice.domain.sla.Escalation;
import dev.customerservice.domain.sla.EscalationAction;
import dev.customerservice.domain.sla.EscalationKey;
import dev.customerservice.domain.sla.EscalationLadder;
import dev.customerservice.domain.sla.EscalationReading;
import dev.customerservice.domain.sla.LintFinding;
import dev.customerservice.domain.sla.PackedHistories;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.sla.SlaColumns;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.sla.SlaState;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.sla.WhatIf;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The tasks of docs/guide/sla.md: targets, escalations, other books, and what is most likely not meant. */
class SlaTasksGuideTest {
    private static final Instant MON_0900 = Instant.parse("2026-03-02T09:00:00Z");
    private static final BusinessCalendar OFFICE = BusinessCalendar.builder()
            .id("office")
            .zone(ZoneId.of("UTC"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
            .build();

    private static EventHead head(Duration after) {
        return EventHead.of(TicketId.of("T-1"), MON_0900.plus(after), Actor.agent("ana"));
    }

    private static TicketHistory history() {
        return TicketHistory.of(new TicketCreated(
                EventHead.of(TicketId.of("T-1"), MON_0900, Actor.customer("c-7")),
                TicketDetails.builder()
                        .status(Status.OPEN)
                        .priority(Priority.HIGH)
                        .build()));
    }

    @Test
    void targetsOfEveryKind() {
        // region sla-targets
        List<TargetTime> kinds = List.of(
                TargetTime.of(Duration.ofHours(8)), // open time of the calendar
                TargetTime.wall(Duration.ofHours(24)), // the wall clock, whatever the calendar
                new TargetTime.OpenThenWallTime(Duration.ofHours(2), Duration.ofHours(10)),
                TargetTime.workingDays(2), // the same local time two working days on
                TargetTime.endOfWorkingDay(0), // close of business today
                TargetTime.at(Instant.parse("2026-03-06T12:00:00Z")), // agreed on; no pause moves it
                new TargetTime.ByHoursOfStart(TargetTime.of(Duration.ofHours(1)), TargetTime.of(Duration.ofHours(3))));
        // endregion
        List<String> due = new ArrayList<>();
        for (TargetTime kind : kinds) {
            SlaPlan plan = SlaPolicy.builder()
                    .id("kinds")
                    .addTarget(SlaTarget.of(RESOLUTION, kind).during("office"))
                    .build()
                    .resolve(CalendarBook.of(OFFICE));
            due.add(plan.read(history(), MON_0900)
                    .get(RESOLUTION)
                    .dueAt()
                    .orElseThrow()
                    .toString()
                    .substring(8, 16));
        }
        assertEquals(List.of("02T17:00", "03T09:00", "02T21:00", "04T09:00", "02T17:00", "06T12:00", "02T10:00"), due);
    }

    @Test
    void aDueDateSetByHand() {
        SlaPlan plan = SlaPolicy.builder()
                .id("standard")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                        .during("office")
                        .pausedWhile(PENDING))
                .build()
                .resolve(CalendarBook.of(OFFICE));
        // region sla-due-date
        Instant friday = Instant.parse("2026-03-06T12:00:00Z");
        TicketHistory agreed =
                history().plus(new DueDateSet(head(Duration.ofHours(1)), RESOLUTION.id(), Optional.of(friday)));
        Optional<Instant> due =
                plan.read(agreed, MON_0900.plusSeconds(7200)).get(RESOLUTION).dueAt();
        // endregion
        assertEquals(Optional.of(friday), due);
    }

    @Test
    void levelsOfEscalation() {
        // region sla-escalations
        SlaPolicy watched = SlaPolicy.builder()
                .id("watched")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                        .during("office")
                        .escalating(
                                Escalation.atPercent(
                                        1, 50, new EscalationAction.Notify(EscalationLadder.of("lead", "manager"))),
                                Escalation.before(
                                        2, Duration.ofHours(1), new EscalationAction.RaisePriority(Priority.URGENT)),
                                Escalation.after(3, Duration.ZERO, new EscalationAction.FlagIncident())))
                .build();
        // endregion
        SlaPlan plan = watched.resolve(CalendarBook.of(OFFICE));
        TicketHistory history = history();
        Instant asOf = MON_0900.plus(Duration.ofHours(5));
        Set<EscalationKey> done = new HashSet<>();
        OnDuty onDuty = (role, at) -> role.equals(RoleId.of("manager")) ? Set.of(AgentId.of("mia")) : Set.of();
        List<AgentId> told = new ArrayList<>();
        // region sla-escalations-act
        SlaReadings readings = plan.read(history, asOf);
        for (SlaReading reading : readings.all()) {
            for (EscalationReading level : reading.escalations()) {
                if (level.fired() && done.add(level.key())) {
                    for (EscalationAction action : level.escalation().actions()) {
                        if (action instanceof EscalationAction.Notify notify) {
                            notify.ladder().climb(onDuty, asOf).ifPresent(rung -> told.addAll(rung.agents()));
                        }
                    }
                }
            }
        }
        Optional<Instant> lookAgain = readings.get(RESOLUTION).nextChangeAt();
        // endregion
        assertEquals(List.of(AgentId.of("mia")), told);
        assertEquals(Optional.of(Instant.parse("2026-03-02T16:00:00Z")), lookAgain);
    }

    @Test
    void versionsOfAPolicy() {
        SlaPolicy gold = SlaPolicy.builder()
                .id("gold")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("office"))
                .build();
        // region sla-versions
        Instant april = Instant.parse("2026-04-01T00:00:00Z");
        SlaPolicy faster = gold.withVersion("2")
                .withEffectiveFrom(april)
                .withTargets(SlaTarget.of(RESOLUTION, Duration.ofHours(6)).during("office"));
        SlaBook book = SlaBook.of(gold.withEffectiveUntil(april), faster).withAdopt(Adopt.WHEN_EFFECTIVE);
        // endregion
        SlaReading reading = book.resolve(CalendarBook.of(OFFICE))
                .read(history(), april.plusSeconds(1))
                .get(RESOLUTION);
        assertEquals("2", reading.policyVersion());
    }

    @Test
    void theSameTicketsUnderAnotherBook() {
        SlaPolicy gold = SlaPolicy.builder()
                .id("gold")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("office"))
                .build();
        List<TicketHistory> histories =
                List.of(history().plus(new StatusChanged(head(Duration.ofHours(7)), Status.SOLVED)));
        Instant asOf = MON_0900.plus(Duration.ofDays(7));
        // region sla-what-if
        SlaPlan present = gold.resolve(CalendarBook.of(OFFICE));
        SlaPlan faster = gold.withTargets(
                        SlaTarget.of(RESOLUTION, Duration.ofHours(4)).during("office"))
                .resolve(CalendarBook.of(OFFICE));
        WhatIf difference = WhatIf.compare(present, faster, histories, asOf);
        int gained = difference.total().gained();
        // endregion
        assertEquals(1, gained);
        assertEquals(new WhatIf.Tally(1, 0), difference.byPriority().get("high"));
        assertEquals(List.of(), difference.neverHeld());
    }

    @Test
    void manyTicketsAtOnce() {
        SlaPlan plan = SlaPolicy.builder()
                .id("gold")
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).during("office"))
                .build()
                .resolve(CalendarBook.of(OFFICE));
        List<TicketHistory> histories =
                List.of(history(), history().plus(new StatusChanged(head(Duration.ofDays(3)), Status.SOLVED)));
        Instant asOf = MON_0900.plus(Duration.ofHours(2));
        // region sla-columns
        PackedHistories packed = plan.pack(histories); // once
        SlaColumns columns = plan.readAll(packed, asOf); // as often as asked
        long nextDue = Long.MAX_VALUE;
        for (int row = 0; row < columns.size(); row++) {
            if (columns.state(row) == SlaState.RUNNING) {
                nextDue = Math.min(nextDue, columns.dueAt(row)); // epoch nanoseconds
            }
        }
        int replayed = columns.replayed();
        // endregion
        assertEquals(MON_0900.plus(Duration.ofHours(8)), EpochNanos.toInstant(nextDue));
        assertEquals(0, replayed);
    }

    @Test
    void whatIsMostLikelyNotMeant() {
        SlaPolicy odd = SlaPolicy.builder()
                .id("odd")
                .addTarget(SlaTarget.of(FIRST_REPLY, Duration.ofHours(9)).during("office"))
                .addTarget(SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                        .during("office")
                        .pausedWhile(PENDING))
                .build();
        TicketHistory history = history().plus(new StatusChanged(head(Duration.ofHours(1)), Status.PENDING));
        // region sla-lint
        List<LintFinding> findings = SlaBook.of(odd).lint(CalendarBook.of(OFFICE), MON_0900);
        List<DoubtfulPause> pauses =
                odd.resolve(CalendarBook.of(OFFICE)).doubtfulPauses(history, MON_0900.plusSeconds(7200));
        // endregion
        assertEquals(
                LintFinding.Kind.REPLY_SLOWER_THAN_RESOLUTION, findings.get(0).kind());
        assertEquals(Duration.ofHours(1), pauses.get(0).credited());
        assertTrue(findings.size() == 1 && pauses.size() == 1);
    }
}
