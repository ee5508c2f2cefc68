package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaMetric.RESOLUTION;
import static dev.customerservice.domain.sla.Story.OFFICE;
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
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Another target, of which the same part is used: two hours for high tickets, eight for the others. */
class ProportionalRetargetTest {
    private static final SlaTarget TARGET = SlaTarget.of(RESOLUTION, Priority.HIGH, Duration.ofHours(2))
            .otherwise(Duration.ofHours(8))
            .during("office")
            .pausedWhile(PENDING)
            .withRetarget(Retarget.PROPORTIONAL);
    private static final Story MONDAY_NINE = created("02T09:00");

    @Test
    void halfOfEightHoursIsHalfOfTwo() {
        Story high = MONDAY_NINE.priority("02T13:00", Priority.HIGH);
        assertEquals(maybe("02T17:00"), MONDAY_NINE.read("02T13:00", TARGET).dueAt());
        assertEquals(maybe("02T14:00"), high.read("02T13:00", TARGET).dueAt());
        Story low = high.priority("02T13:30", Priority.LOW);
        assertEquals(maybe("02T15:30"), low.read("02T13:30", TARGET).dueAt(), "three quarters of eight hours are used");
        Story again = low.priority("02T14:30", Priority.HIGH);
        assertEquals(maybe("02T14:45"), again.read("02T14:30", TARGET).dueAt(), "seven eighths of two hours are used");
        assertEquals(
                Duration.ofMinutes(15),
                again.read("02T14:30", TARGET).remaining().orElseThrow());
    }

    @Test
    void aPauseUsesNothing() {
        Story paused = MONDAY_NINE
                .status("02T11:00", Status.PENDING)
                .priority("02T12:00", Priority.HIGH)
                .status("02T14:00", Status.OPEN);
        assertEquals(maybe("02T15:30"), paused.read("02T14:00", TARGET).dueAt(), "a quarter of two hours was used");
    }

    @Test
    void whatWasOverdueStaysDueWhenItWas() {
        Story high = MONDAY_NINE.priority("02T13:00", Priority.HIGH);
        Story atOnce = high.priority("02T14:00", Priority.LOW);
        assertEquals(maybe("02T14:00"), atOnce.read("02T16:00", TARGET).dueAt(), "used up at the very instant");
        Story late = high.priority("02T15:00", Priority.LOW);
        assertEquals(maybe("02T14:00"), late.read("02T16:00", TARGET).dueAt());
        assertEquals(maybe("02T14:00"), late.read("02T16:00", TARGET).breachedAt());
        Story back = late.priority("02T15:30", Priority.HIGH);
        assertEquals(maybe("02T14:00"), back.read("02T16:00", TARGET).dueAt());
        assertEquals(maybe("02T14:00"), back.read("02T16:00", TARGET).breachedAt());
    }

    /** What is counted is used: both figures of a reading rest on it. */
    @Test
    void theTimeATicketWasDoneIsUsedWhereItIsCounted() {
        SlaTarget including = TARGET.withMetric(TARGET.metric().withAgain(Again.RESUME_INCLUDING_STOPPED));
        Story reopened = MONDAY_NINE
                .status("02T11:00", Status.SOLVED)
                .priority("02T12:00", Priority.HIGH)
                .status("02T13:00", Status.OPEN);
        SlaReading counted = reopened.read("02T13:30", including);
        assertEquals(Duration.ofMinutes(270), counted.elapsed());
        assertEquals(maybe("02T14:00"), counted.dueAt(), "four of eight hours are half of two");
        assertEquals(Optional.of(Duration.ofMinutes(30)), counted.remaining());
        SlaReading left = reopened.read("02T13:30", TARGET);
        assertEquals(Duration.ofMinutes(150), left.elapsed());
        assertEquals(maybe("02T14:30"), left.dueAt(), "two of eight hours are a quarter of two");
    }

