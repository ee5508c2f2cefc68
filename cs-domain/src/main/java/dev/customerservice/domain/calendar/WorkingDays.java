package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Steps from one working date to another: two working days later, at the same time on the wall clock.
 *
 * <p>A working date is a date of the zone on which some time is open. The date on which a step begins is never counted,
 * whether it is a working date or not. An instant keeps its local time; where that lies outside the hours of the date it
 * moves on to the next opening, or back to the last closing. A closing still belongs to its hours here, so that what is
 * due at 17:00 stays due at 17:00.
 *
 * <p>Instants and dates from 1900 to 2199 are supported; a stretch of more than 3660 dates without a working date ends
 * every search. Immutable.
 */
public final class WorkingDays implements Serializable {
    private static final long serialVersionUID = 1;

    private final BusinessTime time;
    private final ZoneId zone;
    private final WallClock clock;
    private transient volatile WorkingDates dates;

    private WorkingDays(BusinessTime time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
        this.clock = new WallClock(zone);
        this.dates = WorkingDates.none();
    }

    /**
     * Reads open time as dates of a zone.
     *
     * @param time the open time, such as a calendar or a history of calendars
     * @param zone the IANA zone whose dates and local times count
     * @return the working days of both
     * @throws CalendarException if the zone is a bare offset
     */
    public static WorkingDays of(BusinessTime time, ZoneId zone) {
        return new WorkingDays(time, zone);
    }

    /**
     * Asks whether any time is open on a date.
     *
     * @param date a date from 1900 to 2199
     * @return whether it is a working date
     */
    public boolean includes(LocalDate date) {
        return covering(date).contains(date.toEpochDay());
    }

    /**
     * Goes forward from date to date.
     *
     * @param date the date to start from; it is not counted
     * @param workingDays how many working dates to go, zero or more
     * @return the working date so many steps later; for zero the date itself, working date or not
     * @throws NoOpenTimeException if there are not so many working dates within the bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public LocalDate plus(LocalDate date, int workingDays) {
        requireNotNegative(workingDays);
        return workingDays == 0 ? date : step(date, workingDays);
    }

    /**
     * Goes back from date to date, the mirror image of {@link #plus(LocalDate, int)}.
     *
     * @param date the date to start from; it is not counted
     * @param workingDays how many working dates to go, zero or more
     * @return the working date so many steps earlier; for zero the date itself, working date or not
     * @throws NoOpenTimeException if there are not so many working dates within the bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public LocalDate minus(LocalDate date, int workingDays) {
        requireNotNegative(workingDays);
        return workingDays == 0 ? date : step(date, -workingDays);
    }

    /**
     * Goes forward by working days and keeps the local time.
     *
     * @param at the start; its own date is not counted
     * @param workingDays how many working dates to go, zero or more
     * @return the same local time so many working dates later, if it lies in the hours or at a closing; else the next
     *     opening after it
     * @throws NoOpenTimeException if there are not so many working dates within the bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public Instant plus(Instant at, int workingDays) {
        requireNotNegative(workingDays);
        Instant moved = moved(at, workingDays);
        return time.isOpenOrClosing(moved) ? moved : time.nextOpening(moved);
    }

    /**
     * Goes back by working days and keeps the local time.
     *
     * @param at the end; its own date is not counted
     * @param workingDays how many working dates to go, zero or more
     * @return the same local time so many working dates earlier, if it lies in the hours or at a closing; else the last
     *     closing before it
     * @throws NoOpenTimeException if there are not so many working dates within the bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public Instant minus(Instant at, int workingDays) {
        requireNotNegative(workingDays);
        Instant moved = moved(at, -workingDays);
        return time.isOpen(moved) ? moved : EpochNanos.toInstant(time.minusNanos(EpochNanos.of(moved), 0));
    }

    /**
     * Finds the end of business some working days on.
     *
     * @param at the start; its own date is not counted
     * @param workingDays how many working dates to go, zero or more
     * @return the last closing on the working date so many steps later; for zero that of the start's own date, or of the
     *     next working date if that has none, or none at or after the start
     * @throws NoOpenTimeException if there are not so many working dates within the bounds
     * @throws IllegalArgumentException if the number is negative
     */
    public Instant endAfter(Instant at, int workingDays) {
        requireNotNegative(workingDays);
        LocalDate date = at.atZone(zone).toLocalDate();
        if (workingDays == 0 && includes(date)) {
            Instant today = lastClosing(date);
            if (!today.isBefore(at)) {
                return today;
            }
        }
        return lastClosing(step(date, Math.max(1, workingDays)));
    }

    private Instant moved(Instant at, int steps) {
        if (steps == 0) {
            return at;
        }
        ZonedDateTime local = at.atZone(zone);
        LocalTime wall = local.toLocalTime();
        return ZonedDateTime.of(step(local.toLocalDate(), steps), wall, zone).toInstant();
    }

    private LocalDate step(LocalDate date, int steps) {
        long from = date.toEpochDay();
        WorkingDates present = covering(date);
        while (!present.decides(from, steps)) {
            present = extended(present, steps > 0 ? present.end() : present.start() - 1);
        }
        return LocalDate.ofEpochDay(present.step(from, steps).orElseThrow(() -> {
            long midnight = midnight(date);
            return steps > 0 ? NoOpenTimeException.after(midnight) : NoOpenTimeException.before(midnight);
        }));
    }

    private long midnight(LocalDate date) {
        return EpochNanos.of(date.atStartOfDay(zone).toInstant());
    }

    private Instant lastClosing(LocalDate date) {
        Interval span = new Interval(
                EpochNanos.toInstant(clock.instant(date.toEpochDay(), 0)),
                EpochNanos.toInstant(clock.instant(date.toEpochDay() + 1, 0)));
        long[] edges = time.openIntervals(span).toEpochNanos();
        return EpochNanos.toInstant(edges[edges.length - 1]);
    }

    private WorkingDates covering(LocalDate date) {
        EpochNanos.of(date.atStartOfDay(zone).toInstant());
        WorkingDates present = dates;
        return present.covers(date.toEpochDay()) ? present : extended(present, date.toEpochDay());
    }

    private WorkingDates extended(WorkingDates present, long date) {
        WorkingDates longer = present.covering(date, time, clock);
        dates = longer;
        return longer;
    }

    /** Found dates stay behind. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        dates = WorkingDates.none();
    }

    private static void requireNotNegative(int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("The number (" + workingDays
                    + ") of working days must not be negative.\nMaybe the direction is the other one: plus or minus.");
        }
    }

    @Override
    public String toString() {
        return time + " in " + zone;
    }
}
