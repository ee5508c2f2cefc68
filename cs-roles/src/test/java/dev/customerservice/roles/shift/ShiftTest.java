package dev.customerservice.roles.shift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2025, 6, 2);
    private static final LocalDate SPRING = LocalDate.of(2025, 3, 30);
    private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 26);

    @ParameterizedTest
    @CsvSource({
        "2025-06-02, 09:00-17:00, Europe/Berlin, PT8H",
        "2025-06-02, 22:00-06:00, Europe/Berlin, PT8H",
        "2025-03-29, 22:00-06:00, Europe/Berlin, PT7H",
        "2025-10-25, 22:00-06:00, Europe/Berlin, PT9H",
        "2025-06-02, 16:00-24:00, Europe/Berlin, PT8H",
        "2025-06-02, 06:00-06:00, Europe/Berlin, PT24H",
        "2025-10-04, 22:00-06:00, Australia/Lord_Howe, PT7H30M",
        "2025-03-30, 02:00-03:00, Europe/Berlin, PT0S",
        "2025-03-30, 02:30-03:00, Europe/Berlin, PT0S",
        "2025-03-30, 01:30-02:30, Europe/Berlin, PT1H",
        "2025-10-26, 02:30-03:30, Europe/Berlin, PT2H",
    })
    void lastsAsLongAsTheClockLetsIt(LocalDate date, String hours, String zone, Duration elapsed) {
        assertEquals(elapsed, Shift.of(date, hours, ZoneId.of(zone)).elapsed());
    }

    @Test
    void skippedTimeMovesLaterAndRepeatedTimeIsItsFirstPass() {
        assertEquals(
                Instant.parse("2025-03-30T01:30:00Z"),
                Shift.of(SPRING, "02:30-06:00", BERLIN).interval().startInclusive());
        assertEquals(
                Instant.parse("2025-10-26T00:30:00Z"),
                Shift.of(AUTUMN, "02:30-06:00", BERLIN).interval().startInclusive());
    }

    @Test
    void shiftsThatFollowOnTheClockFollowInTime() {
        for (LocalDate date : List.of(MONDAY, SPRING, AUTUMN)) {
            Shift early = Shift.of(date, "00:00-02:30", BERLIN);
            Shift late = Shift.of(date, "02:30-08:00", BERLIN);
            assertEquals(Duration.ZERO, early.restUntil(late));
        }
    }

    @Test
    void breaksAreNotWorked() {
        Shift shift = Shift.of(MONDAY, "09:00-17:30", ZoneOffset.UTC)
                .withBreaks(
                        new Shift.Break(Duration.ofHours(3), Duration.ofMinutes(30)),
                        new Shift.Break(Duration.ofHours(6), Duration.ofMinutes(15)));
        assertEquals(Duration.ofMinutes(510), shift.elapsed());
        assertEquals(Duration.ofMinutes(465), shift.worked());
        assertEquals(
                IntervalSet.of(
                        between("2025-06-02T09:00:00Z", "2025-06-02T12:00:00Z"),
                        between("2025-06-02T12:30:00Z", "2025-06-02T15:00:00Z"),
                        between("2025-06-02T15:15:00Z", "2025-06-02T17:30:00Z")),
                shift.present());
        assertEquals(Duration.ofHours(3), shift.workedBetween(LocalTime.of(7, 0), LocalTime.of(12, 15)));
    }

    @Test
    void aBreakInTimeThatAClockChangeTookAwayIsNone() {
        Shift night = Shift.of(SPRING.minusDays(1), "22:00-06:00", BERLIN)
                .withBreaks(new Shift.Break(Duration.ofMinutes(7 * 60 + 10), Duration.ofMinutes(30)));
        assertEquals(Duration.ofHours(7), night.worked());
        assertEquals(IntervalSet.of(night.interval()), night.present());
        Shift cut = night.withBreaks(new Shift.Break(Duration.ofMinutes(6 * 60 + 45), Duration.ofMinutes(30)));
        assertEquals(Duration.ofMinutes(6 * 60 + 45), cut.worked());
    }

    @Test
    void aBreakAtTheEndLeavesNothingAfterIt() {
        Shift shift = Shift.of(MONDAY, "09:00-12:00", BERLIN)
                .withBreaks(new Shift.Break(Duration.ofHours(2), Duration.ofHours(1)));
        assertEquals(Duration.ofHours(2), shift.worked());
        assertEquals(1, shift.pieces().size());
    }

    @Test
    void nightAndWeekendAreReadOnTheClock() {
        Shift friday = Shift.of(LocalDate.of(2025, 6, 6), "20:00-06:00", BERLIN);
        assertEquals(Duration.ofHours(7), friday.workedBetween(LocalTime.of(23, 0), LocalTime.of(6, 0)));
        assertEquals(Duration.ofHours(6), friday.workedOnWeekends());
        Shift sunday = Shift.of(LocalDate.of(2025, 6, 8), "20:00-06:00", BERLIN);
        assertEquals(Duration.ofHours(4), sunday.workedOnWeekends());
        assertEquals(
                Duration.ofHours(1),
                Shift.of(MONDAY, "05:00-13:00", BERLIN).workedBetween(LocalTime.of(23, 0), LocalTime.of(6, 0)));
        assertEquals(
                Duration.ofHours(8),
                Shift.of(AUTUMN.minusDays(1), "22:00-06:00", BERLIN)
                        .workedBetween(LocalTime.of(23, 0), LocalTime.of(6, 0)));
        assertEquals(Duration.ZERO, Shift.of(MONDAY, "00:00-24:00", BERLIN).workedOnWeekends());
        Shift saturday = Shift.of(LocalDate.of(2025, 6, 7), "00:00-24:00", BERLIN);
        assertEquals(Duration.ofHours(24), saturday.workedOnWeekends());
    }

    @Test
    void restIsElapsedTimeAndBelowZeroWhereShiftsOverlap() {
        Shift late = Shift.of(AUTUMN.minusDays(1), "13:00-21:00", BERLIN);
        assertEquals(Duration.ofHours(11), late.restUntil(Shift.of(AUTUMN, "07:00-15:00", BERLIN)));
        assertEquals(Duration.ofHours(-1), late.restUntil(Shift.of(AUTUMN.minusDays(1), "20:00-23:00", BERLIN)));
    }

    @Test
    void whatIsNoShiftIsRefused() {
        LocalDateTime nine = MONDAY.atTime(9, 0);
        assertThrows(IllegalArgumentException.class, () -> new Shift(nine, nine, BERLIN, List.of()));
        Shift shift = Shift.of(MONDAY, "09:00-17:00", BERLIN);
        Shift.Break late = new Shift.Break(Duration.ofHours(7), Duration.ofMinutes(61));
        Shift.Break noon = new Shift.Break(Duration.ofHours(3), Duration.ofMinutes(30));
        Shift.Break meanwhile = new Shift.Break(Duration.ofMinutes(200), Duration.ofMinutes(5));
        assertThrows(IllegalArgumentException.class, () -> shift.withBreaks(late));
        assertThrows(IllegalArgumentException.class, () -> shift.withBreaks(noon, meanwhile));
        assertEquals(
                2,
                shift.withBreaks(noon, new Shift.Break(Duration.ofMinutes(210), Duration.ofMinutes(5)))
                        .breaks()
                        .size());
        assertThrows(IllegalArgumentException.class, () -> new Shift.Break(Duration.ofHours(-1), Duration.ofHours(1)));
        assertThrows(IllegalArgumentException.class, () -> new Shift.Break(Duration.ofHours(1), Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Shift.Break(Duration.ofHours(1), Duration.ofHours(-1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9:00-17:00", "09:00", "09:00-17:00 ", "24:00-06:00", "09:00-24:30", "09.00-17.00"})
    void hoursInAnotherFormAreRefused(String hours) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> ShiftPattern.Hours.parse(hours))
                        .getMessage());
        assertTrue(message.startsWith("hours (" + hours + ") must"), message);
    }

    @Test
    void aWeekRecurs() {
        ShiftPattern pattern = ShiftPattern.weekly("late", BERLIN, "14:00-22:00", DayOfWeek.SATURDAY, DayOfWeek.MONDAY);
        assertEquals(
                List.of(MONDAY, MONDAY.plusDays(5), MONDAY.plusDays(6), MONDAY.plusDays(7)),
                pattern.shifts(MONDAY, MONDAY.plusDays(8)).stream()
                        .map(Shift::date)
                        .toList());
        assertEquals(
                List.of(MONDAY),
                ShiftPattern.weekly("m", BERLIN, "09:00-10:00", DayOfWeek.MONDAY, DayOfWeek.MONDAY)
                        .shifts(MONDAY, MONDAY.plusDays(7))
                        .stream()
                        .map(Shift::date)
                        .toList());
    }

    @Test
    void aCycleGoesOnBothWays() {
        ShiftPattern pattern = ShiftPattern.rotating("four", BERLIN, "07:00-19:00", MONDAY, 4, 4);
        assertEquals(
                List.of(-8, -7, -6, -5, 0, 1, 2, 3, 8),
                pattern.shifts(MONDAY.minusDays(8), MONDAY.plusDays(9)).stream()
                        .map(shift -> (int) (shift.date().toEpochDay() - MONDAY.toEpochDay()))
                        .toList());
        ShiftPattern.Recurrence cycle = pattern.recurrence();
        assertEquals(List.of(ShiftPattern.Hours.parse("07:00-19:00")), cycle.on(MONDAY.plusDays(8)));
        assertEquals(List.of(), cycle.on(MONDAY.minusDays(1)));
        assertEquals(
                1,
                ShiftPattern.rotating("all", BERLIN, "07:00-19:00", MONDAY, 1, 0)
                        .shifts(MONDAY.plusDays(4), MONDAY.plusDays(5))
                        .size());
    }

    @Test
    void twoShiftsOnADateAndABreakInEach() {
        ShiftPattern split = ShiftPattern.builder()
                .id("split")
                .zone(BERLIN)
                .recurrence(new ShiftPattern.Weekly(Map.of(
                        DayOfWeek.MONDAY,
                        List.of(ShiftPattern.Hours.parse("08:00-12:00"), ShiftPattern.Hours.parse("16:00-20:00")))))
                .build()
                .withBreak(Duration.ofHours(1), Duration.ofMinutes(10));
        List<Shift> shifts = split.shifts(MONDAY, MONDAY.plusDays(1));
        assertEquals(
                List.of(Duration.ofMinutes(230), Duration.ofMinutes(230)),
                shifts.stream().map(Shift::worked).toList());
        ShiftPattern cycle = ShiftPattern.rotating("cycle", BERLIN, "08:00-12:00", MONDAY, 1, 1)
                .withBreak(Duration.ofHours(1), Duration.ofMinutes(10))
                .withBreak(Duration.ofHours(2), Duration.ofMinutes(10));
        assertEquals(
                Duration.ofMinutes(220),
                cycle.shifts(MONDAY, MONDAY.plusDays(1)).get(0).worked());
        assertTrue(cycle.shifts(MONDAY.plusDays(1), MONDAY.plusDays(2)).isEmpty());
    }

    @Test
    void aWindowTakesTheShiftsThatReachIntoIt() {
        ShiftPattern night = ShiftPattern.daily("night", BERLIN, "22:00-06:00");
        Interval monday = between("2025-06-02T00:00:00Z", "2025-06-02T22:00:00Z");
        assertEquals(
                List.of(MONDAY.minusDays(1), MONDAY),
                night.shifts(monday).stream().map(Shift::date).toList());
        Interval touched = between("2025-06-02T04:00:00Z", "2025-06-02T20:00:00Z");
        assertTrue(night.shifts(touched).isEmpty());
    }

    @Test
    void whatIsNoPatternIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ShiftPattern.daily(" ", BERLIN, "09:00-17:00"));
        assertThrows(IllegalArgumentException.class, () -> new ShiftPattern.Cycle(MONDAY, List.of()));
        assertThrows(
                IllegalArgumentException.class, () -> ShiftPattern.rotating("r", BERLIN, "09:00-17:00", MONDAY, 0, 2));
        assertThrows(
                IllegalArgumentException.class, () -> ShiftPattern.rotating("r", BERLIN, "09:00-17:00", MONDAY, 1, -1));
    }

    private static Interval between(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }
}
