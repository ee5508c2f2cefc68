package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Work from one time on the wall clock of a zone to another, with breaks.
 *
 * <p>Start and end are what people read off the clock; what the shift lasts follows from it, so a night is 7 or 9 hours where it is
 * usually 8. A time that a clock change skips moves later by the length of the gap, a time that it repeats means its first pass: shifts
 * that follow one another on the clock follow one another at every clock change. A shift that lies wholly in skipped time is empty.
 *
 * @param startInclusive the time on the clock at which it starts
 * @param endExclusive the time on the clock at which it ends, after the start; on a later date for a night
 * @param zone the zone of both
 * @param breaks the time in it that is not worked, in order, none overlapping
 */
public record Shift(LocalDateTime startInclusive, LocalDateTime endExclusive, ZoneId zone, List<Break> breaks) {

    /** By start, then end, then time worked. */
    static final Comparator<Shift> IN_TIME = Comparator.comparing(
                    (Shift shift) -> shift.interval().startInclusive())
            .thenComparing(shift -> shift.interval().endExclusive())
            .thenComparing(Shift::worked);

    /** Refuses a shift that ends before it starts, and breaks out of order or beyond the end. */
    public Shift {
        breaks = List.copyOf(breaks);
        if (!startInclusive.isBefore(endExclusive)) {
            throw new IllegalArgumentException("shift (" + startInclusive + " to " + endExclusive
                    + ") must end after it starts\nMaybe a night ends on the next date.");
        }
        Duration free = Duration.ZERO;
        for (Break each : breaks) {
            if (each.after().compareTo(free) < 0) {
                throw new IllegalArgumentException("break (" + each.after() + " after the start) must not begin before "
                        + free + "\nMaybe the breaks are out of order.");
            }
            free = each.after().plus(each.length());
        }
        if (free.compareTo(Duration.between(startInclusive, endExclusive)) > 0) {
            throw new IllegalArgumentException("break (until " + free + " after the start) must lie in the shift "
                    + startInclusive + " to " + endExclusive + "\nMaybe it was given on the clock.");
        }
    }

    /**
     * A break of a shift, in elapsed time.
     *
     * @param after how long after the start of the shift it begins, not negative
     * @param length how long it is, longer than zero
     */
    public record Break(Duration after, Duration length) {
        /** Refuses a break before the start or of no length. */
        public Break {
            if (after.isNegative() || length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("break (" + length + " after " + after
                        + ") must begin in the shift and be longer than zero\nMaybe the two are swapped.");
            }
        }
    }

    /**
     * A shift without breaks.
     *
     * @param date the date on which it starts
     * @param hours start and end on the clock, such as {@code 09:00-17:00}; an end not after the start, or 24:00, is on the next date
     * @param zone the zone
     * @return the shift
     * @throws IllegalArgumentException when the text is of another form
     */
    public static Shift of(LocalDate date, String hours, ZoneId zone) {
        return ShiftPattern.Hours.parse(hours).on(date, zone);
    }

    /**
     * Takes breaks.
     *
     * @param others the breaks
     * @return this shift with these breaks instead of its own
     */
    public Shift withBreaks(Break... others) {
        return new Shift(startInclusive, endExclusive, zone, List.of(others));
    }

    /** {@return the local date on which it starts} */
    public LocalDate date() {
        return startInclusive.toLocalDate();
    }

    /** {@return from when to when it is, empty where a clock change skips all of it} */
    public Interval interval() {
        return WallTime.interval(startInclusive, endExclusive, zone);
    }

    /** {@return the time from start to end, breaks included} */
    public Duration elapsed() {
        return interval().duration();
    }

    /** {@return the time worked: the time from start to end without breaks} */
    public Duration worked() {
        return breaks.isEmpty() ? elapsed() : present().total();
    }

    /** {@return the instants of work: from start to end without breaks} */
    public IntervalSet present() {
        return IntervalSet.of(pieces());
    }

    List<Interval> pieces() {
        Interval all = interval();
        if (breaks.isEmpty()) {
            return List.of(all);
        }
        List<Interval> pieces = new ArrayList<>();
        Instant from = all.startInclusive();
        for (Break each : breaks) {
            Instant begin = all.startInclusive().plus(each.after());
            if (begin.isBefore(all.endExclusive())) {
                pieces.add(new Interval(from, begin));
                from = begin.plus(each.length());
            }
        }
        if (from.isBefore(all.endExclusive())) {
            pieces.add(new Interval(from, all.endExclusive()));
        }
        return pieces;
    }

    /**
     * Measures the rest before another shift, whatever the clock did meanwhile.
     *
     * @param next a shift that starts later
     * @return the time elapsed from the end of this one to the start of the next; negative when the two overlap
     */
    public Duration restUntil(Shift next) {
        Instant leaves = interval().endExclusive();
        Instant comes = next.interval().startInclusive();
        return Duration.between(leaves, comes);
    }

    /**
     * Finds how much of the work lies between two times of the clock, such as the night.
     *
     * @param startInclusive the time from which on it counts
     * @param endExclusive the time at which it stops counting; not after the start means on the next date
     * @return the time worked between them, on every date the shift touches
     */
    public Duration workedBetween(LocalTime startInclusive, LocalTime endExclusive) {
        return workedBetween(startInclusive, endExclusive, zone);
    }

    /** The same on the clock of another zone, such as that of the person. */
    Duration workedBetween(LocalTime startInclusive, LocalTime endExclusive, ZoneId clock) {
        ShiftPattern.Hours hours = new ShiftPattern.Hours(startInclusive, endExclusive, List.of());
        return workedIn(clock, date -> Optional.of(hours.on(date, clock).interval()));
    }

    /** {@return the time worked on Saturdays and Sundays of the zone} */
    public Duration workedOnWeekends() {
        return workedIn(
                zone,
                date -> date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()
                        ? Optional.empty()
                        : Optional.of(WallTime.dates(date, date.plusDays(1), zone)));
    }

    private Duration workedIn(ZoneId clock, Function<LocalDate, Optional<Interval>> windows) {
        List<Interval> counted = new ArrayList<>();
        LocalDate last = WallTime.date(interval().endExclusive(), clock);
        for (LocalDate date = WallTime.date(interval().startInclusive(), clock).minusDays(1); !date.isAfter(last); ) {
            windows.apply(date).ifPresent(counted::add);
            date = date.plusDays(1);
        }
        return present().intersection(IntervalSet.of(counted)).total();
    }
}
