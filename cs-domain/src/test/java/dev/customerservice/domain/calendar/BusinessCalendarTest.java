package dev.customerservice.domain.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessCalendarTest {
    private static final LocalDate FRI_2026_12_25 = LocalDate.of(2026, 12, 25);
    private static final LocalDate THU_2026_12_24 = LocalDate.of(2026, 12, 24);
    private static final LocalDate MON_2026_12_28 = LocalDate.of(2026, 12, 28);

    private static final BusinessCalendar LONDON = BusinessCalendar.builder()
            .id("london")
            .zone(ZoneId.of("Europe/London"))
            .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
            .addHoliday(Holiday.on(FRI_2026_12_25, "Christmas Day"))
            .build();

    private static BusinessCalendar.Builder berlin(String... hours) {
        return BusinessCalendar.builder()
                .id("berlin")
                .zone("Europe/Berlin")
                .hours(WeeklyHours.of(MONDAY, SUNDAY, hours));
    }

    private static BusinessCalendar daily(String zone, String... hours) {
        return BusinessCalendar.builder()
                .id("daily")
                .zone(zone)
                .hours(WeeklyHours.of(MONDAY, SUNDAY, hours))
                .build();
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T16:00:00Z, PT8H,    2026-12-28T15:30:00Z",
        "2026-12-24T16:00:00Z, PT1H30M, 2026-12-24T17:30:00Z",
        "2026-12-24T17:30:00Z, PT0S,    2026-12-28T09:00:00Z",
        "2026-12-24T09:00:00Z, PT0S,    2026-12-24T09:00:00Z",
        "2026-12-26T12:00:00Z, PT8H30M, 2026-12-28T17:30:00Z",
        "2026-03-27T17:00:00Z, PT1H,    2026-03-30T08:30:00Z",
        "2026-12-24T16:00:00Z, PT1H30M0.000000001S, 2026-12-28T09:00:00.000000001Z"
    })
    void openTimeUsedUpAtAClosingEndsThere(String start, Duration openTime, String due) {
        assertEquals(at(due), LONDON.plus(at(start), openTime));
        assertEquals(openTime, LONDON.between(at(start), at(due)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-28T09:30:00Z, PT1H,    2026-12-24T17:00:00Z",
        "2026-12-28T09:30:00Z, PT30M,   2026-12-28T09:00:00Z",
        "2026-12-28T09:00:00Z, PT0S,    2026-12-24T17:30:00Z",
        "2026-12-28T17:30:00Z, PT0S,    2026-12-28T17:30:00Z",
        "2026-12-28T12:00:00Z, PT0S,    2026-12-28T12:00:00Z",
        "2026-12-28T08:00:00Z, PT8H30M, 2026-12-24T09:00:00Z"
    })
    void openTimeTakenAwayUpToAnOpeningEndsThere(String end, Duration openTime, String start) {
        assertEquals(at(start), LONDON.minus(at(end), openTime));
    }

    @Test
    void anOpeningIsOpenAndAClosingIsNot() {
        assertFalse(LONDON.isOpen(at("2026-12-24T08:59:59.999999999Z")));
        assertTrue(LONDON.isOpen(at("2026-12-24T09:00:00Z")));
        assertTrue(LONDON.isOpen(at("2026-12-24T17:29:59.999999999Z")));
        assertFalse(LONDON.isOpen(at("2026-12-24T17:30:00Z")));
        assertEquals(at("2026-12-28T09:00:00Z"), LONDON.nextOpening(at("2026-12-24T17:30:00Z")));
        assertEquals(at("2026-12-24T12:00:00Z"), LONDON.nextOpening(at("2026-12-24T12:00:00Z")));
        assertEquals(Optional.of(at("2026-12-24T17:30:00Z")), LONDON.nextClosing(at("2026-12-24T12:00:00Z")));
        assertEquals(Optional.of(at("2026-12-28T17:30:00Z")), LONDON.nextClosing(at("2026-12-24T17:30:00Z")));
    }

    @Test
    void aTicketOfTenYearsCountsEveryOpenHour() {
        assertEquals(
                Duration.ofHours(8).plusMinutes(30).multipliedBy(10L * 52 * 5),
                daily("UTC", "09:00-17:30")
                        .withHours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:30"))
                        .between(at("2015-01-05T00:00:00Z"), at("2024-12-23T00:00:00Z")));
    }

    /** Rows: zone, hours, start, end, open time between them. */
    @ParameterizedTest
    @CsvSource({
        // the 23-hour and the 25-hour night
        "Europe/Berlin, 22:00-24:00 00:00-06:00, 2024-03-30T12:00:00Z, 2024-03-31T12:00:00Z, PT7H",
        "Europe/Berlin, 22:00-24:00 00:00-06:00, 2024-10-26T12:00:00Z, 2024-10-27T12:00:00Z, PT9H",
        "America/New_York, 22:00-24:00 00:00-06:00, 2024-11-02T16:00:00Z, 2024-11-03T17:00:00Z, PT9H",
        // an opening in the gap moves by its length; a range inside it moves as a whole; one that ends behind it
        // vanishes
        "Europe/Berlin, 02:30-04:00, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, PT30M",
        "Europe/Berlin, 02:15-02:45, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, PT30M",
        "Europe/Berlin, 02:30-03:15, 2024-03-30T23:00:00Z, 2024-03-31T22:00:00Z, PT0S",
        // a repeated hour means its first pass
        "Europe/Berlin, 02:30-04:00, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, PT2H30M",
        "Europe/Berlin, 02:15-02:45, 2024-10-26T22:00:00Z, 2024-10-27T23:00:00Z, PT30M",
        "America/Sao_Paulo, 20:00-24:00, 2018-02-17T18:00:00Z, 2018-02-18T04:00:00Z, PT5H",
        "America/Sao_Paulo, 22:00-23:30, 2018-02-17T18:00:00Z, 2018-02-18T04:00:00Z, PT1H30M",
        // midnight that does not exist: the date begins an hour late and loses it
        "America/Sao_Paulo, 00:00-02:00, 2018-11-03T12:00:00Z, 2018-11-04T12:00:00Z, PT1H",
        // the date that Samoa skipped has no hours; the dates around it have theirs
        "Pacific/Apia, 09:00-17:00, 2011-12-29T10:00:00Z, 2012-01-01T10:00:00Z, PT24H",
        "Pacific/Apia, 09:00-17:00, 2011-12-30T10:00:00Z, 2011-12-30T20:00:00Z, PT1H",
        // half an hour; one minute past midnight, so that the date begins twice and the first time counts
        "Australia/Lord_Howe, 00:00-06:00, 2024-10-05T13:00:00Z, 2024-10-06T13:00:00Z, PT5H30M",
        "Australia/Lord_Howe, 00:00-06:00, 2024-04-06T12:00:00Z, 2024-04-07T13:00:00Z, PT6H30M",
        "America/St_Johns, 22:00-24:00, 2011-11-05T12:00:00Z, 2011-11-06T12:00:00Z, PT2H",
        "America/St_Johns, 00:00-02:00, 2011-11-06T00:00:00Z, 2011-11-06T12:00:00Z, PT3H",
        // no zone minutes are whole hours everywhere
        "Asia/Kathmandu, 09:00-17:00, 2024-05-06T03:15:00Z, 2024-05-06T11:15:00Z, PT8H",
        // every hour of every week is the wall clock, clock change included
        "Europe/Berlin, 00:00-24:00, 2024-03-30T12:00:00Z, 2024-03-31T12:00:00Z, PT24H"
    })
    void clockChangesAreCountedAsInstants(String zone, String hours, String start, String end, Duration open) {
        assertEquals(open, daily(zone, hours.split(" ")).between(at(start), at(end)));
    }

    @Test
    void aSkippedDateIsNoWorkingDate() {
        BusinessCalendar apia = daily("Pacific/Apia", "09:00-17:00");
        assertTrue(apia.hoursOn(LocalDate.of(2011, 12, 30)).isEmpty());
        assertEquals(
                Duration.ofHours(8), apia.hoursOn(LocalDate.of(2011, 12, 31)).total());
    }

    @Test
    void hoursThatMeetAtMidnightAreOneInterval() {
        BusinessCalendar nights = daily("UTC", "00:00-06:00", "22:00-24:00");
        assertEquals(
                IntervalSet.of(new Interval(at("2026-03-02T22:00:00Z"), at("2026-03-03T06:00:00Z"))),
                nights.openIntervals(new Interval(at("2026-03-02T12:00:00Z"), at("2026-03-03T12:00:00Z"))));
        assertEquals(Optional.of(at("2026-03-03T06:00:00Z")), nights.nextClosing(at("2026-03-02T23:00:00Z")));
    }

    @Test
    void aHolidayEndsANightAtMidnightAndBeatsAnOverride() {
        BusinessCalendar nights = berlin("00:00-06:00", "22:00-24:00")
                .addHoliday(Holiday.on(FRI_2026_12_25))
                .addOverride(DateOverride.on(FRI_2026_12_25, "10:00-12:00"))
                .build();
        assertEquals(
                IntervalSet.of(
                        new Interval(at("2026-12-24T21:00:00Z"), at("2026-12-24T23:00:00Z")),
                        new Interval(at("2026-12-25T23:00:00Z"), at("2026-12-26T05:00:00Z"))),
                nights.openIntervals(new Interval(at("2026-12-24T12:00:00Z"), at("2026-12-26T12:00:00Z"))));
    }

    @Test
    void anOverrideReplacesHoursAndWeeklyBreaksButNotDatedOnes() {
        BusinessCalendar calendar = BusinessCalendar.builder()
                .id("utc")
                .zone("UTC")
                .hours(WeeklyHours.of(MONDAY, FRIDAY, "09:00-17:00"))
                .addBreak(Break.every(MONDAY, FRIDAY, "12:00-13:00").named("Lunch"))
                .addBreak(Break.on(THU_2026_12_24, "09:00-09:30").named("Town hall"))
                .addOverride(DateOverride.on(THU_2026_12_24, "08:00-12:30"))
                .addOverride(DateOverride.closed(MON_2026_12_28))
                .build();
        assertEquals(Duration.ofHours(4), calendar.hoursOn(THU_2026_12_24).total());
        assertEquals(Duration.ZERO, calendar.hoursOn(MON_2026_12_28).total());
        assertEquals(Duration.ofHours(7), calendar.hoursOn(FRI_2026_12_25).total());
    }

    @Test
    void segmentsNameTheReasons() {
        BusinessCalendar calendar = LONDON.withBreaks(
                Break.every(MONDAY, FRIDAY, "12:00-13:00").named("Lunch"),
                Break.on(THU_2026_12_24, "12:30-14:00").named("Party"),
                Break.on(THU_2026_12_24, "17:00-20:00"));
        List<String> told =
                calendar.segments(new Interval(at("2026-12-24T10:00:00Z"), at("2026-12-28T10:00:00Z"))).stream()
                        .map(segment -> segment.interval().startInclusive() + " " + segment.kind()
                                + segment.name().map(name -> " " + name).orElse(""))
                        .toList();
        assertEquals(
                List.of(
                        "2026-12-24T10:00:00Z OPEN",
                        "2026-12-24T12:00:00Z BREAK Lunch",
                        "2026-12-24T12:30:00Z BREAK Party",
                        "2026-12-24T14:00:00Z OPEN",
                        "2026-12-24T17:00:00Z BREAK",
                        "2026-12-24T17:30:00Z CLOSED",
                        "2026-12-25T00:00:00Z HOLIDAY Christmas Day",
                        "2026-12-26T00:00:00Z CLOSED",
                        "2026-12-28T09:00:00Z OPEN"),
                told);
    }

    @Test
    void aWeekMayRunOverItsEnd() {
        BusinessCalendar gulf = BusinessCalendar.builder()
                .id("riyadh")
                .zone("Asia/Riyadh")
                .hours(WeeklyHours.of(SUNDAY, THURSDAY, "08:00-16:00").and(WeeklyHours.of(SATURDAY, "08:00-12:00")))
                .build();
        assertEquals(Duration.ofHours(44), gulf.between(at("2026-11-01T00:00:00Z"), at("2026-11-08T00:00:00Z")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+02:00", "Z", "UTC+2", "GMT+02:00", "Mars/Base", "CEST"})
    void aZoneThatIsNoRegionIsRefused(String zone) {
        CalendarException refused = assertThrows(CalendarException.class, () -> daily(zone, "09:00-17:00"));
        assertEquals(CalendarFault.UNKNOWN_ZONE, refused.fault());
        assertTrue(
                String.valueOf(refused.getMessage()).contains(") must be an IANA zone name.\nMaybe "),
                refused.getMessage());
    }

    @Test
    void whatCannotBeACalendarIsRefusedByName() {
        BusinessCalendar.Builder empty = BusinessCalendar.builder().id("empty").zone("UTC");
        assertFault(CalendarFault.EMPTY_CALENDAR, empty::build);
        assertFault(
                CalendarFault.EMPTY_CALENDAR,
                () -> empty.addOverride(DateOverride.closed(FRI_2026_12_25)).build());
        assertFault(
                CalendarFault.NO_OPEN_TIME,
                () -> berlin("12:00-13:00")
                        .addBreak(Break.every(MONDAY, SUNDAY, "11:00-14:00"))
                        .build());
        assertFault(
                CalendarFault.NO_OPEN_TIME,
                () -> berlin("12:00-13:00")
                        .addHoliday(Holiday.between(LocalDate.MIN, LocalDate.MAX, "For ever"))
                        .build());
        assertFault(
                CalendarFault.INTERVALS_OVERLAP,
                () -> berlin("09:00-17:00")
                        .addBreak(Break.every(MONDAY, FRIDAY, "12:00-13:00"))
                        .addBreak(Break.every(FRIDAY, "12:30-14:00"))
                        .build());
        assertFault(
                CalendarFault.INTERVALS_OVERLAP,
                () -> berlin("09:00-17:00")
                        .addBreak(Break.on(FRI_2026_12_25, "12:00-13:00"))
                        .addBreak(Break.on(FRI_2026_12_25, "12:30-14:00"))
                        .build());
        assertFault(
                CalendarFault.REPEATED_DATE,
                () -> berlin("09:00-17:00")
                        .addOverride(DateOverride.closed(FRI_2026_12_25))
                        .addOverride(DateOverride.on(FRI_2026_12_25, "10:00-11:00"))
                        .build());
    }

    private static void assertFault(CalendarFault fault, Runnable misuse) {
        CalendarException refused = assertThrows(CalendarException.class, misuse::run);
        assertEquals(fault, refused.fault());
        assertTrue(String.valueOf(refused.getMessage()).contains("\nMaybe "), refused.getMessage());
    }

    @Test
    void aCalendarOfSingleDatesKnowsWhereItEnds() {
        BusinessCalendar fair = BusinessCalendar.builder()
                .id("fair")
                .zone("UTC")
                .addOverride(DateOverride.on(LocalDate.of(2004, 1, 1), "09:00-17:00"))
                .addOverride(DateOverride.on(LocalDate.of(2024, 1, 1), "09:00-17:00"))
                .build();
        Instant between = at("2005-01-01T00:00:00Z");
        Instant after = at("2024-01-02T00:00:00Z");
        assertEquals(Duration.ofHours(16), fair.between(at("1950-01-01T00:00:00Z"), at("2150-01-01T00:00:00Z")));
        assertEquals(
                after,
                assertThrows(NoOpenTimeException.class, () -> fair.nextOpening(after))
                        .from());
        assertThrows(NoOpenTimeException.class, () -> fair.nextOpening(between));
        assertThrows(NoOpenTimeException.class, () -> fair.plus(at("2004-01-01T12:00:00Z"), Duration.ofHours(6)));
        assertThrows(NoOpenTimeException.class, () -> fair.minus(at("2024-01-01T12:00:00Z"), Duration.ofHours(6)));
        assertThrows(NoOpenTimeException.class, () -> fair.minus(between, Duration.ofHours(9)));
        assertThrows(NoOpenTimeException.class, () -> fair.minus(at("2003-01-01T00:00:00Z"), Duration.ZERO));
        assertEquals(at("2004-01-01T17:00:00Z"), fair.plus(at("2003-06-01T00:00:00Z"), Duration.ofHours(8)));
        assertEquals(at("2004-01-01T16:00:00Z"), fair.minus(between, Duration.ofHours(1)));
        assertEquals(Optional.empty(), fair.nextClosing(after));
        assertEquals(Optional.empty(), fair.nextClosing(between));
        assertEquals(Optional.of(at("2004-01-01T17:00:00Z")), fair.nextClosing(at("2003-06-01T00:00:00Z")));
    }

    @Test
    void anOpeningOfExactly3660DaysLaterIsFound() {
        LocalDate first = LocalDate.of(2010, 1, 1);
        BusinessCalendar sparse = BusinessCalendar.builder()
                .id("sparse")
                .zone("UTC")
                .addOverride(DateOverride.on(first, "00:00-24:00"))
                .addOverride(DateOverride.on(first.plusDays(3661), "00:00-24:00"))
                .build();
        Instant closing = at("2010-01-02T00:00:00Z");
        Instant opening = closing.plus(Duration.ofDays(3660));
        assertEquals(opening, sparse.nextOpening(closing));
        assertEquals(closing, sparse.minus(opening, Duration.ZERO));
        assertEquals(opening.plusNanos(1), sparse.plus(closing, Duration.ofNanos(1)));
        BusinessCalendar later = sparse.withOverrides(
                DateOverride.on(first, "00:00-24:00"), DateOverride.on(first.plusDays(3661), "00:01-24:00"));
        assertThrows(NoOpenTimeException.class, () -> later.nextOpening(closing));
        assertEquals(opening.plusSeconds(60), later.nextOpening(closing.plusSeconds(60)));
    }

    @Test
    void noHorizonIsMetWithinTheRange() {
        Instant first = EpochNanos.toInstant(EpochNanos.MIN);
        Instant last = EpochNanos.toInstant(EpochNanos.MAX);
        Duration all = Duration.between(first, last);
        BusinessCalendar open = daily("Europe/Berlin", "00:00-24:00");
        for (BusinessTime time : List.of(open, BusinessTime.always())) {
            assertEquals(all, time.between(first, last));
            assertEquals(last, time.plus(first, all));
            assertEquals(first, time.minus(last, all));
            assertThrows(NoOpenTimeException.class, () -> time.plus(first, all.plusNanos(1)));
            assertThrows(NoOpenTimeException.class, () -> time.minus(last, all.plusNanos(1)));
            assertThrows(NoOpenTimeException.class, () -> time.plus(first, Duration.ofSeconds(Long.MAX_VALUE)));
            assertThrows(NoOpenTimeException.class, () -> time.plus(last, Duration.ofNanos(1)));
            assertThrows(NoOpenTimeException.class, () -> time.minus(first, Duration.ofNanos(1)));
        }
        assertEquals(at("2199-12-31T09:00:00Z"), daily("UTC", "09:00-17:00").nextOpening(at("2199-12-30T17:00:00Z")));
        assertThrows(
                NoOpenTimeException.class, () -> daily("UTC", "09:00-17:00").nextOpening(last));
    }

    @Test
    void negativeDurationsAndReversedSpansAreMisuse() {
        Instant noon = at("2026-03-02T12:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> LONDON.plus(noon, Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> LONDON.minus(noon, Duration.ofNanos(-1)));
        assertThrows(IllegalArgumentException.class, () -> LONDON.plusNanos(0, -1));
        assertThrows(IllegalArgumentException.class, () -> LONDON.minusNanos(0, -1));
        assertThrows(IllegalArgumentException.class, () -> BusinessTime.always().plusNanos(0, -1));
        assertThrows(IllegalArgumentException.class, () -> LONDON.between(noon, noon.minusNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> LONDON.isOpen(at("2200-01-01T00:00:01Z")));
        assertThrows(IllegalArgumentException.class, () -> LONDON.hoursOn(LocalDate.of(2300, 1, 1)));
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        List<Instant> questions = IntStream.range(0, 400)
                .mapToObj(i -> at("1990-01-01T00:00:00Z").plus(Duration.ofHours(i * 997L)))
                .toList();
        List<Instant> expected = questions.stream()
                .map(t -> LONDON.plus(t, Duration.ofHours(100)))
                .toList();
        for (int round = 0; round < 5; round++) {
            BusinessCalendar fresh = BusinessCalendar.builder().from(LONDON).build();
            assertEquals(
                    expected,
                    questions.parallelStream()
                            .map(t -> fresh.plus(t, Duration.ofHours(100)))
                            .toList());
        }
    }

    @Test
    void equalCalendarsAreEqualAndCopiesDiffer() {
        assertEquals(LONDON, BusinessCalendar.builder().from(LONDON).build());
        BusinessCalendar late = LONDON.withHours(WeeklyHours.of(MONDAY, FRIDAY, "10:00-18:30"));
        assertFalse(LONDON.equals(late));
        assertEquals(at("2026-12-24T10:00:00Z"), late.nextOpening(at("2026-12-24T00:00:00Z")));
    }
}
