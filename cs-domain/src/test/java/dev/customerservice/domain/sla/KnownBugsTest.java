package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.FIRST_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.GROUP_OWNERSHIP;
import static dev.customerservice.domain.sla.SlaMetric.NEXT_REPLY;
import static dev.customerservice.domain.sla.SlaMetric.PERIODIC_UPDATE;
import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.hours;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static dev.customerservice.domain.ticket.TicketCondition.not;
import static dev.customerservice.domain.ticket.TicketCondition.team;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketDetails;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One test for each known mistake of other systems; the number is the row of the list, the name the rule that prevents it. */
class KnownBugsTest {
    private static final BusinessCalendar TUESDAY_OFF =
            OFFICE.withHolidays(Holiday.on(LocalDate.of(2026, 3, 3), "Founders Day"));

    private static BusinessCalendar office(WeeklyHours hours) {
        return OFFICE.withHours(hours);
    }

    private static Duration ofHours(int hours) {
        return Duration.ofHours(hours);
    }

    @Test
    void row01TheTraceNamesTheHolidaysItSkips() {
        SlaPlan plan = policy("one", hours(RESOLUTION, 16)).resolve(CalendarBook.of(TUESDAY_OFF));
        SlaTrace trace = plan.explain(
                plan.read(created("02T09:00").history(), at("04T10:00")).get(RESOLUTION));
        assertEquals(
                List.of(Optional.of("Founders Day")),
                trace.segments().stream()
                        .filter(segment -> segment.kind() == TraceSegment.Kind.HOLIDAY)
                        .map(TraceSegment::name)
                        .toList());
    }

    @Test
    void row02NextReplyRunsOnlyWhileAMessageIsUnanswered() {
        SlaReading reading = created("02T09:00")
                .reply("02T09:30")
                .message("02T10:00")
                .reply("02T10:30")
                .read("04T12:00", hours(NEXT_REPLY, 1));
        assertEquals(SlaState.ACHIEVED, reading.state());
        assertEquals(maybe("02T10:30"), reading.completedAt());
    }

    @Test
    void row03MidnightIsATimeOfTheDaySoThatRoundTheClockLosesNoMinute() {
        BusinessCalendar always = office(WeeklyHours.of(MONDAY, SUNDAY, "00:00-24:00"));
        assertEquals(ofHours(72), always.between(at("02T00:00"), at("05T00:00")));
        assertEquals(at("03T00:30"), always.plus(at("02T23:30"), ofHours(1)));
    }

    @Test
    void row04EachCycleIsMeasuredFromItsOwnStart() {
        SlaReadings readings = created("02T09:00")
                .reply("02T09:30")
                .message("03T10:00")
                .reply("03T11:00")
                .read("04T12:00", policy("one", hours(PERIODIC_UPDATE, 8), hours(NEXT_REPLY, 4)));
        assertEquals(maybe("03T10:00"), readings.get(NEXT_REPLY).startedAt());
        assertEquals(ofHours(1), readings.get(NEXT_REPLY).elapsed());
        assertEquals(2, readings.cycles(PERIODIC_UPDATE).size());
    }

    @Test
    void row05NextReplyCannotStartBeforeTheFirstReply() {
        Story waiting = created("02T09:00").message("02T10:00");
        assertEquals(
                SlaState.NOT_STARTED,
                waiting.read("02T16:00", hours(NEXT_REPLY, 1)).state());
    }

    @Test
    void row06AMetricThatTheNewPolicyLacksIsCancelledOnTransfer() {
        SlaPolicy first = policy("first", hours(PERIODIC_UPDATE, 1)).withAppliesTo(team("first"));
        SlaReading reading = created("02T09:00")
                .team("02T09:00", "first")
                .reply("02T09:30")
                .team("02T10:00", "second")
                .read("02T16:00", first, policy("rest", hours(RESOLUTION, 8)))
                .get(PERIODIC_UPDATE);
        assertEquals(Optional.of(CancelReason.POLICY_REMOVED), reading.cancelReason());
        assertEquals(Optional.empty(), reading.breachedAt());
    }

    @Test
    void row07TheDueTimeFollowsFromTheHistoryAndNotFromWhenItWasLookedAt() {
        SlaPlan plan = policy("one", hours(PERIODIC_UPDATE, 2)).resolve(CalendarBook.of(OFFICE));
        Story first = created("02T09:00").reply("02T10:00");
        assertEquals(
                maybe("02T12:00"),
                plan.read(first.history(), at("02T10:30")).get(PERIODIC_UPDATE).dueAt());
        assertEquals(
                maybe("02T13:00"),
                plan.read(first.reply("02T11:00").history(), at("02T11:00"))
                        .get(PERIODIC_UPDATE)
                        .dueAt());
    }

