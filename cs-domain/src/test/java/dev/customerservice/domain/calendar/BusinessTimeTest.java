package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Open time made of other open time. */
class BusinessTimeTest {
    private static final LocalDate WED_2024_05_08 = LocalDate.of(2024, 5, 8);

    private static final BusinessCalendar TOKYO = office("Asia/Tokyo", "09:00-18:00");
    private static final BusinessCalendar LONDON = office("Europe/London", "09:00-17:30");
    private static final BusinessCalendar NEW_YORK = office("America/New_York", "09:00-17:00");

    private static BusinessCalendar office(String zone, String hours) {
        return BusinessCalendar.builder()
                .id(zone)
                .zone(zone)
                .hours(WeeklyHours.of(MONDAY, FRIDAY, hours))
                .build();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @Test
    void theUnionFollowsTheSunAndCountsOverlapsOnce() {
        BusinessTime sun = BusinessTime.union(List.of(TOKYO, LONDON, NEW_YORK));
        assertEquals(Duration.ofHours(21), sun.between(at("2024-05-07T00:00:00Z"), at("2024-05-08T00:00:00Z")));
        assertEquals(
                Duration.ofHours(8).plusHours(8).plusMinutes(30).minusHours(3).minusMinutes(30),
                LONDON.union(NEW_YORK).between(at("2024-05-07T00:00:00Z"), at("2024-05-08T00:00:00Z")));
        assertEquals(at("2024-05-13T00:00:00Z"), sun.nextOpening(at("2024-05-10T21:00:00Z")));
    }

    @Test
    void theIntersectionIsWhenBothAreThere() {
        BusinessTime both = LONDON.intersection(NEW_YORK);
        assertEquals(
                List.of(new Interval(at("2024-05-07T13:00:00Z"), at("2024-05-07T16:30:00Z"))),
                both.openIntervals(new Interval(at("2024-05-07T00:00:00Z"), at("2024-05-08T00:00:00Z")))
                        .intervals());
        assertTrue(both.toString().startsWith("intersection["), both.toString());
    }

    @Test
    void theDifferenceLeavesAMaintenanceWindowOut() {
        BusinessTime maintenance = BusinessCalendar.builder()
                .id("maintenance")
                .zone("UTC")
                .hours(WeeklyHours.of(MONDAY, "10:00-12:00"))
                .build();
        BusinessTime served = LONDON.difference(maintenance);
        assertEquals(at("2024-05-06T14:00:00Z"), served.plus(at("2024-05-06T08:00:00Z"), Duration.ofHours(4)));
        assertEquals(
                Duration.ofHours(2),
                LONDON.intersection(maintenance).between(at("2024-05-06T00:00:00Z"), at("2024-05-07T00:00:00Z")));
    }

    @Test
    void segmentsOfACombinationNameTheReasonOfAMember() {
        BusinessCalendar london = LONDON.withHolidays(Holiday.on(WED_2024_05_08, "Local holiday"));
        BusinessCalendar newYork =
                NEW_YORK.withBreaks(Break.every(MONDAY, FRIDAY, "12:00-13:00").named("Lunch"));
        Interval window = new Interval(at("2024-05-08T12:00:00Z"), at("2024-05-08T22:00:00Z"));
        Function<BusinessTime, List<String>> told = time -> time.segments(window).stream()
                .map(segment -> segment.interval().startInclusive().toString().substring(11, 16) + " " + segment.kind()
                        + segment.name().map(name -> " " + name).orElse(""))
                .toList();
        assertEquals(
                List.of(
                        "12:00 HOLIDAY Local holiday",
                        "13:00 OPEN",
                        "16:00 HOLIDAY Local holiday",
                        "17:00 OPEN",
                        "21:00 HOLIDAY Local holiday"),
                told.apply(london.union(newYork)));
        assertEquals(List.of("12:00 HOLIDAY Local holiday"), told.apply(london.intersection(newYork)));
        assertEquals(List.of("12:00 HOLIDAY Local holiday"), told.apply(newYork.intersection(london)));
        assertEquals(
                List.of("12:00 OPEN", "16:30 BREAK Lunch", "17:00 OPEN", "21:00 CLOSED"),
                told.apply(LONDON.union(newYork)));
        assertEquals(
                List.of("12:00 CLOSED", "13:00 OPEN", "16:00 BREAK Lunch", "17:00 OPEN", "21:00 CLOSED"),
                told.apply(newYork.difference(london)));
        assertEquals(
                List.of("12:00 OPEN", "13:00 CLOSED", "16:00 OPEN", "17:00 CLOSED", "21:00 OPEN"),
                told.apply(BusinessTime.always().difference(newYork)));
    }

    @Test
    void combinationsWithoutMembersOrWithoutOpenTimeAreRefused() {
        for (Function<List<BusinessTime>, BusinessTime> how : List.<Function<List<BusinessTime>, BusinessTime>>of(
                BusinessTime::union, BusinessTime::intersection, BusinessTime::difference)) {
            CalendarException refused = assertThrows(CalendarException.class, () -> how.apply(List.of()));
            assertEquals(CalendarFault.BAD_COMPOSITE, refused.fault());
        }
        CalendarException never = assertThrows(CalendarException.class, () -> LONDON.difference(LONDON));
        assertEquals(CalendarFault.NO_OPEN_TIME, never.fault());
    }

    @Test
    void faultsHaveStableCodes() {
        assertEquals(
                List.of(
                        "unknown-zone",
                        "empty-calendar",
                        "bad-composite",
                        "bad-time",
                        "interval-not-positive",
                        "intervals-overlap",
                        "repeated-date",
                        "no-open-time"),
                List.of(CalendarFault.values()).stream()
                        .map(CalendarFault::code)
                        .toList());
    }
}
