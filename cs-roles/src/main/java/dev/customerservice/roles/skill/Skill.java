package dev.customerservice.roles.skill;

import dev.customerservice.domain.text.LowerCase;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.catalogue.Scale;
import org.immutables.value.Value;

/**
 * Something a person can do more or less well.
 *
 * <p>The constants are the skills that the standard roles and profiles ask for; a project adds its own with
 * {@link #of(String, Family)}.
 */
@Value.Immutable
public interface Skill extends Catalogue.Entry, WithSkill {

    /** Feels what the customer feels. */
    Skill EMPATHY = of("Empathy", Family.SOCIAL);
    /** Stays calm and listens to the end. */
    Skill PATIENCE = of("Patience", Family.SOCIAL);
    /** Wins an upset customer for the solution. */
    Skill PERSUASIVENESS = of("Persuasiveness", Family.SOCIAL);
    /** Puts the customer's problem into words that others can work with. */
    Skill PROBLEM_STATEMENT = of("Problem statement", Family.SOCIAL);
    /** Keeps calm while a customer is not. */
    Skill CALM = of("Calm", Family.SOCIAL);
    /** Answers an objection so that the customer feels heard. */
    Skill OBJECTION_HANDLING = of("Objection handling", Family.SOCIAL);
    /** Decides soundly under pressure of time. */
    Skill DECISION_MAKING = of("Decision making", Family.HARD);
    /** Reasons from the facts to the cause. */
    Skill LOGICAL_THINKING = of("Logical thinking", Family.HARD);
    /** Takes in policies, processes and answers, and finds them again. */
    Skill KNOWLEDGE_MANAGEMENT = of("Knowledge management", Family.HARD);
    /** Orders work so that it flows between people without loss. */
    Skill PROCESS_DESIGN = of("Process design", Family.HARD);
    /** Judges whether an answer was correct and complete. */
    Skill ANSWER_REVIEW = of("Answer review", Family.HARD);
    /** Reads data correctly and finds what they hide. */
    Skill DATA_ANALYSIS = of("Data analysis", Family.HARD);
    /** Knows the product and why it fails. */
    Skill PRODUCT_KNOWLEDGE = of("Product knowledge", Family.PRODUCT);
    /** Steps back and sees where the team should go. */
    Skill STRATEGIC_THINKING = of("Strategic thinking", Family.LEADERSHIP);

    /** What kind of skill it is. */
    enum Family {
        /** How somebody deals with people. */
        SOCIAL,
        /** How somebody works. */
        HARD,
        /** What somebody knows of the products. */
        PRODUCT,
        /** Which language somebody serves customers in. */
        LANGUAGE,
        /** How somebody leads others. */
        LEADERSHIP
    }

    /** {@return the name by which requirements and assessments refer to this skill} */
    default SkillId skillId() {
        return SkillId.of(id());
    }

    /** {@return what kind of skill it is} */
    Family family();

    /** {@return the scale on which it is assessed; {@link Scale#PROFICIENCY} unless another is given} */
    @Value.Default
    default Scale scale() {
        return Scale.PROFICIENCY;
    }

    /**
     * Names a skill on the standard scale.
     *
     * @param title what people call it; its id is the title in lower case with hyphens for spaces
     * @param family what kind of skill it is
     * @return the skill, assessed on {@link Scale#PROFICIENCY}
     * @throws IllegalArgumentException when the title is blank
     */
    static Skill of(String title, Family family) {
        String words = LowerCase.of(title.strip());
        return builder().id(words.replace(' ', '-')).title(title).family(family).build();
    }

    /**
     * Refuses a skill nobody could name.
     *
     * @throws IllegalArgumentException when the title is blank
     */
    @Value.Check
    default void check() {
        if (title().isBlank()) {
            throw new IllegalArgumentException("title of skill " + Shown.of(id()) + " (" + Shown.of(title())
                    + ") must not be blank\nMaybe use the word the team uses.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a skill. */
    final class Builder extends ImmutableSkill.Builder {
        Builder() {}
    }
}
