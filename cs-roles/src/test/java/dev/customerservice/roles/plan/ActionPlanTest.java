package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.plan.ActionPlan.State;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Steps in order, the chain that decides, and what a late step does to those after it. */
class ActionPlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final TeamId IT = TeamId.of("it");
    private static final ActionStep ARTICLES = step("articles", 1, 10);
    private static final ActionStep BOT =
            step("bot", 13, 20).withNeeds("articles").withAffects(IT);
    private static final ActionStep TRAINING = step("training", 5, 8);
    private static final ActionStep LAUNCH = step("launch", 21, 25).withNeeds("bot", "training");
    private static final ActionPlan PLAN = ActionPlan.builder()
            .id("spring")
            .addSteps(LAUNCH, BOT, ARTICLES, TRAINING)
            .build();

    @Test
    @Tag("S0-56")
    void stepsComeAfterWhatTheyNeed() {
        assertEquals(List.of("articles", "bot", "training", "launch"), ids(PLAN.order()));
        assertEquals(List.of("articles", "bot", "launch"), ids(PLAN.criticalPath()), "10 + 8 + 5 days");
        assertEquals(List.of(), PLAN.withSteps().criticalPath());
        assertEquals(10, ARTICLES.length());
    }

    @Test
    @Tag("S0-56")
    void aCircleIsRefusedWithItsPath() {
        IllegalArgumentException circle = assertThrows(
                IllegalArgumentException.class,
                () -> PLAN.withSteps(
                        step("a", 1, 2).withNeeds("c"),
                        step("b", 1, 2).withNeeds("a"),
                        step("c", 1, 2).withNeeds("b")));
        assertTrue(String.valueOf(circle.getMessage()).contains("a needs c needs b needs a"), circle.getMessage());
        assertThrows(IllegalArgumentException.class, () -> ARTICLES.withNeeds("articles"));
        assertThrows(IllegalArgumentException.class, () -> PLAN.withSteps(BOT), "unknown step");
        assertThrows(IllegalArgumentException.class, () -> PLAN.withSteps(ARTICLES, ARTICLES));
        assertThrows(
                IllegalArgumentException.class,
                () -> PLAN.withSteps(ARTICLES, step("early", 1, 9).withNeeds("articles")),
                "due before what it needs");
    }

    @Test
    @Tag("S0-55")
    void aStepBenefitsCustomerAndTeam() {
        assertThrows(IllegalArgumentException.class, () -> ARTICLES.withCustomerBenefit(" "));
        assertThrows(IllegalArgumentException.class, () -> ARTICLES.withTeamBenefit(""));
        assertThrows(
                IllegalArgumentException.class,
                () -> ARTICLES.withDue(ARTICLES.start().minusDays(1)));
        assertThrows(IllegalArgumentException.class, () -> ARTICLES.withEffort(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> ARTICLES.withImpact(BigDecimal.ONE.negate()));
    }

    @Test
    @Tag("S0-56")
    void aLateStepIsOverdueAndPutsOthersAtRiskBeyondTheSlack() {
        EvidenceLog nothing = EvidenceLog.empty();
        assertEquals(
                Map.of("articles", State.READY, "bot", State.BLOCKED, "training", State.READY, "launch", State.BLOCKED),
                states(nothing, 8));
        assertEquals(State.OVERDUE, states(nothing, 9).get("training"));
        assertEquals(State.OVERDUE, states(nothing, 12).get("articles"));
        assertEquals(State.BLOCKED, states(nothing, 12).get("bot"), "two days late fit into the slack of two");
        assertEquals(State.AT_RISK, states(nothing, 13).get("bot"));
        assertEquals(State.AT_RISK, states(nothing, 13).get("launch"));

        EvidenceLog articles = EvidenceLog.of(done("articles", 12));
        assertEquals(
                Map.of(
                        "articles",
                        State.DONE,
                        "bot",
                        State.WAITING_FOR_SIGN_OFF,
                        "training",
                        State.OVERDUE,
                        "launch",
                        State.BLOCKED),
                states(articles, 13));
    }

    @Test
    @Tag("S0-56")
    void aStepAtRiskSaysWhatIsMissingAndByHowMuch() {
        List<Reason> reasons = PLAN.read(EvidenceLog.empty(), at(15), BERLIN).stream()
                .filter(reading -> reading.step().equals(LAUNCH))
                .flatMap(reading -> reading.reasons().stream())
                .toList();
        assertEquals(
                List.of("STEP_NOT_DONE bot", "STEP_NOT_DONE training", "DELAYED bot"),
                reasons.stream()
                        .filter(reason -> reason.code().startsWith("STEP")
                                || reason.code().equals("DELAYED"))
                        .map(reason -> reason.code() + " " + reason.where())
                        .toList());
        assertEquals(
                Optional.of(Detail.count(3, "dates")),
                Optional.ofNullable(reasons.get(reasons.size() - 1).values().get("by")),
                "five late less a slack of two");
    }

    @Test
    @Tag("S0-57")
    void workBeginsWhenEveryAffectedTeamHasSigned() {
        EvidenceLog ready = EvidenceLog.of(done("articles", 9), done("training", 8));
        List<Reason> waiting = PLAN.read(ready, at(14), BERLIN).stream()
                .flatMap(reading -> reading.reasons().stream())
                .toList();
        assertTrue(waiting.stream().anyMatch(reason -> reason.toString().equals("NOT_SIGNED about team:it by bot")));
        Evidence signed = Evidence.of("s1", "alignment.signed", at(13), Subject.team(IT), Subject.of("step", "bot"));
        assertEquals(State.READY, states(ready.plus(signed), 14).get("bot"));
        Evidence wholePlan =
                Evidence.of("s2", "alignment.signed", at(13), Subject.team(IT), Subject.of("plan", "spring"));
        assertEquals(State.READY, states(ready.plus(wholePlan), 14).get("bot"));
        Evidence otherPlan =
                Evidence.of("s3", "alignment.signed", at(13), Subject.team(IT), Subject.of("plan", "winter"));
        assertEquals(
                State.WAITING_FOR_SIGN_OFF, states(ready.plus(otherPlan), 14).get("bot"));
        assertEquals(State.WAITING_FOR_SIGN_OFF, states(ready.plus(signed), 12).get("bot"), "not yet signed then");
    }

    @Test
    @Tag("S2-11")
    void whatChangesMostForItsEffortComesFirst() {
        ActionPlan weighed = PLAN.withSteps(
                ARTICLES.withEffort(new BigDecimal("4")).withImpact(new BigDecimal("8")),
                TRAINING.withEffort(new BigDecimal("1")).withImpact(new BigDecimal("5")),
                step("review", 1, 2).withEffort(new BigDecimal("2")).withImpact(new BigDecimal("4")));
        assertEquals(List.of("training", "articles", "review"), ids(weighed.byImpact()));
    }

    private static Map<String, State> states(EvidenceLog log, int day) {
        Map<String, State> states = new LinkedHashMap<>();
        reading(log, day).forEach((id, reading) -> states.put(id, reading.state()));
        return states;
    }

    private static Map<String, ActionPlan.StepReading> reading(EvidenceLog log, int day) {
        Map<String, ActionPlan.StepReading> readings = new LinkedHashMap<>();
        PLAN.read(log, at(day), BERLIN)
                .forEach(reading -> readings.put(reading.step().id(), reading));
        return readings;
    }

    private static Evidence done(String step, int day) {
        return Evidence.of("done-" + step, "step.done", at(day), Subject.of("step", step));
    }

    private static Instant at(int day) {
        return LocalDate.of(2026, 4, day).atTime(12, 0).atZone(BERLIN).toInstant();
    }

    private static List<String> ids(List<ActionStep> steps) {
        return steps.stream().map(ActionStep::id).toList();
    }

    static ActionStep step(String id, int from, int due) {
        return ActionStep.builder()
                .id(id)
                .objective("loyalty")
                .owner(AgentId.of("mara"))
                .start(LocalDate.of(2026, 4, from))
                .due(LocalDate.of(2026, 4, due))
                .measured(Cadence.each(Cadence.Unit.WEEK))
                .customerBenefit("An answer at once.")
                .teamBenefit("Fewer repeated questions.")
                .effort(BigDecimal.ONE)
                .impact(BigDecimal.ONE)
                .build();
    }
}
