package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.JourneyMap.PainPoint;
import dev.customerservice.roles.plan.JourneyMap.Stage;
import dev.customerservice.roles.plan.JourneyMap.Touchpoint;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.time.LocalDate;
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
