package dev.customerservice.roles.plan;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** How work is done between teams: who hands what to whom, on which trigger and within which time, and where it may end. */
@Value.Immutable
public interface Toolkit extends WithToolkit {

    /** {@return the hand-overs, in the order of preference where one trigger has several} */
    List<Handoff> handoffs();

    /** {@return the teams where work may come to its end} */
    Set<TeamId> ends();

    /** {@return what must lead to a hand-over somewhere} */
    Set<String> triggers();

    /** {@return the department of each team; teams without one are left out of what departments are asked} */
    Map<TeamId, String> departments();

    /**
     * One hand-over.
     *
     * @param from who hands over
     * @param to who takes over
     * @param trigger what makes it happen, lower-case words joined by hyphens
     * @param within how long it may take, longer than zero
     * @param payload what is handed over with it
     * @param rank the order among hand-overs of the same trigger: 1 is tried first
     */
    record Handoff(TeamId from, TeamId to, String trigger, Duration within, Set<String> payload, int rank) {
        /** Refuses a hand-over to oneself, without time or without a rank. */
        public Handoff {
            if (from.equals(to)) {
                throw new IllegalArgumentException("handoff (" + Shown.of(trigger) + ") of " + from.value()
                        + " must go to another team\nMaybe it is an escalation inside the team.");
            }
            if (within.isNegative() || within.isZero() || rank < 1) {
                throw new IllegalArgumentException("handoff (" + Shown.of(trigger) + ", within " + within + ", rank "
                        + rank + ") must have a time longer than zero and a rank from 1\nMaybe PT4H and 1?");
            }
            payload = Set.copyOf(payload);
        }

        /**
         * Hands over, first in rank and without payload.
         *
         * @param from who hands over
         * @param to who takes over
         * @param trigger what makes it happen
         * @param within how long it may take
         * @return the hand-over
         */
        public static Handoff of(TeamId from, TeamId to, String trigger, Duration within) {
            return new Handoff(from, to, trigger, within, Set.of(), 1);
        }
    }

    /**
     * Looks for work that would get lost.
     *
     * @return {@code DEAD_END} for a team that takes work over and can neither end it nor hand it on; {@code CYCLE_WITHOUT_EXIT}
     *     once for teams that only hand work around; {@code TRIGGER_UNCOVERED}; {@code TWO_TARGETS} for a trigger that sends the work
     *     of one team to two in the same rank; empty when nothing gets lost
     */
    default List<Reason> problems() {
        List<Reason> problems = new ArrayList<>();
        Set<TeamId> stuck = new LinkedHashSet<>();
        handoffs().stream()
                .flatMap(handoff -> Stream.of(handoff.from(), handoff.to()))
                .filter(team -> reachable(team).stream().noneMatch(ends()::contains))
                .forEach(stuck::add);
        Set<TeamId> told = new HashSet<>();
        for (TeamId team : stuck) {
            Set<TeamId> ring = new LinkedHashSet<>(reachable(team));
            ring.removeIf(other -> !reachable(other).contains(team));
            if (ring.size() == 1 && reachable(team).size() == 1) {
                problems.add(Reason.rule("DEAD_END").withAbout(Subject.team(team)));
            } else if (ring.size() > 1 && ring.containsAll(reachable(team)) && told.add(team)) {
                told.addAll(ring);
                problems.add(Reason.rule("CYCLE_WITHOUT_EXIT")
                        .withAbout(Subject.team(team))
                        .withValue("teams", new Detail.Text(names(ring))));
            }
        }
        Set<String> covered = handoffs().stream().map(Handoff::trigger).collect(Collectors.toSet());
        for (String trigger : new TreeSet<>(triggers())) {
            if (!covered.contains(trigger)) {
                problems.add(Reason.rule("TRIGGER_UNCOVERED").withAbout(Subject.of("trigger", trigger)));
            }
        }
        Set<List<Object>> seen = new HashSet<>();
        for (Handoff handoff : handoffs()) {
            if (!seen.add(List.of(handoff.from(), handoff.trigger(), handoff.rank()))) {
                problems.add(Reason.rule("TWO_TARGETS")
                        .withAbout(Subject.team(handoff.from()))
                        .withWhere(handoff.trigger()));
            }
        }
        return List.copyOf(problems);
    }

    /**
     * Follows one trigger from team to team.
     *
     * @param trigger the trigger
     * @param from the team that has the work
     * @return the teams in order, beginning with {@code from}; it stops where the trigger has no further hand-over, and before a team
     *     that had the work already
     */
    default List<TeamId> path(String trigger, TeamId from) {
        Set<TeamId> path = new LinkedHashSet<>();
        Optional<TeamId> next = Optional.of(from);
        while (next.isPresent() && path.add(next.get())) {
            TeamId here = next.get();
            next = handoffs().stream()
                    .filter(handoff ->
                            handoff.from().equals(here) && handoff.trigger().equals(trigger))
                    .min(Comparator.comparingInt(Handoff::rank))
                    .map(Handoff::to);
        }
        return List.copyOf(path);
    }

    /** {@return each pair of departments between which work is handed over, sorted; these need a liaison} */
    default List<List<String>> departmentPairs() {
        return handoffs().stream()
                .map(handoff -> new TreeSet<>(Stream.of(handoff.from(), handoff.to())
                        .flatMap(team -> Optional.ofNullable(departments().get(team)).stream())
                        .toList()))
                .filter(pair -> pair.size() == 2)
                .map(pair -> List.copyOf(pair))
                .distinct()
                .sorted(Comparator.comparing(pair -> String.join("\n", pair)))
                .toList();
    }

    private Set<TeamId> reachable(TeamId team) {
        Set<TeamId> reached = new LinkedHashSet<>(Set.of(team));
        Deque<TeamId> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            TeamId here = open.remove();
            handoffs().stream()
                    .filter(handoff -> handoff.from().equals(here) && reached.add(handoff.to()))
                    .forEach(handoff -> open.add(handoff.to()));
        }
        return reached;
    }

    private static String names(Set<TeamId> teams) {
        return teams.stream().map(TeamId::value).sorted().collect(Collectors.joining(", "));
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the hand-overs of a toolkit. */
    final class Builder extends ImmutableToolkit.Builder {
        Builder() {}
    }
}
