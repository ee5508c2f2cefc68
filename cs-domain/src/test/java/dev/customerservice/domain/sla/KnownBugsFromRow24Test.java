package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.AGENT_WORK;
import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.GROUP_OWNERSHIP;
import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PAUSABLE_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.REQUESTER_WAIT;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.SlaMetric.TIME_TO_OWN;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.ON_HOLD;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.tag;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.CalendarFault;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The known mistakes from row 24 on; see {@link KnownBugsTest}. */
class KnownBugsFromRow24Test {
    private static Duration ofHours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void row24WhatIsOpenedOutsideHoursCountsFromTheNextOpening() {
        SlaReading reading = created("07T12:00").read("09T11:30", hours(RESOLUTION, 2));
        assertEquals(maybe("07T12:00"), reading.startedAt());
        assertEquals(maybe("09T09:00"), reading.effectiveStartAt());
        assertEquals(Optional.of(Duration.ofMinutes(30)), reading.overdueBy());
    }

    @Test
    void row25AWeekWithoutMondayAndThursdayCountsItsOwnDays() {
        BusinessCalendar odd = OFFICE.withHours(
                WeeklyHours.of(TUESDAY, WEDNESDAY, "09:00-17:00").and(WeeklyHours.of(FRIDAY, "09:00-17:00")));
        SlaReading reading = created("04T16:00").read("04T16:00", hours(RESOLUTION, 12), odd);
        assertEquals(maybe("10T12:00"), reading.dueAt());
    }

    @Test
    void row26ALunchBreakPutsTheDueTimeOff() {
        BusinessCalendar lunch = OFFICE.withBreaks(Break.every(MONDAY, FRIDAY, "12:00-13:00"));
        assertEquals(
                maybe("02T14:00"),
                created("02T11:00")
                        .read("02T11:00", hours(RESOLUTION, 2), lunch)
                        .dueAt());
    }

    @Test
    void row27AStatusMayPause() {
        SlaReading reading = created("02T09:00")
                .status("02T10:00", Status.ON_HOLD)
                .read("02T16:00", hours(RESOLUTION, 2).pausedWhile(ON_HOLD));
        assertEquals(SlaState.PAUSED, reading.state());
        assertEquals(Optional.empty(), reading.breachedAt());
    }

    @Test
    void row28AnAnsweredTicketIsNotOverdueForItsReply() {
        SlaReadings readings = created("02T09:00")
                .reply("02T09:30")
                .read("03T12:00", policy("one", hours(FIRST_REPLY, 1), hours(RESOLUTION, 8)));
        assertEquals(SlaState.ACHIEVED, readings.get(FIRST_REPLY).state());
        assertEquals(SlaState.BREACHED, readings.get(RESOLUTION).state());
    }

    @Test
    void row29ABreachAndItsPolicyStayOnRecord() {
        SlaTarget matrix = SlaTarget.of(RESOLUTION, Priority.HIGH, ofHours(1))
                .otherwise(ofHours(40))
                .during("office");
        SlaReading reading = created("02T09:00", TicketDetails.builder().priority(Priority.HIGH))
                .priority("02T12:00", Priority.LOW)
                .read("02T13:00", matrix);
        assertEquals("one", reading.policy().value());
        assertEquals(List.of(at("02T10:00")), reading.priorBreaches());
    }

    @Test
    void row30NightsDoNotCount() {
        assertEquals(
                maybe("03T10:00"),
                created("02T16:00").read("02T16:00", hours(RESOLUTION, 2)).dueAt());
    }

    @Test
    void row31AHoldOnAClosedDayMovesNothing() {
        SlaReading reading = created("07T10:00")
                .status("07T12:00", Status.ON_HOLD)
                .status("08T12:00", Status.OPEN)
                .read("08T13:00", hours(FIRST_REPLY, 2).pausedWhile(ON_HOLD));
        assertEquals(maybe("09T11:00"), reading.dueAt());
        assertEquals(Duration.ZERO, reading.paused());
    }

    @Test
    void row32APausedClockDoesNotRun() {
        Story story = created("02T09:00").status("02T10:00", Status.PENDING);
        SlaTarget target = hours(AGENT_WORK, 8);
        assertEquals(ofHours(1), story.read("02T10:00", target).elapsed());
        assertEquals(ofHours(1), story.read("05T16:00", target).elapsed());
    }

    @Test
    void row33ADayMayHaveSeveralIntervals() {
        BusinessCalendar split = OFFICE.withHours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-12:00", "13:00-17:00"));
        assertEquals(
                maybe("03T10:00"),
                created("02T09:00")
                        .read("02T09:00", hours(RESOLUTION, 8), split)
                        .dueAt());
    }

