package dev.customerservice.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HolidaySourceTest {
    private static final Holiday CHRISTMAS_2026 = Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day");
    private static final Holiday TURN_OF_2027 =
            Holiday.between(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1), "Turn of the year");
    private static final HolidaySource LISTED = HolidaySource.of(List.of(TURN_OF_2027, CHRISTMAS_2026));
    private static final HolidaySource MAY_DAY = year -> List.of(Holiday.on(LocalDate.of(year, 5, 1), "May Day"));

    @Test
    void aListKnowsTheHolidaysOfEachYear() {
        assertEquals(List.of(TURN_OF_2027, CHRISTMAS_2026), LISTED.in(2026));
        assertEquals(List.of(TURN_OF_2027), LISTED.in(2027));
        assertEquals(List.of(), LISTED.in(2028));
        assertEquals(List.of(), LISTED.in(2025));
    }

    @Test
    void aListIsTakenAsItIs() {
        List<Holiday> list = new ArrayList<>(List.of(CHRISTMAS_2026));
        HolidaySource source = HolidaySource.of(list);
        list.clear();
        assertEquals(List.of(CHRISTMAS_2026), source.in(2026, 2026));
    }

    @Test
    void aHolidayOfTwoYearsIsCountedOnce() {
        assertEquals(List.of(TURN_OF_2027, CHRISTMAS_2026), LISTED.in(2026, 2027));
        assertEquals(4, MAY_DAY.in(2024, 2027).size());
        assertThrows(IllegalArgumentException.class, () -> MAY_DAY.in(2027, 2026));
    }

    @Test
    void sourcesAddUp() {
        assertEquals(
                List.of(TURN_OF_2027, Holiday.on(LocalDate.of(2027, 5, 1), "May Day")),
                LISTED.and(MAY_DAY).in(2027));
        assertEquals(LISTED.in(2026), LISTED.and(LISTED).in(2026));
    }

    @Test
    void aCalendarTakesTheYearsThatAreNamed() {
        BusinessCalendar calendar = BusinessCalendar.builder()
                .id("utc")
                .zone("UTC")
                .hours(WeeklyHours.alwaysOpen())
                .addHolidays(MAY_DAY, 2026, 2027)
                .build();
        assertEquals(MAY_DAY.in(2026, 2027), calendar.holidays());
        assertTrue(calendar.hoursOn(LocalDate.of(2027, 5, 1)).isEmpty());
        assertEquals(24, calendar.hoursOn(LocalDate.of(2028, 5, 1)).total().toHours());
    }
}
