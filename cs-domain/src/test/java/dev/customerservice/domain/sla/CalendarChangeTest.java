package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
import static dev.customerservice.domain.sla.Story.at;
import static dev.customerservice.domain.sla.Story.created;
import static dev.customerservice.domain.sla.Story.maybe;
import static dev.customerservice.domain.sla.Story.policy;
import static dev.customerservice.domain.ticket.StatusCategory.PENDING;
import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.sla.EscalationTime.OpenOffset;
import dev.customerservice.domain.sla.TargetTime.OpenThenWallTime;
import dev.customerservice.domain.ticket.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A clock that goes over to another calendar while it runs: from nine to five in the office, from one to eight on the late shift. */
class CalendarChangeTest {
    private static final CalendarBook CALENDARS = CalendarBook.of(OFFICE)
            .with(CalendarId.of("late"), OFFICE.withHours(WeeklyHours.of(MONDAY, FRIDAY, "13:00-20:00")));
    /** On the late shift from twelve on. */
    private static final Story ONCE = created("02T09:00").applied("02T12:00", "desk", "late");
    /** Back in the office from three on. */
    private static final Story TWICE = ONCE.applied("02T15:00", "desk", "office");

    private static SlaPlan plan(SlaTarget target) {
        SlaPolicy desk = policy("desk", target.during("office")).withVersion("office");
        SlaPolicy late = policy("desk", target.during("late")).withVersion("late");
        return SlaBook.of(desk, late).resolve(CALENDARS);
    }

    private static SlaPlan plan(int hours) {
        return plan(SlaTarget.of(RESOLUTION, Duration.ofHours(hours)));
    }

    private static SlaReading read(Story story, String asOf, int hours) {
        return story.read(asOf, plan(hours)).get(RESOLUTION);
    }

    @Test
    void eachCalendarCountsWhileItIsInForce() {
        assertEquals(Duration.ofHours(3), read(ONCE, "02T12:30", 8).elapsed());
        assertEquals(Duration.ofHours(4), read(ONCE, "02T14:00", 8).elapsed());
        assertEquals(Duration.ofHours(5), read(TWICE, "02T15:00", 8).elapsed());
        assertEquals(Duration.ofHours(7), read(TWICE, "02T19:00", 8).elapsed(), "the office closes at five");
        SlaReading next = read(TWICE, "03T10:00", 9);
        assertEquals(Duration.ofHours(8), next.elapsed());
        assertEquals(Duration.ofHours(8), plan(9).explain(next).total(TraceSegment.Kind.COUNTED), "as the trace says");
    }

    @Test
    void theDueTimeLiesOnTheCalendarThatIsInForceThen() {
        assertEquals(maybe("02T11:00"), read(ONCE, "02T12:30", 2).dueAt(), "before the change");
        assertEquals(maybe("02T12:00"), read(ONCE, "02T12:30", 3).dueAt(), "used up just when it changes");
        assertEquals(SlaState.BREACHED, read(ONCE, "02T12:30", 3).state());
        assertEquals(maybe("02T14:00"), read(ONCE, "02T12:30", 4).dueAt());
        assertEquals(maybe("02T15:00"), read(TWICE, "02T16:00", 5).dueAt(), "used up just when it changes back");
        assertEquals(maybe("02T16:00"), read(TWICE, "02T16:00", 6).dueAt());
        assertEquals(maybe("03T10:00"), read(TWICE, "02T16:00", 8).dueAt());
        assertEquals(
                Optional.of(Duration.ofHours(2)), read(TWICE, "02T16:00", 8).remaining());
    }

