package dev.customerservice.roles.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.UnknownCalendarException;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.roles.practice.Cadence.Due;
import dev.customerservice.roles.practice.Cadence.Precision;
import dev.customerservice.roles.practice.Cadence.Unit;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final CalendarId GERMANY = CalendarId.of("germany");
    private static final CalendarBook CALENDARS = CalendarBook.of(BusinessCalendar.builder()
            .id(GERMANY)
            .zone(BERLIN)
            .hours(WeeklyHours.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "09:00-18:00"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 3), "Good Friday"))
            .addHoliday(Holiday.on(LocalDate.of(2026, 4, 6), "Easter Monday"))
            .build());
    private static final CalendarBook NONE = CalendarBook.of(List.of());
    private static final Cadence THREE_DAYS = Cadence.after("behaviour.observed", Period.ofDays(3));

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T15:00:00Z, 2026-03-30T14:00:00Z, 71",
        "2026-10-23T14:00:00Z, 2026-10-26T15:00:00Z, 73",
        "2026-04-02T14:00:00Z, 2026-04-05T14:00:00Z, 72",
        "2026-03-26T01:30:00Z, 2026-03-29T01:30:00Z, 72",
        "2026-10-22T00:30:00Z, 2026-10-25T00:30:00Z, 72"
    })
    @Tag("S0-22")
    void threeDaysAreLocalDays(Instant observed, Instant due, long hours) {
        Due found = THREE_DAYS.due(observed, BERLIN, NONE);
        assertEquals(due, found.at().toInstant());
        assertEquals(hours, Duration.between(observed, due).toHours());
        assertTrue(found.isMetBy(due), "exactly at the due time is on time");
        assertFalse(found.isMetBy(due.plusNanos(1)));
        assertFalse(found.isOverdue(due));
        assertTrue(found.isOverdue(due.plusNanos(1)));
        assertEquals(Duration.ofHours(1), found.lateBy(due.plusSeconds(3600)));
        assertEquals(Duration.ZERO, found.lateBy(due));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27T15:00:00Z, 2026-04-01T14:00:00Z, 119",
        "2026-04-02T14:00:00Z, 2026-04-09T14:00:00Z, 168",
        // a Saturday counts from Monday on
        "2026-03-21T15:00:00Z, 2026-03-26T15:00:00Z, 120"
    })
    @Tag("S0-22")
    void workingDaysSkipWeekendsAndHolidays(Instant observed, Instant due, long hours) {
        Due found = THREE_DAYS.withWorkingDays(GERMANY).due(observed, BERLIN, CALENDARS);
        assertEquals(due, found.at().toInstant());
        assertEquals(hours, Duration.between(observed, due).toHours());
    }

    @Test
    void aCalendarThatIsNotThereIsNamed() {
        Cadence working = THREE_DAYS.withWorkingDays(GERMANY);
        assertThrows(UnknownCalendarException.class, () -> working.due(Instant.EPOCH, BERLIN, NONE));
    }

    @ParameterizedTest
    @CsvSource({"2025-11-30, 2026-02-28", "2025-10-31, 2026-01-31", "2025-12-15, 2026-03-15", "2026-02-02, 2026-05-02"})
    @Tag("S0-23")
    void monthEndsAreClamped(LocalDate last, LocalDate due) {
        assertEquals(due, due(Cadence.every(Period.ofMonths(3)), noon(last)).date());
    }

    @Test
    void aDueDateLastsUntilItsMidnight() {
        Due due = due(Cadence.every(Period.ofDays(14)).withGrace(Period.ofDays(2)), noon(LocalDate.of(2026, 3, 17)));
        assertEquals(LocalDate.of(2026, 3, 31), due.date());
        assertEquals(Precision.DAY, due.precision());
        assertEquals(Instant.parse("2026-03-31T22:00:00Z"), due.lateFrom());
        assertTrue(due.isMetBy(Instant.parse("2026-03-31T21:59:59Z")));
        assertFalse(due.isMetBy(due.lateFrom()));
        assertEquals(Instant.parse("2026-04-02T22:00:00Z"), due.overdueFrom());
        assertFalse(due.isOverdue(due.overdueFrom().minusNanos(1)));
        assertTrue(due.isOverdue(due.overdueFrom()));
        assertEquals(0, due.daysPast(Instant.parse("2026-03-30T12:00:00Z")));
        assertEquals(1, due.daysPast(Instant.parse("2026-04-01T12:00:00Z")));
        assertEquals(Duration.ofHours(14), due.lateBy(Instant.parse("2026-04-01T12:00:00Z")));
        assertEquals(Duration.ZERO, due.lateBy(Instant.parse("2026-03-31T12:00:00Z")));
    }

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-03-30, 2026-04-05",
        "MONTH, 2026-04-01, 2026-04-30",
        "QUARTER, 2026-04-01, 2026-06-30",
        "YEAR, 2026-01-01, 2026-12-31"
    })
    void windowsEndWithTheirLastDate(Unit unit, LocalDate start, LocalDate last) {
        LocalDate april = LocalDate.of(2026, 4, 2);
        assertEquals(start, unit.start(april));
        assertEquals(last.plusDays(1), unit.endExclusive(april));
        assertEquals(last, due(Cadence.each(unit), noon(april)).date());
    }

    @Test
    void theOthersAreDueWhereTheyStart() {
        Instant joined = noon(LocalDate.of(2026, 2, 2));
        assertEquals(LocalDate.of(2026, 2, 2), due(Cadence.once(), joined).date());
        assertEquals(
                Instant.parse("2026-03-04T23:00:00Z"),
                due(Cadence.once().withGrace(Period.ofDays(30)), joined).overdueFrom());
        Due promised = due(Cadence.by("deliverable.promised", "due"), joined);
        assertEquals(joined, promised.at().toInstant());
        Due lenient = due(Cadence.by("deliverable.promised", "due").withGrace(Period.ofDays(1)), joined);
        assertFalse(lenient.isMetBy(joined.plusSeconds(1)));
        assertFalse(lenient.isOverdue(joined.plus(Duration.ofDays(1))));
        assertTrue(lenient.isOverdue(joined.plus(Duration.ofDays(1)).plusNanos(1)));
        assertEquals(
                LocalDate.of(2026, 2, 9),
                due(Cadence.after("x", Period.ofDays(7)).withPrecision(Precision.DAY), joined)
                        .date());
    }

    @Test
    void dueDatesOfAStretch() {
        LocalDate newYearsEve = LocalDate.of(2025, 12, 31);
        LocalDate june = LocalDate.of(2026, 6, 30);
        assertEquals(
                List.of("2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"),
                texts(Cadence.every(Period.ofMonths(1)).dueDates(newYearsEve, june)));
        assertEquals(
                List.of("2026-03-31", "2026-06-30"),
                texts(Cadence.each(Unit.QUARTER).dueDates(newYearsEve, june)));
        assertEquals(List.of("2026-03-31"), texts(Cadence.each(Unit.QUARTER).dueDates(newYearsEve, june.minusDays(1))));
        assertEquals(List.of(), THREE_DAYS.dueDates(newYearsEve, june));
        assertEquals(List.of(), Cadence.once().dueDates(newYearsEve, june));
    }

    /** Samoa went from 29 to 31 December 2011: what was due on the date between is due on the next there is. */
    @Test
    void aDateThatAZoneSkipsIsTheNext() {
        ZoneId samoa = ZoneId.of("Pacific/Apia");
        Instant thursday =
                LocalDate.of(2011, 12, 29).atTime(10, 0).atZone(samoa).toInstant();
        Due due = Cadence.every(Period.ofDays(1)).due(thursday, samoa, NONE);
        assertEquals(LocalDate.of(2011, 12, 31), due.date());
        Instant saturday =
                LocalDate.of(2011, 12, 31).atTime(18, 0).atZone(samoa).toInstant();
        assertTrue(due.isMetBy(saturday));
        assertEquals(0, due.daysPast(saturday));
        assertEquals(LocalDate.of(2012, 1, 1).atStartOfDay(samoa).toInstant(), due.lateFrom());
        Due promised = THREE_DAYS.withPrecision(Precision.TIME).due(thursday.minus(Duration.ofDays(2)), samoa, NONE);
        assertEquals(LocalDate.of(2011, 12, 31).atTime(10, 0), promised.at().toLocalDateTime());
        Due lenient = Cadence.once().withGrace(Period.ofDays(1)).due(thursday, samoa, NONE);
        assertEquals(due.lateFrom(), lenient.overdueFrom());
    }

    /** 29 February, and the ends of months after each other, are counted from the first and not from each other. */
    @Test
    void leapDaysAndMonthEnds() {
        assertEquals(
                LocalDate.of(2025, 2, 28),
                due(Cadence.every(Period.ofYears(1)), noon(LocalDate.of(2024, 2, 29)))
                        .date());
        assertEquals(
                LocalDate.of(2024, 2, 29),
                due(Cadence.every(Period.ofMonths(1)), noon(LocalDate.of(2024, 1, 31)))
                        .date());
        assertEquals(
                List.of("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"),
                texts(Cadence.every(Period.ofYears(1)).dueDates(LocalDate.of(2024, 2, 29), LocalDate.of(2028, 3, 1))));
    }

    @Test
    void termsKeepTheRest() {
        Cadence gentle =
                THREE_DAYS.withGrace(Period.ofDays(1)).withWorkingDays(GERMANY).withPrecision(Precision.DAY);
        assertEquals(
                new Cadence.After(
                        "behaviour.observed",
                        Period.ofDays(3),
                        new Cadence.Terms(Period.ofDays(1), Optional.of(GERMANY), Precision.DAY)),
                gentle);
        assertEquals(Period.ofDays(1), gentle.terms().grace());
        assertEquals(
                new Cadence.Each(Unit.MONTH, 2, new Cadence.Terms(Period.ofDays(3), Optional.empty(), Precision.DAY)),
                new Cadence.Each(Unit.MONTH, 2, Cadence.each(Unit.MONTH).terms()).withGrace(Period.ofDays(3)));
        assertEquals(Cadence.once(), new Cadence.Once(Cadence.once().terms()));
        assertEquals(
                new Cadence.By("k", "due", Cadence.once().terms()),
                Cadence.by("k", "due").withPrecision(Precision.DAY));
        assertEquals(new Cadence.Rolling(Period.ofDays(7), Cadence.once().terms()), Cadence.every(Period.ofDays(7)));
    }

    @Test
    void refusesWhatWouldNeverBeDue() {
        refused("must be longer than zero", () -> Cadence.every(Period.ZERO));
        refused("must not be negative", () -> Cadence.every(Period.ofDays(-1)));
        refused("must not be negative", () -> Cadence.after("k", Period.of(0, 1, -1)));
        refused("must not be negative", () -> Cadence.once().withGrace(Period.ofDays(-1)));
        refused(
                "must be at least 1",
                () -> new Cadence.Each(Unit.WEEK, 0, Cadence.once().terms()));
        refused("must be DAY", () -> Cadence.each(Unit.WEEK).withPrecision(Precision.TIME));
        refused("must be DAY", () -> Cadence.once().withPrecision(Precision.TIME));
        refused("must be whole days", () -> Cadence.every(Period.ofMonths(1)).withWorkingDays(GERMANY));
        refused(
                "must be whole days",
                () -> Cadence.after("k", Period.ofYears(1)).withWorkingDays(GERMANY));
        refused(
                "must be whole days",
                () -> THREE_DAYS.withGrace(Period.ofMonths(1)).withWorkingDays(GERMANY));
    }

    private static void refused(String rule, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        assertTrue(message.contains(rule) && message.contains("\nMaybe "), message);
    }

    private static Due due(Cadence cadence, Instant start) {
        return cadence.due(start, BERLIN, NONE);
    }

    private static Instant noon(LocalDate date) {
        return date.atTime(12, 0).atZone(BERLIN).toInstant();
    }

    private static List<String> texts(List<LocalDate> dates) {
        return dates.stream().map(LocalDate::toString).toList();
    }
}
