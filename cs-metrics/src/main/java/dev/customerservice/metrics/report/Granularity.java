package dev.customerservice.metrics.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The calendar units that periods are made of and cut into. */
public enum Granularity {
    /** A local date, however many hours it has. */
    DAY,
    /** Monday to Sunday; the week belongs to the year that holds its Thursday (ISO 8601). */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months. */
    QUARTER,
    /** A calendar year. */
    YEAR;

    /** The first date of the unit that holds a date. */
    LocalDate start(LocalDate date) {
        return switch (this) {
            case DAY -> date;
            case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> date.withDayOfMonth(1);
            case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> date.withDayOfYear(1);
        };
    }

    /** The same day as many units later. */
    LocalDate plus(LocalDate date, long units) {
        return switch (this) {
            case DAY -> date.plusDays(units);
            case WEEK -> date.plusWeeks(units);
            case MONTH -> date.plusMonths(units);
            case QUARTER -> date.plusMonths(3 * units);
            case YEAR -> date.plusYears(units);
        };
    }

    String label(LocalDate start) {
        return switch (this) {
            case DAY -> start.toString();
            case WEEK ->
                String.format(
                        Locale.ROOT,
                        "%04d-W%02d",
                        start.get(IsoFields.WEEK_BASED_YEAR),
                        start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
            case MONTH -> String.format(Locale.ROOT, "%04d-%02d", start.getYear(), start.getMonthValue());
            case QUARTER ->
                String.format(Locale.ROOT, "%04d-Q%d", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
            case YEAR -> String.format(Locale.ROOT, "%04d", start.getYear());
        };
    }
}