    @Test
    void row08AMessageCountsByItsAuthorWhateverTheChannel() {
        MessageAdded portal = new MessageAdded(
                Story.customer("02T10:00"),
                Audience.CUSTOMER,
                Optional.of(Channel.WEB),
                Optional.empty(),
                Optional.empty());
        SlaReading reading = created("02T09:00").reply("02T09:30").then(portal).read("02T11:00", hours(NEXT_REPLY, 4));
        assertEquals(maybe("02T10:00"), reading.startedAt());
    }

    @Test
    void row09ALevelMayWaitForTheNextOpening() {
        Escalation wall = Escalation.of(1, new EscalationTime.WallOffset(ofHours(8)));
        SlaTarget target =
                hours(RESOLUTION, 8).escalating(wall, wall.withLevel(2).withOnlyInsideHours(true));
        SlaReading reading = created("06T09:00").read("06T10:00", target);
        assertEquals(maybe("07T01:00"), reading.escalations().get(0).at());
        assertEquals(maybe("09T09:00"), reading.escalations().get(1).at());
    }

    @Test
    void row10ADurationHasOneForm() {
        TargetTime minutes = TargetTime.parse("PT90M");
        assertEquals(TargetTime.parse("PT1H30M"), minutes);
        assertEquals("PT1H30M", minutes.toText());
        assertEquals(minutes, TargetTime.parse(minutes.toText()));
    }

    @Test
    void row11StopComesBeforePauseInOneEvent() {
        SlaTarget target =
                hours(RESOLUTION, 8).pausedWhile(not(TicketCondition.status(StatusCategory.NEW, StatusCategory.OPEN)));
        SlaReading reading =
                created("02T09:00").status("02T11:00", Status.SOLVED).read("03T12:00", target);
        assertEquals(maybe("02T11:00"), reading.completedAt());
        assertEquals(ofHours(2), reading.elapsed());
    }

    @Test
    void row12ResolvingStopsEveryClockAndAPolicyMayChange() {
        Story story = created("02T09:00").reply("02T09:30").message("02T10:00").priority("02T10:30", Priority.HIGH);
        SlaTarget matrix = SlaTarget.of(NEXT_REPLY, Priority.HIGH, ofHours(1))
                .otherwise(ofHours(8))
                .during("office");
        assertEquals(maybe("02T11:00"), story.read("02T10:45", matrix).dueAt());
        SlaReading solved = story.status("02T10:50", Status.SOLVED).read("05T12:00", matrix);
        assertEquals(SlaState.ACHIEVED, solved.state());
    }

    @Test
    void row13ALateReplyIsBreachedForEverybodyWhoReads() {
        SlaReading reading = created("06T16:00").reply("09T11:00").read("12T12:00", hours(FIRST_REPLY, 2));
        assertEquals(SlaState.BREACHED, reading.state());
        assertEquals(maybe("09T10:00"), reading.breachedAt());
        assertEquals(maybe("09T11:00"), reading.completedAt());
        assertEquals(Optional.of(ofHours(1)), reading.overdueBy());
    }

    @Test
    void row14AnOwnershipClockStartsAgainWithEachOwner() {
        SlaMetric own = GROUP_OWNERSHIP
                .withId(SlaMetricId.of("with_agent"))
                .withStart(TicketCondition.is(Attribute.ASSIGNED))
                .withStop(not(TicketCondition.is(Attribute.ASSIGNED)))
                .withOwner(Attribute.ASSIGNEE);
        SlaReading reading = created("02T09:00")
                .assigned("02T09:30", "ana")
                .assigned("02T11:00", "ben")
                .read("02T12:00", hours(own, 4));
        assertEquals(2, reading.cycle());
        assertEquals(Optional.of("ben"), reading.owner());
        assertEquals(maybe("02T15:00"), reading.dueAt());
    }

    @Test
    void row15EveryNumberIsExplained() {
        SlaPlan plan = policy("one", hours(FIRST_REPLY, 8)).resolve(CalendarBook.of(OFFICE));
        SlaReading reading =
                plan.read(created("06T16:00").history(), at("09T10:00")).get(FIRST_REPLY);
        assertEquals(ofHours(2), reading.elapsed());
        assertEquals(ofHours(2), plan.explain(reading).total(TraceSegment.Kind.COUNTED));
        assertTrue(plan.explain(reading).toText().contains("COUNTED  PT1H"));
    }

