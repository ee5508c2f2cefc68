package dev.customerservice.roles.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.skill.SkillMatrix.Gap;
import dev.customerservice.roles.skill.Training.Lesson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrainingPlanTest {

    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final Training TONE = training("channels-and-tone", 6, Skill.EMPATHY, 1, 3);
    private static final Training CALM =
            training("de-escalation", 8, Skill.CALM, 0, 3).withNeeds("channels-and-tone");
    private static final Training DATA = training("reading-data", 4, Skill.DATA_ANALYSIS, 0, 2);
    private static final Catalogue<Training> ALL = Catalogue.of(List.of(TONE, CALM, DATA));

    @Test
    @Tag("S0-61")
    void theMostGapAnHourComesFirst() {
        List<Gap> gaps = List.of(gap(ANA, Skill.DATA_ANALYSIS, 2, 0), gap(BEN, Skill.EMPATHY, 3, 1));
        TrainingPlan plan = TrainingPlan.recommend(gaps, ALL, Duration.ofHours(10));
        assertEquals(
                List.of(new TrainingPlan.Step(ANA, DATA, 2, 0), new TrainingPlan.Step(BEN, TONE, 2, 0)), plan.steps());
        assertEquals(4, plan.closed());
        assertEquals(4, plan.upperBound(), 1e-9);
        assertEquals(Duration.ofHours(10), plan.hours());
        assertEquals(List.of(), plan.left());
    }

    @Test
    @Tag("S0-61")
    void whatIsLeftSaysWhy() {
        List<Gap> gaps = List.of(
                gap(ANA, Skill.DATA_ANALYSIS, 2, 0), gap(BEN, Skill.EMPATHY, 3, 1), gap(BEN, Skill.PATIENCE, 3, 2));
        TrainingPlan plan = TrainingPlan.recommend(gaps, ALL, Duration.ofHours(9));
        assertEquals(1, plan.steps().size());
        assertEquals(2 + 2 * 5 / 6.0, plan.upperBound(), 1e-9);
        assertEquals(
                List.of(
                        "BUDGET_SPENT about person:ben by empathy: level = 1 level, required = 3 level",
                        "NO_TRAINING about person:ben by patience: level = 2 level, required = 3 level"),
                plan.left().stream().map(Reason::toString).toList());
        assertEquals(List.of(), TrainingPlan.recommend(gaps, ALL, Duration.ZERO).steps());
    }

    @Test
    @Tag("S2-14")
    void whatATrainingNeedsIsFollowedFirst() {
        List<Gap> gaps = List.of(gap(ANA, Skill.CALM, 3, 0));
        TrainingPlan plan = TrainingPlan.recommend(gaps, ALL, Duration.ofHours(14));
        assertEquals(
                List.of("channels-and-tone", "de-escalation"),
                plan.steps().stream().map(step -> step.training().id()).toList());
        assertEquals(3, plan.closed());
        assertEquals(
                List.of(),
                TrainingPlan.recommend(gaps, ALL, Duration.ofHours(13)).steps());
    }

    @Test
    @Tag("S2-14")
    void whatWasPassedBeforeIsNotFollowedAgainForAnother() {
        List<Gap> gaps = List.of(gap(ANA, Skill.CALM, 3, 0));
        EvidenceLog passed = EvidenceLog.of(completed("t1", ANA, true));
        TrainingPlan plan = TrainingPlan.recommend(gaps, ALL, passed, Duration.ofHours(8));
        assertEquals(
                List.of("de-escalation"),
                plan.steps().stream().map(step -> step.training().id()).toList());
        for (EvidenceLog other : List.of(
                EvidenceLog.of(completed("t1", ANA, false)),
                EvidenceLog.of(completed("t1", BEN, true)),
                EvidenceLog.of(completed("t1", ANA, true).withBasis(Evidence.Basis.HEARSAY)))) {
            assertEquals(
                    List.of("channels-and-tone", "de-escalation"),
                    TrainingPlan.recommend(gaps, ALL, other, Duration.ofHours(14)).steps().stream()
                            .map(step -> step.training().id())
                            .toList());
        }
        List<Gap> tone = List.of(gap(ANA, Skill.EMPATHY, 3, 1));
        assertEquals(
                1,
                TrainingPlan.recommend(tone, ALL, passed, Duration.ofHours(6))
                        .steps()
                        .size(),
                "whose level has gone may learn it again");
    }

    /** Thirty layers of two trainings, each of which needs both before: 2³⁰ paths, 60 trainings. */
    @Test
    void manyNeedsAreFollowedOnce() {
        List<Training> layers = new ArrayList<>();
        for (int layer = 0; layer < 30; layer++) {
            for (String side : List.of("a", "b")) {
                Training each = training(side + layer, 1, Skill.CALM, layer, layer + 1);
                layers.add(layer == 0 ? each : each.withNeeds("a" + (layer - 1), "b" + (layer - 1)));
            }
        }
        TrainingPlan plan = assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> TrainingPlan.recommend(
                        List.of(new Gap(ANA, SkillRequirement.of(Skill.CALM, 5), OptionalInt.of(0))),
                        Catalogue.of(layers),
                        Duration.ofHours(59)));
        assertEquals(5, plan.closed());
    }

    private static Evidence completed(String id, AgentId person, boolean passed) {
        return Evidence.of(id, "training.completed", Instant.parse("2026-01-07T12:00:00Z"), Subject.person(person))
                .withDetail("training", "channels-and-tone")
                .withDetail("passed", passed);
    }

    @Test
    void aHeavierGapComesFirst() {
        Gap light = gap(ANA, Skill.DATA_ANALYSIS, 2, 0);
        Gap heavy = new Gap(BEN, SkillRequirement.of(Skill.DATA_ANALYSIS, 2).withWeight(3), OptionalInt.empty());
        TrainingPlan plan = TrainingPlan.recommend(List.of(light, heavy), ALL, Duration.ofHours(4));
        assertEquals(List.of(new TrainingPlan.Step(BEN, DATA, 6, 0)), plan.steps());
    }

    @Test
    void refusesCirclesAndDebts() {
        List<Gap> gaps = List.of(gap(ANA, Skill.CALM, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> TrainingPlan.recommend(gaps, ALL, Duration.ofHours(-1)));
        Catalogue<Training> circle = Catalogue.of(List.of(TONE.withNeeds("de-escalation"), CALM));
        assertThrows(IllegalArgumentException.class, () -> TrainingPlan.recommend(gaps, circle, Duration.ofHours(99)));
    }

    private static Gap gap(AgentId person, Skill skill, int required, int assessed) {
        return new Gap(person, SkillRequirement.of(skill, required), OptionalInt.of(assessed));
    }

    private static Training training(String id, int hours, Skill skill, int from, int to) {
        return Training.builder()
                .id(id)
                .title(id)
                .addTeaches(new Lesson(skill.skillId(), from, to))
                .hours(Duration.ofHours(hours))
                .build();
    }
}
