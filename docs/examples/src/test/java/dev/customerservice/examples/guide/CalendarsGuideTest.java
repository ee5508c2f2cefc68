package dev.customerservice.examples.guide;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarSegment;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.calendar.WorkingDays;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        FollowTheSun sun = FollowTheSun.of(berlin, manila); // where both are open, Berlin has the time
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");
        Map<CalendarId, Duration> shares = sun.shares(monday, monday.plus(Duration.ofDays(1)));
        Optional<CalendarId> atSix = sun.siteAt(monday.plus(Duration.ofHours(6)));
        // endregion
        assertEquals(
                Map.of(CalendarId.of("berlin"), Duration.ofHours(9), CalendarId.of("manila"), Duration.ofHours(7)),
                shares);
        assertEquals(Duration.ofHours(16), sun.between(monday, monday.plus(Duration.ofDays(1))));
        assertEquals(Optional.of(CalendarId.of("manila")), atSix);
        // region calendars-combine
        BusinessTime either = berlin.union(manila);
        BusinessTime overlap = berlin.intersection(manila);
        BusinessTime quiet = berlin.difference(manila);
        CalendarBook book = CalendarBook.of(berlin, manila).with(CalendarId.of("sun"), sun);
        // endregion
        Instant noon = Instant.parse("2026-11-23T11:00:00Z");
        assertTrue(either.isOpen(noon.plusSeconds(3600)));
        assertFalse(overlap.isOpen(noon.plusSeconds(3600)));
        assertTrue(quiet.isOpen(noon.plusSeconds(3600)));
        assertEquals(sun, book.get(CalendarId.of("sun")));
    }

    @Test
    void workingDays() {
        BusinessCalendar berlin = berlin();
        // region calendars-days
        WorkingDays days = berlin.workingDays();
        Instant wednesday = Instant.parse("2026-12-23T14:00:00Z"); // 15:00 in Berlin
        Instant twoDaysOn = days.plus(wednesday, 2);
        Instant dayBefore = days.minus(wednesday, 1);
        Instant endOfBusiness = days.endAfter(wednesday, 0);
        LocalDate afterChristmas = days.plus(LocalDate.of(2026, 12, 24), 1);
        // endregion
        assertEquals(Instant.parse("2026-12-28T07:00:00Z"), twoDaysOn, "Saturday 15:00 is closed: Monday 08:00");
        assertEquals(Instant.parse("2026-12-22T14:00:00Z"), dayBefore);
        assertEquals(Instant.parse("2026-12-23T17:00:00Z"), endOfBusiness);
        assertEquals(LocalDate.of(2026, 12, 26), afterChristmas);
    }

    @Test
    void versions() {
        BusinessCalendar berlin = berlin();
        // region calendars-timeline
        BusinessCalendar longer = berlin.withHours(WeeklyHours.of(MONDAY, SATURDAY, "07:00-20:00"));
        CalendarTimeline overTheYears = CalendarTimeline.of(berlin).then(LocalDate.of(2027, 1, 1), longer);
        boolean lastYear = overTheYears.isOpen(Instant.parse("2026-11-30T18:30:00Z"));
        boolean thisYear = overTheYears.isOpen(Instant.parse("2027-01-04T18:30:00Z"));
        // endregion
        assertFalse(lastYear);
        assertTrue(thisYear);
    }

    @Test
    void ownHours() {
        BusinessTime harbour = harbour();
        Instant firstTide = Instant.parse("2026-01-01T03:10:00Z");
        assertEquals(
                firstTide.plusSeconds(4 * 3600 + 8 * 3600 + 25 * 60 + 3600),
                harbour.plus(firstTide, Duration.ofHours(5)));
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

    static BusinessTime harbour() {
        // region calendars-own
        Instant firstTide = Instant.parse("2026-01-01T03:10:00Z");
        Duration tide = Duration.ofHours(12).plusMinutes(25);
        BusinessTime harbour = BusinessTime.of(window -> {
            List<Interval> passable = new ArrayList<>();
            long before = Duration.between(firstTide, window.startInclusive()).dividedBy(tide) - 1;
            Instant high = firstTide.plus(tide.multipliedBy(before));
            for (; high.isBefore(window.endExclusive()); high = high.plus(tide)) {
                new Interval(high, high.plus(Duration.ofHours(4)))
                        .intersection(window)
                        .ifPresent(passable::add);
            }
            return IntervalSet.of(passable);
        });
        // endregion
        return harbour;
    }
}
