package dev.customerservice.roles.skill;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The level of a skill that is needed, by how many people, and from when.
 *
 * @param skill the skill needed
 * @param level the lowest level that will do, on the scale of the skill
 * @param people how many people of a team need it, at least 1
 * @param weight how much a gap counts beside the gaps of other requirements, at least 1
 * @param neededFrom the first date on which it is needed; empty means now
 */
public record SkillRequirement(SkillId skill, int level, int people, int weight, Optional<LocalDate> neededFrom) {

    /** Refuses numbers of people and weights below one. */
    public SkillRequirement {
        if (people < 1) {
            throw new IllegalArgumentException("people (" + people + ") who need " + skill
                    + " must be at least 1\nMaybe leave the requirement out.");
        }
        if (weight < 1) {
            throw new IllegalArgumentException("weight (" + weight + ") of " + skill
                    + " must be at least 1\nMaybe give the other requirements a larger weight instead.");
        }
    }

    /**
     * Asks one person for a level, now, with weight 1.
     *
     * @param skill the skill needed
     * @param level the lowest level that will do
     * @return the requirement
     * @throws IllegalArgumentException when the level is no point of the skill's scale
     */
    public static SkillRequirement of(Skill skill, int level) {
        return new SkillRequirement(skill.skillId(), skill.scale().require(level), 1, 1, Optional.empty());
    }

    /**
     * Asks that several people have it.
     *
     * @param number how many people, at least 1
     * @return the same requirement for that many people
     * @throws IllegalArgumentException when the number is below 1
     */
    public SkillRequirement withPeople(int number) {
        return new SkillRequirement(skill, level, number, weight, neededFrom);
    }

    /**
     * Says how much a gap counts.
     *
     * @param factor the weight beside other requirements, at least 1
     * @return the same requirement with that weight
     * @throws IllegalArgumentException when the weight is below 1
     */
    public SkillRequirement withWeight(int factor) {
        return new SkillRequirement(skill, level, people, factor, neededFrom);
    }

    /**
     * Moves the requirement into the future.
     *
     * @param date the first date on which it is needed
     * @return the same requirement from that date on
     */
    public SkillRequirement withNeededFrom(LocalDate date) {
        return new SkillRequirement(skill, level, people, weight, Optional.of(date));
    }

    /** {@return true when this is needed now and not only from a later date} */
    public boolean isNow() {
        return neededFrom.isEmpty();
    }

    /**
     * Answers whether it is needed on a date.
     *
     * @param date the date asked about
     * @return true when it is needed now or from that date or an earlier one
     */
    public boolean isNeededOn(LocalDate date) {
        return neededFrom.isEmpty() || !neededFrom.get().isAfter(date);
    }
}
