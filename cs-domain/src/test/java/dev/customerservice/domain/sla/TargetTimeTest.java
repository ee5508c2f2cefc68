package dev.customerservice.domain.sla;

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
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.sla.TargetTime.ByHoursOfStart;
import dev.customerservice.domain.sla.TargetTime.EndOfWorkingDay;
import dev.customerservice.domain.sla.TargetTime.FixedInstant;
import dev.customerservice.domain.sla.TargetTime.OpenThenWallTime;
import dev.customerservice.domain.sla.TargetTime.OpenTime;
import dev.customerservice.domain.sla.TargetTime.WallTime;
import dev.customerservice.domain.sla.TargetTime.WorkingDays;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TargetTimeTest {
    private static final TargetTime RT = new OpenThenWallTime(Duration.ofHours(2), Duration.ofHours(10));

    private static SlaTarget office(TargetTime within) {
        return SlaTarget.of(RESOLUTION, within).during("office");
    }

    private static SlaFault fault(Runnable mistake) {
        return assertThrows(SlaException.class, mistake::run).fault();
    }

    @Test
    void openTimeWaitsForTheHoursAndWallTimeDoesNot() {
        assertEquals(
                maybe("09T10:00"),
                created("06T16:00")
                        .read("06T16:00", office(TargetTime.of(Duration.ofHours(2))))
                        .dueAt());
        assertEquals(
                maybe("06T18:00"),
                created("06T16:00")
                        .read("06T16:00", office(TargetTime.wall(Duration.ofHours(2))))
                        .dueAt());
    }

    @Test
    void openTimeAndThenWallTime() {
        SlaReading running = created("06T16:00").read("06T16:30", office(RT));
        assertEquals(maybe("09T20:00"), running.dueAt(), "an hour on Friday, one on Monday, then ten hours");
        assertEquals(Optional.of(Duration.ofMinutes(11 * 60 + 30)), running.remaining());
        SlaReading night = created("06T16:00").read("09T19:00", office(RT));
        assertEquals(Duration.ofHours(11), night.elapsed());
        assertEquals(Optional.of(Duration.ofHours(1)), night.remaining());
        assertEquals(
                Duration.ofHours(11),
                policy("one", office(RT))
                        .resolve(CalendarBook.of(OFFICE))
                        .explain(night)
                        .total(TraceSegment.Kind.COUNTED));
        SlaReading paused = created("06T16:00")
                .status("06T16:30", Status.PENDING)
                .read("09T09:30", office(RT).pausedWhile(PENDING));
        assertEquals(Optional.empty(), paused.dueAt());
        assertEquals(maybe("09T21:00"), paused.projectedDueAt());
    }

    @Test
    void aTicketReopenedAfterItsFixedInstantIsMissedFromThenOn() {
        Story story = created("02T10:00").status("02T12:00", Status.SOLVED).status("05T09:30", Status.OPEN);
        SlaReading inTime = story.read("05T09:00", office(TargetTime.at(at("02T17:00"))));
        assertEquals(SlaState.ACHIEVED, inTime.state());
        SlaReading reopened = story.read("05T09:45", office(TargetTime.at(at("02T17:00"))));
        assertEquals(SlaState.BREACHED, reopened.state());
        assertEquals(maybe("02T17:00"), reopened.breachedAt());
        assertEquals(maybe("05T09:30"), reopened.breachKnownFrom());
    }

    @Test
    void aCycleThatStartsAgainAfterItsFixedInstantIsMissedFromItsNewStart() {
        SlaTarget yesterday = office(TargetTime.at(at("04T17:00")));
        SlaReading reopened = created("02T10:00")
                .status("02T12:00", Status.SOLVED)
                .status("05T09:30", Status.OPEN)
                .read("05T09:45", yesterday.withMetric(RESOLUTION.withAgain(Again.RESTART)));
        assertEquals(maybe("04T17:00"), reopened.breachedAt());
        assertEquals(maybe("05T09:30"), reopened.breachKnownFrom());

        SlaPolicy late =
                policy("late", yesterday.withRetarget(Retarget.RESTART)).withAppliesTo(TicketCondition.tag("late"));
        SlaReading retargeted = created("02T10:00")
                .tagged("05T09:30", "late")
                .read("05T09:45", late, policy("forty", hours(RESOLUTION, 40)))
                .get(RESOLUTION);
        assertEquals(maybe("05T09:30"), retargeted.startedAt());
        assertEquals(maybe("04T17:00"), retargeted.breachedAt());
        assertEquals(maybe("05T09:30"), retargeted.breachKnownFrom());
    }

    @Test
    void workingDaysKeepTheLocalTimeAndEndWithTheDay() {
        assertEquals(
                maybe("09T11:00"),
                created("05T11:00")
                        .read("05T11:00", office(TargetTime.workingDays(2)))
                        .dueAt());
        assertEquals(
                maybe("06T17:00"),
                created("05T11:00")
                        .read("05T11:00", office(TargetTime.endOfWorkingDay(1)))
                        .dueAt());
    }

    @Test
    void aStartOutsideHoursMayHaveAnotherTarget() {
        SlaTarget target =
                office(new ByHoursOfStart(TargetTime.of(Duration.ofHours(1)), TargetTime.of(Duration.ofHours(3))));
        assertEquals(
                maybe("06T11:00"), created("06T10:00").read("06T10:00", target).dueAt());
        assertEquals(
                maybe("09T12:00"), created("07T10:00").read("07T10:00", target).dueAt());
        SlaTarget wall =
                office(new ByHoursOfStart(TargetTime.wall(Duration.ofHours(1)), TargetTime.of(Duration.ofHours(3))));
        assertEquals(
                maybe("06T17:30"), created("06T16:30").read("06T16:30", wall).dueAt());
        assertEquals(
                maybe("09T12:00"),
                created("07T10:00").read("07T10:00", wall).dueAt(),
                "the hours are the calendar's, on whatever clock the time is counted");
    }

    @Test
    void anInstantAgreedOnIsNotMoved() {
        SlaReading reading = created("02T09:00")
                .status("02T10:00", Status.PENDING)
                .read("03T10:00", office(TargetTime.at(at("04T12:00"))).pausedWhile(PENDING));
        assertEquals(maybe("04T12:00"), reading.dueAt());
        assertEquals(Optional.of(Duration.ofHours(10)), reading.remaining());
        assertEquals(Optional.empty(), reading.target());
    }

    @Test
    void aDueDateSetByHandHoldsForItsCycleAndKeepsAnEarlierBreach() {
        Story story = created("02T09:00").reply("02T09:30").message("02T10:00").due("02T15:00", NEXT_REPLY, "05T12:00");
        SlaReading moved = story.read("02T16:00", hours(NEXT_REPLY, 2));
        assertEquals(maybe("05T12:00"), moved.dueAt());
        assertEquals(List.of(at("02T12:00")), moved.priorBreaches());
        SlaReading next = story.reply("03T09:00").message("03T10:00").read("03T10:30", hours(NEXT_REPLY, 2));
        assertEquals(maybe("03T12:00"), next.dueAt(), "the next cycle has the target of the policy");
        Story ahead = created("02T09:00").reply("02T09:30").due("02T09:40", NEXT_REPLY, "04T12:00");
        assertEquals(
                maybe("04T12:00"),
                ahead.message("02T10:00").read("02T10:30", hours(NEXT_REPLY, 2)).dueAt());
        SlaReading updates = ahead.due("02T09:50", PERIODIC_UPDATE, "04T12:00")
                .reply("02T09:50")
                .reply("02T09:50")
                .read("02T10:30", hours(PERIODIC_UPDATE, 2));
        assertEquals(maybe("02T11:50"), updates.dueAt(), "a due date for a cycle there is ends with it");
        SlaReading discarded = created("02T09:00")
                .due("02T09:30", PERIODIC_UPDATE, "04T12:00")
                .reply("02T10:00")
                .reply("02T10:00")
                .read("02T10:30", hours(PERIODIC_UPDATE, 2));
        assertEquals(maybe("04T12:00"), discarded.dueAt(), "a cycle that is thrown away takes no due date with it");
    }

    @Test
    void aDueDateSetByHandWhileAClockIsStoppedHoldsForTheCycleThatGoesOnOrComesNext() {
        Story solved = created("02T09:00").status("02T10:00", Status.SOLVED).due("02T11:00", RESOLUTION, "05T12:00");
        Story reopened = solved.status("02T12:00", Status.OPEN);
        for (Again again : Again.values()) {
            SlaTarget target = hours(RESOLUTION.withAgain(again), 2);
            assertEquals(maybe("02T11:00"), solved.read("02T11:30", target).dueAt(), "what is completed stands");
            SlaReading reading = reopened.read("02T12:30", target);
            assertEquals(maybe(again == Again.ONCE ? "02T11:00" : "05T12:00"), reading.dueAt(), again::toString);
        }
    }

    @Test
    void aDayIsNeverJustADay() {
        assertEquals(SlaFault.UNQUALIFIED_DAY, fault(() -> TargetTime.parse("P1D")));
        assertEquals(SlaFault.MIXED_TARGET, fault(() -> TargetTime.parse("P1DT4H")));
        assertEquals(SlaFault.BAD_TARGET, fault(() -> TargetTime.parse("a while")));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> TargetTime.parse("-PT4H")));
        assertEquals(SlaFault.NEGATIVE_TARGET, fault(() -> TargetTime.workingDays(-1)));
        assertEquals(
                SlaFault.DAYS_NEED_CALENDAR,
                fault(() -> policy("one", SlaTarget.of(RESOLUTION, TargetTime.workingDays(1)))));
        CalendarBook sites = CalendarBook.of(OFFICE)
                .with(CalendarId.of("sites"), BusinessTime.union(List.of(OFFICE, BusinessTime.always())));
        SlaTarget days = SlaTarget.of(RESOLUTION, TargetTime.workingDays(1)).during("sites");
        assertEquals(
                SlaFault.DAYS_ON_COMBINATION, fault(() -> policy("one", days).resolve(sites)));
    }

    @Test
    void aProportionNeedsPlainDurations() {
        SlaTarget zero = SlaTarget.of(RESOLUTION, Duration.ZERO);
        assertEquals(SlaFault.PROPORTION_OF_ZERO, fault(() -> zero.withRetarget(Retarget.PROPORTIONAL)));
        for (TargetTime rule : List.of(RT, TargetTime.workingDays(1), TargetTime.at(at("02T09:00")))) {
            assertEquals(SlaFault.PROPORTION_OF_RULE, fault(() -> office(rule).withRetarget(Retarget.PROPORTIONAL)));
        }
        SlaTarget both = office(TargetTime.workingDays(1))
                .withGoals(
                        zero.goals().get(0),
                        office(TargetTime.workingDays(1)).goals().get(0));
        assertEquals(
                SlaFault.PROPORTION_OF_RULE,
                fault(() -> both.withRetarget(Retarget.PROPORTIONAL)),
                "a zero is another duration, a rule is none");
    }

    @Test
    void workingDaysOfACalendarHistoryAreThoseInForce() {
        CalendarTimeline timeline = CalendarTimeline.of(OFFICE)
                .then(LocalDate.of(2026, 3, 4), OFFICE.withHolidays(Holiday.on(LocalDate.of(2026, 3, 5), "Strike")));
        SlaReading reading = policy("one", office(TargetTime.workingDays(3)))
                .resolve(CalendarBook.of().with(CalendarId.of("office"), timeline))
                .read(created("02T10:00").history(), at("06T09:30"))
                .get(RESOLUTION);
        assertEquals(maybe("06T10:00"), reading.dueAt());
        assertEquals(
                reading.elapsed(),
                reading.spans().stream().map(SlaSpan::counted).reduce(Duration.ZERO, Duration::plus));
    }

    @Test
    void aMatrixMayMixKinds() {
        SlaTarget matrix = SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(2))
                .orWhen(TicketCondition.always(), TargetTime.workingDays(2))
                .during("office");
        Story story = created("02T10:00");
        assertEquals(maybe("04T10:00"), story.read("02T11:00", matrix).dueAt());
        assertEquals(
                maybe("02T12:00"),
                story.priority("02T11:00", Priority.HIGH)
                        .read("02T11:00", matrix)
                        .dueAt());
    }

    @Test
    void everyTargetSaysWhatItIs() {
        assertEquals("PT2H", new OpenTime(Duration.ofHours(2)).toText());
        assertEquals("PT2H round the clock", new WallTime(Duration.ofHours(2)).toText());
        assertEquals("PT2H and then PT10H round the clock", RT.toText());
        assertEquals("2 working days", new WorkingDays(2).toText());
        assertEquals("end of business after 1 working days", new EndOfWorkingDay(1).toText());
        assertEquals("at 2026-03-02T09:00:00Z", new FixedInstant(at("02T09:00")).toText());
        assertEquals(
                "PT1H if started inside hours, else 1 working days",
                new ByHoursOfStart(TargetTime.of(Duration.ofHours(1)), TargetTime.workingDays(1)).toText());
        assertEquals(Optional.of(Duration.ofHours(12)), RT.length());
        assertEquals(Optional.empty(), TargetTime.workingDays(1).length());
    }
}
