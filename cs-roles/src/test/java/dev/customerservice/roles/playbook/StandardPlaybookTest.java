package dev.customerservice.roles.playbook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceKind;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.performance.PeopleKpis;
import dev.customerservice.roles.performance.PerformanceStandard;
import dev.customerservice.roles.practice.Practice;
import dev.customerservice.roles.procedure.Procedure;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.skill.Skill;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandardPlaybookTest {

    private static final Playbook STANDARD =
            PlaybookReader.of(JsonFormat2.standard()).standard();

    @Test
    void everyNameLeadsSomewhere() {
        assertEquals(
                List.of(),
                STANDARD.problems(kpis()).stream().map(Reason::toString).toList());
    }

    @Test
    void aNameThatLeadsNowhereIsFound() {
        Playbook bare = STANDARD.withKinds(Catalogue.of(List.of(EvidenceKind.builder()
                .id("practice.done")
                .title("Done")
                .addSubjects("team")
                .build())));
        Set<String> codes = new HashSet<>();
        List<Reason> problems = bare.withPractices(Catalogue.of(List.of(STANDARD.practice("one-to-one"))))
                .withTrainings(Catalogue.of(List.of(STANDARD.trainings().get("de-escalation"))))
                .withSkills(Catalogue.of(List.of()))
                .withStandards(Catalogue.of(List.of(STANDARD.standards().get("lead-advancement"))))
                .problems(List.of());
        problems.forEach(problem -> codes.add(problem.code()));
        assertEquals(
                Set.of(
                        "UNKNOWN_KIND",
                        "UNDECLARED_DETAIL",
                        "ABOUT_MISMATCH",
                        "UNKNOWN_KPI",
                        "UNKNOWN_PRACTICE",
                        "UNKNOWN_TRAINING",
                        "UNKNOWN_SKILL",
                        "WEIGHTS_NOT_ONE"),
                codes);
        assertEquals(
                "UNDECLARED_DETAIL about practice:one-to-one by evidence: name = practice.done practice",
                problems.get(0).toString());
    }

    @Test
    void aRoleThatNobodyHasIsFound() {
        Practice practice = STANDARD.practice("crisis-drill").withBy("leed");
        Procedure escalation = STANDARD.procedure("escalation");
        Procedure lost = escalation.withGates(escalation.gates().stream()
                .map(gate -> gate.withBy("nobody").withEscalatesTo("boss"))
                .toList());
        Playbook wrong = STANDARD.withPractices(Catalogue.of(List.of(practice)))
                .withProcedures(Catalogue.of(List.of(lost)))
                .withAssessments(Catalogue.of(List.of()));
        assertEquals(
                List.of("leed", "nobody", "boss"),
                wrong.problems(kpis()).stream()
                        .filter(problem -> problem.code().equals("UNKNOWN_ROLE"))
                        .map(problem -> ((Detail.Text)
                                        Objects.requireNonNull(problem.values().get("name")))
                                .value())
                        .distinct()
                        .toList());
        JobRole leed = JobRole.LEAD.withId(RoleId.of("leed"));
        assertFalse(wrong.problems(kpis(), List.of(leed)).toString().contains("name = leed"));
    }

    @Test
    void everyEntryHasAConstantAndEveryConstantAnEntry() throws IllegalAccessException {
        List<String> constants = new ArrayList<>();
        for (Field field : StandardPlaybook.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers())) {
                String id = (String) field.get(null);
                assertEquals(field.getName(), id.toUpperCase(Locale.ROOT).replace('-', '_'));
                constants.add(id);
            }
        }
        assertEquals(
                Stream.of(
                                STANDARD.practices().ids(),
                                STANDARD.assessments().ids(),
                                STANDARD.procedures().ids(),
                                STANDARD.trainings().ids(),
                                STANDARD.scorecards().ids(),
                                STANDARD.standards().ids())
                        .flatMap(List::stream)
                        .toList(),
                constants);
    }

    @Test
    void theCountsAreThoseOfTheDesign() {
        assertEquals(49, STANDARD.practices().ids().size());
        assertEquals(
                List.of("coaching-by-questions", "retrospective", "insight-report", "time-management-checked"),
                STANDARD.practices().entries().stream()
                        .filter(Practice::advice)
                        .map(Practice::id)
                        .toList());
        assertEquals(15, STANDARD.assessments().ids().size());
        assertEquals(18, STANDARD.procedures().ids().size());
        assertEquals(4, STANDARD.trainings().ids().size());
        assertEquals(1, STANDARD.scorecards().ids().size());
        assertEquals(14, STANDARD.skills().ids().size());
        assertEquals(6, STANDARD.standards().ids().size());
        assertEquals(
                Set.of("care", "vision", "communicate", "train", "feedback", "expectations", "culture", "troubleshoot"),
                STANDARD.practices().entries().stream()
                        .flatMap(practice -> practice.groups().stream())
                        .collect(java.util.stream.Collectors.toSet()),
                "the eight practices of leading");
    }

    @Test
    @Tag("S1-05")
    @Tag("S1-06")
    void theSkillsOfTheFileAreThoseOfTheRolesAndProfiles() throws IllegalAccessException {
        List<Skill> constants = new ArrayList<>();
        for (Field field : Skill.class.getDeclaredFields()) {
            if (field.getType() == Skill.class) {
                constants.add((Skill) field.get(null));
            }
        }
        assertEquals(
                constants,
                STANDARD.skills().entries().stream()
                        .map(skill -> skill.withSources())
                        .toList());
    }

    @Test
    @Tag("S1-32")
    void aLeadIsJudgedByWhoAdvancesFirst() {
        List<PerformanceStandard> ofLead = STANDARD.standards().entries().stream()
                .filter(standard -> standard.appliesTo().equals(Subject.of("role", "lead")))
                .toList();
        assertEquals(PeopleKpis.advancementRate().id(), ofLead.get(0).kpi());
        assertTrue(ofLead.stream()
                .skip(1)
                .allMatch(other -> other.weight().compareTo(ofLead.get(0).weight()) < 0));
        assertEquals(
                List.of(), PerformanceStandard.problems(STANDARD.standards().entries()));
    }

    @Test
    void adviceIsMarkedAsSuchInItsSources() {
        Set<String> proseOnly = Set.of("S0-12", "S0-37", "S0-41", "S0-65", "S1-39", "S2-01", "S2-27", "S2-39", "S3-01");
        STANDARD.practices()
                .entries()
                .forEach(practice ->
                        assertEquals(practice.advice(), proseOnly.containsAll(practice.sources()), practice.id()));
        assertEquals(
                List.of(),
                Stream.of(
                                STANDARD.assessments().sources(),
                                STANDARD.procedures().sources())
                        .flatMap(Set::stream)
                        .filter(proseOnly::contains)
                        .toList());
    }

    private static Set<String> kpis() {
        Set<String> kpis = StandardPlaybook.kpis();
        assertTrue(kpis.containsAll(List.of("csat", "nps", "advancement_rate", "rest_violations")));
        return kpis;
    }
}
