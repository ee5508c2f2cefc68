package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.SlaException.check;

import dev.customerservice.domain.text.Shown;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * How long something may take, or by when it must be done.
 *
 * <p>A day is never just a day: it is 24 hours ({@link OpenTime} of {@code PT24H}), a working day that keeps the local time ({@link
 * WorkingDays}), or the end of one ({@link EndOfWorkingDay}). Pauses put off every target but a {@link FixedInstant}. Immutable.
 */
public sealed interface TargetTime {
    /**
     * Open time of the calendar of the target; round the clock where the target has no calendar.
     *
     * @param duration how long, zero or more
     */
    record OpenTime(Duration duration) implements TargetTime {
        /** Refuses a negative duration. */
        public OpenTime {
            requireNotNegative(duration);
        }

        @Override
        public Optional<Duration> length() {
            return Optional.of(duration);
        }

        @Override
        public String toText() {
            return duration.toString();
        }
    }

    /**
     * Time of the wall clock, whatever the calendar of the target.
     *
     * @param duration how long, zero or more
     */
    record WallTime(Duration duration) implements TargetTime {
        /** Refuses a negative duration. */
        public WallTime {
            requireNotNegative(duration);
        }

        @Override
        public Optional<Duration> length() {
            return Optional.of(duration);
        }

        @Override
        public String toText() {
            return duration + " round the clock";
        }
    }

    /**
     * Open time first, and when that is used up, time of the wall clock.
     *
     * @param open how much open time, zero or more
     * @param wall how much time of the wall clock after it, zero or more
     */
    record OpenThenWallTime(Duration open, Duration wall) implements TargetTime {
        /** Refuses negative durations. */
        public OpenThenWallTime {
            requireNotNegative(open);
            requireNotNegative(wall);
        }

        @Override
        public Optional<Duration> length() {
            return Optional.of(open.plus(wall));
        }

        @Override
        public String toText() {
            return open + " and then " + wall + " round the clock";
        }
    }

    /**
     * The same local time some working days later; the day of the start is not counted. Outside the hours it is the next opening.
     *
     * @param days how many working days, zero or more
     */
    record WorkingDays(int days) implements TargetTime {
        /** Refuses a negative number. */
        public WorkingDays {
            requireNotNegative(days);
        }

        @Override
        public String toText() {
            return days + " working days";
        }
    }

    /**
     * The last closing of the day some working days later; with zero that of the day of the start, or of the next working day if
     * the start comes after it.
     *
     * @param days how many working days, zero or more
     */
    record EndOfWorkingDay(int days) implements TargetTime {
        /** Refuses a negative number. */
        public EndOfWorkingDay {
            requireNotNegative(days);
        }

        @Override
        public String toText() {
            return "end of business after " + days + " working days";
        }
    }

    /**
     * An instant agreed on, which no pause moves.
     *
     * @param at the instant
     */
    record FixedInstant(Instant at) implements TargetTime {
        @Override
        public String toText() {
            return "at " + at;
        }
    }

    /**
     * One target for what starts inside the hours of the calendar and another for what starts outside them.
     *
     * @param inside the target for a start at an open instant
     * @param outside the target for any other start
     */
    record ByHoursOfStart(TargetTime inside, TargetTime outside) implements TargetTime {
        /** Refuses a target that is itself by the hours of the start. */
        public ByHoursOfStart {
            if (inside instanceof ByHoursOfStart || outside instanceof ByHoursOfStart) {
                throw new IllegalArgumentException(
                        "The target inside or outside hours must not ask for the hours again.");
            }
        }

        @Override
        public String toText() {
            return inside.toText() + " if started inside hours, else " + outside.toText();
        }
    }

    /** {@return the length of a target that is a duration, empty for one that is a rule or an instant} */
    default Optional<Duration> length() {
        return Optional.empty();
    }

    /** {@return the target for people, in a form that depends on no locale} */
    String toText();

    /**
     * Open time of the calendar of the target.
     *
     * @param duration how long, zero or more
     * @return the target
     */
    static TargetTime of(Duration duration) {
        return new OpenTime(duration);
    }

    /**
     * Time of the wall clock.
     *
     * @param duration how long, zero or more
     * @return the target
     */
    static TargetTime wall(Duration duration) {
        return new WallTime(duration);
    }

    /**
     * The same local time some working days later.
     *
     * @param days how many working days, zero or more
     * @return the target
     */
    static TargetTime workingDays(int days) {
        return new WorkingDays(days);
    }

    /**
     * The end of business some working days later.
     *
     * @param days how many working days, zero or more
     * @return the target
     */
    static TargetTime endOfWorkingDay(int days) {
        return new EndOfWorkingDay(days);
    }

    /**
     * An instant that no pause moves.
     *
     * @param at the instant
     * @return the target
     */
    static TargetTime at(Instant at) {
        return new FixedInstant(at);
    }

    /**
     * Reads a duration of open time such as {@code PT8H}.
     *
     * @param text an ISO-8601 duration of hours, minutes and seconds
     * @return the target
     * @throws SlaException if it is none, is negative, or counts days, which must say what day they mean
     */
    static TargetTime parse(String text) {
        check(
                !text.matches("(?i)[-+]?P[-+]?\\d+D"),
                SlaFault.UNQUALIFIED_DAY,
                "The target (%s) must say which day it means.\nMaybe workingDays(n), or PT24H for 24 hours.",
                Shown.of(text));
        check(
                !text.matches("(?i)[-+]?P[-+]?\\d+DT.+"),
                SlaFault.MIXED_TARGET,
                "The target (%s) must not mix days and hours.\nMaybe write all of it in hours.",
                Shown.of(text));
        Duration duration = Duration.ZERO;
        try {
            duration = Duration.parse(text);
        } catch (DateTimeParseException e) {
            check(
                    false,
                    SlaFault.BAD_TARGET,
                    "The target (%s) must be an ISO-8601 duration of hours, minutes and seconds.\nMaybe write PT8H.",
                    Shown.of(text));
        }
        return of(duration);
    }

    private static void requireNotNegative(Duration duration) {
        check(
                !duration.isNegative(),
                SlaFault.NEGATIVE_TARGET,
                "The target (%s) must not be negative.\nMaybe write PT0S for at once.",
                duration);
    }

    private static void requireNotNegative(int days) {
        check(
                days >= 0,
                SlaFault.NEGATIVE_TARGET,
                "The target (%s working days) must not be negative.\nMaybe write 0 for the same day.",
                days);
    }
}
