package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who may still get a piece of work, and why the others may not.
 *
 * <p>It begins with everybody on duty who has not declined the work ({@link RoutingTeam#shortlist}); a {@link RoutingPolicy} makes it
 * smaller. It never grows, and it never depends on the order in which candidates were given.
 */
public final class Shortlist {

    private final Floor floor;
    private final Demand demand;
    private final List<Seat> kept;
    /** By the place of the seat; null where nobody asks for reasons. */
    private final @Nullable Map<Integer, Reason> dropped;

    private final boolean isOwnerBusy;

    private Shortlist(
            Floor floor, Demand demand, List<Seat> kept, @Nullable Map<Integer, Reason> dropped, boolean isOwnerBusy) {
        this.floor = floor;
        this.demand = demand;
        this.kept = kept;
        this.dropped = dropped;
        this.isOwnerBusy = isOwnerBusy;
    }

    static Shortlist of(Floor floor, Demand demand, boolean explained) {
        List<Seat> kept = new ArrayList<>();
        Map<Integer, Reason> dropped = explained ? new TreeMap<>() : null;
        for (Seat seat : floor.seats()) {
            boolean declined = demand.work().declinedBy().contains(seat.agent());
            if (seat.fixed().onDuty() && !declined) {
                kept.add(seat);
            } else if (dropped != null) {
                dropped.put(seat.place, about(declined ? "DECLINED" : "NOT_ON_DUTY", seat));
            }
        }
        return new Shortlist(floor, demand, kept, dropped, false);
    }

    /** {@return the work that somebody is sought for} */
    public WorkItem work() {
        return demand.work();
    }

    /** {@return the instant at which somebody is sought} */
    public Instant now() {
        return demand.now();
    }

    /** {@return who is left, sorted by id} */
    public List<Candidate> candidates() {
        return kept.stream().map(Seat::view).toList();
    }

    /** {@return whether nobody is left} */
    public boolean isEmpty() {
        return kept.isEmpty();
    }

    /**
     * Finds one of those who are left.
     *
     * @param agent who is sought
     * @return the candidate; empty when that agent is no longer, or never was, on the list
     */
    public Optional<Candidate> find(AgentId agent) {
        return kept.stream()
                .filter(seat -> seat.agent().equals(agent))
                .findFirst()
                .map(Seat::view);
    }

    /** {@return why the others are not on the list, sorted by id; empty where a routing made the list and nobody has asked for reasons} */
    public Map<AgentId, Reason> dropped() {
        Map<AgentId, Reason> reasons = new LinkedHashMap<>();
        if (dropped != null) {
            dropped.forEach((place, reason) -> reasons.put(floor.seats()[place].agent(), reason));
        }
        return Collections.unmodifiableMap(reasons);
    }

    /**
     * Keeps those who pass a test.
     *
     * @param code why the others are dropped, in upper case with underscores
     * @param test the test; its answer depends on the candidate only
     * @return the list of those who pass
     */
    public Shortlist keep(String code, Predicate<Candidate> test) {
        return keep(seat -> test.test(seat.view()), seat -> about(code, seat), false);
    }

    /**
     * Keeps those who come first.
     *
     * @param code why the others are dropped, in upper case with underscores
     * @param key what orders them; the lowest is kept
     * @param <T> what they are compared by
     * @return the list of all who share the lowest key; nobody when nobody was left before
     */
    public <T extends Comparable<? super T>> Shortlist lowest(String code, Function<Candidate, T> key) {
        Optional<T> lowest =
                kept.stream().map(seat -> key.apply(seat.view())).min((one, other) -> one.compareTo(other));
        return lowest.map(least ->
                        keep(seat -> key.apply(seat.view()).compareTo(least) == 0, seat -> about(code, seat), false))
                .orElse(this);
    }

    /**
     * Drops everybody.
     *
     * @param code why, in upper case with underscores
     * @return the empty list
     */
    public Shortlist nobody(String code) {
        return keep(code, candidate -> false);
    }

    Shortlist keep(Predicate<Seat> test, Function<Seat, Reason> reason, boolean mayPass) {
        List<Seat> left = new ArrayList<>(kept.size());
        Map<Integer, Reason> reasons = dropped == null ? null : new TreeMap<>(dropped);
        boolean busy = isOwnerBusy;
        Optional<AgentId> owner = work().owner();
        for (Seat seat : kept) {
            if (test.test(seat)) {
                left.add(seat);
                continue;
            }
            busy |= mayPass && owner.isPresent() && seat.agent().equals(owner.get());
            if (reasons != null) {
                reasons.put(seat.place, reason.apply(seat));
            }
        }
        return new Shortlist(floor, demand, left, reasons, busy);
    }

    /** Where nobody is left here either, who could get the work later by what another list says keeps the reason there. */
    Shortlist remembering(Shortlist other) {
        if (dropped == null || other.dropped == null || !kept.isEmpty()) {
            return this;
        }
        Map<Integer, Reason> reasons = new TreeMap<>(dropped);
        other.dropped.forEach((place, reason) -> {
            Reason here = reasons.get(place);
            if (Routing.Unassigned.isPassing(reason) && here != null && !Routing.Unassigned.isPassing(here)) {
                reasons.put(place, reason);
            }
        });
        return new Shortlist(floor, demand, kept, reasons, isOwnerBusy);
    }

    /** Gives reasons that name no rule a name. */
    Shortlist named(String name, Shortlist before) {
        if (dropped == null) {
            return this;
        }
        Map<Integer, Reason> reasons = new TreeMap<>(dropped);
        reasons.replaceAll((place, reason) ->
                reason.where().isEmpty() && before.kept.stream().anyMatch(seat -> seat.place == place)
                        ? reason.withWhere(name)
                        : reason);
        return new Shortlist(floor, demand, kept, reasons, isOwnerBusy);
    }

    Demand demand() {
        return demand;
    }

    List<Seat> kept() {
        return kept;
    }

    /** Whether the owner was dropped for a reason that passes by itself. */
    boolean isOwnerBusy() {
        return isOwnerBusy;
    }

    static Reason about(String code, Seat seat) {
        return Reason.rule(code).withAbout(Subject.person(seat.agent()));
    }

    @Override
    public String toString() {
        return "Shortlist[work=" + work().id().value() + ", left="
                + kept.stream().map(seat -> seat.agent().value()).toList() + "]";
    }
}
