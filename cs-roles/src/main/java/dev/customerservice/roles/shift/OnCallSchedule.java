package dev.customerservice.roles.shift;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Who is on call in a role: layers of rotations, times arranged by hand, and overrides on top of both.
 *
 * <p>Where several layers have somebody, the last of them counts. A time arranged by hand stands in place of all layers; overrides then add,
 * remove or replace people, one after another. It is an {@link OnDuty}, so an escalation ladder skips the role where nobody is on call.
 */
@Value.Immutable
public interface OnCallSchedule extends OnDuty, WithOnCallSchedule {

    /** {@return the role whose holders are on call} */
    RoleId role();

    /** {@return the layers, the last of which counts where several have somebody} */
    List<Layer> layers();

    /** {@return the times arranged by hand; where two overlap the last counts} */
    List<Arranged> arranged();

    /** {@return the overrides, in the order in which they take effect} */
    List<Change> overrides();

    /**
     * A rotation, in part of the time or all of it.
     *
     * @param rotation who takes turns
     * @param hours when it counts; empty for always
     */
    record Layer(Rotation rotation, Optional<BusinessTime> hours) {}

    /**
     * A time for which the rotations do not count.
     *
     * @param during when
     * @param people who is on call instead, possibly nobody
     */
    record Arranged(Interval during, Set<AgentId> people) {
        /** Copies the people. */
        public Arranged {
            people = sorted(people);
        }
    }

    /**
     * A change to whoever is on call.
     *
     * @param during when
     * @param leaves who is not on call; empty when nobody leaves
     * @param comes who is on call: at any rate when nobody leaves, else in place of whoever leaves, if that person was on call
     */
    record Change(Interval during, Optional<AgentId> leaves, Optional<AgentId> comes) {
        /** Refuses an override that changes nothing. */
        public Change {
            if (leaves.equals(comes)) {
                throw new IllegalArgumentException(
                        "override (" + leaves.map(AgentId::value).orElse("nobody")
                                + ") must change who is on call\nMaybe somebody else was meant to come.");
            }
        }

        /**
         * Adds somebody.
         *
         * @param during when
         * @param person who is on call too
         * @return the override
         */
        public static Change add(Interval during, AgentId person) {
            return new Change(during, Optional.empty(), Optional.of(person));
        }

        /**
         * Takes somebody off.
         *
         * @param during when
         * @param person who is not on call
         * @return the override
         */
        public static Change remove(Interval during, AgentId person) {
            return new Change(during, Optional.of(person), Optional.empty());
        }

        /**
         * Lets one stand in for another.
         *
         * @param during when
         * @param leaves who is not on call
         * @param comes who is instead, where the first would have been
         * @return the override
         */
        public static Change replace(Interval during, AgentId leaves, AgentId comes) {
            return new Change(during, Optional.of(leaves), Optional.of(comes));
        }
    }

    /**
     * A time in which the same people are on call.
     *
     * @param during when, as long as it lasts
     * @param people who, sorted by id; nobody in a gap
     */
    record Watch(Interval during, Set<AgentId> people) {
        /** Copies the people. */
        public Watch {
            people = sorted(people);
        }
    }

    /**
     * A schedule of one rotation around the clock.
     *
     * @param role the role
     * @param rotation who takes turns
     * @return the schedule
     */
    static OnCallSchedule of(RoleId role, Rotation rotation) {
        return builder()
                .role(role)
                .addLayer(new Layer(rotation, Optional.empty()))
                .build();
    }

    /**
     * Joins the schedules of several roles.
     *
     * @param schedules the schedules; of one role the people of all are on call
     * @return who is on call in any of them
     */
    static OnDuty all(Collection<OnCallSchedule> schedules) {
        List<OnCallSchedule> copy = List.copyOf(schedules);
        return (role, at) -> {
            Set<AgentId> found = new TreeSet<>(Comparator.comparing(AgentId::value));
            copy.forEach(schedule -> found.addAll(schedule.agents(role, at)));
            return Collections.unmodifiableSet(found);
        };
    }

