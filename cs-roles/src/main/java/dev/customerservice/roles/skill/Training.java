package dev.customerservice.roles.skill;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.catalogue.Catalogue;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** Something taught: which skills it raises from where to where, how long it takes, and what must be passed before. */
@Value.Immutable
public interface Training extends Catalogue.Entry, WithTraining {

    /** {@return the skills it raises, at least one, none twice} */
    List<Lesson> teaches();

    /** {@return the time it takes one person, longer than zero} */
    Duration hours();

    /** {@return the least share of the test, 0 to 1, to have passed; empty when there is no test} */
    Optional<BigDecimal> passMark();

    /** {@return how it is taught; a course unless said otherwise} */
    @Value.Default
    default Form form() {
        return Form.COURSE;
    }

    /** {@return the ids of the trainings that must have been passed before} */
    Set<String> needs();

    /** How something is taught. */
    enum Form {
        /** In a course. */
        COURSE,
        /** In an exercise. */
        DRILL,
        /** By watching somebody at work. */
        SHADOWING,
        /** By a mentor. */
        MENTORING
    }

    /**
     * One skill that a training raises.
     *
     * @param skill the skill
     * @param from the level that somebody needs to follow it
     * @param to the level reached, above {@code from}
     */
    record Lesson(SkillId skill, int from, int to) {
        /** Refuses a lesson that teaches nothing. */
        public Lesson {
            if (to <= from) {
                throw new IllegalArgumentException("level (" + to + ") of " + skill
                        + " must be above the level before (" + from + ")\nMaybe the two are swapped.");
            }
        }
    }

    /**
     * Reads a test.
     *
     * @param score the share of the test, 0 to 1
     * @return whether it is passed; true when there is no pass mark
     */
    default boolean isPassedWith(BigDecimal score) {
        return passMark().map(mark -> score.compareTo(mark) >= 0).orElse(true);
    }

    /**
     * Finds the level after it.
     *
     * @param skill the skill
     * @param level the level before
     * @return the level reached when the training is passed; the same level when it does not teach the skill, or starts above it
     */
    default int levelAfter(SkillId skill, int level) {
        return teaches().stream()
                .filter(lesson -> lesson.skill().equals(skill) && level >= lesson.from())
                .mapToInt(lesson -> Math.max(level, lesson.to()))
                .findFirst()
                .orElse(level);
    }

    /**
     * Finds the level after it and its test.
     *
     * @param skill the skill
     * @param level the level before
     * @param score the share of the test, 0 to 1
     * @return the level reached, or the same level when the test is failed
     */
    default int levelAfter(SkillId skill, int level, BigDecimal score) {
        return isPassedWith(score) ? levelAfter(skill, level) : level;
    }

    /**
     * Refuses a training that teaches nothing or takes no time.
     *
     * @throws IllegalArgumentException when one of these is so, a skill is taught twice, or the pass mark is not from 0 to 1
     */
    @Value.Check
    default void check() {
        Set<SkillId> skills = new HashSet<>();
        if (teaches().isEmpty() || !teaches().stream().allMatch(lesson -> skills.add(lesson.skill()))) {
            throw new IllegalArgumentException("training (" + Shown.of(id())
                    + ") must teach at least one skill, and none twice\nMaybe join the two lessons into one.");
        }
        if (hours().isNegative() || hours().isZero()) {
            throw new IllegalArgumentException("hours (" + hours() + ") of training " + id()
                    + " must be longer than zero\nMaybe PT8H for a working day.");
        }
        if (passMark()
                .filter(mark -> mark.signum() < 0 || mark.compareTo(BigDecimal.ONE) > 0)
                .isPresent()) {
            throw new IllegalArgumentException("passMark (" + passMark().get() + ") of training " + id()
                    + " must be from 0 to 1\nMaybe it was given in percent.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a training. */
    final class Builder extends ImmutableTraining.Builder {
        Builder() {}
    }
}
