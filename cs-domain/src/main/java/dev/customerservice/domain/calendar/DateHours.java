package dev.customerservice.domain.calendar;

import dev.customerservice.domain.calendar.CalendarSegment.Kind;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hours of one date after another, as instants.
 *
 * <p>Wall times become instants first, all else is done on instants. Dates are counted from 1970-01-01.
 */
final class DateHours implements OpenHours {
    private static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000L;
    private static final long DAY_SECONDS = 24L * 60 * 60;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final LocalTimeRange WHOLE_DATE = LocalTimeRange.parse("00:00-24:00");

    /** 1970-01-01 was a Thursday. */
    private static final int WEEKDAY_OF_FIRST_DATE = 3;

    /** Dates that can hold an instant are at most this far from its date in UTC. */
    private static final int DATE_MARGIN = 2;

    private static final long serialVersionUID = 1;

    private final CalendarId id;
    private final WallClock clock;
    private final WeeklyHours hours;

    @SuppressWarnings("serial") // a hash map
    private final Map<Long, DateOverride> overrides = new HashMap<>();

    @SuppressWarnings("serial") // a hash map
    private final Map<Long, Holiday> holidays = new HashMap<>();

    @SuppressWarnings("serial") // a hash map of array lists
    private final Map<Long, List<Break>> datedBreaks = new HashMap<>();

    @SuppressWarnings("serial") // an enum map of array lists
    private final Map<DayOfWeek, List<Break>> weeklyBreaks = new EnumMap<>(DayOfWeek.class);

    /** The dates on which something else than the weekly hours and breaks is written. */
    @SuppressWarnings("serial") // a hash set
    private final Set<Long> special = new HashSet<>();

    /** The hours less the breaks of each weekday, Monday first, as seconds of an ordinary date. */
    private final long[][] ordinary;

    DateHours(BusinessCalendar calendar) {
        id = calendar.id();
        clock = new WallClock(calendar.zone());
        hours = calendar.hours();
        for (DateOverride override : calendar.overrides()) {
            if (overrides.put(override.date().toEpochDay(), override) != null) {
                throw new CalendarException(
                        CalendarFault.REPEATED_DATE,
                        "The date (" + override.date() + ") must be overridden once in calendar (" + id + ").\n"
                                + "Maybe put all its ranges into one override.");
            }
        }
        for (Holiday holiday : calendar.holidays()) {
            close(holiday);
        }
        for (Break each : calendar.breaks()) {
            if (each instanceof WeeklyBreak recurring) {
                for (DayOfWeek day : recurring.days()) {
                    add(weeklyBreaks, day, recurring);
                }
            } else if (each instanceof DatedBreak single) {
                add(datedBreaks, single.date().toEpochDay(), single);
            }
        }
        refuseEmpty();
        special.addAll(overrides.keySet());
        special.addAll(holidays.keySet());
        special.addAll(datedBreaks.keySet());
        ordinary = new long[DayOfWeek.values().length][];
        for (DayOfWeek day : DayOfWeek.values()) {
            IntervalSet breaks = seconds(ranges(weeklyBreaks.getOrDefault(day, List.of())));
            ordinary[day.getValue() - 1] =
                    seconds(hours.on(day)).difference(breaks).toEpochNanos();
        }
    }

    /** Adds a break to those of its date or weekday, which it must not overlap. */
    private static <K> void add(Map<K, List<Break>> breaks, K when, Break added) {
        List<Break> there = breaks.get(when);
        if (there == null) {
            there = new ArrayList<>();
            breaks.put(when, there);
        }
        there.add(added);
        LocalTimeRange.joined(ranges(there));
    }

    private void close(Holiday holiday) {
        long first = Math.max(holiday.firstInclusive().toEpochDay(), date(EpochNanos.MIN) - DATE_MARGIN);
        long last = Math.min(holiday.lastInclusive().toEpochDay(), date(EpochNanos.MAX) + DATE_MARGIN);
        for (long date = first; date <= last; date++) {
            holidays.putIfAbsent(date, holiday);
        }
    }

    private static List<LocalTimeRange> ranges(Iterable<Break> breaks) {
        List<LocalTimeRange> ranges = new ArrayList<>();
        for (Break each : breaks) {
            ranges.add(each.range());
        }
        return ranges;
    }

    private void refuseEmpty() {
        boolean empty = hours.isEmpty();
        for (DateOverride override : overrides.values()) {
            empty &= override.hours().isEmpty();
        }
        if (empty) {
            throw new CalendarException(
                    CalendarFault.EMPTY_CALENDAR,
                    "The hours of calendar (" + id + ") must not be empty.\n"
                            + "Maybe WeeklyHours.alwaysOpen() is meant.");
        }
    }

