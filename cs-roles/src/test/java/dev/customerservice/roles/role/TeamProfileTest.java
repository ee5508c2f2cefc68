package dev.customerservice.roles.role;

import static dev.customerservice.roles.role.TeamProfile.ANALYST;
import static dev.customerservice.roles.role.TeamProfile.CUSTOMER_CHAMPION;
import static dev.customerservice.roles.role.TeamProfile.FIELD_EXPERT;
import static dev.customerservice.roles.role.TeamProfile.OPERATIONALIST;
import static dev.customerservice.roles.role.TeamProfile.QUALITY_CONTROLLER;
import static dev.customerservice.roles.role.TeamProfile.STRATEGIST;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TeamProfileTest {

    @Test
    void thereAreSix() {
        assertEquals(
                List.of(
                        "customer-champion",
                        "field-expert",
                        "operationalist",
                        "quality-controller",
                        "strategist",
                        "analyst"),
                TeamProfile.STANDARD.stream().map(TeamProfile::id).toList());
    }

    @Test
    @Tag("S0-66")
    @Tag("S3-04")
    void theChampionNeedsEmpathyPatienceAndToStateTheProblem() {
        assertEquals(
                Set.of(Skill.EMPATHY.skillId(), Skill.PATIENCE.skillId(), Skill.PROBLEM_STATEMENT.skillId()),
                skills(CUSTOMER_CHAMPION));
    }

    @Test
    @Tag("S3-05")
    void theExpertKnowsTheProductAndNeedsNoEmpathy() {
        assertTrue(skills(FIELD_EXPERT).contains(Skill.PRODUCT_KNOWLEDGE.skillId()));
        assertFalse(skills(FIELD_EXPERT).contains(Skill.EMPATHY.skillId()));
    }

    @Test
    @Tag("S3-06")
    @Tag("S3-07")
    @Tag("S3-09")
    void everyOtherProfileHasASkillOfItsOwn() {
        assertTrue(skills(OPERATIONALIST).contains(Skill.PROCESS_DESIGN.skillId()));
        assertTrue(skills(QUALITY_CONTROLLER).contains(Skill.ANSWER_REVIEW.skillId()));
        assertTrue(skills(STRATEGIST).contains(Skill.STRATEGIC_THINKING.skillId()));
        assertTrue(skills(ANALYST).contains(Skill.DATA_ANALYSIS.skillId()));
    }

    @Test
    void whatGoesWellTogether() {
        assertTrue(CUSTOMER_CHAMPION.pairsWith(FIELD_EXPERT));
        assertTrue(QUALITY_CONTROLLER.pairsWith(OPERATIONALIST));
        assertFalse(CUSTOMER_CHAMPION.pairsWith(OPERATIONALIST));
        for (TeamProfile one : TeamProfile.STANDARD) {
            for (TeamProfile other : TeamProfile.STANDARD) {
                assertEquals(one.pairsWith(other), other.pairsWith(one));
                assertEquals(one.conflictsWith(other), other.conflictsWith(one));
            }
        }
    }

    @Test
    @Tag("S3-07")
    void whoAnswersCustomersShouldNotReviewTheAnswers() {
        assertTrue(QUALITY_CONTROLLER.conflictsWith(CUSTOMER_CHAMPION));
        assertTrue(FIELD_EXPERT.conflictsWith(QUALITY_CONTROLLER));
        assertFalse(QUALITY_CONTROLLER.conflictsWith(OPERATIONALIST));
    }

    @Test
    @Tag("S3-08")
    @Tag("S3-09")
    void theStrategistIsTheManagersProfile() {
        assertTrue(STRATEGIST.suits().contains(JobRole.LEAD.id()));
        assertTrue(QUALITY_CONTROLLER.suits().contains(JobRole.LEAD.id()));
        assertTrue(ANALYST.suits().contains(JobRole.OPERATIONS_ANALYST.id()));
        for (TeamProfile profile : TeamProfile.STANDARD) {
            assertTrue(JobRole.STANDARD.stream().map(JobRole::id).toList().containsAll(profile.suits()));
        }
    }

    @Test
    void refusesAProfileThatContradictsItself() {
        assertThrows(IllegalArgumentException.class, () -> ANALYST.withId(" "));
        assertThrows(IllegalArgumentException.class, () -> ANALYST.withPairsWith("analyst"));
        assertThrows(IllegalArgumentException.class, () -> ANALYST.withConflicts("analyst"));
        assertThrows(IllegalArgumentException.class, () -> QUALITY_CONTROLLER.withPairsWith("field-expert"));
    }

    private static Set<SkillId> skills(TeamProfile profile) {
        return profile.requirements().stream().map(SkillRequirement::skill).collect(Collectors.toSet());
    }
}
