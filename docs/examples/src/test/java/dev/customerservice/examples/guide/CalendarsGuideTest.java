package dev.customerservice.examples.guide;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarSegment;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/calendars.md, with what they give. */
class CalendarsGuideTest {
    private static BusinessCalendar berlin() {
        // region calendars-write
        BusinessCalendar berlin = BusinessCalendar.builder()
                .id("berlin")
                .zone(ZoneId.of("Europe/Berlin"))
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "08:00-12:00", "13:00-18:00")
                        .and(WeeklyHours.of(SATURDAY, "09:00-13:00")))
                .addHoliday(Holiday.on(LocalDate.of(2026, 12, 25), "Christmas Day"))
                .addOverride(DateOverride.on(LocalDate.of(2026, 12, 24), "08:00-12:00"))
                .addBreak(Break.on(LocalDate.of(2026, 11, 26), "14:00-15:00"))
                .build();
        // endregion
        return berlin;
    }

    @Test
    void questions() {
        BusinessCalendar berlin = berlin();
        // region calendars-ask
        Instant christmasEve = Instant.parse("2026-12-24T10:00:00Z"); // 11:00 in Berlin
        Duration open = berlin.between(christmasEve, christmasEve.plus(Duration.ofDays(4)));
        Instant due = berlin.plus(christmasEve, Duration.ofHours(2));
        Instant latestStart = berlin.minus(due, Duration.ofHours(2));
        Instant next = berlin.nextOpening(Instant.parse("2026-12-25T09:00:00Z"));
        boolean atNight = berlin.isOpen(Instant.parse("2026-12-24T02:00:00Z"));
        // endregion
        assertEquals(Duration.ofHours(8), open);
        assertEquals(Instant.parse("2026-12-26T09:00:00Z"), due);
        assertEquals(christmasEve, latestStart);
        assertEquals(Instant.parse("2026-12-26T08:00:00Z"), next);
        assertFalse(atNight);
    }

    @Test
    void followTheSun() {
        BusinessCalendar berlin = berlin();
        // region calendars-sun
        BusinessCalendar manila = BusinessCalendar.builder()
                .id("manila")
                .zone(ZoneId.of("Asia/Manila"))
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "08:00-17:00"))
                .build();
        BusinessTime sun = berlin.union(manila);
        CalendarBook book = CalendarBook.of(berlin, manila).with(CalendarId.of("sun"), sun);
        // endregion
        Instant mondayMidnight = Instant.parse("2026-11-23T00:00:00Z");
        assertEquals(Duration.ofHours(16), sun.between(mondayMidnight, mondayMidnight.plus(Duration.ofDays(1))));
        assertEquals(sun, book.get(CalendarId.of("sun")));
    }

    @Test
    void explanations() {
        BusinessCalendar berlin = berlin();
        // region calendars-explain
        Interval christmas = new Interval(Instant.parse("2026-12-24T10:00:00Z"), Instant.parse("2026-12-26T09:00:00Z"));
        List<CalendarSegment> why = berlin.segments(christmas);
        // endregion
        assertEquals(
                List.of(
                        CalendarSegment.Kind.OPEN,
                        CalendarSegment.Kind.CLOSED,
                        CalendarSegment.Kind.HOLIDAY,
                        CalendarSegment.Kind.CLOSED,
                        CalendarSegment.Kind.OPEN),
                why.stream().map(CalendarSegment::kind).toList());
    }
}
