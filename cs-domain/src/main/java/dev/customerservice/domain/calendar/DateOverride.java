package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * The hours of one date, instead of the weekly ones; weekly breaks do not apply to it, dated breaks do.
 *
 * @param date the date
 * @param hours its ranges, sorted and joined where they touch; empty if the date is closed
 */
public record DateOverride(LocalDate date, List<LocalTimeRange> hours) implements Serializable {
    /**
     * Sorts and joins the ranges.
     *
     * @throws CalendarException if two of them overlap
     */
    public DateOverride {
        hours = LocalTimeRange.joined(hours);
    }

    /**
     * Replaces the hours of a date.
     *
     * @param date the date
     * @param ranges its hours, each as {@link LocalTimeRange#parse} reads them
     * @return the override of that date
     * @throws CalendarException if a text is no range, or two ranges overlap
     */
    public static DateOverride on(LocalDate date, String... ranges) {
        return new DateOverride(date, LocalTimeRange.parseAll(ranges));
    }

    /**
     * Closes a date that is no holiday.
     *
     * @param date the date
     * @return the override without hours
     */
    public static DateOverride closed(LocalDate date) {
        return new DateOverride(date, List.of());
    }
}
