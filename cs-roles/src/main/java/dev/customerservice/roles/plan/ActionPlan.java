package dev.customerservice.roles.plan;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * Steps that need each other, without a circle.
 *
 * <p>Laws: {@link #order()} puts every step after those it needs; no chain of steps is longer than {@link #criticalPath()}; finishing
 * a step never makes another overdue.
 */
@Value.Immutable
public interface ActionPlan extends WithActionPlan {

    /** {@return the name by which evidence refers to it} */
    String id();

    /** {@return the steps, each id once, in the order in which they were written} */
    List<ActionStep> steps();

    /** Where a step stands. */
    enum State {
        /** Its success is shown. */
        DONE,
        /** Its due date has passed. */
        OVERDUE,
        /** A step it needs is so late that its own start is delayed. */
        AT_RISK,
        /** A step it needs is not done. */
        BLOCKED,
        /** A team that it affects has not agreed yet. */
        WAITING_FOR_SIGN_OFF,
        /** Work can begin or go on. */
        READY
    }

    /**
     * A step as of an instant.
     *
     * @param step the step
     * @param state where it stands
     * @param reasons why: the steps and teams it waits for, and what its success still lacks
     */
    record StepReading(ActionStep step, State state, List<Reason> reasons) {
        /** Copies the reasons. */
        public StepReading {
            reasons = List.copyOf(reasons);
        }
    }

    /** {@return the steps such that each comes after those it needs; otherwise in the order in which they were written} */
    default List<ActionStep> order() {
        Map<String, ActionStep> placed = new LinkedHashMap<>();
        List<ActionStep> open = new ArrayList<>(steps());
        while (!open.isEmpty()) {
            ActionStep next = open.stream()
                    .filter(step -> placed.keySet().containsAll(step.needs()))
                    .findFirst()
                    .orElseThrow();
            placed.put(next.id(), next);
            open.remove(next);
        }
        return List.copyOf(placed.values());
    }

    /**
     * Finds the chain of steps that need each other and together take the most days.
     *
     * @return the chain from its first step to its last; empty for a plan without steps
     */
    default List<ActionStep> criticalPath() {
        Map<String, List<ActionStep>> longest = new HashMap<>();
        List<ActionStep> path = List.of();
        for (ActionStep step : order()) {
            List<ActionStep> before = step.needs().stream()
                    .sorted()
                    .map(need -> longest.getOrDefault(need, List.of()))
                    .max(Comparator.comparingLong(ActionPlan::days))
                    .orElse(List.of());
            List<ActionStep> chain = new ArrayList<>(before);
            chain.add(step);
            longest.put(step.id(), chain);
            path = days(chain) > days(path) ? chain : path;
        }
        return List.copyOf(path);
    }

    private static long days(List<ActionStep> chain) {
        return chain.stream().mapToLong(ActionStep::length).sum();
    }

    /** {@return the steps by impact / effort, the largest first; equal ones in the order in which they were written} */
    default List<ActionStep> byImpact() {
        return steps().stream()
                .sorted(Comparator.comparing(ActionStep::worth).reversed())
                .toList();
    }

    /**
     * Reads where each step stands.
     *
     * <p>A team agrees by evidence of kind {@code alignment.signed} about the team and either the step or this plan.
     *
     * @param log what has happened
     * @param asOf the instant of reading
     * @param zone the zone of the dates
     * @return the steps in {@link #order()}
     */
    default List<StepReading> read(EvidenceLog log, Instant asOf, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(asOf, zone);
        EvidenceLog known = log.asOf(asOf);
        Map<String, Long> delays = new HashMap<>();
        Set<String> done = new LinkedHashSet<>();
        List<StepReading> readings = new ArrayList<>();
        for (ActionStep step : order()) {
            Optional<String> late = step.needs().stream()
                    .sorted()
                    .filter(need -> delayTo(step, need, delays) > 0)
                    .findFirst();
            long inherited = step.needs().stream()
                    .mapToLong(need -> delayTo(step, need, delays))
                    .max()
                    .orElse(0);
            var success = step.success().test(known, Subject.of("step", step.id()), asOf);
            boolean overdue = today.isAfter(step.due());
            List<Reason> reasons = new ArrayList<>(success.reasons());
            step.needs().stream()
                    .filter(need -> !done.contains(need))
                    .sorted()
                    .forEach(need -> reasons.add(reason("STEP_NOT_DONE", step).withWhere(need)));
            boolean blocked = step.needs().stream().anyMatch(need -> !done.contains(need));
            List<TeamId> unsigned = unsigned(step, known);
            unsigned.forEach(team -> reasons.add(
                    Reason.rule("NOT_SIGNED").withAbout(Subject.team(team)).withWhere(step.id())));
            late.ifPresent(need -> reasons.add(
                    reason("DELAYED", step).withWhere(need).withValue("by", Detail.count(inherited, "dates"))));
            if (success.isMet()) {
                done.add(step.id());
                delays.put(step.id(), 0L);
                readings.add(new StepReading(step, State.DONE, List.of()));
                continue;
            }
            delays.put(step.id(), Math.max(inherited, overdue ? ChronoUnit.DAYS.between(step.due(), today) : 0));
            State state;
            if (overdue) {
                state = State.OVERDUE;
            } else if (inherited > 0) {
                state = State.AT_RISK;
            } else if (blocked) {
                state = State.BLOCKED;
            } else {
                state = unsigned.isEmpty() ? State.READY : State.WAITING_FOR_SIGN_OFF;
            }
            readings.add(new StepReading(step, state, reasons));
        }
        return List.copyOf(readings);
    }

    /** How many dates a step that is needed delays another beyond the slack between the two. */
    private long delayTo(ActionStep step, String need, Map<String, Long> delays) {
        long slack = ChronoUnit.DAYS.between(step(need).due(), step.start()) - 1;
        return Math.max(0, delays.getOrDefault(need, 0L) - Math.max(0, slack));
    }

    private List<TeamId> unsigned(ActionStep step, EvidenceLog log) {
        return step.affects().stream()
                .filter(team -> log.about(Subject.team(team)).of("alignment.signed").stream()
                        .noneMatch(signed -> signed.about().contains(Subject.of("step", step.id()))
                                || signed.about().contains(Subject.of("plan", id()))))
                .sorted(Comparator.comparing(TeamId::value))
                .toList();
    }

    private ActionStep step(String id) {
        return steps().stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    private static Reason reason(String code, ActionStep step) {
        return Reason.rule(code).withAbout(Subject.of("step", step.id()));
    }

    /**
     * Refuses a plan that cannot be carried out in any order.
     *
     * @throws IllegalArgumentException when an id is given twice, a step needs one that is not there, steps need each other in a
     *     circle, or a step is due before one that it needs
     */
    @Value.Check
    default void check() {
        Map<String, ActionStep> byId = new LinkedHashMap<>();
        for (ActionStep step : steps()) {
            if (byId.put(step.id(), step) != null) {
                throw new IllegalArgumentException(
                        "step (" + step.id() + ") must be in the plan once\nMaybe number the steps.");
            }
        }
        Set<String> clear = new HashSet<>();
        for (ActionStep step : steps()) {
            requireNoCircle(step, new ArrayList<>(), clear, byId);
            for (String need : step.needs()) {
                ActionStep needed = byId.get(need);
                if (needed == null) {
                    throw new IllegalArgumentException("step (" + need + ") needed by " + step.id()
                            + " must be in the plan\nMaybe one of " + byId.keySet() + "?");
                }
                if (step.due().isBefore(needed.due())) {
                    throw new IllegalArgumentException("due (" + step.due() + ") of step " + step.id()
                            + " must not be before that of " + need + ", which it needs (" + needed.due()
                            + ")\nMaybe the two steps are swapped.");
                }
            }
        }
    }

    private static void requireNoCircle(
            ActionStep step, List<String> path, Set<String> clear, Map<String, ActionStep> byId) {
        int seen = path.indexOf(step.id());
        path.add(step.id());
        if (seen >= 0) {
            throw new IllegalArgumentException("steps (" + String.join(" needs ", path.subList(seen, path.size()))
                    + ") must not need each other in a circle\nMaybe split one of them.");
        }
        for (String need : new TreeSet<>(step.needs())) {
            ActionStep needed = byId.get(need);
            if (needed != null && !clear.contains(need)) {
                requireNoCircle(needed, path, clear, byId);
            }
        }
        path.remove(path.size() - 1);
        clear.add(step.id());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the steps of a plan. */
    final class Builder extends ImmutableActionPlan.Builder {
        Builder() {}
    }
}
