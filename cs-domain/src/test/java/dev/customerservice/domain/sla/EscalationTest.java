package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.EscalationAction.FlagIncident;
import dev.customerservice.domain.sla.EscalationAction.Notify;
import dev.customerservice.domain.sla.EscalationAction.RaisePriority;
import dev.customerservice.domain.sla.EscalationAction.Reassign;
import dev.customerservice.domain.sla.EscalationTime.OpenOffset;
import dev.customerservice.domain.sla.EscalationTime.Percent;
import dev.customerservice.domain.sla.EscalationTime.WallOffset;
import dev.customerservice.domain.sla.EscalationTime.WorkingDayOffset;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EscalationTest {
    private static final SlaTarget LADDERED = hours(RESOLUTION, 8)
            .pausedWhile(PENDING)
            .escalating(
                    Escalation.atPercent(1, 50, new Notify(EscalationLadder.of("lead", "manager"))),
                    Escalation.before(2, Duration.ofHours(1), new RaisePriority(Priority.URGENT)),
                    Escalation.after(3, Duration.ZERO, new Reassign(TeamId.of("second")), new FlagIncident()));

    private static List<Boolean> fired(SlaReading reading) {
        return reading.escalations().stream().map(EscalationReading::fired).toList();
    }

    @Test
    void levelsAreReachedOneAfterAnotherAndATimerKnowsTheNext() {
        Story story = created("02T09:00");
        SlaReading early = story.read("02T10:00", LADDERED);
        assertEquals(
                List.of(maybe("02T13:00"), maybe("02T16:00"), maybe("02T17:00")),
                early.escalations().stream().map(EscalationReading::at).toList());
        assertEquals(List.of(false, false, false), fired(early));
        assertEquals(maybe("02T13:00"), early.nextChangeAt());
        SlaReading later = story.read("02T13:00", LADDERED);
        assertEquals(List.of(true, false, false), fired(later));
        assertEquals(maybe("02T16:00"), later.nextChangeAt());
        assertEquals(
                List.of(new Reassign(TeamId.of("second")), new FlagIncident()),
                later.escalations().get(2).escalation().actions());
        SlaReading due = story.read("02T17:00", hours(RESOLUTION, 8));
        assertEquals(SlaState.RUNNING, due.state(), "read at the due time it is in time");
        assertEquals(
                Optional.of(at("02T17:00").plusNanos(1)), due.nextChangeAt(), "else a timer would turn on the spot");
        SlaReading late = story.read("03T10:00", LADDERED.escalating(Escalation.after(4, Duration.ofHours(4))));
        assertEquals(maybe("03T13:00"), late.nextChangeAt(), "a level after the due time");
    }

    @Test
    void aPausedClockHasNoLevelAheadAndResumingMovesAll() {
        Story story = created("02T09:00").status("02T10:00", Status.PENDING);
        SlaReading paused = story.read("02T12:00", LADDERED);
        assertTrue(paused.escalations().stream().allMatch(level -> level.at().isEmpty()));
        assertEquals(Optional.empty(), paused.nextChangeAt());
        SlaReading resumed = story.status("02T12:00", Status.OPEN).read("02T12:00", LADDERED);
        assertEquals(maybe("02T15:00"), resumed.escalations().get(0).at());
    }

    @Test
    void whatEndsTheCycleComesBeforeALevelOfTheSameInstant() {
        SlaReading solved =
                created("02T09:00").status("02T13:00", Status.SOLVED).read("04T13:00", LADDERED);
        assertEquals(List.of(false, false, false), fired(solved));
        assertEquals(Optional.empty(), solved.nextChangeAt());
    }

    @Test
    void aKeyOutlivesAChangeOfPolicyAndTellsAgreementsApart() {
        SlaPolicy high = policy("high", LADDERED).withAppliesTo(TicketCondition.tag("vip"));
        SlaPolicy rest = policy("rest", LADDERED);
        Story story = created("02T09:00");
        EscalationKey before = story.read("02T10:00", high, rest)
                .get(RESOLUTION)
                .escalations()
                .get(0)
                .key();
        EscalationKey after = story.tagged("02T10:00", "vip")
                .read("02T11:00", high, rest)
                .get(RESOLUTION)
                .escalations()
                .get(0)
                .key();
        assertEquals(before, after);
        assertEquals(new EscalationKey(Story.TICKET, Optional.empty(), RESOLUTION.id(), 1, 1), before);
        List<EscalationKey> keys = SlaBook.of(rest, rest.withVersion("2"))
                .withMatching(Matching.ALL)
                .resolve(CalendarBook.of(OFFICE))
                .read(story.history(), at("02T10:00"))
                .all()
                .stream()
                .map(reading -> reading.escalations().get(0).key())
                .toList();
        assertEquals(Optional.of(rest.id()), keys.get(0).agreement());
        assertNotEquals(before, keys.get(0));
    }

    @Test
    void offsetsAreOpenTimeWallTimeOrWorkingDays() {
        SlaTarget target = hours(RESOLUTION, 12)
                .escalating(
                        Escalation.of(1, new OpenOffset(Duration.ofHours(-6))),
                        Escalation.of(2, new WallOffset(Duration.ofHours(-6))),
                        Escalation.of(3, new WorkingDayOffset(-1)),
                        Escalation.of(4, new WorkingDayOffset(1)),
                        Escalation.of(5, new Percent(200)),
                        Escalation.of(6, new WallOffset(Duration.ofDays(-9))));
        SlaReading reading = created("05T09:00").read("05T09:00", target);
        assertEquals(maybe("06T13:00"), reading.dueAt());
        assertEquals(
                List.of(
                        maybe("05T15:00"),
                        maybe("06T07:00"),
                        maybe("05T13:00"),
                        maybe("09T13:00"),
                        maybe("09T17:00"),
                        maybe("05T09:00")),
                reading.escalations().stream().map(EscalationReading::at).toList(),
                "the last would lie before the start");
    }

    @Test
    void aLadderSkipsWhoeverIsNotOnDuty() {
        EscalationLadder ladder = EscalationLadder.of("lead", "manager", "director");
        OnDuty managers = (role, at) -> role.value().equals("manager") ? Set.of(AgentId.of("mia")) : Set.of();
        EscalationLadder.Rung rung = ladder.climb(managers, at("02T09:00")).orElseThrow();
        assertEquals(RoleId.of("manager"), rung.role());
        assertEquals(List.of(RoleId.of("lead")), rung.skipped());
        assertEquals(Set.of(AgentId.of("mia")), rung.agents());
        assertEquals(Optional.empty(), ladder.climb((role, at) -> Set.of(), at("02T09:00")));
        assertThrows(IllegalArgumentException.class, EscalationLadder::of);
    }

    @Test
    void aClockThatHasNotStartedHasItsLevelsAndNoInstants() {
        SlaTarget target = hours(SlaMetric.NEXT_REPLY, 2).escalating(Escalation.atPercent(1, 50));
        SlaReading reading = created("02T09:00").read("02T10:00", target);
        assertEquals(SlaState.NOT_STARTED, reading.state());
        assertEquals(1, reading.escalations().size());
        assertFalse(reading.escalations().get(0).fired());
    }

    @Test
    void levelsThatCannotBeAreRefused() {
        assertEquals(
                SlaFault.BAD_ESCALATION,
                assertThrows(SlaException.class, () -> Escalation.atPercent(0, 50))
                        .fault());
        assertEquals(
                SlaFault.BAD_ESCALATION,
                assertThrows(SlaException.class, () -> new Percent(0)).fault());
        assertEquals(
                SlaFault.BAD_ESCALATION,
                assertThrows(SlaException.class, () -> LADDERED.escalating(Escalation.atPercent(1, 80)))
                        .fault());
        SlaTarget days = SlaTarget.of(RESOLUTION, TargetTime.workingDays(2)).during("office");
        assertEquals(
                SlaFault.PERCENT_OF_RULE,
                assertThrows(SlaException.class, () -> days.escalating(Escalation.atPercent(1, 80)))
                        .fault());
    }
}