    @Test
    void row34AStatusMustNotBothStopAndPause() {
        SlaException refused =
                assertThrows(SlaException.class, () -> hours(RESOLUTION, 8).pausedWhile(StatusCategory.SOLVED));
        assertEquals(SlaFault.STOP_AND_PAUSE_OVERLAP, refused.fault());
        SlaMetric reply = FIRST_REPLY.withStop(TicketCondition.never());
        SlaReading paused = created("02T09:00")
                .status("02T10:00", Status.SOLVED)
                .read("02T12:00", hours(reply, 8).pausedWhile(StatusCategory.SOLVED));
        assertEquals(SlaState.PAUSED, paused.state(), "a reply clock that the status does not stop is only paused");
    }

    @Test
    void row35AnEditIsAnotherVersionAndReadingAgainIsExplicit() {
        Story story = created("02T09:00");
        SlaPolicy old = policy("gold", hours(RESOLUTION, 8));
        SlaPolicy edited = policy("gold", hours(RESOLUTION, 2)).withVersion("2");
        assertEquals("1", story.read("02T10:00", old).get(RESOLUTION).policyVersion());
        SlaReading again = story.read("02T10:00", edited).get(RESOLUTION);
        assertEquals("2", again.policyVersion());
        assertEquals(maybe("02T11:00"), again.dueAt());
        assertEquals(
                "1",
                story.applied("02T09:30", "gold", "1")
                        .read("02T10:00", edited, old)
                        .get(RESOLUTION)
                        .policyVersion());
    }

    @Test
    void row36AFlappingConditionBuysNoTime() {
        SlaPolicy vip = policy("vip", hours(RESOLUTION, 4)).withAppliesTo(tag("vip"));
        SlaPolicy rest = policy("rest", hours(RESOLUTION, 8));
        SlaReading reading = created("02T09:00")
                .tagged("02T09:30", "vip")
                .untagged("02T11:00", "vip")
                .tagged("02T12:00", "vip")
                .read("02T12:30", vip, rest)
                .get(RESOLUTION);
        assertEquals(maybe("02T09:00"), reading.startedAt());
        assertEquals(maybe("02T13:00"), reading.dueAt());
        SlaPolicy alone =
                policy("vip", hours(RESOLUTION, 4).pausedWhile(PENDING)).withAppliesTo(tag("vip"));
        Story story = created("02T09:00", TicketDetails.builder().addTag("vip"))
                .status("02T10:00", Status.PENDING)
                .untagged("02T11:00", "vip")
                .status("02T12:00", Status.OPEN)
                .tagged("02T13:00", "vip");
        SlaReading detached = story.read("02T12:30", alone).get(RESOLUTION);
        assertEquals(Optional.of(CancelReason.POLICY_REMOVED), detached.cancelReason());
        assertEquals(maybe("02T11:00"), detached.cancelledAt());
        assertEquals(ofHours(1), detached.elapsed());
        SlaReading attached = story.read("02T14:00", alone).get(RESOLUTION);
        assertEquals(SlaState.RUNNING, attached.state(), "no pause is left from before");
        assertEquals(maybe("02T09:00"), attached.startedAt(), "the clock start is kept");
        assertEquals(1, attached.cycle());
        assertEquals(ofHours(3), attached.elapsed(), "an hour before the pause and two since it");
        assertEquals(maybe("02T15:00"), attached.dueAt());
    }

    @Test
    void row37APauseOfClosedTimeIsAsIfItHadNotBeen() {
        Story plain = created("02T09:00");
        SlaTarget target = hours(RESOLUTION, 12).pausedWhile(PENDING);
        SlaReading paused = plain.status("02T17:00", Status.PENDING)
                .status("03T09:00", Status.OPEN)
                .read("03T10:00", target);
        SlaReading through = plain.read("03T10:00", target);
        assertEquals(through.dueAt(), paused.dueAt());
        assertEquals(through.elapsed(), paused.elapsed());
        assertEquals(Duration.ZERO, paused.paused());
    }

    @Test
    void row38TheReplyClockStartsHoweverTheTicketCameIn() {
        for (Channel channel : List.of(Channel.EMAIL, Channel.WEB, Channel.of("process"))) {
            Story story = created("02T09:00", TicketDetails.builder().channel(channel));
            assertEquals(
                    maybe("02T09:00"),
                    story.read("02T10:00", hours(FIRST_REPLY, 4)).startedAt());
        }
        Story byRule = created("02T09:00", Actor.automation("import"), TicketDetails.builder());
        assertEquals(
                maybe("02T11:00"),
                byRule.message("02T11:00")
                        .read("02T12:00", hours(FIRST_REPLY, 4))
                        .startedAt());
    }

