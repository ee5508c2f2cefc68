package dev.customerservice.roles.shift;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.Interval;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** Shifts that recur, by the week or in a cycle of dates. */
@Value.Immutable
public interface ShiftPattern extends WithShiftPattern {

    /** {@return the identifier by which a roster or a plan names it, not blank} */
    String id();

    /** {@return the zone whose clock the hours are read on} */
    ZoneId zone();

    /** {@return on which dates it has which hours} */
    Recurrence recurrence();

    /**
     * Start and end of a shift on the clock, whatever the date.
     *
     * @param startInclusive the time of the start
     * @param endExclusive the time of the end; when it is not after the start it is on the next date
     * @param breaks the breaks, in order
     */
    record Hours(LocalTime startInclusive, LocalTime endExclusive, List<Shift.Break> breaks) {

        private static final Pattern TEXT =
                Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-(([01]\\d|2[0-3]):[0-5]\\d|24:00)");
        private static final int TIME_LENGTH = 5;

        /** Copies the breaks. */
        public Hours {
            breaks = List.copyOf(breaks);
        }

        /**
         * Reads the form {@code HH:MM-HH:MM}.
         *
         * @param text such as {@code 22:00-06:00}, which ends on the next date, as 24:00 does
         * @return the hours, without breaks
         * @throws IllegalArgumentException when the text is of another form
         */
        public static Hours parse(String text) {
            if (!TEXT.matcher(text).matches()) {
                throw new IllegalArgumentException("hours (" + Shown.of(text)
                        + ") must have the form HH:MM-HH:MM\nMaybe a leading zero is missing.");
            }
            String end = text.substring(TIME_LENGTH + 1);
            return new Hours(
                    LocalTime.parse(text.substring(0, TIME_LENGTH)),
                    end.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(end),
                    List.of());
        }

        /**
         * Takes a date.
         *
         * @param date the date on which the shift starts
         * @param zone the zone
         * @return the shift of these hours
         */
        public Shift on(LocalDate date, ZoneId zone) {
            LocalDate last = endExclusive.isAfter(startInclusive) ? date : date.plusDays(1);
            return new Shift(date.atTime(startInclusive), last.atTime(endExclusive), zone, breaks);
        }
    }

    /** On which dates a pattern has which hours. */
    sealed interface Recurrence {
        /**
         * Finds the hours of a date.
         *
         * @param date the date on which shifts start
         * @return the hours, empty for a date off
         */
        List<Hours> on(LocalDate date);
    }

    /**
     * The same in every week.
     *
     * @param byDay the hours by weekday; a weekday without an entry is off
     */
    record Weekly(Map<DayOfWeek, List<Hours>> byDay) implements Recurrence {
        /** Copies the hours. */
        public Weekly {
            Map<DayOfWeek, List<Hours>> copy = new EnumMap<>(DayOfWeek.class);
            byDay.forEach((day, hours) -> copy.put(day, List.copyOf(hours)));
            byDay = Collections.unmodifiableMap(copy);
        }

        @Override
        public List<Hours> on(LocalDate date) {
            return byDay.getOrDefault(date.getDayOfWeek(), List.of());
        }
    }

    /**
     * The same every so many dates, whatever the weekday.
     *
     * @param anchor a date on which the cycle begins; it goes on before it and after it
     * @param dates the hours of each date of the cycle, at least one date; no hours are a date off
     */
    record Cycle(LocalDate anchor, List<List<Hours>> dates) implements Recurrence {
        /** Refuses a cycle without dates. */
        public Cycle {
            dates = dates.stream().map(List::copyOf).toList();
            if (dates.isEmpty()) {
                throw new IllegalArgumentException(
                        "cycle (" + anchor + ") must have at least one date\nMaybe a date off is an empty list.");
            }
        }

        @Override
        public List<Hours> on(LocalDate date) {
            return dates.get((int) Math.floorMod(ChronoUnit.DAYS.between(anchor, date), (long) dates.size()));
        }
    }

