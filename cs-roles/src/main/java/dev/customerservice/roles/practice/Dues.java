package dev.customerservice.roles.practice;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.calendar.WorkingDays;
import dev.customerservice.roles.practice.Cadence.After;
import dev.customerservice.roles.practice.Cadence.Due;
import dev.customerservice.roles.practice.Cadence.Each;
import dev.customerservice.roles.practice.Cadence.Precision;
import dev.customerservice.roles.practice.Cadence.Rolling;
import dev.customerservice.roles.practice.Cadence.Terms;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

/** How a due moment is found, and what no cadence may say. */
final class Dues {

    private Dues() {}

    static Due of(Cadence cadence, Instant start, ZoneId zone, CalendarBook calendars) {
        LocalDateTime from = start.atZone(zone).toLocalDateTime();
        Optional<WorkingDays> working =
                cadence.terms().workingDays().map(calendars::get).map(time -> WorkingDays.of(time, zone));
        LocalDateTime due = from;
        if (cadence instanceof Rolling rolling) {
            due = plus(from, rolling.every(), working);
        } else if (cadence instanceof After after) {
            due = plus(from, after.within(), working);
        } else if (cadence instanceof Each each) {
            due = each.unit().endExclusive(from.toLocalDate()).minusDays(1).atStartOfDay();
        }
        Period grace = cadence.terms().grace();
        if (cadence.terms().precision() == Precision.TIME) {
            Instant late = due.atZone(zone).toInstant().plusNanos(1);
            LocalDateTime alarm = plus(due, grace, working);
            return new Due(
                    due.atZone(zone),
                    Precision.TIME,
                    late,
                    later(late, alarm.atZone(zone).toInstant().plusNanos(1)));
        }
        LocalDate date = existing(due.toLocalDate(), zone);
        LocalDate alarm = existing(plus(date.atStartOfDay(), grace, working).toLocalDate(), zone);
        return new Due(date.atStartOfDay(zone), Precision.DAY, endOf(date, zone), endOf(alarm, zone));
    }

    /** The same date, or the next one where the zone skipped it, as at the date line. */
    private static LocalDate existing(LocalDate date, ZoneId zone) {
        return date.atStartOfDay(zone).toLocalDate();
    }

    private static Instant endOf(LocalDate date, ZoneId zone) {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime plus(LocalDateTime from, Period period, Optional<WorkingDays> working) {
        if (working.isEmpty() || period.isZero()) {
            return from.plus(period);
        }
        LocalDate start = from.toLocalDate();
        LocalDate open = working.get().includes(start) ? start : working.get().plus(start, 1);
        return working.get().plus(open, days(period)).atTime(from.toLocalTime());
    }

    private static int days(Period period) {
        return Math.toIntExact(LocalDate.EPOCH.plus(period).toEpochDay());
    }

    static void requireNotNegative(String name, Period period) {
        if (period.isNegative()) {
            throw new IllegalArgumentException(
                    name + " (" + period + ") must not be negative\nMaybe the period was meant the other way round.");
        }
    }

    static void requirePositive(String name, Period period) {
        requireNotNegative(name, period);
        if (period.isZero()) {
            throw new IllegalArgumentException(name + " (" + period + ") must be longer than zero\nMaybe P1D, a day.");
        }
    }

    static void requireDays(String name, Period period, Optional<CalendarId> workingDays) {
        if (workingDays.isPresent() && period.toTotalMonths() != 0) {
            throw new IllegalArgumentException(name + " (" + period
                    + ") must be whole days when working days are counted\nMaybe P20D for a month.");
        }
    }

    static void requireDate(Terms terms) {
        if (terms.precision() == Precision.TIME) {
            throw new IllegalArgumentException("precision (" + terms.precision()
                    + ") must be DAY for what is due in a window or once\nMaybe a rolling cadence was meant.");
        }
    }
}
