package dev.customerservice.metrics.report;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of local dates in a zone, half-open: an event at the border of two periods belongs to the later one only.
 *
 * @param from the first date
 * @param untilExclusive the date after the last one
 * @param zone whose dates they are
 * @param unit the calendar unit that it is, empty for any other stretch
 */
public record Period(LocalDate from, LocalDate untilExclusive, ZoneId zone, Optional<Granularity> unit)
        implements Serializable {
    /** Checks the order of the dates. */
    public Period {
        if (untilExclusive.isBefore(from)) {
            throw new IllegalArgumentException("Period (" + from + " to " + untilExclusive
                    + ") must have its dates in order.\nMaybe they were swapped.");
        }
    }

    /**
     * Names one local date.
     *
     * @param date the date
     * @param zone whose date it is
     * @return the period of that date
     */
    public static Period day(LocalDate date, ZoneId zone) {
        return unit(Granularity.DAY, date, zone);
    }

    /**
     * Names an ISO week.
     *
     * @param weekBasedYear the year that holds the Thursday of the week
     * @param week 1 to 52 or 53
     * @param zone whose dates they are
     * @return the period from Monday to Sunday
     */
    public static Period isoWeek(int weekBasedYear, int week, ZoneId zone) {
        LocalDate inFirstWeek = LocalDate.of(weekBasedYear, 1, 4);
        long weeks =
                IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(inFirstWeek).getMaximum();
        if (week < 1 || week > weeks) {
            throw new IllegalArgumentException("Week (" + weekBasedYear + "-W" + week + ") must be 1 to " + weeks
                    + ".\nMaybe it belongs to another week-based year.");
        }
        return unit(Granularity.WEEK, inFirstWeek.plusWeeks(week - 1L), zone);
    }

    /**
     * Names a month.
     *
     * @param year the year
     * @param month the month
     * @param zone whose dates they are
     * @return the period of that month
     */
    public static Period month(int year, Month month, ZoneId zone) {
        return unit(Granularity.MONTH, YearMonth.of(year, month).atDay(1), zone);
    }

    /**
     * Names a quarter.
     *
     * @param year the year
     * @param quarter 1 to 4
     * @param zone whose dates they are
     * @return the period of those three months
     */
    public static Period quarter(int year, int quarter, ZoneId zone) {
        if (quarter < 1 || quarter > 4) {
            throw new IllegalArgumentException("Quarter (" + quarter + ") must be 1 to 4.\nMaybe a month was meant.");
        }
        return unit(Granularity.QUARTER, LocalDate.of(year, 3 * quarter, 1), zone);
    }

    /**
     * Names a year.
     *
     * @param year the year
     * @param zone whose dates they are
     * @return the period of that year
     */
    public static Period year(int year, ZoneId zone) {
        return unit(Granularity.YEAR, LocalDate.of(year, 1, 1), zone);
    }

    /**
     * Names the unit that an instant falls in.
     *
     * @param at the instant
     * @param unit the calendar unit
     * @param zone whose dates they are
     * @return the day, week, month, quarter or year of that zone that contains the instant
     */
    public static Period holding(Instant at, Granularity unit, ZoneId zone) {
        Period named = unit(unit, LocalDate.ofInstant(at, zone), zone);
        // where clocks went back over midnight, the evening comes again after the next date has begun
        return at.isBefore(named.endExclusive()) ? named : unit(unit, named.untilExclusive(), zone);
    }

    /**
     * Names any stretch of dates.
     *
     * @param from the first date
     * @param untilExclusive the date after the last one
     * @param zone whose dates they are
     * @return the period of those dates
     */
    public static Period between(LocalDate from, LocalDate untilExclusive, ZoneId zone) {
        return new Period(from, untilExclusive, zone, Optional.empty());
    }

    private static Period unit(Granularity unit, LocalDate within, ZoneId zone) {
        LocalDate start = unit.start(within);
        return new Period(start, unit.plus(start, 1), zone, Optional.of(unit));
    }

    /** {@return the first instant of its first date} */
    public Instant startInclusive() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** {@return the first instant after its last date} */
    public Instant endExclusive() {
        return untilExclusive.atStartOfDay(zone).toInstant();
    }

    /**
     * Asks for one instant.
     *
     * @param at the instant
     * @return whether it lies in the period
     */
    public boolean contains(Instant at) {
        return !at.isBefore(startInclusive()) && at.isBefore(endExclusive());
    }

    /** {@return the unit before it, or as many dates as it has itself right before it} */
    public Period previous() {
        LocalDate before = unit.isPresent()
                ? unit.get().plus(from, -1)
                : from.minusDays(ChronoUnit.DAYS.between(from, untilExclusive));
        return new Period(before, from, zone, unit);
    }

    /**
     * Cuts it into units. A unit that reaches beyond an end is cut there and is no unit any more.
     *
     * @param parts the unit
     * @return the parts in order; they cover the period without gap or overlap
     */
    public List<Period> split(Granularity parts) {
        List<Period> result = new ArrayList<>();
        LocalDate start = from;
        while (start.isBefore(untilExclusive)) {
            LocalDate unitStart = parts.start(start);
            LocalDate next = parts.plus(unitStart, 1);
            LocalDate end = next.isBefore(untilExclusive) ? next : untilExclusive;
            boolean whole = unitStart.equals(start) && end.equals(next);
            result.add(new Period(start, end, zone, whole ? Optional.of(parts) : Optional.empty()));
            start = end;
        }
        return Collections.unmodifiableList(result);
    }

    /** {@return the name that people give it, such as 2026-10, 2026-W40 or 2026-Q4; else its first date and the last} */
    public String label() {
        return unit.map(known -> known.label(from)).orElseGet(() -> from + ".." + untilExclusive.minusDays(1));
    }

    @Override
    public String toString() {
        return label() + " " + zone;
    }

    private Object writeReplace() {
        return new Sent(from, untilExclusive, zone, unit.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            LocalDate from,
            LocalDate untilExclusive,
            ZoneId zone,
            @Nullable Granularity unit) implements Serializable {
        private Object readResolve() {
            return new Period(from, untilExclusive, zone, Optional.ofNullable(unit));
        }
    }
}
