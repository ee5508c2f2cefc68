package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.KpiDefinition;
import dev.customerservice.metrics.kpi.TicketKpis;
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
import java.util.Set;
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

    @Test
    void aBlankFacetIsAMissingOne() {
        SmartGoal goal = aiming(Unit.COUNT, 100, "140")
                .withSpecific(new SmartGoal.Specific(" ", "Somewhere."))
                .withAchievable(new SmartGoal.Achievable(List.of()))
                .withRelevant("");
        assertEquals(
                List.of("SPECIFIC", "ACHIEVABLE", "RELEVANT"),
                goal.problems().stream().map(Reason::where).toList());
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        SmartGoal without = goal.withMeasurable(
                new SmartGoal.Measurable(figure.kpi(), figure.unit(), figure.direction(), List.of(), figure.target()));
        assertTrue(without.problems().stream().anyMatch(each -> each.where().equals("MEASURABLE")));
        LocalDate june = LocalDate.of(2026, 6, 30);
        assertEquals(Optional.empty(), without.expected(june), "no baseline, no line");
        SmartGoal endless = goal.withTimeBound(
                new SmartGoal.TimeBound(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 12, 31), Cadence.once()));
        assertEquals(Optional.empty(), endless.expected(june), "nothing to measure, no line");
        assertTrue(StretchPolicy.standard().judge(endless).isUnknown());
        assertEquals(Optional.empty(), goal.withMeasurable(Optional.empty()).expected(june));
        assertEquals(0, new BigDecimal("120").compareTo(goal.expected(june).orElseThrow()), "half-way");
    }

    @Test
    void aFacetMayTakeItsMeasure() {
        KpiDefinition kpi = TicketKpis.firstContactResolution().definition();
        SmartGoal.Measurable facet = SmartGoal.Measurable.of(kpi, List.of(BigDecimal.ONE), BigDecimal.TEN);
        assertEquals(kpi.id(), facet.kpi());
        assertEquals(kpi.unit(), facet.unit());
        assertEquals(kpi.direction(), facet.direction());
        assertEquals(List.of(BigDecimal.ONE), facet.baseline());
        assertEquals(BigDecimal.TEN, facet.target());
    }

    @Test
    void moneyAndPointsHaveNoRange() {
        for (Unit unit : List.of(Unit.MONEY, Unit.POINTS)) {
            assertFalse(
                    codes(StretchPolicy.standard().judge(aiming(unit, 0, "-5"))).contains("OFF_RANGE"));
        }
        for (Unit unit : List.of(Unit.COUNT, Unit.RATE, Unit.DURATION)) {
            assertEquals(List.of("OFF_RANGE"), codes(StretchPolicy.standard().judge(aiming(unit, 0, "-5"))));
            assertFalse(codes(StretchPolicy.standard().judge(lower(aiming(unit, 5, "0"))))
                    .contains("OFF_RANGE"));
        }
    }

    @Test
    void aStageHasANameAndSomethingInIt() {
        assertThrows(IllegalArgumentException.class, () -> new Stage(" ", List.of("asks"), List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Stage("ask", List.of(), List.of(), List.of()));
        assertEquals(
                1,
                new Stage("ask", List.of(), List.of(new Touchpoint("chat", Channel.CHAT)), List.of())
                        .touchpoints()
                        .size());
    }

    @Test
    void theLatestVersionIsInForceHoweverTheyAreWritten() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        ServicePlan.Document first = new ServicePlan.Document(ServicePlan.DocumentKind.VISION, "Vision", "1", march);
        ServicePlan.Document second =
                new ServicePlan.Document(ServicePlan.DocumentKind.VISION, "Vision", "2", march.plusDays(9));
        for (List<ServicePlan.Document> written : List.of(List.of(first, second), List.of(second, first))) {
            ServicePlan plan =
                    ServicePlan.builder().id("p").addAllDocuments(written).build();
            assertEquals(List.of(second), plan.inForce(ServicePlan.DocumentKind.VISION, march.plusDays(9)));
            assertEquals(List.of(first), plan.inForce(ServicePlan.DocumentKind.VISION, march.plusDays(8)));
        }
    }

    @Test
    void aGoalAndAnObjectiveHaveNamesOfTheirOwn() {
        ServicePlan plan = ServicePlan.builder()
                .id("p")
                .addObjectives(new ServicePlan.Objective("loyalty", "Customers stay"))
                .build();
        assertEquals("service-plan-nine-steps", plan.template());
        assertThrows(
                IllegalArgumentException.class,
                () -> plan.withObjectives(
                        new ServicePlan.Objective("loyalty", "Customers stay"),
                        new ServicePlan.Objective("loyalty", "Customers come again")));
        SmartGoal goal = aiming(Unit.COUNT, 100, "140");
        assertThrows(IllegalArgumentException.class, () -> plan.withGoals(goal, goal));
    }

    @Test
    void aGoalInADrawingThatIsNotThereYetIsNotLost() {
        ServicePlan plan = ServicePlan.builder()
                .id("p")
                .addGoals(aiming(Unit.COUNT, 100, "140").withSpecific(new SmartGoal.Specific("ask", "Asked.")))
                .design(ServiceDesignMap.builder().build())
                .build();
        assertFalse(plan.problems(Set.of("figure")).toString().contains("AREA_UNKNOWN"), "the journey is missing");
    }

    /** a and b hand work to each other and on to c, which ends it nowhere: only c is the dead end. */
    @Test
    void aRingWithAWayOutToADeadEndIsNoRing() {
        TeamId a = TeamId.of("a");
        TeamId b = TeamId.of("b");
        TeamId c = TeamId.of("c");
        TeamId d = TeamId.of("d");
        Duration hour = Duration.ofHours(1);
        Toolkit toolkit = Toolkit.builder()
                .addHandoffs(
                        Toolkit.Handoff.of(a, b, "x", hour),
                        Toolkit.Handoff.of(b, a, "x", hour),
                        Toolkit.Handoff.of(b, c, "y", hour))
                .putDepartment(a, "two")
                .putDepartment(b, "one")
                .putDepartment(c, "three")
                .build();
        assertEquals(
                List.of("DEAD_END about team:c"),
                toolkit.problems().stream().map(Reason::toString).toList());
        assertEquals(List.of(List.of("one", "three"), List.of("one", "two")), toolkit.departmentPairs(), "in order");
        Toolkit two = toolkit.withHandoffs(
                Toolkit.Handoff.of(a, b, "x", hour),
                Toolkit.Handoff.of(b, a, "x", hour),
                Toolkit.Handoff.of(c, d, "x", hour),
                Toolkit.Handoff.of(d, c, "x", hour));
        assertEquals(
                List.of(
                        "CYCLE_WITHOUT_EXIT about team:a: teams = a, b",
                        "CYCLE_WITHOUT_EXIT about team:c: teams = c, d"),
                two.problems().stream().map(Reason::toString).toList());
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
