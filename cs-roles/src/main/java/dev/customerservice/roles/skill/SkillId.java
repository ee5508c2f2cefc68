package dev.customerservice.roles.skill;

import dev.customerservice.domain.text.Shown;

/**
 * The name by which requirements and assessments refer to a skill.
 *
 * @param value lower case words joined by hyphens, for example {@code product-knowledge}; not blank
 */
public record SkillId(String value) implements Comparable<SkillId> {

    /** Refuses a blank name. */
    public SkillId {
        if (value.isBlank()) {
            throw new IllegalArgumentException(
                    "skill id (" + Shown.of(value) + ") must not be blank\nMaybe use the skill's title in lower case.");
        }
    }

    /**
     * Names a skill.
     *
     * @param value the name, not blank
     * @return the id with this name
     * @throws IllegalArgumentException when the name is blank
     */
    public static SkillId of(String value) {
        return new SkillId(value);
    }

    @Override
    public int compareTo(SkillId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
