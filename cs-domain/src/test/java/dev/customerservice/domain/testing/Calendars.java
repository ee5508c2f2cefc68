package dev.customerservice.domain.testing;

import dev.customerservice.domain.calendar.Break;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.calendar.DateOverride;
import dev.customerservice.domain.calendar.FollowTheSun;
import dev.customerservice.domain.calendar.Holiday;
import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Generators of calendars, instants and durations, meant to hit what breaks calendar code: clock changes, skipped dates,
 * hours that touch midnight, short breaks, and the instants just beside all of these.
 */
public final class Calendars {
    private static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "Europe/Dublin",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "America/Nuuk",
            "Africa/Casablanca",
            "Africa/Cairo",
            "Antarctica/Troll",
            "Asia/Gaza",
            "Asia/Kathmandu",
            "Asia/Pyongyang",
            "Asia/Tehran",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "Pacific/Chatham");

    private static final LocalDate FIRST_DATE = LocalDate.of(2010, 1, 1);
    private static final LocalDate LAST_DATE = LocalDate.of(2025, 12, 31);
    private static final int QUARTERS_A_DAY = 96;

    private Calendars() {}

    /** {@return calendars of every kind: several ranges a weekday, breaks, overrides, holidays, in awkward zones} */
    public static Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<LocalDate> dates = dates();
        Arbitrary<List<Break>> breaks = Combinators.combine(dates, range())
                .as((date, range) -> Break.on(date, range.toString()).named("Drill"))
                .list()
                .ofMaxSize(2);
        Arbitrary<Optional<Break>> lunch = Combinators.combine(Arbitraries.of(DayOfWeek.class), range())
                .as((day, range) ->
                        Break.every(day, day.plus(4), range.toString()).named("Lunch"))
                .optional();
        Arbitrary<List<DateOverride>> overrides = Combinators.combine(dates, ranges())
                .as(DateOverride::new)
                .list()
                .uniqueElements(DateOverride::date)
                .ofMaxSize(3);
        Arbitrary<List<Holiday>> holidays = Combinators.combine(
                        dates, Arbitraries.integers().between(0, 3))
                .as((date, more) -> Holiday.between(date, date.plusDays(more), "Holiday"))
                .list()
                .ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(ZONES), weeks(), breaks, lunch, overrides, holidays)
                .as(Calendars::built)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .withoutEdgeCases();
    }

    /** {@return open time of every kind: calendars, combinations of two or three, timelines, sites that follow the sun} */
    public static Arbitrary<BusinessTime> openTimes() {
        Arbitrary<BusinessTime> simple = calendars().map(calendar -> calendar);
        Arbitrary<BusinessTime> combined = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        simple.list().ofMinSize(2).ofMaxSize(3))
                .as(Calendars::combined)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
        Arbitrary<BusinessTime> changed = timelines().map(timeline -> timeline);
        Arbitrary<BusinessTime> sun = followTheSun().map(sites -> sites);
        return Arbitraries.frequencyOf(
                Tuple.of(4, simple),
                Tuple.of(2, combined),
                Tuple.of(1, changed),
                Tuple.of(1, sun),
                Tuple.of(1, round()),
                Tuple.of(1, simple.map(calendar -> BusinessTime.of(calendar::openIntervals))));
    }

    /** {@return two calendars, the second in force from some date on} */
    public static Arbitrary<CalendarTimeline> timelines() {
        return Combinators.combine(calendars(), dates(), calendars())
                .as((first, change, next) -> CalendarTimeline.of(first).then(change, next));
    }

    /** {@return two or three sites in order} */
    public static Arbitrary<FollowTheSun> followTheSun() {
        return calendars().list().ofMinSize(2).ofMaxSize(3).map(sites -> {
            FollowTheSun sun = FollowTheSun.of(sites.get(0));
            for (int i = 1; i < sites.size(); i++) {
                sun = sun.with(CalendarId.of("site-" + i), sites.get(i));
            }
            return sun;
        });
    }

    private static Arbitrary<BusinessTime> round() {
        return Arbitraries.just(BusinessTime.always());
    }

    private static Optional<BusinessTime> combined(int how, List<BusinessTime> members) {
        try {
            return Optional.of(
                    how == 0
                            ? BusinessTime.union(members)
                            : how == 1 ? BusinessTime.intersection(members) : BusinessTime.difference(members));
        } catch (CalendarException neverOpen) {
            return Optional.empty();
        }
    }

    private static Optional<BusinessCalendar> built(
            String zone,
            WeeklyHours week,
            List<Break> breaks,
            Optional<Break> lunch,
            List<DateOverride> overrides,
            List<Holiday> holidays) {
        try {
            return Optional.of(BusinessCalendar.builder()
                    .id("generated")
                    .zone(zone)
                    .hours(week)
                    .addAllBreaks(breaks)
                    .addAllBreaks(lunch.stream().toList())
                    .overrides(overrides)
                    .holidays(holidays)
                    .build());
        } catch (CalendarException neverOpenOrOverlapping) {
            return Optional.empty();
        }
    }

    /** {@return weeks with one to seven open days} */
    public static Arbitrary<WeeklyHours> weeks() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), ranges())
                .map(byDay -> {
                    Map<DayOfWeek, List<LocalTimeRange>> week = new EnumMap<>(DayOfWeek.class);
                    week.putAll(byDay);
                    return new WeeklyHours(week);
                })
                .filter(week -> !week.isEmpty());
    }

    /** {@return the ranges of one date: none to three, disjoint, often touching midnight} */
    public static Arbitrary<List<LocalTimeRange>> ranges() {
        return Arbitraries.integers()
                .between(0, QUARTERS_A_DAY)
                .set()
                .ofMaxSize(6)
                .map(quarters -> {
                    List<Integer> sorted = quarters.stream().sorted().toList();
                    List<LocalTimeRange> ranges = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        ranges.add(new LocalTimeRange(quarter(sorted.get(i)), quarter(sorted.get(i + 1))));
                    }
                    return ranges;
                });
    }

    private static Arbitrary<LocalTimeRange> range() {
        return ranges().filter(ranges -> !ranges.isEmpty()).map(ranges -> ranges.get(0));
    }

    private static LocalTime quarter(int quarter) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarter);
    }

    /** {@return dates from 2010 to 2025, among them dates of clock changes and the one that Apia skipped} */
    public static Arbitrary<LocalDate> dates() {
        Arbitrary<LocalDate> any = Arbitraries.longs()
                .between(FIRST_DATE.toEpochDay(), LAST_DATE.toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> awkward = Arbitraries.of(
                LocalDate.of(2011, 11, 6),
                LocalDate.of(2011, 12, 30),
                LocalDate.of(2018, 2, 17),
                LocalDate.of(2018, 11, 4),
                LocalDate.of(2018, 5, 4),
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2024, 4, 7),
                LocalDate.of(2024, 10, 27));
        return Arbitraries.oneOf(any, awkward);
    }

    /** {@return instants of these dates, many on a whole quarter of an hour or a nanosecond beside one} */
    public static Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 24 * 60 * 60 - 1),
                Arbitraries.longs().between(0, QUARTERS_A_DAY - 1).map(quarter -> quarter * 15 * 60));
        Arbitrary<Long> nanos = Arbitraries.oneOf(
                Arbitraries.just(0L),
                Arbitraries.of(-1L, 1L),
                Arbitraries.longs().between(0, 999_999_999));
        return Combinators.combine(dates(), seconds, nanos)
                .as((date, second, nano) -> Instant.ofEpochSecond(date.toEpochDay() * 24 * 60 * 60 + second)
                        .plusNanos(nano))
                .withoutEdgeCases();
    }

    /** {@return durations from nothing to some weeks, many of them whole quarters of an hour} */
    public static Arbitrary<Duration> durations() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4L * 24 * 30).map(quarters -> Duration.ofMinutes(15 * quarters)),
                Arbitraries.longs()
                        .between(0, 40L * 24 * 60 * 60 * 1_000_000_000L)
                        .map(Duration::ofNanos));
    }
}
