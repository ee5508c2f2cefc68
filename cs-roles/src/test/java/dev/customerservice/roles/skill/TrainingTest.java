package dev.customerservice.roles.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.playbook.StandardPlaybook;
import dev.customerservice.roles.skill.Training.Lesson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TrainingTest {

    private static final Training PROCESS = Training.builder()
            .id("support-process")
            .title("Support process")
            .addTeaches(new Lesson(Skill.PROCESS_DESIGN.skillId(), 1, 3))
            .hours(Duration.ofHours(8))
            .passMark(new BigDecimal("0.8"))
            .build();

    @Test
    @Tag("S1-16")
    void aTestIsPassedAtItsMark() {
        assertTrue(PROCESS.isPassedWith(new BigDecimal("0.80")));
        assertFalse(PROCESS.isPassedWith(new BigDecimal("0.799")));
        assertTrue(Training.builder()
                .from(PROCESS)
                .passMark(java.util.Optional.empty())
                .build()
                .isPassedWith(BigDecimal.ZERO));
    }

    @Test
    @Tag("S1-15")
    void aTrainingNeverLowersALevel() {
        assertEquals(3, PROCESS.levelAfter(Skill.PROCESS_DESIGN.skillId(), 1));
        assertEquals(3, PROCESS.levelAfter(Skill.PROCESS_DESIGN.skillId(), 2));
        assertEquals(4, PROCESS.levelAfter(Skill.PROCESS_DESIGN.skillId(), 4));
        assertEquals(0, PROCESS.levelAfter(Skill.PROCESS_DESIGN.skillId(), 0), "it starts at level 1");
        assertEquals(1, PROCESS.levelAfter(Skill.EMPATHY.skillId(), 1));
        assertEquals(Training.Form.COURSE, PROCESS.form());
        assertEquals(Set.of(), PROCESS.needs());
    }

    @Test
    @Tag("S1-16")
    void whoeverFailsTheTestStaysAtTheLevel() {
        Training standard =
                PlaybookReader.of(JsonFormat2.standard()).standard().trainings().get(StandardPlaybook.SUPPORT_PROCESS);
        Lesson lesson = standard.teaches().get(0);
        BigDecimal mark = standard.passMark().orElseThrow();
        assertEquals(lesson.to(), standard.levelAfter(lesson.skill(), lesson.from(), mark));
        assertEquals(
                lesson.from(),
                standard.levelAfter(lesson.skill(), lesson.from(), mark.subtract(new BigDecimal("0.001"))));
    }

    @Test
    void refusesWhatTeachesNothing() {
        assertThrows(IllegalArgumentException.class, () -> PROCESS.withTeaches(List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> PROCESS.withTeaches(
                        new Lesson(Skill.EMPATHY.skillId(), 1, 2), new Lesson(Skill.EMPATHY.skillId(), 2, 3)));
        assertThrows(IllegalArgumentException.class, () -> new Lesson(Skill.EMPATHY.skillId(), 2, 2));
        assertThrows(IllegalArgumentException.class, () -> PROCESS.withHours(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> PROCESS.withHours(Duration.ofHours(-1)));
        assertThrows(IllegalArgumentException.class, () -> PROCESS.withPassMark(new BigDecimal("80")));
        assertThrows(IllegalArgumentException.class, () -> PROCESS.withPassMark(new BigDecimal("-1")));
    }
}
