package dev.customerservice.roles.routing;

import static java.util.Comparator.comparing;

import dev.customerservice.domain.party.AgentId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody who may get work, with what is known of each at one instant, and how work weighs on them. */
public final class RoutingTeam {

    private final CapacityPolicy capacityPolicy;
    private final Supplier<List<Candidate>> source;
    private volatile @Nullable List<Candidate> candidates;

    private RoutingTeam(CapacityPolicy capacityPolicy, Supplier<List<Candidate>> source) {
        this.capacityPolicy = capacityPolicy;
        this.source = source;
    }

    private static RoutingTeam of(List<Candidate> sorted, CapacityPolicy capacityPolicy) {
        return new RoutingTeam(capacityPolicy, () -> sorted);
    }

    /** The team on a floor where nothing is handed out any longer; candidates are made when somebody looks at them. */
    static RoutingTeam of(Floor floor, CapacityPolicy capacityPolicy) {
        return new RoutingTeam(
                capacityPolicy,
                () -> Arrays.stream(floor.seats()).map(Seat::view).toList());
    }

    /**
     * Brings candidates together, under {@link CapacityPolicy#standard()}.
     *
     * @param candidates the candidates, each once, in any order
     * @return the team of these
     * @throws IllegalArgumentException when somebody is given twice
     */
    public static RoutingTeam of(Collection<Candidate> candidates) {
        Set<AgentId> seen = new HashSet<>(2 * candidates.size());
        for (Candidate candidate : candidates) {
            if (!seen.add(candidate.agent())) {
                throw new IllegalArgumentException(
                        "candidate (" + candidate.agent().value()
                                + ") must be given once\nMaybe the loads of two systems must be added first.");
            }
        }
        return of(
                candidates.stream()
                        .sorted(comparing(candidate -> candidate.agent().value()))
                        .toList(),
                CapacityPolicy.standard());
    }

    /**
     * Brings candidates together, under {@link CapacityPolicy#standard()}.
     *
     * @param candidates the candidates, each once, in any order
     * @return the team of these
     * @throws IllegalArgumentException when somebody is given twice
     */
    public static RoutingTeam of(Candidate... candidates) {
        return of(List.of(candidates));
    }

    /**
     * Weighs work in another way.
     *
     * @param policy how work weighs
     * @return the same people under that policy
     */
    public RoutingTeam withCapacityPolicy(CapacityPolicy policy) {
        return of(candidates(), policy);
    }

    /** {@return how work weighs} */
    public CapacityPolicy capacityPolicy() {
        return capacityPolicy;
    }

    /** {@return the candidates, sorted by id} */
    public List<Candidate> candidates() {
        List<Candidate> known = candidates;
        if (known == null) {
            known = source.get();
            candidates = known;
        }
        return known;
    }

    /**
     * Finds a candidate.
     *
     * @param agent who is sought
     * @return the candidate; empty when that agent is not in the team
     */
    public Optional<Candidate> find(AgentId agent) {
        return candidates().stream()
                .filter(candidate -> candidate.agent().equals(agent))
                .findFirst();
    }

    /**
     * Says who is on duty, as a roster knows it.
     *
     * @param present those on duty; people who are not in the team do not matter
     * @return the same team with exactly these of it on duty
     */
    public RoutingTeam onDuty(Set<AgentId> present) {
        return of(
                candidates().stream()
                        .map(candidate -> candidate.withOnDuty(present.contains(candidate.agent())))
                        .toList(),
                capacityPolicy);
    }

    /**
     * Books a decision.
     *
     * @param routing who got what
     * @return the team in which that agent holds the work
     * @throws IllegalArgumentException when the agent is not in the team
     */
    public RoutingTeam plus(Routing.Assigned routing) {
        Floor floor = new Floor(this, routing.at());
        Seat seat = floor.find(routing.to());
        if (seat == null) {
            throw new IllegalArgumentException(
                    "agent (" + routing.to().value() + ") must be in the team\nMaybe the decision is of another team.");
        }
        floor.take(seat, floor.demand(routing.work()));
        return floor.team();
    }

    /**
     * Lists who may get a piece of work as far as no policy has looked.
     *
     * @param work the work
     * @param now the instant at which somebody is sought
     * @return everybody on duty ({@code NOT_ON_DUTY}) who has not declined it ({@code DECLINED})
     */
    public Shortlist shortlist(WorkItem work, Instant now) {
        Floor floor = new Floor(this, now);
        return floor.shortlist(floor.demand(work), true);
    }

    /** {@return how evenly work was spread so far} */
    public FairnessAudit fairness() {
        return FairnessAudit.of(candidates());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RoutingTeam that
                && candidates().equals(that.candidates())
                && capacityPolicy.equals(that.capacityPolicy);
    }

    @Override
    public int hashCode() {
        return candidates().hashCode();
    }

    @Override
    public String toString() {
        return "RoutingTeam[people=" + candidates().size() + ", onDuty="
                + candidates().stream().filter(Candidate::onDuty).count() + "]";
    }
}
