package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours that recur each week, several ranges on a weekday if need be.
 *
 * <p>Ranges of one weekday are sorted, joined where they touch, and refused where they overlap. A weekday without a
 * range is closed.
 *
 * @param byDay the ranges of each open weekday, Monday first
 */
public record WeeklyHours(Map<DayOfWeek, List<LocalTimeRange>> byDay) implements Serializable {
    private static final WeeklyHours CLOSED = new WeeklyHours(Map.of());
    private static final WeeklyHours ALWAYS_OPEN = of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00");

    /**
     * Sorts and joins the ranges of each weekday.
     *
     * @throws CalendarException if two ranges of a weekday overlap
     */
    public WeeklyHours {
        Map<DayOfWeek, List<LocalTimeRange>> sorted = new EnumMap<>(DayOfWeek.class);
        for (Map.Entry<DayOfWeek, List<LocalTimeRange>> entry : byDay.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                sorted.put(entry.getKey(), LocalTimeRange.joined(entry.getValue()));
            }
        }
        byDay = Collections.unmodifiableMap(sorted);
    }

    /** {@return a week without any hours, for calendars that open on single dates only} */
    public static WeeklyHours closed() {
        return CLOSED;
    }

    /** {@return a week open from Monday 00:00 to Sunday 24:00} */
    public static WeeklyHours alwaysOpen() {
        return ALWAYS_OPEN;
    }

    /**
     * Opens one weekday.
     *
     * @param day the weekday
     * @param ranges its hours, each as {@link LocalTimeRange#parse} reads them
     * @return the week with these hours
     * @throws CalendarException if a text is no range, or two ranges overlap
     */
    public static WeeklyHours of(DayOfWeek day, String... ranges) {
        return of(day, day, ranges);
    }

    /**
     * Opens a run of weekdays with the same hours; the run may pass the end of the week, as in Sunday to Thursday.
     *
     * @param firstDay the first weekday
     * @param lastDay the last weekday, included
     * @param ranges the hours of each of them, each as {@link LocalTimeRange#parse} reads them
     * @return the week with these hours
     * @throws CalendarException if a text is no range, or two ranges overlap
     */
    public static WeeklyHours of(DayOfWeek firstDay, DayOfWeek lastDay, String... ranges) {
        List<LocalTimeRange> hours = LocalTimeRange.parseAll(ranges);
        Map<DayOfWeek, List<LocalTimeRange>> byDay = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : run(firstDay, lastDay)) {
            byDay.put(day, hours);
        }
        return new WeeklyHours(byDay);
    }

    static List<DayOfWeek> run(DayOfWeek firstDay, DayOfWeek lastDay) {
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = firstDay; day != lastDay; day = day.plus(1)) {
            days.add(day);
        }
        days.add(lastDay);
        return days;
    }

    /**
     * Adds the hours of another week to this one.
     *
     * @param more the hours to add; they may touch the hours here, not overlap them
     * @return the week with the hours of both
     * @throws CalendarException if two ranges of a weekday overlap
     */
    public WeeklyHours and(WeeklyHours more) {
        Map<DayOfWeek, List<LocalTimeRange>> both = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalTimeRange> ranges = new ArrayList<>(on(day));
            ranges.addAll(more.on(day));
            both.put(day, ranges);
        }
        return new WeeklyHours(both);
    }

    /**
     * Looks up one weekday.
     *
     * @param day the weekday
     * @return its ranges in ascending order, empty if it is closed
     */
    public List<LocalTimeRange> on(DayOfWeek day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** {@return whether no weekday has any hours} */
    public boolean isEmpty() {
        return byDay.isEmpty();
    }
}
