package dev.customerservice.roles.shift;

import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** When a person may work, is absent, and would rather work; all on the clock of the person's own zone. */
@Value.Immutable
public interface Availability extends WithAvailability {

    /** {@return the person} */
    AgentId person();

    /** {@return the zone the person lives by} */
    ZoneId zone();

    /** {@return the hours of the week in which the person may work; empty for any} */
    Optional<WeeklyHours> hours();

    /** {@return when the person is absent, in any order} */
    List<Absence> absences();

    /** {@return when the person would rather work or not, in any order} */
    List<Preference> preferences();

    /** {@return the contracted time a week; empty when it is not known} */
    Optional<Duration> contractedAWeek();

    /**
     * A time in which somebody does not work.
     *
     * @param startInclusive when it begins
     * @param endExclusive when it ends, after the start
     * @param kind why
     */
    record Absence(LocalDateTime startInclusive, LocalDateTime endExclusive, Kind kind) {
        /** Refuses an absence that ends before it begins. */
        public Absence {
            if (!startInclusive.isBefore(endExclusive)) {
                throw new IllegalArgumentException("absence (" + startInclusive + " to " + endExclusive
                        + ") must end after it begins\nMaybe the two are swapped.");
            }
        }

        /** Why somebody is absent. */
        public enum Kind {
            /** Paid leave. */
            LEAVE,
            /** Sickness. */
            SICKNESS,
            /** Training, meetings and other work elsewhere. */
            TRAINING,
            /** Anything else. */
            OTHER
        }

        /**
         * An absence of whole dates.
         *
         * @param startInclusive the first date
         * @param endExclusive the date of return
         * @param kind why
         * @return the absence
         */
        public static Absence dates(LocalDate startInclusive, LocalDate endExclusive, Kind kind) {
            return new Absence(startInclusive.atStartOfDay(), endExclusive.atStartOfDay(), kind);
        }

        /** {@return whether the time counts as neither worked nor free where working time is averaged, as leave and sickness do} */
        public boolean isNeutral() {
            return kind == Kind.LEAVE || kind == Kind.SICKNESS;
        }

        boolean touches(LocalDate date) {
            return startInclusive.isBefore(date.plusDays(1).atStartOfDay())
                    && endExclusive.isAfter(date.atStartOfDay());
        }
    }

    /**
     * Hours of the week that somebody would rather work or not.
     *
     * @param hours the hours
     * @param weight how much: above zero wished for, below zero unwelcome
     */
    record Preference(WeeklyHours hours, int weight) {}

    /**
     * A person available at any time.
     *
     * @param person the person
     * @param zone the zone the person lives by
     * @return the availability
     */
    static Availability always(AgentId person, ZoneId zone) {
        return builder().person(person).zone(zone).build();
    }

    /**
     * Lists when the person may work.
     *
     * @param window the window asked about
     * @return the instants of the window in the hours and outside absences
     */
    default IntervalSet available(Interval window) {
        IntervalSet may = hours().map(week -> open(week, window)).orElseGet(() -> IntervalSet.of(window));
        return may.difference(absent(window));
    }

    /**
     * Lists when the person is absent.
     *
     * @param window the window asked about
     * @return the instants of the window in an absence
     */
    default IntervalSet absent(Interval window) {
        return absences().isEmpty()
                ? IntervalSet.empty()
                : IntervalSet.of(absences().stream()
                                .map(absence ->
                                        WallTime.interval(absence.startInclusive(), absence.endExclusive(), zone()))
                                .toList())
                        .within(window);
    }

    /**
     * Answers whether the person may work all of a time.
     *
     * @param during the time
     * @return whether no instant of it is outside the hours or in an absence
     */
    default boolean isAvailable(Interval during) {
        return available(during).equals(IntervalSet.of(during));
    }

    /**
     * Weighs a shift against what the person would rather do.
     *
     * @param shift the shift
     * @return the sum of the weights of all preferences whose hours it touches
     */
    default int wish(Shift shift) {
        int sum = 0;
        for (Preference preference : preferences()) {
            if (!open(preference.hours(), shift.interval()).isEmpty()) {
                sum += preference.weight();
            }
        }
        return sum;
    }

    private IntervalSet open(WeeklyHours week, Interval window) {
        List<Interval> open = new ArrayList<>();
        LocalDate last = WallTime.date(window.endExclusive(), zone());
        for (LocalDate date = WallTime.date(window.startInclusive(), zone()); !date.isAfter(last); ) {
            for (LocalTimeRange range : week.on(date.getDayOfWeek())) {
                LocalDate end = range.closeExclusive().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                open.add(WallTime.interval(
                        date.atTime(range.openInclusive()), end.atTime(range.closeExclusive()), zone()));
            }
            date = date.plusDays(1);
        }
        return IntervalSet.of(open).within(window);
    }

    /** Refuses a contract of negative time. */
    @Value.Check
    default void check() {
        if (contractedAWeek().filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException("contractedAWeek ("
                    + contractedAWeek().get() + ") must not be negative\nMaybe leave it empty when it is not known.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what is known of a person's time. */
    final class Builder extends ImmutableAvailability.Builder {
        Builder() {}
    }
}
