package dev.customerservice.roles.routing;

import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.skill.SkillRequirement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is asked of people the longer work waits: each ring lets in all of the ring before and more.
 *
 * <p>Without rings the work's own requirements hold for ever.
 */
@Value.Immutable
public interface SkillRings extends WithSkillRings {

    /** {@return the rings from the narrowest to the widest; the last is never left} */
    List<Ring> rings();

    /**
     * What is asked for some time.
     *
     * @param lasts how long this ring lasts, longer than zero; of the last it does not matter
     * @param lower how many levels less will do, but at least level 1; 0 or more
     * @param waived the skills that are not asked for any longer
     * @param substitutes other skills that will do at the same level, by the skill they stand for
     */
    record Ring(Duration lasts, int lower, Set<SkillId> waived, Map<SkillId, Set<SkillId>> substitutes) {
        /** Copies the sets, and refuses a ring without time or that asks for more. */
        public Ring {
            waived = Set.copyOf(waived);
            substitutes = Map.copyOf(substitutes);
            if (lasts.isNegative() || lasts.isZero()) {
                throw new IllegalArgumentException(
                        "lasts (" + lasts + ") must be longer than zero\nMaybe leave the ring out.");
            }
            if (lower < 0) {
                throw new IllegalArgumentException(
                        "lower (" + lower + ") must not be negative\nMaybe the sign is the wrong way round.");
            }
        }

        /**
         * Asks for the work's own requirements.
         *
         * @param lasts how long, longer than zero
         * @return the ring that relaxes nothing
         */
        public static Ring strict(Duration lasts) {
            return new Ring(lasts, 0, Set.of(), Map.of());
        }

        /**
         * Accepts lower levels.
         *
         * @param levels how many levels less will do
         * @return the same ring with lower levels
         */
        public Ring withLower(int levels) {
            return new Ring(lasts, levels, waived, substitutes);
        }

        /**
         * Asks for some skills no longer.
         *
         * @param skills the skills
         * @return the same ring without these
         */
        public Ring withWaived(SkillId... skills) {
            return new Ring(lasts, lower, Set.of(skills), substitutes);
        }

        /**
         * Accepts other skills in place of one.
         *
         * @param skill the skill asked for
         * @param others the skills that will do
         * @return the same ring with these in place of that one
         */
        public Ring withSubstitutes(SkillId skill, SkillId... others) {
            Map<SkillId, Set<SkillId>> more = new HashMap<>(substitutes);
            more.put(skill, Set.of(others));
            return new Ring(lasts, lower, waived, more);
        }

        private boolean letsInAllOf(Ring narrower) {
            return lower >= narrower.lower
                    && waived.containsAll(narrower.waived)
                    && narrower.substitutes.entrySet().stream()
                            .allMatch(each -> waived.contains(each.getKey())
                                    || substitutes
                                            .getOrDefault(each.getKey(), Set.of())
                                            .containsAll(each.getValue()));
        }
    }

    /** {@return no rings: the work's own requirements for ever} */
    static SkillRings strict() {
        return builder().build();
    }

    /**
     * Writes down rings.
     *
     * @param rings the rings from the narrowest to the widest
     * @return these rings
     * @throws IllegalArgumentException when a ring keeps out somebody whom one before lets in
     */
    static SkillRings of(Ring... rings) {
        return builder().addRings(rings).build();
    }

    /** {@return whether nothing is ever relaxed} */
    default boolean isStrict() {
        return rings().isEmpty();
    }

    /**
     * Finds the ring that a waiting time has reached.
     *
     * @param waited the time waited, not negative
     * @return the number of the ring, from 1; a ring begins at the end of the one before
     */
    default int ringAt(Duration waited) {
        Duration end = Duration.ZERO;
        for (int ring = 1; ring < rings().size(); ring++) {
            end = end.plus(rings().get(ring - 1).lasts());
            if (waited.compareTo(end) < 0) {
                return ring;
            }
        }
        return Math.max(1, rings().size());
    }

    /**
     * Answers whether skills do in a ring.
     *
     * @param ring the number of the ring, from 1
     * @param asked the skill and level that the work needs
     * @param skills the levels that somebody has
     * @return whether that one requirement is met
     */
    default boolean accepts(int ring, SkillRequirement asked, Map<SkillId, Integer> skills) {
        if (isWaived(ring, asked.skill())) {
            return true;
        }
        int level = levelIn(ring, asked);
        return has(skills, asked.skill(), level)
                || substitutes(ring, asked.skill()).stream().anyMatch(other -> has(skills, other, level));
    }

    /**
     * Finds the level asked for in a ring.
     *
     * @param ring the number of the ring, from 1
     * @param asked the skill and level that the work needs
     * @return the level that will do
     */
    default int levelIn(int ring, SkillRequirement asked) {
        return isStrict()
                ? asked.level()
                : Math.min(
                        asked.level(),
                        Math.max(1, asked.level() - rings().get(ring - 1).lower()));
    }

    /**
     * Answers whether a skill is not asked for in a ring.
     *
     * @param ring the number of the ring, from 1
     * @param skill the skill
     * @return whether it is waived
     */
    default boolean isWaived(int ring, SkillId skill) {
        return !isStrict() && rings().get(ring - 1).waived().contains(skill);
    }

    /**
     * Finds what will do in place of a skill in a ring.
     *
     * @param ring the number of the ring, from 1
     * @param skill the skill
     * @return the other skills, none when only the skill itself will do
     */
    default Set<SkillId> substitutes(int ring, SkillId skill) {
        return isStrict() ? Set.of() : rings().get(ring - 1).substitutes().getOrDefault(skill, Set.of());
    }

    private static boolean has(Map<SkillId, Integer> skills, SkillId skill, int level) {
        Integer found = skills.get(skill);
        return found != null && found >= level;
    }

    /**
     * Refuses rings that do not grow.
     *
     * @throws IllegalArgumentException when a ring keeps out somebody whom the one before lets in
     */
    @Value.Check
    default void check() {
        for (int ring = 1; ring < rings().size(); ring++) {
            if (!rings().get(ring).letsInAllOf(rings().get(ring - 1))) {
                throw new IllegalArgumentException("ring (" + (ring + 1) + ") must let in everybody whom ring " + ring
                        + " lets in\nMaybe repeat there what was relaxed before.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects rings. */
    final class Builder extends ImmutableSkillRings.Builder {
        Builder() {}
    }
}