    /** While it was done nobody could know; the reading says from when on anybody can. */
    @Test
    void aDueTimeWhileTheTicketWasDoneIsMissedFromTheReopeningOn() {
        SlaTarget three = SlaTarget.of(RESOLUTION.withAgain(Again.RESUME_INCLUDING_STOPPED), Duration.ofHours(3))
                .during("office");
        Story reopened = MONDAY_NINE.status("02T11:00", Status.SOLVED).status("02T13:00", Status.OPEN);
        assertEquals(SlaState.ACHIEVED, reopened.read("02T12:30", three).state());
        SlaReading missed = reopened.read("02T14:00", three);
        assertEquals(maybe("02T12:00"), missed.breachedAt());
        assertEquals(maybe("02T13:00"), missed.breachKnownFrom());
        assertEquals(List.of(), missed.priorBreaches());
        SlaReading later = reopened.status("02T15:00", Status.SOLVED)
                .status("02T16:00", Status.OPEN)
                .read("02T16:30", three);
        assertEquals(maybe("02T13:00"), later.breachKnownFrom(), "it stays known");
        Story early = MONDAY_NINE.status("02T13:00", Status.SOLVED).status("02T14:00", Status.OPEN);
        assertEquals(maybe("02T12:00"), early.read("02T15:00", three).breachKnownFrom(), "it was late before");
    }

    @Test
    void aRecountCarriesOverWhatWouldHaveBeenUsedOnTheNewCalendar() {
        SlaTarget recounted = TARGET.withCalendarChange(CalendarChange.RECOUNT);
        SlaPlan plan = SlaBook.of(
                        policy("desk", recounted).withVersion("office"),
                        policy("desk", recounted.during("late")).withVersion("late"))
                .resolve(CalendarBook.of(OFFICE)
                        .with(CalendarId.of("late"), OFFICE.withHours(WeeklyHours.of(MONDAY, FRIDAY, "13:00-20:00"))));
        Story high = MONDAY_NINE.priority("02T14:00", Priority.HIGH);
        assertEquals(
                maybe("02T14:45"), high.read("02T14:10", plan).get(RESOLUTION).dueAt(), "five of eight hours");
        Story late = high.applied("02T14:15", "desk", "late");
        assertEquals(
                maybe("02T15:45"), late.read("02T14:30", plan).get(RESOLUTION).dueAt(), "one of eight hours");
    }

    @Test
    void aClockThatBeginsAgainForgetsWhatWasCarriedOver() {
        SlaTarget again = SlaTarget.of(RESOLUTION, Duration.ofHours(3))
                .during("office")
                .pausedWhile(PENDING)
                .withRetarget(Retarget.RESTART);
        SlaPlan plan = SlaBook.of(
                        policy("desk", TARGET).withVersion("part"),
                        policy("desk", again).withVersion("again"))
                .resolve(CalendarBook.of(OFFICE));
        Story high = MONDAY_NINE.priority("02T13:00", Priority.HIGH);
        assertEquals(
                maybe("02T14:00"), high.read("02T13:30", plan).get(RESOLUTION).dueAt());
        Story restarted = high.applied("02T13:30", "desk", "again");
        assertEquals(
                maybe("02T16:30"),
                restarted.read("02T13:30", plan).get(RESOLUTION).dueAt());
        assertEquals(
                Duration.ofHours(1),
                restarted.read("02T14:30", plan).get(RESOLUTION).elapsed());
    }

    @Test
    void theTimeATicketWasDoneCountsAlsoWhereItWasPausedBefore() {
        SlaTarget including = TARGET.withMetric(TARGET.metric().withAgain(Again.RESUME_INCLUDING_STOPPED));
        Story reopened = MONDAY_NINE
                .status("02T10:00", Status.PENDING)
                .status("02T11:00", Status.SOLVED)
                .status("02T13:00", Status.OPEN);
        SlaReading reading = reopened.read("02T14:00", including);
        assertEquals(Duration.ofHours(4), reading.elapsed());
        assertEquals(Duration.ofHours(1), reading.paused());
    }
}
