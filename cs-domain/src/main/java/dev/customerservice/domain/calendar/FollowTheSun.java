package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sites that hand work on around the globe: open whenever one of them is, and it tells which of them had the time.
 *
 * <p>The sites have an order. Where several are open at once, the first of them has the time, so that no time is counted
 * twice and the shares of all sites add up to {@link #between}. Each site keeps its own zone. Immutable.
 */
public final class FollowTheSun extends CompiledTime {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // a serializable map
    private final Map<CalendarId, BusinessTime> sites;

    @SuppressWarnings("serial") // a serializable map
    private final Map<CalendarId, CompiledTime> shares;

    /**
     * A stretch of time that one site had.
     *
     * @param site the site
     * @param interval the stretch, never empty
     */
    public record Turn(CalendarId site, Interval interval) {}

    private FollowTheSun(Map<CalendarId, BusinessTime> sites) {
        super(Combination.UNION.hours(List.copyOf(sites.values())));
        this.sites = Collections.unmodifiableMap(sites);
        this.shares = new LinkedHashMap<>();
        List<BusinessTime> earlier = new ArrayList<>();
        sites.forEach((site, time) -> {
            List<BusinessTime> members = new ArrayList<>(List.of(time));
            members.addAll(earlier);
            shares.put(site, CompiledTime.orNever(Combination.DIFFERENCE.hours(members)));
            earlier.add(time);
        });
    }

    /**
     * Lines up calendars in the order in which they take the time.
     *
     * @param sites at least one calendar, each id once
     * @return open time that knows its sites by the ids of the calendars
     * @throws CalendarException if there is no site
     * @throws IllegalArgumentException if two have the same id
     */
    public static FollowTheSun of(BusinessCalendar... sites) {
        Map<CalendarId, BusinessTime> byId = new LinkedHashMap<>();
        for (BusinessCalendar site : sites) {
            add(byId, site.id(), site);
        }
        return new FollowTheSun(byId);
    }

    /**
     * Begins with one site, whatever open time it has.
     *
     * @param site its name
     * @param time its open time
     * @return open time that knows this site only
     */
    public static FollowTheSun of(CalendarId site, BusinessTime time) {
        return new FollowTheSun(Map.of(site, time));
    }

    /**
     * Adds a site that takes what no site before it takes.
     *
     * @param site its name, new among the sites
     * @param time its open time
     * @return the sites with this one as the last
     * @throws IllegalArgumentException if there is a site of that name
     */
    public FollowTheSun with(CalendarId site, BusinessTime time) {
        Map<CalendarId, BusinessTime> more = new LinkedHashMap<>(sites);
        add(more, site, time);
        return new FollowTheSun(more);
    }

    private static void add(Map<CalendarId, BusinessTime> sites, CalendarId site, BusinessTime time) {
        if (sites.putIfAbsent(site, time) != null) {
            throw new IllegalArgumentException("The id (" + site
                    + ") of a site must occur once.\nMaybe one calendar was named twice, or copied without a new id.");
        }
    }

    /** {@return the open time of each site, in their order} */
    public Map<CalendarId, BusinessTime> sites() {
        return sites;
    }

    /**
     * Looks up who has the time.
     *
     * @param at the instant
     * @return the first site that is open then, or empty if none is
     */
    public Optional<CalendarId> siteAt(Instant at) {
        return sites.entrySet().stream()
                .filter(site -> site.getValue().isOpen(at))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * Splits open time by site; it costs the same for an hour and for ten years.
     *
     * @param startInclusive the start
     * @param endExclusive the end, not before the start
     * @return the time that each site had, in the order of the sites, zero included; together exactly {@link #between}
     * @throws IllegalArgumentException if the end lies before the start
     */
    public Map<CalendarId, Duration> shares(Instant startInclusive, Instant endExclusive) {
        Map<CalendarId, Duration> had = new LinkedHashMap<>();
        shares.forEach((site, share) -> had.put(site, share.between(startInclusive, endExclusive)));
        return Collections.unmodifiableMap(had);
    }

    /**
     * Lists who had the time when.
     *
     * @param window the window
     * @return the turns in ascending order; together they are exactly {@link #openIntervals}
     */
    public List<Turn> turns(Interval window) {
        List<Turn> turns = new ArrayList<>();
        shares.forEach((site, share) ->
                share.openIntervals(window).intervals().forEach(interval -> turns.add(new Turn(site, interval))));
        turns.sort(Comparator.comparing(turn -> turn.interval().startInclusive()));
        return List.copyOf(turns);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FollowTheSun sun
                && List.copyOf(sites.entrySet()).equals(List.copyOf(sun.sites.entrySet()));
    }

    @Override
    public int hashCode() {
        return sites.hashCode();
    }

    /** {@return the sites in their order} */
    @Override
    public String toString() {
        return sites.keySet().toString();
    }
}
