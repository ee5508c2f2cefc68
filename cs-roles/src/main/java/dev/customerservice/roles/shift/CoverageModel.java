package dev.customerservice.roles.shift;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.roles.evidence.Subject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * How a service is kept up around the clock: which stations work which hours, each on its own clock.
 *
 * <p>The three ways differ in where the stations are, not in how their coverage is found: follow the sun has sites in several zones,
 * one site has its shifts in one zone, and distributed work has a station for each person or group, wherever they live.
 */
@Value.Immutable
public interface CoverageModel extends WithCoverageModel {

    /** Two clock changes less than this apart make a season of its own, in which the sites are not set as for most of the year. */
    Duration SEASON_BETWEEN_CHANGES = Duration.ofDays(35);

    /** {@return how the service is kept up} */
    Kind kind();

    /** {@return the stations, at least one, each name once} */
    List<Station> stations();

    /** How a service is kept up around the clock. */
    enum Kind {
        /** One place, with shifts that follow one another. */
        SINGLE_SITE,
        /** Several places, of which each works by day and hands over to the next. */
        FOLLOW_THE_SUN,
        /** People wherever they live, each on an own clock. */
        DISTRIBUTED
    }

    /**
     * People who work the same hours.
     *
     * @param name what the station is called, not blank
     * @param pattern its hours, in its own zone
     * @param people how many people, 1 or more
     */
    record Station(String name, ShiftPattern pattern, int people) {
        /** Refuses a station without a name or without people. */
        public Station {
            if (name.isBlank() || people < 1) {
                throw new IllegalArgumentException("station (" + Shown.of(name) + ", " + people
                        + " people) must have a name and somebody in it\nMaybe leave the station out.");
            }
        }

        /**
         * One person's seat at a place.
         *
         * @param pattern its hours; the station is called as the pattern
         * @return the station
         */
        public static Station of(ShiftPattern pattern) {
            return new Station(pattern.id(), pattern, 1);
        }
    }

    /**
     * A part of the window in which no station changes its clock.
     *
     * @param during from one clock change to the next
     * @param offsets how far the clock of each station is from UTC, by name
     * @param coverage the coverage of that time
     * @param isBetweenChanges whether some stations have changed their clocks and others follow within weeks, so that the stations do not
     *     stand to one another as they do for most of the year
     */
    record Season(Interval during, Map<String, ZoneOffset> offsets, Coverage coverage, boolean isBetweenChanges) {
        /** Copies the offsets. */
        public Season {
            offsets = Collections.unmodifiableMap(new LinkedHashMap<>(offsets));
        }
    }

    /**
     * Keeps a service up from several places.
     *
     * @param stations the places, each with hours in its own zone
     * @return the model
     */
    static CoverageModel followTheSun(Station... stations) {
        return builder().kind(Kind.FOLLOW_THE_SUN).addStations(stations).build();
    }

    /**
     * Keeps a service up from one place.
     *
     * @param stations the shifts, all in one zone
     * @return the model
     * @throws IllegalArgumentException when there are several zones
     */
    static CoverageModel singleSite(Station... stations) {
        return builder().kind(Kind.SINGLE_SITE).addStations(stations).build();
    }

    /**
     * Keeps a service up by people wherever they live.
     *
     * @param stations the people or groups, each with hours in its own zone
     * @return the model
     */
    static CoverageModel distributed(Station... stations) {
        return builder().kind(Kind.DISTRIBUTED).addStations(stations).build();
    }

    /**
     * Lays a requirement against the stations.
     *
     * @param requirement how many people are needed when
     * @param window the window looked at
     * @return the coverage
     */
    default Coverage coverage(Requirement requirement, Interval window) {
        Sweep sweep = new Sweep(window);
        requirement.needs().forEach(need -> sweep.required.add(need.during(), need.people()));
        for (Station station : stations()) {
            for (Shift shift : station.pattern().shifts(window)) {
                shift.pieces().forEach(piece -> sweep.planned.add(piece, station.people()));
            }
        }
        return sweep.coverage();
    }

    /**
     * Looks for times in which nobody is there.
     *
     * @param window the window looked at, such as a year
     * @return the coverage of one person all the time
     */
    default Coverage aroundTheClock(Interval window) {
        return coverage(Requirement.of(window, 1), window);
    }