    @Test
    void row39TheOffsetIsThatOfTheInstant() {
        assertEquals(
                maybe("30T08:00"),
                created("29T12:00").read("29T12:00", hours(RESOLUTION, 1)).effectiveStartAt());
        assertEquals(
                maybe("27T09:00"),
                created("27T01:00").read("27T01:00", hours(RESOLUTION, 1)).effectiveStartAt());
    }

    @Test
    void row40AHolidayCountsForNoMetric() {
        BusinessCalendar off = OFFICE.withHolidays(Holiday.on(LocalDate.of(2026, 3, 3), "Founders Day"));
        Story story = created("02T17:00", TicketDetails.builder().team(TeamId.of("first")))
                .reply("02T17:00")
                .message("02T17:00");
        for (SlaMetric metric : List.of(
                NEXT_REPLY,
                PERIODIC_UPDATE,
                PAUSABLE_UPDATE,
                REQUESTER_WAIT,
                AGENT_WORK,
                RESOLUTION,
                TIME_TO_OWN,
                GROUP_OWNERSHIP)) {
            SlaReading reading = story.read("03T16:00", hours(metric, 4), off);
            assertEquals(SlaState.RUNNING, reading.state(), metric.id().value());
            assertEquals(Duration.ZERO, reading.elapsed(), metric.id().value());
        }
        assertEquals(
                Duration.ZERO,
                created("02T17:00").read("03T16:00", hours(FIRST_REPLY, 4), off).elapsed());
    }

    @Test
    void row41NothingIsRounded() {
        SlaTarget target = SlaTarget.of(RESOLUTION, Duration.ofSeconds(90)).during("office");
        SlaPlan plan = policy("one", target).resolve(CalendarBook.of(OFFICE));
        Instant due = at("02T09:01").plusSeconds(30);
        assertEquals(
                SlaState.RUNNING,
                plan.read(created("02T09:00").history(), due).get(RESOLUTION).state());
        SlaReading late =
                plan.read(created("02T09:00").history(), due.plusNanos(1)).get(RESOLUTION);
        assertEquals(Optional.of(due), late.breachedAt());
        assertEquals(Optional.of(Duration.ofNanos(1)), late.overdueBy());
    }

    @Test
    void row42AMidnightThatDoesNotExistOpensAnHourLater() {
        BusinessCalendar always = BusinessCalendar.builder()
                .id("office")
                .zone(ZoneId.of("America/Sao_Paulo"))
                .hours(WeeklyHours.of(SUNDAY, "00:00-24:00"))
                .build();
        assertEquals(
                ofHours(23),
                always.between(Instant.parse("2018-11-04T00:00:00Z"), Instant.parse("2018-11-06T00:00:00Z")));
        assertEquals(Instant.parse("2018-11-04T03:00:00Z"), always.nextOpening(Instant.parse("2018-11-02T00:00:00Z")));
    }

    @Test
    void row43AFixedOffsetIsNoZone() {
        CalendarException refused = assertThrows(CalendarException.class, () -> OFFICE.withZone(ZoneId.of("+02:00")));
        assertEquals(CalendarFault.UNKNOWN_ZONE, refused.fault());
    }

    @Test
    void row44ALabelMayPause() {
        SlaReading reading = created("02T09:00")
                .tagged("02T10:00", "waiting")
                .untagged("02T12:00", "waiting")
                .read("02T12:00", hours(RESOLUTION, 4).pausedWhile(tag("waiting")));
        assertEquals(maybe("02T15:00"), reading.dueAt());
        assertEquals(ofHours(2), reading.paused());
    }

    @Test
    void row45AnEventCountsWhateverPathItTook() {
        AssigneeChanged byRule = new AssigneeChanged(
                EventHead.of(Story.TICKET, at("02T10:00"), Actor.automation("plugin")), Optional.of(AgentId.of("ana")));
        assertEquals(
                maybe("02T10:00"),
                created("02T09:00")
                        .then(byRule)
                        .read("02T12:00", hours(TIME_TO_OWN, 2))
                        .completedAt());
    }

    @Test
    void row46ReplyAndResolutionAreClocksOfTheirOwn() {
        SlaReadings readings = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .read(
                        "02T11:00",
                        policy(
                                "one",
                                hours(FIRST_REPLY, 3),
                                hours(RESOLUTION, 8).pausedWhile(PENDING)));
        assertEquals(maybe("02T12:00"), readings.get(FIRST_REPLY).dueAt());
        assertEquals(SlaState.PAUSED, readings.get(RESOLUTION).state());
        assertEquals(Optional.empty(), readings.get(RESOLUTION).dueAt());
    }
}
