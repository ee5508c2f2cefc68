package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.plan.JourneyMap.Stage;
import dev.customerservice.roles.plan.JourneyMap.Touchpoint;
import dev.customerservice.roles.plan.ServicePlan.Document;
import dev.customerservice.roles.plan.ServicePlan.DocumentKind;
import dev.customerservice.roles.plan.ServicePlan.Objective;
import dev.customerservice.roles.practice.Cadence;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan names what it lacks, once each, and knows which document is in force. */
class ServicePlanTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MARCH_1ST = LocalDate.of(2026, 3, 1);
    private static final Set<String> KNOWN = Set.of("csat", "nps", "first_reply_time.p90", "first_contact_resolution");
    private static final TeamId FRONT = TeamId.of("front");
    private static final SmartGoal GOAL = SmartGoal.builder()
            .id("fcr")
            .owner(AgentId.of("mara"))
            .specific(new SmartGoal.Specific("ask", "Answered the first time."))
            .measurable(new SmartGoal.Measurable(
                    "first_contact_resolution",
                    Unit.SHARE,
                    Direction.HIGHER_IS_BETTER,
                    List.of(new BigDecimal("0.6")),
                    new BigDecimal("0.7")))
            .achievable(new SmartGoal.Achievable(List.of("e1")))
            .relevant("loyalty")
            .timeBound(new SmartGoal.TimeBound(MARCH_1ST, LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)))
            .build();
    static final ServicePlan WHOLE = ServicePlan.builder()
            .id("plan-2026")
            .addDocuments(
                    new Document(DocumentKind.PURPOSE, "Purpose", "1", MARCH_1ST),
                    new Document(DocumentKind.PHILOSOPHY, "What service is to us", "1", MARCH_1ST),
                    new Document(DocumentKind.VISION, "Vision", "1", MARCH_1ST),
                    new Document(DocumentKind.POLICY, "Refunds", "1", MARCH_1ST))
            .addObjectives(new Objective("loyalty", "Customers stay"))
            .addStakeholders("support", "sales", "product")
            .journey(JourneyMap.builder()
                    .addStages(
                            new Stage("ask", List.of("asks"), List.of(new Touchpoint("chat", Channel.CHAT)), List.of()))
                    .build())
            .design(ServiceDesignMap.builder()
                    .addSteps(new ServiceDesignMap.Step(
                            "answer",
                            Set.of("chat"),
                            Optional.of(FRONT),
                            Optional.of(Channel.CHAT),
                            Optional.of("help desk"),
                            Set.of()))
                    .build())
            .addGoals(GOAL)
            .actions(ActionPlan.builder()
                    .id("spring")
                    .addSteps(ActionPlanTest.step("articles", 1, 10))
                    .build())
            .addKpis("csat", "first_reply_time.p90")
            .addSkills(SkillRequirement.of(Skill.EMPATHY, 3))
            .toolkit(Toolkit.builder().addEnds(FRONT).build())
            .addTechnology("help desk")
            .putValue("honesty", Set.of("no-canned-replies"))
            .build();

    @Test
    @Tag("S0-40")
    @Tag("S1-02")
    void eachMissingPartIsListedOnce() {
        assertEquals(List.of(), WHOLE.problems(KNOWN));
        ServicePlan empty = ServicePlan.builder().id("empty").build();
        assertEquals(
                List.of(
                        "PHILOSOPHY",
                        "ACTIONS",
                        "TECHNOLOGY",
                        "VISION",
                        "POLICY",
                        "OBJECTIVES",
                        "STAKEHOLDERS",
                        "GOALS",
                        "JOURNEY",
                        "DESIGN",
                        "KPIS",
                        "SKILLS",
                        "TOOLKIT"),
                empty.problems(KNOWN).stream().map(Reason::where).toList());
        assertEquals(List.of("PART_MISSING TECHNOLOGY"), problems(WHOLE.withTechnology()));
    }

    @Test
    @Tag("S0-43")
    void oneVersionOfADocumentIsInForce() {
        LocalDate april = LocalDate.of(2026, 4, 1);
        ServicePlan revised = ServicePlan.builder()
                .from(WHOLE)
                .addDocuments(new Document(DocumentKind.POLICY, "Refunds", "2", april))
                .build();
        assertEquals(
                "1",
                revised.inForce(DocumentKind.POLICY, april.minusDays(1)).get(0).version());
        assertEquals(
                List.of("2"),
                revised.inForce(DocumentKind.POLICY, april).stream()
                        .map(Document::version)
                        .toList());
        assertEquals(List.of(), revised.inForce(DocumentKind.POLICY, MARCH_1ST.minusDays(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> ServicePlan.builder()
                        .from(WHOLE)
                        .addDocuments(new Document(DocumentKind.POLICY, "Refunds", "1b", MARCH_1ST))
                        .build());
    }

    @Test
    @Tag("S0-46")
    void aGoalIsSetBeforeTheFirstAction() {
        SmartGoal late = GOAL.withTimeBound(new SmartGoal.TimeBound(
                LocalDate.of(2026, 4, 2), LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)));
        assertEquals(List.of("GOAL_AFTER_START"), problems(WHOLE.withGoals(late)));
        SmartGoal sameDay = GOAL.withTimeBound(new SmartGoal.TimeBound(
                LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)));
        assertEquals(List.of(), problems(WHOLE.withGoals(sameDay)));
    }

    @Test
    @Tag("S0-58")
    void aFewMeasuresAndWhatCustomersThinkAmongThem() {
        assertEquals(List.of("NO_PRIMARY_KPI KPIS"), problems(WHOLE.withKpis("first_reply_time.p90")));
        assertEquals(List.of(), problems(WHOLE.withKpis("nps")));
        ServicePlan many = WHOLE.withKpis("csat", "csat", "csat", "csat", "csat", "csat", "csat");
        assertEquals(List.of(), problems(many));
        ServicePlan more = many.withKpis("csat", "csat", "csat", "csat", "csat", "csat", "csat", "nps");
        assertEquals(List.of("TOO_MANY_KPIS KPIS"), problems(more));
        assertEquals(Reason.Severity.ADVICE, more.problems(KNOWN).get(0).severity());
        assertEquals(List.of("KPI_UNKNOWN"), problems(WHOLE.withKpis("csat", "smiles")));
        assertEquals(List.of("NO_PRIMARY_KPI KPIS"), problems(WHOLE.withKpis("first_contact_resolution")));
    }

    @Test
    void whatGoalsAndStepsReferToMustBeThere() {
        SmartGoal lost =
                GOAL.withSpecific(new SmartGoal.Specific("pay", "Paid.")).withRelevant("growth");
        assertEquals(List.of("AREA_UNKNOWN", "OBJECTIVE_UNKNOWN"), problems(WHOLE.withGoals(lost)));
        assertEquals(
                List.of("OBJECTIVE_UNKNOWN", "OBJECTIVE_UNKNOWN"),
                problems(WHOLE.withObjectives(new Objective("growth", "More customers"))));
        assertEquals(
                "KPI_UNKNOWN",
                WHOLE.problems(Set.of("csat", "first_reply_time.p90")).get(0).code(),
                "of the goal");
        assertTrue(
                problems(WHOLE.withGoals(GOAL.withRelevant(Optional.empty()))).contains("FACET_MISSING RELEVANT"));
        assertThrows(IllegalArgumentException.class, () -> WHOLE.withGoals(GOAL, GOAL));
    }

    @Test
    @Tag("S2-39")
    void aValueWithoutAStandardIsAnAdvice() {
        assertEquals(List.of(), WHOLE.uncoveredValues());
        List<Reason> uncovered = WHOLE.withValues(Map.of("honesty", Set.of("x"), "joy", Set.of()))
                .uncoveredValues();
        assertEquals(
                List.of("VALUE_WITHOUT_STANDARD about value:joy"),
                uncovered.stream().map(Reason::toString).toList());
        assertEquals(Reason.Severity.ADVICE, uncovered.get(0).severity());
    }

    @Test
    @Tag("S0-41")
    @Tag("S0-65")
    void aDocumentIsTextFromWhichNoFigureFollows() {
        List<Evidence> written = WHOLE.evidence(Instant.parse("2026-03-02T12:00:00Z"), BERLIN).stream()
                .filter(each ->
                        each.kind().equals("purpose.written") || each.kind().equals("document.approved"))
                .toList();
        assertEquals(WHOLE.documents().size(), written.size());
        assertTrue(written.stream()
                .flatMap(each -> each.details().values().stream())
                .allMatch(Detail.Text.class::isInstance));
        assertEquals("purpose.written", written.get(0).kind());
        ServicePlan without = WHOLE.withDocuments(WHOLE.documents().stream()
                .filter(document -> document.kind() != DocumentKind.PURPOSE)
                .toList());
        assertEquals(WHOLE.problems(KNOWN), without.problems(KNOWN), "a plan is judged without it");
    }

    @Test
    void aPlanTellsItsPartsAsEvidence() {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");
        List<Evidence> evidence = WHOLE.evidence(noon, BERLIN);
        assertEquals(
                List.of("purpose.written", "document.approved", "document.approved", "document.approved", "goal.set"),
                evidence.stream().limit(5).map(Evidence::kind).toList());
        assertEquals(Instant.parse("2026-02-28T23:00:00Z"), evidence.get(0).at());
        assertEquals(Optional.of("VISION"), evidence.get(2).text("kind"));
        assertEquals(
                13,
                evidence.stream()
                        .filter(each -> each.kind().equals("plan.part"))
                        .count());
        assertFalse(WHOLE.withJourney(Optional.empty()).evidence(noon, BERLIN).stream()
                .anyMatch(each -> each.text("part").filter("JOURNEY"::equals).isPresent()));
    }

    private static List<String> problems(ServicePlan plan) {
        return plan.problems(KNOWN).stream()
                .map(problem -> (problem.code() + " " + problem.where()).strip())
                .toList();
    }
}
