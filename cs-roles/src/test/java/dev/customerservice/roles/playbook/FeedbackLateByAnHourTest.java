package dev.customerservice.roles.playbook;

import static dev.customerservice.roles.playbook.Standard.ANA;
import static dev.customerservice.roles.playbook.Standard.BERLIN;
import static dev.customerservice.roles.playbook.Standard.TEAM_OF_MARA;
import static dev.customerservice.roles.playbook.Standard.local;
import static dev.customerservice.roles.playbook.StandardPlaybook.FEEDBACK_WITHIN_THREE_DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.practice.PracticeReading;
import dev.customerservice.roles.practice.PracticeReading.State;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feedback late by an hour: three days are local days, on the clock of the team. */
@Tag("S0-22")
class FeedbackLateByAnHourTest {

    private static final Practice FEEDBACK = Standard.PLAYBOOK.practice(FEEDBACK_WITHIN_THREE_DAYS);
    private static final CalendarId GERMANY = CalendarId.of("germany");
    private static final Practice WORKING =
            FEEDBACK.withCadence(FEEDBACK.cadence().withWorkingDays(GERMANY));
    private static final CalendarBook CALENDARS = CalendarBook.of(BusinessCalendar.builder()
            .id(GERMANY)
            .zone(BERLIN)
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-18:00"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 3), "Good Friday"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 6), "Easter Monday"))
            .build());

    @ParameterizedTest
    @CsvSource({
        // observed, days, due, elapsed hours, given, state, late by
        "2026-03-27T16:00, calendar, 2026-03-30T14:00:00Z, 71, 2026-03-30T14:00:00Z, DONE_ON_TIME, PT0S",
        "2026-03-27T16:00, calendar, 2026-03-30T14:00:00Z, 71, 2026-03-30T15:00:00Z, DONE_LATE, PT1H",
        "2026-10-23T16:00, calendar, 2026-10-26T15:00:00Z, 73, 2026-10-26T14:30:00Z, DONE_ON_TIME, PT0S",
        "2026-03-27T16:00, working, 2026-04-01T14:00:00Z, 119, 2026-04-01T15:00:00Z, DONE_LATE, PT1H",
        "2026-04-02T16:00, working, 2026-04-09T14:00:00Z, 168, 2026-04-09T14:00:00Z, DONE_ON_TIME, PT0S",
        "2026-03-26T02:30, calendar, 2026-03-29T01:30:00Z, 72, 2026-03-29T01:30:00Z, DONE_ON_TIME, PT0S",
        "2026-10-22T02:30, calendar, 2026-10-25T00:30:00Z, 72, 2026-10-25T00:30:00Z, DONE_ON_TIME, PT0S"
    })
    void theTable(String observed, String days, Instant due, long hours, Instant given, State state, Duration late) {
        EvidenceLog log = observed(observed).plus(FEEDBACK.done("f", given, ANA).withBasis(Evidence.Basis.TESTIMONY));
        PracticeReading reading = read(days.equals("working") ? WORKING : FEEDBACK, log, given.plusSeconds(60), BERLIN);
        assertEquals(due, reading.due().orElseThrow().at().toInstant());
        assertEquals(hours, Duration.between(local(observed), due).toHours());
        assertEquals(state, reading.state());
        assertEquals(late, reading.lateBy());
    }

    @Test
    void anOpenOneIsOverdueRightAfterItsDueTime() {
        EvidenceLog log = observed("2026-04-02T16:00");
        Instant due = local("2026-04-05T16:00");
        assertEquals(State.NOT_YET_DUE, read(FEEDBACK, log, due, BERLIN).state());
        assertEquals(
                State.OVERDUE, read(FEEDBACK, log, due.plusNanos(1), BERLIN).state());
        assertEquals(
                "OVERDUE about person:ana by feedback-within-three-days: due = Moment[value=2026-04-05T14:00:00Z], late = PT2H",
                read(FEEDBACK, log, due.plus(Duration.ofHours(2)), BERLIN)
                        .reason()
                        .toString());
    }

    @Test
    void anotherZoneGivesItsOwnDueTimes() {
        EvidenceLog log = observed("2026-03-27T16:00");
        Instant monday = Instant.parse("2026-03-30T15:00:00Z");
        assertEquals(
                monday,
                read(FEEDBACK, log, monday, ZoneId.of("America/New_York"))
                        .due()
                        .orElseThrow()
                        .at()
                        .toInstant(),
                "no clock change there, so 72 hours");
    }

    @Test
    void hearsayIsNoFeedback() {
        EvidenceLog log = observed("2026-03-27T16:00")
                .plus(FEEDBACK.done("f", local("2026-03-28T10:00"), ANA).withBasis(Evidence.Basis.HEARSAY));
        assertEquals(
                State.OVERDUE,
                read(FEEDBACK, log, local("2026-03-31T10:00"), BERLIN).state());
    }

    private static EvidenceLog observed(String at) {
        return EvidenceLog.of(Evidence.of("b", "behaviour.observed", local(at), Subject.person(ANA))
                .withBasis(Evidence.Basis.TESTIMONY));
    }

    private static PracticeReading read(Practice practice, EvidenceLog log, Instant asOf, ZoneId zone) {
        return practice.read(log, TEAM_OF_MARA, asOf, zone, CALENDARS)
                .readings()
                .get(0);
    }
}