    @Test
    void row16EachChannelMayHaveItsOwnHours() {
        SlaPolicy calls = policy("calls", SlaTarget.of(RESOLUTION, ofHours(2)))
                .withAppliesTo(TicketCondition.channel(Channel.PHONE));
        SlaPolicy mail = policy("mail", hours(RESOLUTION, 2));
        Story call = created("07T12:00", TicketDetails.builder().channel(Channel.PHONE));
        assertEquals(
                maybe("07T14:00"),
                call.read("07T12:00", calls, mail).get(RESOLUTION).dueAt());
        assertEquals(
                maybe("09T11:00"),
                created("07T12:00")
                        .read("07T12:00", calls, mail)
                        .get(RESOLUTION)
                        .dueAt());
    }

    @Test
    void row17APauseOverTheWeekendCreditsOpenTimeOnly() {
        SlaTarget target = SlaTarget.of(RESOLUTION, TargetTime.workingDays(2))
                .during("office")
                .pausedWhile(PENDING);
        SlaReading reading = created("05T10:00")
                .status("06T15:00", Status.PENDING)
                .status("09T10:00", Status.OPEN)
                .read("09T10:00", target);
        assertEquals(maybe("09T13:00"), reading.dueAt());
        assertEquals(ofHours(3), reading.paused());
    }

    @Test
    void row18TheDueTimeLiesInsideTheHours() {
        SlaTarget target = hours(RESOLUTION, 8).pausedWhile(PENDING);
        SlaReading reading = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .status("02T12:00", Status.OPEN)
                .read("02T12:00", target);
        assertEquals(maybe("03T11:00"), reading.dueAt());
        SlaReading full = created("02T09:00").read("02T12:00", target);
        assertEquals(maybe("02T17:00"), full.dueAt(), "the close belongs to the hours");
    }

    @Test
    void row19ARetargetKeepsEarlierPauses() {
        SlaTarget target = SlaTarget.of(RESOLUTION, Priority.HIGH, ofHours(4))
                .otherwise(ofHours(8))
                .during("office")
                .pausedWhile(PENDING);
        SlaReading reading = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .status("02T12:00", Status.OPEN)
                .priority("02T13:00", Priority.HIGH)
                .read("02T13:00", target);
        assertEquals(ofHours(2), reading.elapsed());
        assertEquals(maybe("02T15:00"), reading.dueAt());
    }

    @Test
    void row20ADueDateSetByHandIsNotMovedByAPause() {
        SlaReading reading = created("02T09:00")
                .due("02T09:30", RESOLUTION, "04T16:00")
                .status("02T10:00", Status.PENDING)
                .read("03T12:00", hours(RESOLUTION, 4).pausedWhile(PENDING));
        assertEquals(SlaState.PAUSED, reading.state());
        assertEquals(maybe("04T16:00"), reading.dueAt());
        assertEquals(maybe("04T16:00"), reading.nextChangeAt());
        assertEquals(Optional.of(TargetTime.at(at("04T16:00"))), reading.promised());
    }

    @Test
    void row21ALevelBeforeTheDueTimeIsCountedBackInOpenTime() {
        SlaTarget target = hours(RESOLUTION, 9).escalating(Escalation.before(1, ofHours(2)));
        SlaReading reading = created("06T09:00").read("06T09:00", target);
        assertEquals(maybe("09T10:00"), reading.dueAt());
        assertEquals(maybe("06T16:00"), reading.escalations().get(0).at());
    }

    @Test
    void row22WhereAClockStartsIsSaid() {
        SlaMetric inner = RESOLUTION.withStart(team("second"));
        Story story = created("02T09:00").team("02T11:00", "second");
        assertEquals(maybe("02T11:00"), story.read("02T12:00", hours(inner, 4)).startedAt());
        assertEquals(
                maybe("02T09:00"),
                story.read("02T12:00", hours(inner.withAnchor(Anchor.CREATION), 4))
                        .startedAt());
    }

    @Test
    void row23ALevelBelongsToTheClockOfItsTarget() {
        SlaReadings readings = created("02T09:00")
                .read(
                        "02T09:00",
                        policy(
                                "one",
                                hours(FIRST_REPLY, 2).escalating(Escalation.before(1, ofHours(1))),
                                hours(RESOLUTION, 8)));
        assertEquals(
                maybe("02T10:00"),
                readings.get(FIRST_REPLY).escalations().get(0).at());
        assertEquals(List.of(), readings.get(RESOLUTION).escalations());
    }
}
