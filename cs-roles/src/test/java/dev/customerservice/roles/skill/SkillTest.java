package dev.customerservice.roles.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.skill.Skill.Family;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SkillTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate TOMORROW = LocalDate.of(2026, 1, 2);

    @Test
    @Tag("S1-05")
    @Tag("S1-06")
    void socialAndHardSkillsOfTheSource() {
        assertEquals(
                List.of("empathy", "patience", "persuasiveness"),
                ids(Family.SOCIAL, Skill.EMPATHY, Skill.PATIENCE, Skill.PERSUASIVENESS, Skill.LOGICAL_THINKING));
        assertEquals(
                List.of("decision-making", "logical-thinking", "knowledge-management"),
                ids(
                        Family.HARD,
                        Skill.DECISION_MAKING,
                        Skill.LOGICAL_THINKING,
                        Skill.KNOWLEDGE_MANAGEMENT,
                        Skill.EMPATHY));
    }

    @Test
    void theIdFollowsTheTitle() {
        assertEquals(
                SkillId.of("spare-part-orders"),
                Skill.of("Spare part orders", Family.PRODUCT).skillId());
        assertEquals(Scale.PROFICIENCY, Skill.EMPATHY.scale());
        assertThrows(IllegalArgumentException.class, () -> Skill.of(" ", Family.PRODUCT));
        assertThrows(IllegalArgumentException.class, () -> Skill.EMPATHY.withTitle(""));
        assertTrue(SkillId.of("a").compareTo(SkillId.of("b")) < 0);
        assertEquals("empathy", Skill.EMPATHY.skillId().toString());
    }

    @Test
    void aRequiredLevelIsAPointOfTheSkillsScale() {
        assertEquals(5, SkillRequirement.of(Skill.EMPATHY, 5).level());
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, () -> SkillRequirement.of(Skill.EMPATHY, 6))
                        .getMessage());
        assertTrue(message.startsWith("level (6) must be a point of scale proficiency"), message);
    }

    @Test
    void aRequirementIsNeededFromItsDateOn() {
        SkillRequirement now = SkillRequirement.of(Skill.EMPATHY, 3);
        SkillRequirement later = now.withNeededFrom(TOMORROW);
        assertTrue(now.isNow());
        assertTrue(now.isNeededOn(LocalDate.MIN));
        assertFalse(later.isNow());
        assertFalse(later.isNeededOn(TODAY));
        assertTrue(later.isNeededOn(TOMORROW));
    }

    @Test
    void peopleAndWeightStartAtOne() {
        SkillRequirement one = SkillRequirement.of(Skill.EMPATHY, 3);
        assertEquals(1, one.people());
        assertEquals(1, one.weight());
        assertEquals(3, one.withPeople(3).withWeight(2).people());
        assertEquals(2, one.withPeople(3).withWeight(2).weight());
        assertThrows(IllegalArgumentException.class, () -> one.withPeople(0));
        assertThrows(IllegalArgumentException.class, () -> one.withWeight(0));
    }

    private static List<String> ids(Family family, Skill... skills) {
        return Stream.of(skills)
                .filter(skill -> skill.family() == family)
                .map(Skill::id)
                .toList();
    }
}