    /**
     * Looks for instants at which an escalation would reach nobody, before it is put to use.
     *
     * @param schedules the schedules of all roles it climbs
     * @param window the window looked at
     * @return the instants at which nobody is on call in any of them
     */
    static IntervalSet unreachable(Collection<OnCallSchedule> schedules, Interval window) {
        IntervalSet open = IntervalSet.of(window);
        for (OnCallSchedule schedule : schedules) {
            open = open.intersection(schedule.gaps(window));
        }
        return open;
    }

    @Override
    default Set<AgentId> agents(RoleId role, Instant at) {
        return role.equals(role()) ? onCallAt(at) : Set.of();
    }

    /**
     * Finds who is on call.
     *
     * @param at the instant
     * @return the people, sorted by id; empty in a gap
     */
    default Set<AgentId> onCallAt(Instant at) {
        Set<AgentId> found = new TreeSet<>(Comparator.comparing(AgentId::value));
        found.addAll(byHand(at).orElseGet(() -> byRotation(at)));
        for (Change change : overrides()) {
            if (change.during().contains(at)) {
                boolean left = change.leaves().map(found::remove).orElse(true);
                change.comes().filter(person -> left).ifPresent(found::add);
            }
        }
        return Collections.unmodifiableSet(found);
    }

    private Optional<Set<AgentId>> byHand(Instant at) {
        return arranged().stream()
                .filter(each -> each.during().contains(at))
                .reduce((earlier, later) -> later)
                .map(Arranged::people);
    }

    private Set<AgentId> byRotation(Instant at) {
        return layers().stream()
                .filter(layer -> layer.hours().map(hours -> hours.isOpen(at)).orElse(true))
                .reduce((lower, upper) -> upper)
                .map(layer -> Set.of(layer.rotation().turnAt(at).person()))
                .orElse(Set.of());
    }

    /**
     * Lists who is on call over time.
     *
     * @param window the window looked at
     * @return the times in order, without a break; neighbours differ in their people
     */
    default List<Watch> watches(Interval window) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(window.startInclusive(), window.endExclusive()));
        for (Layer layer : layers()) {
            layer.rotation()
                    .turns(window)
                    .forEach(turn -> edges.add(turn.during().startInclusive()));
            layer.hours()
                    .ifPresent(hours -> hours.openIntervals(window).intervals().forEach(open -> addEdges(edges, open)));
        }
        arranged().forEach(each -> addEdges(edges, each.during()));
        overrides().forEach(each -> addEdges(edges, each.during()));
        List<Watch> watches = new ArrayList<>();
        Instant from = window.startInclusive();
        for (Instant edge : edges.subSet(window.startInclusive(), false, window.endExclusive(), true)) {
            Set<AgentId> people = onCallAt(from);
            int last = watches.size() - 1;
            if (last >= 0 && watches.get(last).people().equals(people)) {
                watches.set(
                        last, new Watch(new Interval(watches.get(last).during().startInclusive(), edge), people));
            } else {
                watches.add(new Watch(new Interval(from, edge), people));
            }
            from = edge;
        }
        return List.copyOf(watches);
    }

    private static void addEdges(Set<Instant> edges, Interval interval) {
        edges.add(interval.startInclusive());
        edges.add(interval.endExclusive());
    }

    /**
     * Finds when nobody is on call.
     *
     * @param window the window looked at
     * @return the instants without anybody
     */
    default IntervalSet gaps(Interval window) {
        return IntervalSet.of(watches(window).stream()
                .filter(watch -> watch.people().isEmpty())
                .map(Watch::during)
                .toList());
    }

    private static Set<AgentId> sorted(Set<AgentId> people) {
        Set<AgentId> copy = new TreeSet<>(Comparator.comparing(AgentId::value));
        copy.addAll(people);
        return Collections.unmodifiableSet(copy);
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a schedule. */
    final class Builder extends ImmutableOnCallSchedule.Builder {
        Builder() {}
    }
}
