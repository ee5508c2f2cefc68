package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.plan.ActionPlan.State;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Plans keep their order, and goals are judged alike whichever way is up. */
class PlanProperties {

    private static final LocalDate START = LocalDate.of(2026, 4, 1);

    /** What one step needs, as bits, and how long it takes. */
    record Draft(int needs, int length) {}

    @Property(tries = 300)
    void everyStepComesAfterWhatItNeeds(@ForAll("drafts") List<Draft> drafts) {
        ActionPlan plan = plan(drafts);
        Set<String> seen = new HashSet<>();
        for (ActionStep step : plan.order()) {
            assertTrue(seen.containsAll(step.needs()));
            assertTrue(seen.add(step.id()));
        }
        assertEquals(plan.steps().size(), seen.size());
    }

    @Property(tries = 300)
    void noChainIsLongerThanTheCriticalPath(@ForAll("drafts") List<Draft> drafts) {
        ActionPlan plan = plan(drafts);
        long longest = plan.steps().stream()
                .mapToLong(step -> longestTo(step, plan))
                .max()
                .orElse(0);
        List<ActionStep> path = plan.criticalPath();
        assertEquals(longest, path.stream().mapToLong(ActionStep::length).sum());
        for (int i = 1; i < path.size(); i++) {
            assertTrue(path.get(i).needs().contains(path.get(i - 1).id()));
        }
    }

    @Property(tries = 300)
    void finishingAStepMakesNoOtherOverdue(
            @ForAll("drafts") List<Draft> drafts,
            @ForAll @IntRange(min = 0, max = 6) int finished,
            @ForAll @IntRange(min = 0, max = 60) int day) {
        ActionPlan plan = plan(drafts);
        Instant asOf = START.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
        Evidence done = Evidence.of("e", "step.done", asOf, Subject.of("step", "s" + finished));
        Map<String, State> before = states(plan, EvidenceLog.empty(), asOf);
        states(plan, EvidenceLog.of(done), asOf).forEach((step, state) -> {
            if (state == State.OVERDUE || state == State.AT_RISK) {
                assertEquals(before.get(step), state);
            }
        });
    }

    @Property
    void aGoalAndItsMirrorImageAreJudgedAlike(
            @ForAll("figures") List<Integer> baseline,
            @ForAll @IntRange(min = -40, max = 140) int target,
            @ForAll @IntRange(min = -40, max = 140) int measured,
            @ForAll @IntRange(min = 0, max = 30) int reach,
            @ForAll @IntRange(min = 0, max = 200) int day) {
        SmartGoal up = goal(Direction.HIGHER_IS_BETTER, baseline, target, 1);
        SmartGoal down = goal(Direction.LOWER_IS_BETTER, baseline, target, -1);
        LocalDate on = LocalDate.of(2025, 12, 31).plusDays(day);
        assertEquals(
                up.progress(on, estimate(measured, reach, 1)).state(),
                down.progress(on, estimate(measured, reach, -1)).state());
        Finding one = StretchPolicy.standard().judge(up);
        Finding other = StretchPolicy.standard().judge(down);
        assertEquals(
                one.reasons().stream().map(Reason::code).toList(),
                other.reasons().stream().map(Reason::code).toList());
    }

    @Property
    void aBetterFigureNeverGivesAWorseState(
            @ForAll("figures") List<Integer> baseline,
            @ForAll @IntRange(min = 61, max = 140) int target,
            @ForAll @IntRange(min = -40, max = 140) int measured,
            @ForAll @IntRange(min = 0, max = 30) int reach,
            @ForAll @IntRange(min = 0, max = 40) int better,
            @ForAll @IntRange(min = 0, max = 200) int day) {
        SmartGoal goal = goal(Direction.HIGHER_IS_BETTER, baseline, target, 1);
        LocalDate on = LocalDate.of(2025, 12, 31).plusDays(day);
        List<GoalProgress.State> order = List.of(
                GoalProgress.State.REACHED,
                GoalProgress.State.ON_TRACK,
                GoalProgress.State.UNDECIDED,
                GoalProgress.State.OFF_TRACK,
                GoalProgress.State.MISSED,
                GoalProgress.State.NOT_STARTED);
        GoalProgress.State before =
                goal.progress(on, estimate(measured, reach, 1)).state();
        GoalProgress.State after =
                goal.progress(on, estimate(measured + better, reach, 1)).state();
        assertTrue(order.indexOf(after) <= order.indexOf(before));
        GoalProgress.State narrower =
                goal.progress(on, estimate(measured, reach / 2, 1)).state();
        if (before == GoalProgress.State.ON_TRACK) {
            assertTrue(narrower == GoalProgress.State.ON_TRACK || narrower == GoalProgress.State.REACHED);
        }
    }

    private static long longestTo(ActionStep step, ActionPlan plan) {
        return step.length()
                + plan.steps().stream()
                        .filter(other -> step.needs().contains(other.id()))
                        .mapToLong(other -> longestTo(other, plan))
                        .max()
                        .orElse(0);
    }

    private static Map<String, State> states(ActionPlan plan, EvidenceLog log, Instant asOf) {
        Map<String, State> states = new HashMap<>();
        plan.read(log, asOf, ZoneOffset.UTC)
                .forEach(reading -> states.put(reading.step().id(), reading.state()));
        return states;
    }

    /** Steps that need only earlier ones and are due no earlier than these, written in the opposite order. */
    private static ActionPlan plan(List<Draft> drafts) {
        List<ActionStep> steps = new ArrayList<>();
        LocalDate due = START;
        for (int i = 0; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            due = due.plusDays(draft.length() / 2);
            ActionStep.Builder step = ActionStep.builder()
                    .from(ActionPlanTest.step("s" + i, 1, 1))
                    .start(due.minusDays(draft.length()))
                    .due(due);
            for (int need = 0; need < i; need++) {
                if ((draft.needs() >> need) % 2 == 1) {
                    step.addNeeds("s" + need);
                }
            }
            steps.add(0, step.build());
        }
        return ActionPlan.builder().id("any").steps(steps).build();
    }

    private static SmartGoal goal(Direction direction, List<Integer> baseline, int target, int sign) {
        return SmartGoal.builder()
                .id("any")
                .owner(AgentId.of("mara"))
                .measurable(new SmartGoal.Measurable(
                        "points",
                        Unit.POINTS,
                        direction,
                        baseline.stream()
                                .map(figure -> BigDecimal.valueOf((long) figure * sign))
                                .toList(),
                        BigDecimal.valueOf((long) target * sign)))
                .timeBound(new SmartGoal.TimeBound(
                        LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)))
                .achievable(Optional.empty())
                .build();
    }

    private static Detail.Estimate estimate(int value, int reach, int sign) {
        long low = sign > 0 ? value - reach : -(long) (value + reach);
        long high = sign > 0 ? value + reach : -(long) (value - reach);
        return new Detail.Estimate(
                BigDecimal.valueOf((long) value * sign),
                BigDecimal.valueOf(low),
                BigDecimal.valueOf(high),
                9,
                "points");
    }

    @Provide
    Arbitrary<List<Draft>> drafts() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.integers().between(0, 12))
                .as(Draft::new)
                .list()
                .ofMaxSize(7);
    }

    @Provide
    Arbitrary<List<Integer>> figures() {
        return Arbitraries.integers().between(0, 60).list().ofMinSize(10).ofMaxSize(14);
    }
}
