package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTimelineTest {
    private static final LocalDate WED_2025_01_01 = LocalDate.of(2025, 1, 1);
    private static final Instant CHANGE = Instant.parse("2024-12-31T23:00:00Z");
    private static final BusinessCalendar SHORT = berlin("short", "09:00-17:00");
    private static final BusinessCalendar LONG = berlin("long", "08:00-20:00");
    private static final CalendarTimeline LONGER_SINCE_2025 =
            CalendarTimeline.of(SHORT).then(WED_2025_01_01, LONG);

    private static BusinessCalendar berlin(String id, String hours) {
        return BusinessCalendar.builder()
                .id(id)
                .zone("Europe/Berlin")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, hours))
                .build();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-12-30T07:30:00Z, false",
        "2024-12-31T15:59:59Z, true",
        "2024-12-31T16:00:00Z, false",
        "2025-01-01T06:59:59Z, false",
        "2025-01-01T07:00:00Z, true",
        "2025-01-01T18:59:59Z, true"
    })
    void eachInstantIsJudgedByTheVersionInForce(Instant at, boolean open) {
        assertEquals(open, LONGER_SINCE_2025.isOpen(at));
    }

    @Test
    void timelinesOfTheSameVersionsAreEqual() {
        CalendarTimeline again = CalendarTimeline.of(SHORT).then(WED_2025_01_01, LONG);
        assertEquals(LONGER_SINCE_2025, again);
        assertEquals(LONGER_SINCE_2025.hashCode(), again.hashCode());
    }

    @Test
    void durationsReachAcrossTheChange() {
        Instant tuesday = at("2024-12-31T15:00:00Z");
        Instant due = at("2025-01-01T10:00:00Z");
        assertEquals(due, LONGER_SINCE_2025.plus(tuesday, Duration.ofHours(4)));
        assertEquals(tuesday, LONGER_SINCE_2025.minus(due, Duration.ofHours(4)));
        assertEquals(Duration.ofHours(4), LONGER_SINCE_2025.between(tuesday, due));
        assertEquals(at("2025-01-01T07:00:00Z"), LONGER_SINCE_2025.nextOpening(at("2024-12-31T16:00:00Z")));
        assertEquals(
                Optional.of(at("2025-01-01T19:00:00Z")), LONGER_SINCE_2025.nextClosing(at("2024-12-31T16:00:00Z")));
        assertEquals(
                Instant.parse("2025-01-01T15:00:00Z"),
                WorkingDays.of(LONGER_SINCE_2025, ZoneId.of("Europe/Berlin")).plus(tuesday, 1));
    }

    @Test
    void openTimeIsCutAtTheChange() {
        Instant noon = at("2025-01-02T11:00:00Z");
        CalendarTimeline midday = CalendarTimeline.of(LONG).then(noon, SHORT).then(noon.plusSeconds(1), LONG);
        Interval thursday = new Interval(at("2025-01-02T00:00:00Z"), at("2025-01-03T00:00:00Z"));
        assertEquals(LONG.openIntervals(thursday), midday.openIntervals(thursday), "both are open at noon");
        assertEquals(LONG.segments(thursday), midday.segments(thursday));
        CalendarTimeline early = CalendarTimeline.of(LONG).then(at("2025-01-02T17:00:00Z"), SHORT);
        assertEquals(Optional.of(at("2025-01-02T17:00:00Z")), early.nextClosing(noon), "LONG would be open to 19:00");
    }

    @Test
    void aTimelineMayEnd() {
        CalendarTimeline ended = LONGER_SINCE_2025.until(at("2025-01-02T11:00:00Z"));
        Instant lastMorning = at("2025-01-02T07:00:00Z");
        assertEquals(at("2025-01-02T11:00:00Z"), ended.plus(lastMorning, Duration.ofHours(4)));
        assertThrows(NoOpenTimeException.class, () -> ended.plus(lastMorning, Duration.ofHours(5)));
        assertEquals(Optional.empty(), ended.inForceAt(at("2025-01-02T11:00:00Z")));
        assertEquals(
                CalendarSegment.Kind.CLOSED,
                ended.segments(new Interval(at("2025-01-02T11:00:00Z"), at("2025-01-03T11:00:00Z")))
                        .get(0)
                        .kind());
        CalendarTimeline again = ended.then(at("2025-01-02T11:00:00Z"), SHORT);
        assertEquals(3, again.versions().size(), "what ends may go on at once");
        assertThrows(IllegalArgumentException.class, () -> ended.then(at("2025-01-02T12:00:00Z"), SHORT));
        assertThrows(IllegalArgumentException.class, () -> ended.until(at("2025-01-02T10:00:00Z")));
    }

    @Test
    void theVersionsAreKnown() {
        assertEquals(
                List.of(
                        new CalendarTimeline.Version(SHORT, Optional.empty(), Optional.of(CHANGE)),
                        new CalendarTimeline.Version(LONG, Optional.of(CHANGE), Optional.empty())),
                LONGER_SINCE_2025.versions());
        assertEquals(
                SHORT,
                LONGER_SINCE_2025.inForceAt(CHANGE.minusNanos(1)).orElseThrow().time());
        assertEquals(LONG, LONGER_SINCE_2025.inForceAt(CHANGE).orElseThrow().time());
        assertEquals("[short until 2024-12-31T23:00:00Z, long]", LONGER_SINCE_2025.toString());
        CalendarTimeline same = CalendarTimeline.of(SHORT).then(CHANGE, LONG);
        assertEquals(same, LONGER_SINCE_2025);
        assertEquals(same.hashCode(), LONGER_SINCE_2025.hashCode());
        assertNotEquals(CalendarTimeline.of(SHORT), LONGER_SINCE_2025);
    }

    @Test
    void versionsComeInTheOrderOfTime() {
        assertThrows(IllegalArgumentException.class, () -> LONGER_SINCE_2025.then(CHANGE, SHORT));
        assertThrows(IllegalArgumentException.class, () -> LONGER_SINCE_2025.until(CHANGE));
        assertThrows(IllegalArgumentException.class, () -> LONGER_SINCE_2025.then(at("2300-01-01T00:00:00Z"), SHORT));
        CalendarException never = assertThrows(
                CalendarException.class,
                () -> CalendarTimeline.of(SHORT).until(EpochNanos.toInstant(EpochNanos.MIN + 1)));
        assertEquals(CalendarFault.NO_OPEN_TIME, never.fault());
    }

    @Test
    void aTimelineIsATimeLikeAnyOther() {
        CalendarBook book = CalendarBook.of(SHORT).with(CalendarId.of("berlin"), LONGER_SINCE_2025);
        assertEquals(LONGER_SINCE_2025, book.get(CalendarId.of("berlin")));
        BusinessTime both = LONGER_SINCE_2025.intersection(SHORT);
        assertTrue(both.isOpen(at("2025-01-02T15:59:59Z")));
        assertFalse(both.isOpen(at("2025-01-02T16:00:00Z")));
    }
}