    /**
     * Lists who hands over to whom: each station that leaves, to the freshest that stays longer, else to the next to come.
     *
     * @param window the window looked at
     * @return the handoffs at the ends of shifts in the window, in order; the overlap is negative where nobody is there in between
     */
    default List<Handoff> handoffs(Interval window) {
        int dates = stations().stream()
                .mapToInt(station -> station.pattern().recurrence() instanceof ShiftPattern.Cycle cycle
                        ? Math.max(7, cycle.dates().size())
                        : 7)
                .max()
                .orElse(7);
        Interval wide = new Interval(
                window.startInclusive().minus(Duration.ofDays(3)),
                window.endExclusive().plus(Duration.ofDays(dates + 1L)));
        List<Handoff.Turn> turns = new ArrayList<>();
        for (Station station : stations()) {
            Subject who = Subject.of("station", station.name());
            for (Shift shift : station.pattern().shifts(wide)) {
                turns.add(new Handoff.Turn(who, shift.interval()));
            }
        }
        return Handoff.among(turns, window);
    }

    /**
     * Splits a window where a station changes its clock.
     *
     * @param requirement how many people are needed when
     * @param window the window looked at, such as a year
     * @return the parts, in order; those with {@link Season#isBetweenChanges} are the weeks in which the clock changes do not match
     */
    default List<Season> seasons(Requirement requirement, Interval window) {
        Set<Instant> changes = new TreeSet<>();
        for (Station station : stations()) {
            Instant at = window.startInclusive();
            while (true) {
                ZoneOffsetTransition change =
                        station.pattern().zone().getRules().nextTransition(at);
                if (change == null || !change.getInstant().isBefore(window.endExclusive())) {
                    break;
                }
                at = change.getInstant();
                changes.add(at);
            }
        }
        List<Instant> edges = new ArrayList<>(List.of(window.startInclusive()));
        edges.addAll(changes);
        edges.add(window.endExclusive());
        List<Season> seasons = new ArrayList<>();
        for (int i = 1; i < edges.size(); i++) {
            Interval during = new Interval(edges.get(i - 1), edges.get(i));
            seasons.add(new Season(
                    during, offsets(during.startInclusive()), coverage(requirement, during), isBetweenChanges(during)));
        }
        return List.copyOf(seasons);
    }

    /** The changes themselves count, in the window or not: a window may begin or end in the weeks between them. */
    private boolean isBetweenChanges(Interval during) {
        Instant last = Instant.MIN;
        Instant next = Instant.MAX;
        int changed = 0;
        for (Station station : stations()) {
            ZoneRules rules = station.pattern().zone().getRules();
            ZoneOffsetTransition before =
                    rules.previousTransition(during.startInclusive().plusNanos(1));
            ZoneOffsetTransition after = rules.nextTransition(during.startInclusive());
            if (before != null && !before.getInstant().isBefore(last)) {
                changed = before.getInstant().equals(last) ? changed + 1 : 1;
                last = before.getInstant();
            }
            if (after != null && after.getInstant().isBefore(next)) {
                next = after.getInstant();
            }
        }
        return changed > 0
                && changed < stations().size()
                && !next.equals(Instant.MAX)
                && Duration.between(last, next).compareTo(SEASON_BETWEEN_CHANGES) < 0;
    }

    private Map<String, ZoneOffset> offsets(Instant at) {
        Map<String, ZoneOffset> offsets = new LinkedHashMap<>();
        stations()
                .forEach(station -> offsets.put(
                        station.name(), station.pattern().zone().getRules().getOffset(at)));
        return offsets;
    }

    /**
     * Refuses what is no model.
     *
     * @throws IllegalArgumentException when there is no station, two have one name, or one site has several zones
     */
    @Value.Check
    default void check() {
        Set<String> names = new HashSet<>();
        stations().forEach(station -> names.add(station.name()));
        if (stations().isEmpty() || names.size() < stations().size()) {
            throw new IllegalArgumentException("stations (" + stations().size()
                    + ") must be at least one, each name once\nMaybe raise the people of a station instead.");
        }
        long zones = stations().stream()
                .map(station -> station.pattern().zone())
                .distinct()
                .count();
        if (kind() == Kind.SINGLE_SITE && zones > 1) {
            throw new IllegalArgumentException(
                    "zones (" + zones + ") of one site must be one\nMaybe it follows the sun.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a model. */
    final class Builder extends ImmutableCoverageModel.Builder {
        Builder() {}
    }
}
