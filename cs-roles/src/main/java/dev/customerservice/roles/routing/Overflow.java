package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.TeamId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Where work goes for which a team finds nobody: a chain in which each team stands once, so that nothing ever goes in circles.
 *
 * <p>A further team is asked when the work has waited long enough, or at once when waiting would not help because nobody of the teams before
 * is refused for want of room. A chain may end without anybody; then {@link Passage#isDeadEnd} says so.
 */
@Value.Immutable
public interface Overflow extends WithOverflow {

    /** {@return the teams in the order in which they are asked, each once} */
    List<Step> steps();

    /**
     * A team that is asked after some time.
     *
     * @param team the team
     * @param after how long work has waited when it is asked, not negative
     */
    record Step(TeamId team, Duration after) {
        /** Refuses a negative time. */
        public Step {
            if (after.isNegative()) {
                throw new IllegalArgumentException(
                        "after (" + after + ") must not be negative\nMaybe zero, for the team that is asked first.");
            }
        }
    }

    /**
     * What became of a piece of work on its way.
     *
     * @param tries the decision of each team that was asked, in that order; only the last may have found somebody
     * @param open the teams that will be asked if it waits on
     */
    record Passage(Map<TeamId, Routing> tries, List<TeamId> open) {
        /** Copies both, keeping the order. */
        public Passage {
            tries = Collections.unmodifiableMap(new LinkedHashMap<>(tries));
            open = List.copyOf(open);
        }

        /** {@return the decision of the last team that was asked} */
        public Routing routing() {
            return List.copyOf(tries.values()).get(tries.size() - 1);
        }

        /** {@return the last team that was asked} */
        public TeamId team() {
            return List.copyOf(tries.keySet()).get(tries.size() - 1);
        }

        /** {@return whether nobody gets it however long it waits: no team is left to ask, and in none is anybody merely busy} */
        public boolean isDeadEnd() {
            return open.isEmpty()
                    && tries.values().stream()
                            .allMatch(routing -> routing instanceof Routing.Unassigned nobody && nobody.isExhausted());
        }
    }

    /**
     * Begins a chain.
     *
     * @param team the team that is asked first
     * @return the chain of that team alone
     */
    static Overflow from(TeamId team) {
        return builder().addSteps(new Step(team, Duration.ZERO)).build();
    }

    /**
     * Goes on with a team.
     *
     * @param team the team, none of those before
     * @param after how long work has waited when it is asked, not less than for the team before
     * @return the longer chain
     * @throws IllegalArgumentException when the team stands in the chain already, or the time is less
     */
    default Overflow then(TeamId team, Duration after) {
        List<Step> longer = new ArrayList<>(steps());
        longer.add(new Step(team, after));
        return withSteps(longer);
    }

    /**
     * Seeks somebody along the chain.
     *
     * @param work the work
     * @param policy what decides in each team
     * @param teams who there is in each team of the chain
     * @param now the instant of the decision
     * @return the decisions of the teams that were asked
     * @throws IllegalArgumentException when a team of the chain is not given
     */
    default Passage route(WorkItem work, RoutingPolicy policy, Map<TeamId, RoutingTeam> teams, Instant now) {
        Map<TeamId, Routing> tries = new LinkedHashMap<>();
        boolean onlyWaitingHelps = false;
        for (int i = 0; i < steps().size(); i++) {
            Step step = steps().get(i);
            boolean due = work.waited(now).compareTo(step.after()) >= 0;
            if (i > 0 && !due && onlyWaitingHelps) {
                return new Passage(
                        tries,
                        steps().subList(i, steps().size()).stream()
                                .map(Step::team)
                                .toList());
            }
            RoutingTeam team = teams.get(step.team());
            if (team == null) {
                throw new IllegalArgumentException("team (" + step.team().value()
                        + ") must be among those given\nMaybe an empty one, when it is closed.");
            }
            Routing routing = policy.route(work, team, now);
            tries.put(step.team(), routing);
            if (routing.isAssigned()) {
                return new Passage(tries, List.of());
            }
            onlyWaitingHelps |= routing instanceof Routing.Unassigned nobody && !nobody.isExhausted();
        }
        return new Passage(tries, List.of());
    }

    /**
     * Refuses a chain that could go in circles.
     *
     * @throws IllegalArgumentException when there is no team, a team stands twice, or a time is less than the one before
     */
    @Value.Check
    default void check() {
        if (steps().isEmpty()) {
            throw new IllegalArgumentException("steps (0) must name a team\nMaybe begin with Overflow.from(team).");
        }
        Set<TeamId> seen = new HashSet<>();
        Duration before = Duration.ZERO;
        for (Step step : steps()) {
            if (!seen.add(step.team())) {
                throw new IllegalArgumentException("team (" + step.team().value()
                        + ") must stand in the chain once\nMaybe it would send work in a circle.");
            }
            if (step.after().compareTo(before) < 0) {
                throw new IllegalArgumentException(
                        "after (" + step.after() + ") of team " + step.team().value() + " must not be less than "
                                + before + "\nMaybe times count from the begin of the waiting, not from step to step.");
            }
            before = step.after();
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the steps. */
    final class Builder extends ImmutableOverflow.Builder {
        Builder() {}
    }
}
