package dev.customerservice.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.testing.BusinessTimeContract;
import dev.customerservice.domain.testing.Calendars;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BusinessTimeProperties implements BusinessTimeContract {
    private static final int HOURS_OF_WALK = 60;

    @Override
    public Arbitrary<BusinessTime> openTimes() {
        return Calendars.openTimes();
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        return Calendars.calendars();
    }

    @Provide
    Arbitrary<CalendarTimeline> timelines() {
        return Calendars.timelines();
    }

    @Provide
    Arbitrary<FollowTheSun> followTheSun() {
        return Calendars.followTheSun();
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Calendars.dates();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theFastCalendarCountsLikeAWalkFromMinuteToMinute(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(max = 24 * 60) int minute) {
        DateWalk walk = new DateWalk(calendar);
        Instant start = Instant.ofEpochSecond(date.toEpochDay() * 24 * 60 * 60).plus(minute, ChronoUnit.MINUTES);
        Instant end = start.plus(HOURS_OF_WALK, ChronoUnit.HOURS);
        Duration open = walk.minutesBetween(start, end);
        assertEquals(open, calendar.between(start, end));
        if (!open.isZero()) {
            Instant due = calendar.plus(start, open);
            assertTrue(!due.isAfter(end) && walk.isOpen(due.minusNanos(1)) && calendar.isOpen(due.minusNanos(1)));
            assertEquals(open, walk.minutesBetween(start, due));
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void theFastCalendarIsOpenWhenTheRulesSaySo(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll("instants") Instant at) {
        assertEquals(new DateWalk(calendar).isOpen(at), calendar.isOpen(at));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aTimelineIsOpenAsItsVersionInForce(
            @ForAll("timelines") CalendarTimeline timeline,
            @ForAll @Size(20) List<@From("instants") Instant> instants) {
        for (Instant at : instants) {
            assertEquals(timeline.inForceAt(at).orElseThrow().time().isOpen(at), timeline.isOpen(at));
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theSharesOfTheSitesAreAllOfTheTimeAndNoneTwice(
            @ForAll("followTheSun") FollowTheSun sun,
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration length) {
        Interval window = new Interval(start, start.plus(length));
        Map<CalendarId, Duration> shares = sun.shares(window.startInclusive(), window.endExclusive());
        assertEquals(
                sun.between(window.startInclusive(), window.endExclusive()),
                shares.values().stream().reduce(Duration.ZERO, Duration::plus));
        Map<CalendarId, Duration> had = new HashMap<>();
        for (FollowTheSun.Turn turn : sun.turns(window)) {
            had.merge(turn.site(), turn.interval().duration(), Duration::plus);
            assertEquals(Optional.of(turn.site()), sun.siteAt(turn.interval().startInclusive()));
            assertEquals(
                    Optional.of(turn.site()),
                    sun.siteAt(turn.interval().endExclusive().minusNanos(1)));
        }
        sun.sites().keySet().forEach(site -> had.putIfAbsent(site, Duration.ZERO));
        assertEquals(had, shares);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void aHolidayNeverAddsTime(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("dates") LocalDate date,
            @ForAll("instants") Instant start,
            @ForAll("durations") Duration length) {
        BusinessCalendar.Builder builder = BusinessCalendar.builder().from(calendar);
        BusinessCalendar less;
        try {
            less = builder.addHoliday(Holiday.on(date)).build();
        } catch (CalendarException e) {
            assertEquals(CalendarFault.NO_OPEN_TIME, e.fault());
            return;
        }
        Instant end = start.plus(length);
        assertTrue(less.between(start, end).compareTo(calendar.between(start, end)) <= 0);
        assertTrue(less.hoursOn(date).isEmpty());
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfQuestionsDoesNotMatter(
            @ForAll("calendars") BusinessCalendar calendar, @ForAll @Size(6) List<@From("instants") Instant> instants) {
        BusinessCalendar near = BusinessCalendar.builder().from(calendar).build();
        BusinessCalendar far = BusinessCalendar.builder().from(calendar).build();
        far.openNanosBefore(EpochNanos.MIN);
        far.openNanosBefore(EpochNanos.MAX);
        for (Instant at : instants) {
            long nanos = EpochNanos.of(at);
            assertEquals(far.openNanosBefore(nanos), near.openNanosBefore(nanos));
            assertEquals(far.nextClosing(at), near.nextClosing(at));
            assertEquals(far.isOpen(at), near.isOpen(at));
        }
        assertEquals(calendar, near);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void roundTheClockIsTheWallClock(
            @ForAll("instants") Instant at,
            @ForAll("durations") Duration openTime,
            @ForAll("calendars") BusinessCalendar other) {
        BusinessCalendar open = BusinessCalendar.builder()
                .id("open")
                .zone(other.zone())
                .hours(WeeklyHours.alwaysOpen())
                .build();
        for (BusinessTime time : List.of(BusinessTime.always(), open, other.union(open))) {
            assertEquals(at.plus(openTime), time.plus(at, openTime));
            assertEquals(at.minus(openTime), time.minus(at, openTime));
            assertEquals(openTime, time.between(at, at.plus(openTime)));
            assertTrue(time.isOpen(at) && time.nextClosing(at).isEmpty());
        }
    }
}
