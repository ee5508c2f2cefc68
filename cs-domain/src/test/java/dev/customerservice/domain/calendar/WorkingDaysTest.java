package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final LocalDate THU_2026_12_24 = LocalDate.of(2026, 12, 24);
    private static final LocalDate FRI_2026_12_25 = LocalDate.of(2026, 12, 25);
    private static final LocalDate SAT_2026_12_26 = LocalDate.of(2026, 12, 26);
    private static final LocalDate MON_2026_12_28 = LocalDate.of(2026, 12, 28);
    private static final LocalDate WED_2026_12_30 = LocalDate.of(2026, 12, 30);

    private static final BusinessCalendar UTC = BusinessCalendar.builder()
            .id("utc")
            .zone("UTC")
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-12:00", "13:00-17:00"))
            .addHoliday(Holiday.on(FRI_2026_12_25, "Christmas Day"))
            .build();

    private static final WorkingDays DAYS = UTC.workingDays();

    @Test
    void stepsBetweenDatesCountWorkingDatesOnly() {
        assertTrue(DAYS.includes(THU_2026_12_24));
        assertFalse(DAYS.includes(FRI_2026_12_25));
        assertFalse(DAYS.includes(SAT_2026_12_26));
        assertEquals(MON_2026_12_28, DAYS.plus(THU_2026_12_24, 1));
        assertEquals(WED_2026_12_30, DAYS.plus(SAT_2026_12_26, 3));
        assertEquals(SAT_2026_12_26, DAYS.plus(SAT_2026_12_26, 0));
        assertEquals(THU_2026_12_24, DAYS.minus(MON_2026_12_28, 1));
        assertEquals(THU_2026_12_24, DAYS.minus(SAT_2026_12_26, 1));
        assertEquals(SAT_2026_12_26, DAYS.minus(SAT_2026_12_26, 0));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-23T10:30:00Z, 1, 2026-12-24T10:30:00Z",
        "2026-12-23T10:30:00Z, 2, 2026-12-28T10:30:00Z",
        "2026-12-23T17:00:00Z, 2, 2026-12-28T17:00:00Z",
        "2026-12-23T12:00:00Z, 2, 2026-12-28T12:00:00Z",
        "2026-12-23T12:30:00Z, 2, 2026-12-28T13:00:00Z",
        "2026-12-23T17:00:00.000000001Z, 2, 2026-12-29T09:00:00Z",
        "2026-12-23T07:00:00Z, 2, 2026-12-28T09:00:00Z",
        "2026-12-26T10:00:00Z, 1, 2026-12-28T10:00:00Z",
        "2026-12-26T10:00:00Z, 0, 2026-12-28T09:00:00Z",
        "2026-12-24T17:00:00Z, 0, 2026-12-24T17:00:00Z",
        "2026-12-24T09:00:00Z, 0, 2026-12-24T09:00:00Z"
    })
    void forwardKeepsTheLocalTimeOrOpensNext(Instant start, int workingDays, Instant end) {
        assertEquals(end, DAYS.plus(start, workingDays));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-28T10:30:00Z, 1, 2026-12-24T10:30:00Z",
        "2026-12-28T17:00:00Z, 1, 2026-12-24T17:00:00Z",
        "2026-12-28T09:00:00Z, 1, 2026-12-24T09:00:00Z",
        "2026-12-28T12:30:00Z, 1, 2026-12-24T12:00:00Z",
        "2026-12-28T20:00:00Z, 1, 2026-12-24T17:00:00Z",
        "2026-12-28T08:00:00Z, 1, 2026-12-23T17:00:00Z",
        "2026-12-26T10:00:00Z, 0, 2026-12-24T17:00:00Z",
        "2026-12-28T09:00:00Z, 0, 2026-12-28T09:00:00Z"
    })
    void backwardKeepsTheLocalTimeOrClosesLast(Instant end, int workingDays, Instant start) {
        assertEquals(start, DAYS.minus(end, workingDays));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T10:00:00Z, 0, 2026-12-24T17:00:00Z",
        "2026-12-24T17:00:00Z, 0, 2026-12-24T17:00:00Z",
        "2026-12-24T17:00:01Z, 0, 2026-12-28T17:00:00Z",
        "2026-12-26T10:00:00Z, 0, 2026-12-28T17:00:00Z",
        "2026-12-26T10:00:00Z, 1, 2026-12-28T17:00:00Z",
        "2026-12-24T10:00:00Z, 3, 2026-12-30T17:00:00Z"
    })
    void theEndOfBusinessIsTheLastClosing(Instant start, int workingDays, Instant end) {
        assertEquals(end, DAYS.endAfter(start, workingDays));
    }

    @Test
    void theLocalTimeStaysWhenTheClocksChange() {
        BusinessCalendar berlin = BusinessCalendar.builder()
                .id("berlin")
                .zone("Europe/Berlin")
                .hours(WeeklyHours.of(MONDAY, SUNDAY, "01:00-17:00"))
                .build();
        Instant saturdayNight = Instant.parse("2026-03-28T01:30:00Z");
        assertEquals(
                Instant.parse("2026-03-29T01:30:00Z"),
                berlin.workingDays().plus(saturdayNight, 1),
                "02:30 is skipped, 03:30");
        assertEquals(
                Instant.parse("2026-03-29T08:00:00Z"),
                berlin.workingDays().plus(Instant.parse("2026-03-28T09:00:00Z"), 1));
        Instant secondPass = Instant.parse("2026-10-25T01:30:00Z");
        assertEquals(secondPass, berlin.workingDays().plus(secondPass, 0), "no step, no move");
    }

    @Test
    void aDateThatTheZoneSkippedIsNoWorkingDate() {
        WorkingDays apia = BusinessCalendar.builder()
                .id("apia")
                .zone("Pacific/Apia")
                .hours(WeeklyHours.alwaysOpen())
                .build()
                .workingDays();
        LocalDate skipped = LocalDate.of(2011, 12, 30);
        assertFalse(apia.includes(skipped));
        assertEquals(skipped.plusDays(1), apia.plus(skipped.minusDays(1), 1));
        assertEquals(skipped.minusDays(1), apia.minus(skipped.plusDays(1), 1));
    }

    @Test
    void anyOpenTimeHasWorkingDaysInAZone() {
        BusinessCalendar manila = BusinessCalendar.builder()
                .id("manila")
                .zone("Asia/Manila")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "00:00-08:00"))
                .build();
        WorkingDays abroad = WorkingDays.of(manila, ZoneId.of("UTC"));
        assertTrue(abroad.includes(LocalDate.of(2026, 11, 22)), "Monday in Manila begins on a Sunday in UTC");
        assertFalse(abroad.includes(LocalDate.of(2026, 11, 27)));
        assertEquals(
                CalendarFault.UNKNOWN_ZONE,
                assertThrows(CalendarException.class, () -> WorkingDays.of(manila, ZoneOffset.ofHours(8)))
                        .fault());
    }

    @Test
    void searchesEndAtALongStretchWithoutWorkingDates() {
        LocalDate lastBefore = LocalDate.of(2020, 1, 1);
        BusinessCalendar twice = BusinessCalendar.builder()
                .id("twice")
                .zone("UTC")
                .addOverride(DateOverride.on(lastBefore, "09:00-17:00"))
                .addOverride(DateOverride.on(lastBefore.plusDays(3661), "09:00-17:00"))
                .addOverride(DateOverride.on(lastBefore.plusDays(3662 + 3660), "09:00-17:00"))
                .build();
        WorkingDays days = twice.workingDays();
        Instant noon = Instant.parse("2020-01-01T12:00:00Z");
        assertEquals(
                noon,
                assertThrows(NoOpenTimeException.class, () -> days.plus(noon, 1))
                        .from()
                        .plusSeconds(12 * 60 * 60));
        assertThrows(NoOpenTimeException.class, () -> days.plus(lastBefore, 2));
        assertTrue(String.valueOf(assertThrows(NoOpenTimeException.class, () -> days.plus(noon, 1))
                        .getMessage())
                .contains("asked for after"));
        assertTrue(String.valueOf(assertThrows(NoOpenTimeException.class, () -> days.minus(noon, 1))
                        .getMessage())
                .contains("asked for before"));
        assertThrows(NoOpenTimeException.class, () -> days.minus(lastBefore, 1));
        assertThrows(NoOpenTimeException.class, () -> days.minus(lastBefore.plusDays(3661), 1));
        assertEquals(lastBefore.plusDays(3661), days.plus(lastBefore.plusDays(1), 1));
        assertEquals(lastBefore, days.minus(lastBefore.plusDays(3660), 1));
        assertThrows(
                NoOpenTimeException.class, () -> days.plus(lastBefore, 1), "what was asked before changes nothing");
        assertThrows(NoOpenTimeException.class, () -> days.minus(lastBefore.plusDays(3661), 1));
        assertThrows(NoOpenTimeException.class, () -> days.plus(lastBefore.plusDays(1), 2));
        assertEquals(lastBefore.plusDays(7322), days.plus(lastBefore.plusDays(3662), 1));
        assertThrows(NoOpenTimeException.class, () -> days.plus(lastBefore.plusDays(7322), 1));
    }

    @Test
    void theWholeRangeIsWithinReach() {
        LocalDate first = LocalDate.of(1900, 1, 2);
        LocalDate last = DAYS.plus(first, 78_000);
        assertEquals(first, DAYS.minus(last, 78_000));
        assertThrows(NoOpenTimeException.class, () -> DAYS.plus(first, Integer.MAX_VALUE));
        assertThrows(NoOpenTimeException.class, () -> DAYS.minus(last, Integer.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> DAYS.includes(LocalDate.of(2201, 1, 1)));
        assertThrows(IllegalArgumentException.class, () -> DAYS.plus(LocalDate.of(1899, 12, 1), 1));
    }

    @Test
    void negativeStepsAreRefused() {
        Instant noon = Instant.parse("2026-12-24T12:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> DAYS.plus(noon, -1));
        assertThrows(IllegalArgumentException.class, () -> DAYS.minus(noon, -1));
        assertThrows(IllegalArgumentException.class, () -> DAYS.endAfter(noon, -1));
        assertThrows(IllegalArgumentException.class, () -> DAYS.plus(THU_2026_12_24, -1));
        assertThrows(IllegalArgumentException.class, () -> DAYS.minus(THU_2026_12_24, -1));
        assertEquals("utc in UTC", DAYS.toString());
    }
}
