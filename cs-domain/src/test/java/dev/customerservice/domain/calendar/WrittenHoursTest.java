package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people write down: ranges, weeks, breaks, holidays, overrides. */
class WrittenHoursTest {
    private static final LocalDate MON_2024_05_06 = LocalDate.of(2024, 5, 6);
    private static final LocalDate TUE_2024_05_07 = LocalDate.of(2024, 5, 7);

    @ParameterizedTest
    @ValueSource(strings = {"09:00-17:30", "00:00-24:00", "23:59-24:00", "00:00-00:01"})
    void aRangeComesBackAsItWasWritten(String text) {
        assertEquals(text, LocalTimeRange.parse(text).toString());
        assertEquals(LocalTimeRange.parse(text), LocalTimeRange.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "9:00-17:00, BAD_TIME",
        "09:00-16:60, BAD_TIME",
        "24:00-24:00, BAD_TIME",
        "09:00-24:30, BAD_TIME",
        "25:00-26:00, BAD_TIME",
        "09:00:00-17:00:00, BAD_TIME",
        "09:00, BAD_TIME",
        "09:00 - 17:00, BAD_TIME",
        "09:00-09:00, INTERVAL_NOT_POSITIVE",
        "22:00-06:00, INTERVAL_NOT_POSITIVE",
        "00:00-00:00, INTERVAL_NOT_POSITIVE",
        "22:00-00:00, INTERVAL_NOT_POSITIVE"
    })
    void aTextThatIsNoRangeIsRefusedWithItsFault(String text, CalendarFault fault) {
        CalendarException refused = assertThrows(CalendarException.class, () -> LocalTimeRange.parse(text));
        assertEquals(fault, refused.fault());
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("The hours (" + text + ") must"), refused.getMessage());
    }

    @Test
    void aRangeOfTimesIsOfWholeMinutesAndMayEndTheDate() {
        assertEquals("22:00-24:00", new LocalTimeRange(LocalTime.of(22, 0), LocalTime.MIDNIGHT).toString());
        CalendarException seconds = assertThrows(
                CalendarException.class, () -> new LocalTimeRange(LocalTime.of(9, 0), LocalTime.of(17, 0, 1)));
        assertEquals(CalendarFault.BAD_TIME, seconds.fault());
        CalendarException reversed =
                assertThrows(CalendarException.class, () -> new LocalTimeRange(LocalTime.of(9, 0), LocalTime.of(9, 0)));
        assertEquals(CalendarFault.INTERVAL_NOT_POSITIVE, reversed.fault());
    }

    @Test
    void rangesOfAWeekdayAreSortedAndJoinedWhereTheyTouch() {
        WeeklyHours week = WeeklyHours.of(MONDAY, TUESDAY, "13:00-17:00", "09:00-12:00", "12:00-13:00");
        assertEquals(List.of(LocalTimeRange.parse("09:00-17:00")), week.on(TUESDAY));
        assertEquals(List.of(), week.on(FRIDAY));
        assertEquals(week, WeeklyHours.of(MONDAY, "09:00-17:00").and(WeeklyHours.of(TUESDAY, "09:00-17:00")));
        assertTrue(WeeklyHours.closed().isEmpty());
        assertEquals(WeeklyHours.closed(), new WeeklyHours(Map.of(MONDAY, List.of())));
        assertEquals(
                List.of(LocalTimeRange.parse("00:00-24:00")),
                WeeklyHours.alwaysOpen().on(SUNDAY));
    }

    @Test
    void rangesOfAWeekdayMustNotOverlap() {
        CalendarException refused =
                assertThrows(CalendarException.class, () -> WeeklyHours.of(MONDAY, "09:00-13:00", "12:30-17:00"));
        assertEquals(CalendarFault.INTERVALS_OVERLAP, refused.fault());
        assertThrows(
                CalendarException.class,
                () -> WeeklyHours.of(MONDAY, "09:00-24:00").and(WeeklyHours.of(MONDAY, FRIDAY, "23:00-24:00")));
        assertThrows(CalendarException.class, () -> DateOverride.on(MON_2024_05_06, "09:00-12:00", "11:00-14:00"));
    }

    @Test
    void aRunOfWeekdaysMayPassTheEndOfTheWeek() {
        Break weekend = Break.every(SATURDAY, MONDAY, "12:00-13:00").named("Quiet hour");
        assertEquals(
                new WeeklyBreak(
                        List.of(MONDAY, SATURDAY, SUNDAY),
                        LocalTimeRange.parse("12:00-13:00"),
                        Optional.of("Quiet hour")),
                weekend);
        assertEquals(
                new DatedBreak(MON_2024_05_06, LocalTimeRange.parse("12:00-13:00"), Optional.of("Drill")),
                Break.on(MON_2024_05_06, "12:00-13:00").named("Drill"));
    }

    @Test
    void aHolidayCoversItsLastDateAndIsNotReversed() {
        BusinessCalendar calendar = BusinessCalendar.builder()
                .id("utc")
                .zone("UTC")
                .hours(WeeklyHours.alwaysOpen())
                .addHoliday(Holiday.between(MON_2024_05_06, TUE_2024_05_07, "Bridge"))
                .build();
        assertTrue(calendar.hoursOn(TUE_2024_05_07).isEmpty());
        assertEquals(24, calendar.hoursOn(TUE_2024_05_07.plusDays(1)).total().toHours());
        assertThrows(IllegalArgumentException.class, () -> Holiday.between(TUE_2024_05_07, MON_2024_05_06, "Reversed"));
    }

    @Test
    void anIdIsNotBlank() {
        assertThrows(IllegalArgumentException.class, () -> CalendarId.of(" "));
        assertEquals("london", CalendarId.of("london").toString());
        assertTrue(CalendarId.of("london").compareTo(CalendarId.of("tokyo")) < 0);
    }
}
