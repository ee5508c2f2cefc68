package dev.customerservice.examples.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.focus_shift.jollyday.core.HolidayCalendar;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.HolidaySource;
import dev.customerservice.domain.calendar.WeeklyHours;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.data.ParserException;
import org.junit.jupiter.api.Test;

class HolidayAdaptersTest {
    private static final LocalDate SUN_2026_03_08 = LocalDate.of(2026, 3, 8);
    private static final LocalDate FRI_2026_05_01 = LocalDate.of(2026, 5, 1);
    private static final LocalDate THU_2026_12_31 = LocalDate.of(2026, 12, 31);
    private static final LocalDate SAT_2027_01_02 = LocalDate.of(2027, 1, 2);

    private static HolidaySource company() throws IOException, ParserException {
        try (InputStream file =
                Objects.requireNonNull(HolidayAdaptersTest.class.getResourceAsStream("/holidays/company.ics"))) {
            return new ICalendarHolidays(file);
        }
    }

    @Test
    void jollydayKnowsTheHolidaysOfACountryAndARegion() {
        HolidaySource berlin = new JollydayHolidays(HolidayCalendar.GERMANY, "be");
        List<Holiday> of2026 = berlin.in(2026);
        assertTrue(of2026.contains(Holiday.on(FRI_2026_05_01, "Labour day")), of2026.toString());
        assertTrue(
                of2026.stream().anyMatch(holiday -> holiday.firstInclusive().equals(SUN_2026_03_08)),
                "a holiday of Berlin only");
        assertFalse(new JollydayHolidays(HolidayCalendar.GERMANY)
                .in(2026).stream().anyMatch(holiday -> holiday.firstInclusive().equals(SUN_2026_03_08)));
    }

    @Test
    void anICalendarFileHoldsAllDayEventsOnceOrEveryYear() throws IOException, ParserException {
        HolidaySource company = company();
        assertEquals(
                List.of(
                        Holiday.on(LocalDate.of(2026, 6, 12), "Founders' day"),
                        Holiday.between(THU_2026_12_31, SAT_2027_01_02, "Turn of the year")),
                company.in(2026),
                "the meeting at 10:00 is no holiday");
        assertEquals(3, company.in(2026, 2027).size());
        assertEquals(List.of(), company.in(2019));
    }

    @Test
    void aCalendarTakesBoth() throws IOException, ParserException {
        HolidaySource company = company();
        // region calendars-holidays
        BusinessCalendar berlin = BusinessCalendar.builder()
                .id("berlin")
                .zone("Europe/Berlin")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .addHolidays(new JollydayHolidays(HolidayCalendar.GERMANY, "be").and(company), 2024, 2030)
                .build();
        // endregion
        assertTrue(berlin.hoursOn(FRI_2026_05_01).isEmpty());
        assertTrue(berlin.hoursOn(LocalDate.of(2026, 6, 12)).isEmpty());
        assertEquals(8, berlin.hoursOn(LocalDate.of(2026, 6, 11)).total().toHours());
    }
}