    private static IntervalSet seconds(List<LocalTimeRange> ranges) {
        Edges edges = new Edges(0, DAY_SECONDS);
        for (LocalTimeRange range : LocalTimeRange.joined(ranges)) {
            edges.add(range.openSecond(), range.closeSecond());
        }
        return edges.toSet();
    }

    private static long date(long epochNanos) {
        return Math.floorDiv(epochNanos, DAY_NANOS);
    }

    private static DayOfWeek weekday(long date) {
        return DayOfWeek.of(1 + weekdayIndex(date));
    }

    private static int weekdayIndex(long date) {
        return Math.floorMod(date + WEEKDAY_OF_FIRST_DATE, 7);
    }

    @Override
    public IntervalSet open(long startInclusive, long endExclusive) {
        Edges edges = new Edges(startInclusive, endExclusive);
        long last = date(endExclusive) + DATE_MARGIN;
        long first = date(startInclusive) - DATE_MARGIN;
        WallClock.Cursor cursor = clock.cursorFrom(first);
        for (long date = first; date <= last; date++) {
            if (!cursor.isSteadyOn(date) || special.contains(date)) {
                edges.addAll(on(date));
                continue;
            }
            long midnight = cursor.midnight(date);
            long[] seconds = ordinary[weekdayIndex(date)];
            for (int i = 0; i < seconds.length; i += 2) {
                edges.add(midnight + seconds[i] * SECOND_NANOS, midnight + seconds[i + 1] * SECOND_NANOS);
            }
        }
        return edges.toSet();
    }

    /** {@return the open time of one date, clipped to the span of that date} */
    IntervalSet on(long date) {
        if (holidays.containsKey(date)) {
            return IntervalSet.empty();
        }
        IntervalSet open = span(date).intersection(instants(date, written(date)));
        for (Break each : breaks(date)) {
            open = open.difference(instants(date, List.of(each.range())));
        }
        return open;
    }

    private List<LocalTimeRange> written(long date) {
        DateOverride override = overrides.get(date);
        return override == null ? hours.on(weekday(date)) : override.hours();
    }

    private List<Break> breaks(long date) {
        List<Break> breaks = new ArrayList<>(datedBreaks.getOrDefault(date, List.of()));
        if (!overrides.containsKey(date)) {
            breaks.addAll(weeklyBreaks.getOrDefault(weekday(date), List.of()));
        }
        return breaks;
    }

    private IntervalSet span(long date) {
        return instants(date, List.of(WHOLE_DATE));
    }

    private IntervalSet instants(long date, List<LocalTimeRange> ranges) {
        IntervalSet instants = IntervalSet.empty();
        for (LocalTimeRange range : ranges) {
            long open = clock.instant(date, range.openSecond());
            long close = clock.instant(date, range.closeSecond());
            if (open < close) {
                instants = instants.union(IntervalSet.ofEpochNanos(open, close));
            }
        }
        return instants;
    }

    private record Piece(Interval interval, Kind kind, Optional<String> name) {}

    @Override
    public List<CalendarSegment> segments(Interval window) {
        SegmentList segments = new SegmentList(window);
        long last = date(EpochNanos.of(window.endExclusive())) + DATE_MARGIN;
        for (long date = date(EpochNanos.of(window.startInclusive())) - DATE_MARGIN; date <= last; date++) {
            pieces(date).stream()
                    .sorted(Comparator.comparing(piece -> piece.interval().startInclusive()))
                    .forEach(piece -> segments.add(piece.interval(), piece.kind(), piece.name()));
        }
        return segments.toList();
    }

    private List<Piece> pieces(long date) {
        Holiday holiday = holidays.get(date);
        List<Piece> pieces = new ArrayList<>();
        if (holiday != null) {
            label(span(date), Kind.HOLIDAY, holiday.name(), pieces);
            return pieces;
        }
        IntervalSet open = span(date).intersection(instants(date, written(date)));
        for (Break each : breaks(date)) {
            IntervalSet taken = instants(date, List.of(each.range()));
            label(open.intersection(taken), Kind.BREAK, each.name(), pieces);
            open = open.difference(taken);
        }
        label(open, Kind.OPEN, Optional.empty(), pieces);
        return pieces;
    }

    private static void label(IntervalSet set, Kind kind, Optional<String> name, List<Piece> pieces) {
        set.intervals().forEach(interval -> pieces.add(new Piece(interval, kind, name)));
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
