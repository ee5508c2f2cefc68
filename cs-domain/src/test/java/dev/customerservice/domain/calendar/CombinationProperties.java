package dev.customerservice.domain.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.testing.Calendars;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Combinations of combinations, timelines of them and sites among them, against asking each calendar minute by minute. */
class CombinationProperties {
    private static final int HOURS = 48;

    /** Open time and what it must be. */
    record Combined(BusinessTime time, Predicate<Instant> open) {
        static Combined of(BusinessTime time) {
            return new Combined(time, time::isOpen);
        }

        static Optional<Combined> of(int how, Combined one, Combined other, Instant change) {
            try {
                return Optional.of(
                        switch (how) {
                            case 0 -> new Combined(one.time.union(other.time), one.open.or(other.open));
                            case 1 -> new Combined(one.time.intersection(other.time), one.open.and(other.open));
                            case 2 -> new Combined(one.time.difference(other.time), one.open.and(other.open.negate()));
                            case 3 ->
                                new Combined(
                                        CalendarTimeline.of(one.time).then(change, other.time),
                                        at -> (at.isBefore(change) ? one : other).open.test(at));
                            default ->
                                new Combined(
                                        CalendarTimeline.of(one.time).until(change),
                                        at -> at.isBefore(change) && one.open.test(at));
                        });
            } catch (CalendarException neverOpen) {
                return Optional.empty();
            }
        }
    }

    private static Instant instant(LocalDate date, int minute) {
        return Instant.ofEpochSecond(date.toEpochDay() * 24 * 60 * 60 + minute * 60L);
    }

    private static Arbitrary<Combined> combined(int depth) {
        Arbitrary<Combined> leaf = Calendars.calendars().map(Combined::of);
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Instant> changes = Combinators.combine(
                        Calendars.dates(), Arbitraries.integers().between(0, 1439))
                .as(CombinationProperties::instant);
        Arbitrary<Combined> members = Arbitraries.oneOf(leaf, combined(depth - 1));
        return Combinators.combine(Arbitraries.integers().between(0, 4), members, members, changes)
                .as(Combined::of)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    @Provide
    Arbitrary<Combined> combinations() {
        return combined(2);
    }

    @Provide
    Arbitrary<List<Combined>> sites() {
        return combined(1).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<LocalDate> dates() {
        return Calendars.dates();
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aCombinationIsOpenWhenItsMembersSaySo(
            @ForAll("combinations") Combined any,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(max = 1439) int minute) {
        Instant start = instant(date, minute);
        Instant end = start.plus(Duration.ofHours(HOURS));
        Interval window = new Interval(start, end);
        Optional<Instant> opening = Optional.empty();
        Optional<Instant> closing = Optional.empty();
        List<Instant> open = new ArrayList<>();
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
            boolean expected = any.open().test(at);
            assertEquals(expected, any.time().isOpen(at));
            if (expected && opening.isEmpty()) {
                opening = Optional.of(at);
            }
            if (!expected && opening.isPresent() && closing.isEmpty()) {
                closing = Optional.of(at);
            }
            if (expected) {
                open.add(at);
            }
        }
        Duration minutes = Duration.ofMinutes(open.size());
        assertEquals(minutes, any.time().between(start, end));
        assertEquals(minutes, any.time().openIntervals(window).total());
        assertEquals(
                minutes,
                any.time().segments(window).stream()
                        .filter(segment -> segment.kind() == CalendarSegment.Kind.OPEN)
                        .map(segment -> segment.interval().duration())
                        .reduce(Duration.ZERO, Duration::plus));
        for (CalendarSegment segment : any.time().segments(window)) {
            assertEquals(
                    segment.kind() == CalendarSegment.Kind.OPEN,
                    any.open().test(segment.interval().startInclusive()));
        }
        if (!open.isEmpty()) {
            assertEquals(opening.orElseThrow(), any.time().nextOpening(start));
            Instant last = open.get(open.size() - 1).plusSeconds(60);
            assertEquals(last, any.time().plus(start, minutes), "used up at the end of the last open minute");
            assertEquals(opening.orElseThrow(), any.time().minus(end, minutes));
            Instant middle = open.get(open.size() / 2);
            assertEquals(middle, any.time().minus(end, Duration.ofMinutes(open.size() - open.size() / 2)));
        }
        if (closing.isPresent()) {
            assertEquals(closing, any.time().nextClosing(start));
        }
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void theFirstOpenSiteHasTheTime(
            @ForAll("sites") List<Combined> sites,
            @ForAll("dates") LocalDate date,
            @ForAll @IntRange(max = 1439) int minute) {
        FollowTheSun sun = FollowTheSun.of(CalendarId.of("site-0"), sites.get(0).time());
        for (int i = 1; i < sites.size(); i++) {
            sun = sun.with(CalendarId.of("site-" + i), sites.get(i).time());
        }
        Instant start = instant(date, minute);
        Instant end = start.plus(Duration.ofHours(HOURS));
        Map<CalendarId, Duration> expected = new HashMap<>();
        sun.sites().keySet().forEach(site -> expected.put(site, Duration.ZERO));
        List<FollowTheSun.Turn> turns = sun.turns(new Interval(start, end));
        int turn = 0;
        for (Instant at = start; at.isBefore(end); at = at.plusSeconds(60)) {
            Optional<CalendarId> first = Optional.empty();
            for (int i = sites.size() - 1; i >= 0; i--) {
                first = sites.get(i).open().test(at) ? Optional.of(CalendarId.of("site-" + i)) : first;
            }
            assertEquals(first, sun.siteAt(at));
            assertEquals(first.isPresent(), sun.isOpen(at));
            first.ifPresent(site -> expected.merge(site, Duration.ofMinutes(1), Duration::plus));
            while (turn < turns.size()
                    && !turns.get(turn).interval().endExclusive().isAfter(at)) {
                turn++;
            }
            boolean had = turn < turns.size() && turns.get(turn).interval().contains(at);
            assertEquals(first, had ? Optional.of(turns.get(turn).site()) : Optional.empty());
        }
        assertEquals(expected, sun.shares(start, end));
        assertTrue(turns.stream().noneMatch(one -> one.interval().isEmpty()));
    }
}