    /**
     * A pattern of one shift on some weekdays.
     *
     * @param id the identifier
     * @param zone the zone
     * @param hours start and end, as {@link Hours#parse} reads them
     * @param firstDay the first weekday
     * @param lastDay the last weekday, included; before the first it is in the next week
     * @return the pattern
     */
    static ShiftPattern weekly(String id, ZoneId zone, String hours, DayOfWeek firstDay, DayOfWeek lastDay) {
        Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
        byDay.put(lastDay, List.of(Hours.parse(hours)));
        for (DayOfWeek day = firstDay; day != lastDay; day = day.plus(1)) {
            byDay.put(day, List.of(Hours.parse(hours)));
        }
        return builder().id(id).zone(zone).recurrence(new Weekly(byDay)).build();
    }

    /**
     * A pattern of one shift on every date.
     *
     * @param id the identifier
     * @param zone the zone
     * @param hours start and end, as {@link Hours#parse} reads them
     * @return the pattern
     */
    static ShiftPattern daily(String id, ZoneId zone, String hours) {
        return weekly(id, zone, hours, DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    /**
     * A pattern of some dates on and some off, such as four on and four off.
     *
     * @param id the identifier
     * @param zone the zone
     * @param hours start and end, as {@link Hours#parse} reads them
     * @param anchor the first of the dates on
     * @param on how many dates on, at least one
     * @param off how many dates off, 0 or more
     * @return the pattern
     * @throws IllegalArgumentException when there is no date on, or a negative number off
     */
    static ShiftPattern rotating(String id, ZoneId zone, String hours, LocalDate anchor, int on, int off) {
        if (on < 1 || off < 0) {
            throw new IllegalArgumentException("pattern (" + on + " on, " + off
                    + " off) must have a date on and none less than zero off\nMaybe 4 on and 4 off.");
        }
        List<Hours> working = List.of(Hours.parse(hours));
        List<List<Hours>> dates = Stream.concat(
                        Collections.nCopies(on, working).stream(), Collections.nCopies(off, List.<Hours>of()).stream())
                .toList();
        return builder().id(id).zone(zone).recurrence(new Cycle(anchor, dates)).build();
    }

    /**
     * Adds a break to every shift of the pattern.
     *
     * @param after how long after the start it begins
     * @param length how long it is
     * @return the pattern with that break after the others
     */
    default ShiftPattern withBreak(Duration after, Duration length) {
        Shift.Break added = new Shift.Break(after, length);
        if (recurrence() instanceof Weekly weekly) {
            Map<DayOfWeek, List<Hours>> byDay = new EnumMap<>(DayOfWeek.class);
            weekly.byDay().forEach((day, hours) -> byDay.put(day, withBreak(hours, added)));
            return withRecurrence(new Weekly(byDay));
        }
        Cycle cycle = (Cycle) recurrence();
        return withRecurrence(new Cycle(
                cycle.anchor(),
                cycle.dates().stream().map(hours -> withBreak(hours, added)).toList()));
    }

    private static List<Hours> withBreak(List<Hours> hours, Shift.Break added) {
        return hours.stream()
                .map(each -> new Hours(
                        each.startInclusive(),
                        each.endExclusive(),
                        Stream.concat(each.breaks().stream(), Stream.of(added)).toList()))
                .toList();
    }

    /**
     * Lists the shifts that start on some dates.
     *
     * @param startInclusive the first date
     * @param endExclusive the date after the last
     * @return the shifts, in the order of their dates
     */
    default List<Shift> shifts(LocalDate startInclusive, LocalDate endExclusive) {
        List<Shift> shifts = new ArrayList<>();
        for (LocalDate date = startInclusive; date.isBefore(endExclusive); date = date.plusDays(1)) {
            for (Hours hours : recurrence().on(date)) {
                shifts.add(hours.on(date, zone()));
            }
        }
        return shifts;
    }

    /**
     * Lists the shifts that have a part in a window.
     *
     * @param window the window
     * @return the shifts that overlap it, whole, in the order of their dates
     */
    default List<Shift> shifts(Interval window) {
        return shifts(
                        WallTime.date(window.startInclusive(), zone()).minusDays(1),
                        WallTime.date(window.endExclusive(), zone()).plusDays(1))
                .stream()
                .filter(shift -> shift.interval().intersection(window).isPresent())
                .toList();
    }

    /** Refuses a pattern without a name. */
    @Value.Check
    default void check() {
        if (id().isBlank()) {
            throw new IllegalArgumentException(
                    "id (" + Shown.of(id()) + ") must not be blank\nMaybe early, late or night.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a pattern. */
    final class Builder extends ImmutableShiftPattern.Builder {
        Builder() {}
    }
}