    @Test
    void levelsBeforeTheDueTimeAreCountedBackOverTheChanges() {
        Escalation[] levels = IntStream.rangeClosed(1, 9)
                .mapToObj(hours -> Escalation.of(hours, new OpenOffset(Duration.ofHours(-hours))))
                .toArray(Escalation[]::new);
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).escalating(levels));
        assertEquals(
                List.of(
                        at("03T09:00"),
                        at("02T16:00"),
                        at("02T15:00"),
                        at("02T14:00"),
                        at("02T13:00"),
                        at("02T11:00"),
                        at("02T10:00"),
                        at("02T09:00"),
                        at("02T09:00")),
                TWICE.read("02T16:00", plan).get(RESOLUTION).escalations().stream()
                        .map(level -> level.at().orElseThrow())
                        .toList(),
                "the last would lie before the start");
        assertEquals(
                List.of(at("02T17:00"), at("02T16:00"), at("02T15:00"), at("02T14:00"), at("02T13:00"), at("02T11:00")),
                ONCE.read("02T12:30", plan).get(RESOLUTION).escalations().stream()
                        .limit(6)
                        .map(level -> level.at().orElseThrow())
                        .toList());
    }

    @Test
    void levelsAfterTheDueTimeAreCountedOnOverTheChange() {
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Duration.ofHours(2))
                .escalating(
                        Escalation.of(1, new OpenOffset(Duration.ofMinutes(30))),
                        Escalation.of(2, new OpenOffset(Duration.ofHours(1))),
                        Escalation.of(3, new OpenOffset(Duration.ofHours(2)))));
        assertEquals(
                List.of(maybe("02T11:30"), maybe("02T12:00"), maybe("02T14:00")),
                ONCE.read("02T12:30", plan).get(RESOLUTION).escalations().stream()
                        .map(EscalationReading::at)
                        .toList());
    }

    @Test
    void aPauseIsCountedOnTheCalendarsItLiesOn() {
        Story paused = created("02T09:00")
                .status("02T11:00", Status.PENDING)
                .applied("02T12:00", "desk", "late")
                .status("02T15:00", Status.OPEN);
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).pausedWhile(PENDING));
        SlaReading reading = paused.read("02T16:00", plan).get(RESOLUTION);
        assertEquals(Duration.ofHours(3), reading.paused(), "an hour of the office, two of the late shift");
        assertEquals(Duration.ofHours(3), reading.elapsed());
        assertEquals(maybe("03T14:00"), reading.dueAt(), "four hours until eight, one on the next day");
    }

    @Test
    void aChangeThereAndBackAtOneInstantIsNone() {
        Story back = ONCE.applied("02T12:00", "desk", "office");
        SlaReading reading = read(back, "02T16:00", 8);
        assertEquals(Duration.ofHours(7), reading.elapsed());
        assertEquals(maybe("02T17:00"), reading.dueAt());
    }

    @Test
    void aClockThatBeginsOutsideHoursCountsFromTheOpeningInForceThen() {
        Story early = created("02T07:00").applied("02T08:00", "desk", "late");
        SlaReading reading = read(early, "02T14:00", 8);
        assertEquals(maybe("02T13:00"), reading.effectiveStartAt());
        assertEquals(Duration.ofHours(1), reading.elapsed());
        assertEquals(maybe("02T13:00"), read(early, "02T14:00", 0).dueAt(), "what needs no time is due at the opening");
    }

    @Test
    void openTimeAndThenWallTimeGoesOverToTheWallClockAfterTheChange() {
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, new OpenThenWallTime(Duration.ofHours(4), Duration.ofHours(10))));
        SlaReading reading = ONCE.read("02T23:00", plan).get(RESOLUTION);
        assertEquals(maybe("03T00:00"), reading.dueAt(), "three hours of the office, one of the late shift, then ten");
        assertEquals(Duration.ofHours(13), reading.elapsed());
        SlaPlan soon = plan(SlaTarget.of(RESOLUTION, new OpenThenWallTime(Duration.ofHours(2), Duration.ofHours(10))));
        assertEquals(
                maybe("02T21:00"), ONCE.read("02T16:00", soon).get(RESOLUTION).dueAt(), "over before the change");
        assertEquals(
                Duration.ofHours(7), ONCE.read("02T16:00", soon).get(RESOLUTION).elapsed());
    }

    @Test
    void aRecountIsAsIfTheNewCalendarHadAlwaysHeld() {
        SlaPlan plan = plan(SlaTarget.of(RESOLUTION, Duration.ofHours(8)).withCalendarChange(CalendarChange.RECOUNT));
        SlaReading reading = ONCE.read("02T14:00", plan).get(RESOLUTION);
        assertEquals(Duration.ofHours(1), reading.elapsed());
        assertEquals(maybe("03T14:00"), reading.dueAt());
    }

    @Test
    void aRecountForgetsEarlierCalendarsToo() {
        SlaTarget eight = SlaTarget.of(RESOLUTION, Duration.ofHours(8));
        SlaPlan plan = SlaBook.of(
                        policy("desk", eight.during("office")).withVersion("office"),
                        policy("desk", eight.during("late")).withVersion("late"),
                        policy("desk", eight.withCalendarChange(CalendarChange.RECOUNT))
                                .withVersion("always"))
                .resolve(CALENDARS);
        Story early = created("02T08:00").applied("02T12:00", "desk", "late").applied("02T15:00", "desk", "always");
        assertEquals(
                Duration.ofMinutes(450),
                early.read("02T15:30", plan).get(RESOLUTION).elapsed());
    }

    @Test
    void whatWasCarriedOverIsRecountedToo() {
        SlaTarget target = SlaTarget.of(RESOLUTION, Duration.ofHours(8))
                .withRetarget(Retarget.PROPORTIONAL)
                .withCalendarChange(CalendarChange.RECOUNT);
        SlaTarget four =
                target.withGoals(SlaTarget.of(RESOLUTION, Duration.ofHours(4)).goals());
        SlaPlan plan = SlaBook.of(
                        policy("desk", target.during("office")).withVersion("eight"),
                        policy("desk", four.during("office")).withVersion("four"),
                        policy("desk", four.during("late")).withVersion("late"))
                .resolve(CALENDARS);
        Story quarter = created("02T09:00").applied("02T11:00", "desk", "four");
        assertEquals(
                maybe("02T14:00"),
                quarter.read("02T11:30", plan).get(RESOLUTION).dueAt());
        SlaReading late = quarter.applied("02T12:00", "desk", "late")
                .read("02T16:00", plan)
                .get(RESOLUTION);
        assertEquals(Duration.ofHours(3), late.elapsed());
        assertEquals(maybe("02T17:00"), late.dueAt(), "on the late shift nothing was used before one");
        assertEquals(Optional.of(Duration.ofHours(1)), late.remaining());
        Story again = quarter.applied("02T11:30", "desk", "eight").applied("02T12:00", "desk", "late");
        assertEquals(
                maybe("02T17:00"), again.read("02T16:00", plan).get(RESOLUTION).dueAt(), "over every change");
    }
}
