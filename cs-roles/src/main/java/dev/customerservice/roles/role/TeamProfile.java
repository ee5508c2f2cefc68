package dev.customerservice.roles.role;

import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillRequirement;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A way to contribute that a team needs somebody for, whatever that person's job is.
 *
 * <p>The six constants are the standard ones. Which profiles go well together and which job they suit follows the source
 * of the profiles; the levels they ask for and the conflicts are this library's defaults. Two profiles are the same when
 * their ids are.
 */
@Value.Immutable
public interface TeamProfile extends WithTeamProfile {

    /** Listens, shows that the request matters and puts solving it first. */
    TeamProfile CUSTOMER_CHAMPION = builder()
            .id("customer-champion")
            .title("Customer champion")
            .addRequirement(Skill.EMPATHY, 4)
            .addRequirement(Skill.PATIENCE, 3)
            .addRequirement(Skill.PROBLEM_STATEMENT, 3)
            .addPairsWith("field-expert")
            .addSuits(RoleId.of("associate"))
            .build();

    /** Knows why customers have the problem and whether it is a trend; needs no empathy for it. */
    TeamProfile FIELD_EXPERT = builder()
            .id("field-expert")
            .title("Field expert")
            .addRequirement(Skill.PRODUCT_KNOWLEDGE, 4)
            .addRequirement(Skill.LOGICAL_THINKING, 3)
            .addPairsWith("customer-champion")
            .addSuits(RoleId.of("associate"), RoleId.of("engineer"))
            .build();

    /** Organises people and process, and mends what goes wrong in operations. */
    TeamProfile OPERATIONALIST = builder()
            .id("operationalist")
            .title("Operationalist")
            .addRequirement(Skill.PROCESS_DESIGN, 4)
            .addRequirement(Skill.DECISION_MAKING, 3)
            .addPairsWith("quality-controller")
            .addSuits(RoleId.of("lead"))
            .build();

    /** Reviews whether answers are correct and complete; who answers customers should not alone review answers. */
    TeamProfile QUALITY_CONTROLLER = builder()
            .id("quality-controller")
            .title("Quality controller")
            .addRequirement(Skill.ANSWER_REVIEW, 4)
            .addRequirement(Skill.KNOWLEDGE_MANAGEMENT, 3)
            .addPairsWith("operationalist")
            .addConflicts("customer-champion", "field-expert")
            .addSuits(RoleId.of("lead"))
            .build();

    /** Steps back, sees the whole and suggests what to change; the manager's profile. */
    TeamProfile STRATEGIST = builder()
            .id("strategist")
            .title("Strategist")
            .addRequirement(Skill.STRATEGIC_THINKING, 4)
            .addSuits(RoleId.of("lead"), RoleId.of("head"))
            .build();

    /** Reads the data correctly and brings up hidden problems. */
    TeamProfile ANALYST = builder()
            .id("analyst")
            .title("Analyst")
            .addRequirement(Skill.DATA_ANALYSIS, 4)
            .addRequirement(Skill.LOGICAL_THINKING, 3)
            .addSuits(RoleId.of("operations-analyst"))
            .build();

    /** The six profiles that every team needs, in the order of their source. */
    List<TeamProfile> STANDARD =
            List.of(CUSTOMER_CHAMPION, FIELD_EXPERT, OPERATIONALIST, QUALITY_CONTROLLER, STRATEGIST, ANALYST);

    /** {@return the name by which other profiles and files refer to this one, for example {@code field-expert}} */
    String id();

    /** {@return what people call this profile} */
    String title();

    /** {@return the skills it needs, most important first} */
    List<SkillRequirement> requirements();

    /** {@return the ids of the profiles that one person can well hold together with this one} */
    Set<String> pairsWith();

    /** {@return the ids of the profiles whose work this one judges, so that one person should not hold both} */
    Set<String> conflicts();

    /** {@return the job roles whose holders are the first to ask when somebody is needed for it} */
    Set<RoleId> suits();

    /**
     * Answers whether one person can well hold this profile and another.
     *
     * @param other the other profile
     * @return true when either of the two names the other as a pair
     */
    default boolean pairsWith(TeamProfile other) {
        return pairsWith().contains(other.id()) || other.pairsWith().contains(id());
    }

    /**
     * Answers whether one of two profiles judges the work of the other.
     *
     * @param other the other profile
     * @return true when either of the two names the other as a conflict
     */
    default boolean conflictsWith(TeamProfile other) {
        return conflicts().contains(other.id()) || other.conflicts().contains(id());
    }

    /**
     * Refuses a profile without a name, and one that pairs or conflicts with itself.
     *
     * @throws IllegalArgumentException when the id is blank or occurs among its own pairs or conflicts, or when the same
     *     id is a pair and a conflict
     */
    @Value.Check
    default void check() {
        if (id().isBlank()) {
            throw new IllegalArgumentException("profile id (" + Shown.of(id())
                    + ") must not be blank\nMaybe use the profile's title in lower case.");
        }
        if (pairsWith().contains(id()) || conflicts().contains(id())) {
            throw new IllegalArgumentException("profile (" + Shown.of(id())
                    + ") must not name itself as a pair or a conflict\nMaybe another profile was meant.");
        }
        for (String pair : pairsWith()) {
            if (conflicts().contains(pair)) {
                throw new IllegalArgumentException("profile (" + Shown.of(pair)
                        + ") must not be a pair and a conflict of " + id() + "\nMaybe leave it out of one of the two.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a profile. */
    final class Builder extends ImmutableTeamProfile.Builder {
        Builder() {}

        /**
         * Adds a skill that the profile needs now.
         *
         * @param skill the skill
         * @param level the lowest level that will do
         * @return this builder
         * @throws IllegalArgumentException when the level is no point of the skill's scale
         */
        public Builder addRequirement(Skill skill, int level) {
            return addRequirement(SkillRequirement.of(skill, level));
        }
    }
}
