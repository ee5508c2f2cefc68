package dev.customerservice.roles.practice;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something is due.
 *
 * <p>Periods are added to the local date and time of a zone: a time that a clock change skips moves later by the length of the gap,
 * and of a time that it repeats the first pass counts. Month ends are clamped. What is due on a date ({@link Precision#DAY}) is on
 * time until the midnight that ends it; what is due at a time ({@link Precision#TIME}) is on time at that very instant and late
 * after it. Grace delays the alarm, not the due date.
 *
 * <p>Laws: a due time is later than its start in every zone; more grace never makes anything overdue; the windows of {@link Each}
 * partition time; working days of a calendar that is open every day are calendar days.
 */
public sealed interface Cadence {

    /** How exactly something is due. */
    enum Precision {
        /** On a local date, until the midnight that ends it. */
        DAY,
        /** At a local time, that instant included. */
        TIME
    }

    /** The calendar windows that something may be due in. */
    enum Unit {
        /** Monday to Sunday. */
        WEEK,
        /** A calendar month. */
        MONTH,
        /** Three calendar months. */
        QUARTER,
        /** A calendar year. */
        YEAR;

        /**
         * Finds the window of a date.
         *
         * @param date the date
         * @return the first date of the window that holds it
         */
        public LocalDate start(LocalDate date) {
            return switch (this) {
                case WEEK -> date.minusDays(date.getDayOfWeek().getValue() - 1L);
                case MONTH -> date.withDayOfMonth(1);
                case QUARTER -> date.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> date.withDayOfYear(1);
            };
        }

        /**
         * Finds the end of the window of a date.
         *
         * @param date the date
         * @return the first date of the next window
         */
        public LocalDate endExclusive(LocalDate date) {
            LocalDate start = start(date);
            return switch (this) {
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(3);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /**
     * What every cadence may say besides.
     *
     * @param grace how long after the due date nobody is alarmed, not negative
     * @param workingDays the calendar whose working days are counted; empty for calendar days
     * @param precision how exactly it is due
     */
    record Terms(Period grace, Optional<CalendarId> workingDays, Precision precision) {

        static final Terms BY_DATE = new Terms(Period.ZERO, Optional.empty(), Precision.DAY);
        static final Terms BY_TIME = new Terms(Period.ZERO, Optional.empty(), Precision.TIME);

        /** Refuses a negative grace, and months of working days. */
        public Terms {
            Dues.requireNotNegative("grace", grace);
            Dues.requireDays("grace", grace, workingDays);
        }
    }

    /**
     * Due a period after the last time, and for somebody new a period after joining.
     *
     * @param every the period, longer than zero
     * @param terms grace, days and precision
     */
    record Rolling(Period every, Terms terms) implements Cadence {
        /** Refuses a period that does not move on. */
        public Rolling {
            Dues.requirePositive("every", every);
            Dues.requireDays("every", every, terms.workingDays());
        }
    }

    /**
     * Due by the end of each calendar window.
     *
     * @param unit the window
     * @param atLeast how often in each, at least 1
     * @param terms grace and days; the precision is a date
     */
    record Each(Unit unit, int atLeast, Terms terms) implements Cadence {
        /** Refuses a number below one, and windows that end at a time. */
        public Each {
            if (atLeast < 1) {
                throw new IllegalArgumentException("atLeast (" + atLeast + ") in each " + unit
                        + " must be at least 1\nMaybe leave the practice out.");
            }
            Dues.requireDate(terms);
        }
    }

    /**
     * Due a period after something else happened.
     *
     * @param kind the kind of evidence that starts the time
     * @param within the period, longer than zero
     * @param terms grace, days and precision
     */
    record After(String kind, Period within, Terms terms) implements Cadence {
        /** Refuses a period that does not move on. */
        public After {
            Dues.requirePositive("within", within);
            Dues.requireDays("within", within, terms.workingDays());
        }
    }

    /**
     * Due when something else promises it.
     *
     * @param kind the kind of evidence that promises
     * @param dueDetail the name of its detail that holds the moment
     * @param terms grace, days and precision
     */
    record By(String kind, String dueDetail, Terms terms) implements Cadence {}

    /**
     * Due once, on the date of joining plus grace.
     *
     * @param terms grace and days; the precision is a date
     */
    record Once(Terms terms) implements Cadence {
        /** Refuses a time of day. */
        public Once {
            Dues.requireDate(terms);
        }
    }

    /** {@return grace, days and precision} */
    Terms terms();

    /**
     * Repeats something, each time a period after the last.
     *
     * @param period the period, longer than zero
     * @return the rolling cadence, due on dates
     */
    static Rolling every(Period period) {
        return new Rolling(period, Terms.BY_DATE);
    }

    /**
     * Asks for something once in each calendar window.
     *
     * @param unit the window
     * @return the cadence, due by the last date of each window
     */
    static Each each(Unit unit) {
        return new Each(unit, 1, Terms.BY_DATE);
    }

    /**
     * Asks for something after something else.
     *
     * @param kind the kind of evidence that starts the time
     * @param within the period, longer than zero
     * @return the cadence, due at a time
     */
    static After after(String kind, Period within) {
        return new After(kind, within, Terms.BY_TIME);
    }

    /**
     * Asks for what was promised.
     *
     * @param kind the kind of evidence that promises
     * @param dueDetail the name of its detail that holds the moment
     * @return the cadence, due at that moment
     */
    static By by(String kind, String dueDetail) {
        return new By(kind, dueDetail, Terms.BY_TIME);
    }

    /** {@return the cadence of something needed once, from joining on} */
    static Once once() {
        return new Once(Terms.BY_DATE);
    }

    /**
     * Delays the alarm.
     *
     * @param grace how long after the due date nobody is alarmed, not negative
     * @return this cadence with that grace
     */
    default Cadence withGrace(Period grace) {
        return withTerms(new Terms(grace, terms().workingDays(), terms().precision()));
    }

    /**
     * Counts working days.
     *
     * @param calendar the calendar whose working days are counted
     * @return this cadence in working days; its periods must be whole days
     */
    default Cadence withWorkingDays(CalendarId calendar) {
        return withTerms(new Terms(terms().grace(), Optional.of(calendar), terms().precision()));
    }

    /**
     * Says how exactly it is due.
     *
     * @param precision on a date or at a time
     * @return this cadence with that precision
     */
    default Cadence withPrecision(Precision precision) {
        return withTerms(new Terms(terms().grace(), terms().workingDays(), precision));
    }

    /**
     * Replaces grace, days and precision.
     *
     * @param terms the new ones
     * @return this cadence on those terms
     */
    default Cadence withTerms(Terms terms) {
        if (this instanceof Rolling rolling) {
            return new Rolling(rolling.every(), terms);
        }
        if (this instanceof Each each) {
            return new Each(each.unit(), each.atLeast(), terms);
        }
        if (this instanceof After after) {
            return new After(after.kind(), after.within(), terms);
        }
        return this instanceof By by ? new By(by.kind(), by.dueDetail(), terms) : new Once(terms);
    }

    /**
     * Finds when it is due.
     *
     * @param start the last time for a rolling cadence, any instant of a window, what starts the time, the moment promised, or the
     *     moment of joining
     * @param zone the zone whose dates and times count
     * @param calendars the calendars that working days may name
     * @return the due date or time
     * @throws dev.customerservice.domain.calendar.UnknownCalendarException when the book lacks the calendar of working days
     */
    default Due due(Instant start, ZoneId zone, CalendarBook calendars) {
        return Dues.of(this, start, zone, calendars);
    }

    /**
     * Lists the due dates in a stretch of calendar days, as if each were kept on its date.
     *
     * @param afterExclusive the date it starts from
     * @param untilInclusive the last date
     * @return the due dates in order, multiples of the period counted from the start or ends of windows; empty for a cadence that
     *     waits for something else
     */
    default List<LocalDate> dueDates(LocalDate afterExclusive, LocalDate untilInclusive) {
        List<LocalDate> dates = new ArrayList<>();
        if (this instanceof Rolling rolling) {
            LocalDate date = afterExclusive.plus(rolling.every());
            for (int times = 2; !date.isAfter(untilInclusive); times++) {
                dates.add(date);
                date = afterExclusive.plus(rolling.every().multipliedBy(times));
            }
        } else if (this instanceof Each each) {
            LocalDate end = each.unit().endExclusive(afterExclusive.plusDays(1));
            while (!end.minusDays(1).isAfter(untilInclusive)) {
                dates.add(end.minusDays(1));
                end = each.unit().endExclusive(end);
            }
        }
        return List.copyOf(dates);
    }

    /**
     * The moment by which something is due.
     *
     * @param at the due time; for a due date its first instant
     * @param precision whether the date or the time counts
     * @param lateFrom the first instant at which it is late
     * @param overdueFrom the first instant at which somebody should be alarmed, never before {@code lateFrom}
     */
    record Due(ZonedDateTime at, Precision precision, Instant lateFrom, Instant overdueFrom) {

        /** {@return the local date on which it is due} */
        public LocalDate date() {
            return at.toLocalDate();
        }

        /**
         * Judges something done.
         *
         * @param done when it was done
         * @return whether that was on time
         */
        public boolean isMetBy(Instant done) {
            return done.isBefore(lateFrom);
        }

        /**
         * Judges something not done.
         *
         * @param asOf the instant of reading
         * @return whether somebody should be alarmed
         */
        public boolean isOverdue(Instant asOf) {
            return !asOf.isBefore(overdueFrom);
        }

        /**
         * Counts the local dates since the due date.
         *
         * @param instant the instant of reading, or when it was done
         * @return the number of dates, 0 until the due date is over
         */
        public long daysPast(Instant instant) {
            return Math.max(
                    0,
                    ChronoUnit.DAYS.between(date(), instant.atZone(at.getZone()).toLocalDate()));
        }

        /**
         * Measures the delay.
         *
         * @param instant the instant of reading, or when it was done
         * @return the elapsed time since the due time, or since the midnight that ends the due date; zero when on time
         */
        public Duration lateBy(Instant instant) {
            Instant end = precision == Precision.TIME ? at.toInstant() : lateFrom;
            return instant.isBefore(end) ? Duration.ZERO : Duration.between(end, instant);
        }
    }
}
