package dev.customerservice.domain.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Time that is taken out of the hours: a lunch every weekday, or a town hall on one date.
 *
 * <p>Breaks of one weekday, and breaks of one date, may touch but not overlap.
 */
public sealed interface Break extends Serializable permits WeeklyBreak, DatedBreak {
    /** {@return the hours that it takes out} */
    LocalTimeRange range();

    /** {@return what people call it, if it has a name} */
    Optional<String> name();

    /**
     * Names the break, for traces and reports.
     *
     * @param name what people call it
     * @return the same break with this name
     */
    Break named(String name);

    /**
     * Breaks on one weekday of every week.
     *
     * @param day the weekday
     * @param range the hours taken out, as {@link LocalTimeRange#parse} reads them
     * @return the break without a name
     */
    static Break every(DayOfWeek day, String range) {
        return every(day, day, range);
    }

    /**
     * Breaks on a run of weekdays of every week; the run may pass the end of the week.
     *
     * @param firstDay the first weekday
     * @param lastDay the last weekday, included
     * @param range the hours taken out, as {@link LocalTimeRange#parse} reads them
     * @return the break without a name
     */
    static Break every(DayOfWeek firstDay, DayOfWeek lastDay, String range) {
        return new WeeklyBreak(WeeklyHours.run(firstDay, lastDay), LocalTimeRange.parse(range), Optional.empty());
    }

    /**
     * Breaks on one date, also where an override has replaced its hours.
     *
     * @param date the date
     * @param range the hours taken out, as {@link LocalTimeRange#parse} reads them
     * @return the break without a name
     */
    static Break on(LocalDate date, String range) {
        return new DatedBreak(date, LocalTimeRange.parse(range), Optional.empty());
    }
}
