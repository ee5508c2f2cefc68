package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.JourneyMap.PainPoint;
import dev.customerservice.roles.plan.JourneyMap.Stage;
import dev.customerservice.roles.plan.JourneyMap.Touchpoint;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a rule of plans begins and ends to hold. */
class PlanEdgesTest {

    private static final StretchPolicy BY_RATIO =
            StretchPolicy.ratioToForecast(new BigDecimal("1.1"), new BigDecimal("1.5"));

    @Test
    void everyNameOfAJourneyStandsForOneThing() {
        Stage ask = stage("ask", new Touchpoint("chat", Channel.CHAT), new PainPoint("slow", 2, Optional.of("chat")));
        for (Stage other : List.of(
                stage("ask", new Touchpoint("phone", Channel.PHONE), new PainPoint("dear", 2, Optional.empty())),
                stage("pay", new Touchpoint("chat", Channel.CHAT), new PainPoint("dear", 2, Optional.empty())),
                stage("pay", new Touchpoint("phone", Channel.PHONE), new PainPoint("slow", 2, Optional.empty())),
                stage("pay", new Touchpoint("phone", Channel.PHONE), new PainPoint("dear", 2, Optional.of("chat"))))) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> JourneyMap.builder().addStages(ask, other).build(),
                    other.toString());
        }
        Stage pay =
                stage("pay", new Touchpoint("phone", Channel.PHONE), new PainPoint("dear", 5, Optional.of("phone")));
        assertEquals(
                2, JourneyMap.builder().addStages(ask, pay).build().stages().size());
    }

    @Test
    void aRatioIsAChallengeFromItsLowEndToItsHighEnd() {
        assertEquals(List.of("TOO_EASY"), codes(BY_RATIO.judge(aiming(Unit.COUNT, 100, "109.9"))));
        assertTrue(BY_RATIO.judge(aiming(Unit.COUNT, 100, "110.001")).isMet());
        assertTrue(BY_RATIO.judge(aiming(Unit.COUNT, 100, "149.999")).isMet());
        assertEquals(List.of("NOT_ACHIEVABLE"), codes(BY_RATIO.judge(aiming(Unit.COUNT, 100, "150.1"))));
        Finding nothing = BY_RATIO.judge(aiming(Unit.COUNT, 0, "5"));
        assertTrue(nothing.isUnknown(), "no ratio to nothing");
        assertEquals(List.of("FORECAST_NOT_POSITIVE"), codes(nothing));
        assertEquals(List.of("RATIO_OF_SHARES"), codes(BY_RATIO.judge(aiming(Unit.SHARE, 0, "0.5"))));
    }

    @Test
    void aTargetLiesInTheRangeOfItsUnit() {
        for (String possible : List.of("0.001", "1")) {
            assertTrue(!codes(StretchPolicy.standard().judge(aiming(Unit.SHARE, 0, possible)))
                    .contains("OFF_RANGE"));
            assertTrue(!codes(StretchPolicy.standard().judge(aiming(Unit.SCORE, 0, possible)))
                    .contains("OFF_RANGE"));
        }
        for (Unit unit : List.of(Unit.SHARE, Unit.SCORE)) {
            assertEquals(List.of("OFF_RANGE"), codes(StretchPolicy.standard().judge(aiming(unit, 0, "1.001"))));
        }
    }

    @Test
    void nothingLeftIsATargetToo() {
        for (String target : List.of("0", "0.001")) {
            SmartGoal none = lower(aiming(Unit.COUNT, 100, target));
            assertEquals(List.of("NOT_ACHIEVABLE"), codes(BY_RATIO.judge(none)));
        }
        assertTrue(BY_RATIO.judge(lower(aiming(Unit.COUNT, 110, "100"))).isMet(), "110 : 100 is the least");
        assertTrue(BY_RATIO.judge(lower(aiming(Unit.COUNT, 150, "100"))).isMet(), "150 : 100 is the most");
        assertEquals(List.of("TOO_EASY"), codes(BY_RATIO.judge(lower(aiming(Unit.COUNT, 110, "100.1")))));
        assertEquals(List.of("NOT_ACHIEVABLE"), codes(BY_RATIO.judge(lower(aiming(Unit.COUNT, 150, "99.9")))));
        for (String low : List.of("0", "-1", "1.6")) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> StretchPolicy.ratioToForecast(new BigDecimal(low), new BigDecimal("1.5")));
        }
    }

    @Test
    void aTargetThatWouldNotPassIsNotNamed() {
        Reason still = StretchPolicy.standard()
                .judge(aiming(Unit.COUNT, 100, "110"))
                .reasons()
                .get(0);
        assertEquals("NOT_ACHIEVABLE", still.code());
        assertFalse(still.values().containsKey("highestTarget"), "a figure that never moved gives no target");
        SmartGoal goal = aiming(Unit.COUNT, 0, "200");
        List<BigDecimal> dip = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            dip.add(BigDecimal.valueOf(100 + i));
        }
        dip.add(BigDecimal.valueOf(50));
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        Reason fallen = StretchPolicy.standard()
                .judge(goal.withMeasurable(new SmartGoal.Measurable(
                        figure.kpi(), figure.unit(), figure.direction(), dip, figure.target())))
                .reasons()
                .get(0);
        assertEquals("NOT_ACHIEVABLE", fallen.code());
        assertFalse(fallen.values().containsKey("highestTarget"), "68 is where the line is anyway");
    }

    /** A goal until 15 August that is measured by quarters: after June it is late, not missed. */
    @Test
    void aGoalIsMissedAtItsDeadlineAndNotBefore() {
        SmartGoal august = aiming(Unit.COUNT, 100, "140")
                .withTimeBound(new SmartGoal.TimeBound(
                        LocalDate.of(2025, 12, 31), LocalDate.of(2026, 8, 15), Cadence.each(Cadence.Unit.QUARTER)));
        Detail.Estimate low =
                new Detail.Estimate(new BigDecimal("120"), new BigDecimal("118"), new BigDecimal("122"), 90, "figure");
        assertEquals(
                GoalProgress.State.OFF_TRACK,
                august.progress(LocalDate.of(2026, 6, 30), low).state());
        assertEquals(
                GoalProgress.State.OFF_TRACK,
                august.progress(LocalDate.of(2026, 8, 14), low).state());
        assertEquals(
                GoalProgress.State.MISSED,
                august.progress(LocalDate.of(2026, 8, 15), low).state());
    }

    /** Thirty layers of two steps, each of which needs both before: 2³⁰ paths, 60 steps. */
    @Test
    void manyNeedsAreReadOnce() {
        List<ActionStep> steps = new ArrayList<>();
        for (int layer = 0; layer < 30; layer++) {
            for (String side : List.of("a", "b")) {
                ActionStep step = ActionPlanTest.step(side + layer, 1 + layer / 2, 15 + layer / 2);
                steps.add(layer == 0 ? step : step.withNeeds("a" + (layer - 1), "b" + (layer - 1)));
            }
        }
        ActionPlan plan = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> ActionPlan.builder().id("layers").addAllSteps(steps).build());
        assertEquals(30, plan.criticalPath().size());
        steps.set(0, steps.get(0).withNeeds("b29"));
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class,
                        () -> ActionPlan.builder().id("ring").addAllSteps(steps).build())
                .getMessage());
        assertTrue(message.startsWith("steps (a0 needs b29 needs a28 needs a27"), message);
        assertTrue(message.contains("a1 needs a0) must not need each other in a circle"), message);
    }

    private static SmartGoal lower(SmartGoal goal) {
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        return goal.withMeasurable(new SmartGoal.Measurable(
                figure.kpi(), figure.unit(), Direction.LOWER_IS_BETTER, figure.baseline(), figure.target()));
    }

    private static Stage stage(String id, Touchpoint touchpoint, PainPoint pain) {
        return new Stage(id, List.of("does it"), List.of(touchpoint), List.of(pain));
    }

    /** A figure that stood still for two years, to be changed in one. */
    private static SmartGoal aiming(Unit unit, int figure, String target) {
        List<BigDecimal> still = Collections.nCopies(24, BigDecimal.valueOf(figure));
        return SmartGoal.builder()
                .id("goal")
                .owner(AgentId.of("mara"))
                .achievable(new SmartGoal.Achievable(List.of("past")))
                .measurable(new SmartGoal.Measurable(
                        "figure", unit, Direction.HIGHER_IS_BETTER, still, new BigDecimal(target)))
                .timeBound(new SmartGoal.TimeBound(
                        LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31), Cadence.each(Cadence.Unit.MONTH)))
                .build();
    }

    private static List<String> codes(Finding finding) {
        return finding.reasons().stream().map(Reason::code).toList();
    }
}
