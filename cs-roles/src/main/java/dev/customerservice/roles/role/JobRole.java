package dev.customerservice.roles.role;

import static dev.customerservice.roles.role.JobRole.Involvement.ACCOUNTABLE;
import static dev.customerservice.roles.role.JobRole.Involvement.CONSULTED;
import static dev.customerservice.roles.role.JobRole.Involvement.INFORMED;
import static dev.customerservice.roles.role.JobRole.Involvement.RESPONSIBLE;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillMatrix;
import dev.customerservice.roles.skill.SkillRequirement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/**
 * A position in a service team: what it is responsible for, whom it reports to and what it takes.
 *
 * <p>The six constants and what they do follow their source; the reporting lines, the levels and the team sizes from
 * which a role deserves a person of its own are this library's defaults.
 */
@Value.Immutable
public interface JobRole extends WithJobRole {

    /** The first line: daily requests on several channels, and rerouting what is urgent. */
    JobRole ASSOCIATE = builder()
            .id(RoleId.of("associate"))
            .title("Customer service associate")
            .reportsTo(RoleId.of("lead"))
            .involved(RESPONSIBLE, "daily-requests", "reroute-urgent")
            .involved(INFORMED, "role-assignment", "shift-schedule")
            .addRequirement(Skill.EMPATHY, 3)
            .addRequirement(Skill.PATIENCE, 3)
            .addRequirement(Skill.PERSUASIVENESS, 2)
            .ownPersonFrom(1)
            .build();

    /** The expert for complex and technical problems. */
    JobRole ENGINEER = builder()
            .id(RoleId.of("engineer"))
            .title("Customer service engineer")
            .reportsTo(RoleId.of("lead"))
            .involved(RESPONSIBLE, "complex-problems")
            .involved(CONSULTED, "critical-incidents")
            .addRequirement(Skill.PRODUCT_KNOWLEDGE, 4)
            .addRequirement(Skill.LOGICAL_THINKING, 4)
            .ownPersonFrom(6)
            .build();

    /** The lead or manager: oversees the work and steps in for critical trouble. */
    JobRole LEAD = builder()
            .id(RoleId.of("lead"))
            .title("Customer service lead")
            .reportsTo(RoleId.of("head"))
            .involved(ACCOUNTABLE, "daily-requests", "reroute-urgent", "complex-problems", "performance-analysis")
            .involved(RESPONSIBLE, "critical-incidents", "role-assignment", "shift-schedule", "performance-review")
            .involved(ACCOUNTABLE, "critical-incidents", "role-assignment", "shift-schedule", "performance-review")
            .involved(RESPONSIBLE, "hiring", "stakeholder-review")
            .involved(ACCOUNTABLE, "hiring", "stakeholder-review")
            .involved(CONSULTED, "service-strategy")
            .addRequirement(Skill.DECISION_MAKING, 4)
            .addRequirement(Skill.EMPATHY, 3)
            .ownPersonFrom(4)
            .build();

    /** In charge of one or more large accounts. */
    JobRole TECHNICAL_ACCOUNT_MANAGER = builder()
            .id(RoleId.of("technical-account-manager"))
            .title("Technical account manager")
            .reportsTo(RoleId.of("head"))
            .involved(RESPONSIBLE, "large-accounts")
            .involved(ACCOUNTABLE, "large-accounts")
            .addRequirement(Skill.PRODUCT_KNOWLEDGE, 3)
            .addRequirement(Skill.PERSUASIVENESS, 4)
            .ownPersonFrom(8)
            .build();

    /** Analyses performance and productivity for hiring and operating decisions. */
    JobRole OPERATIONS_ANALYST = builder()
            .id(RoleId.of("operations-analyst"))
            .title("Support operations analyst")
            .reportsTo(RoleId.of("head"))
            .involved(RESPONSIBLE, "performance-analysis")
            .involved(CONSULTED, "hiring", "shift-schedule")
            .addRequirement(Skill.DATA_ANALYSIS, 4)
            .ownPersonFrom(12)
            .build();

    /** Heads the department: strategy, information resources and the quality of the customer's experience. */
    JobRole HEAD = builder()
            .id(RoleId.of("head"))
            .title("Head of support")
            .involved(RESPONSIBLE, "service-strategy", "information-resources", "experience-quality")
            .involved(ACCOUNTABLE, "service-strategy", "information-resources", "experience-quality")
            .involved(CONSULTED, "hiring", "stakeholder-review")
            .involved(INFORMED, "critical-incidents", "performance-analysis")
            .addRequirement(Skill.STRATEGIC_THINKING, 4)
            .addRequirement(Skill.DECISION_MAKING, 4)
            .ownPersonFrom(25)
            .build();

    /** The six roles, from the first line to the head of the department. */
    List<JobRole> STANDARD = List.of(ASSOCIATE, ENGINEER, LEAD, TECHNICAL_ACCOUNT_MANAGER, OPERATIONS_ANALYST, HEAD);

    /** How a role takes part in an activity, as in a RACI chart. */
    enum Involvement {
        /** Does the work. */
        RESPONSIBLE,
        /** Answers for the result; exactly one role of a team does. */
        ACCOUNTABLE,
        /** Is asked before. */
        CONSULTED,
        /** Is told after. */
        INFORMED
    }

    /**
     * How this role takes part in one activity.
     *
     * @param activity what is done, in lower case with hyphens, not blank
     * @param involvement how the role takes part
     */
    record Responsibility(String activity, Involvement involvement) {
        /** Refuses an activity without a name. */
        public Responsibility {
            if (activity.isBlank()) {
                throw new IllegalArgumentException(
                        "activity (" + Shown.of(activity) + ") must not be blank\nMaybe name it like daily-requests.");
            }
        }
    }

    /**
     * The mindset that a role needs beside its skills.
     *
     * @param assessment the id of the assessment that shows it
     * @param minimum the least score that will do, above 0 and at most 1
     */
    record Mindset(String assessment, BigDecimal minimum) {
        /** Refuses a minimum that everybody or nobody reaches. */
        public Mindset {
            if (minimum.signum() <= 0 || minimum.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("minimum (" + Shown.of(minimum) + ") of the mindset " + assessment
                        + " must be above 0 and at most 1\nMaybe it was given in percent.");
            }
        }
    }

    /** {@return the name by which teams and escalations refer to this role} */
    RoleId id();

    /** {@return what people call this role} */
    String title();

    /** {@return the role above it; empty at the top} */
    Optional<RoleId> reportsTo();

    /** {@return how it takes part in which activities; a role may both do the work and answer for it} */
    List<Responsibility> responsibilities();

    /** {@return the skills it needs, most important first} */
    List<SkillRequirement> requirements();

    /** {@return the mindset it needs; empty when skills suffice} */
    Optional<Mindset> mindset();

    /** {@return the team size from which the role deserves a person of its own, in people, at least 1} */
    int ownPersonFrom();

    /**
     * Says what keeps a person from taking this role now.
     *
     * @param person the person
     * @param skills what people can do
     * @param mindset the score of the person in the assessment of {@link #mindset()}; of no matter when the role needs none
     * @return {@code BELOW_LEVEL} or {@code NOT_ASSESSED} for each skill that is missing, then {@code MINDSET_BELOW_MINIMUM} with the score and
     *     the minimum, or {@code MINDSET_UNKNOWN}; empty for somebody who is eligible
     */
    default List<Reason> obstacles(AgentId person, SkillMatrix skills, Measurement<BigDecimal> mindset) {
        Stream<Reason> missing = requirements().stream()
                .filter(SkillRequirement::isNow)
                .map(needed -> new SkillMatrix.Gap(person, needed, skills.level(person, needed.skill())))
                .filter(gap -> gap.size() > 0)
                .map(SkillMatrix.Gap::reason);
        Stream<Reason> inMind = mindset().stream()
                .filter(needed -> mindset.amount()
                        .filter(score -> score.compareTo(needed.minimum()) >= 0)
                        .isEmpty())
                .map(needed -> lacking(person, needed, mindset.amount()));
        return Stream.concat(missing, inMind).toList();
    }

    private static Reason lacking(AgentId person, Mindset needed, Optional<BigDecimal> score) {
        Reason reason = Reason.rule(score.isPresent() ? "MINDSET_BELOW_MINIMUM" : "MINDSET_UNKNOWN")
                .withAbout(Subject.person(person))
                .withWhere(needed.assessment())
                .withValue("minimum", new Detail.Quantity(needed.minimum(), "score"));
        return score.map(found -> reason.withValue("score", new Detail.Quantity(found, "score")))
                .orElse(reason);
    }

    /**
     * Refuses a role that reports to itself or deserves a person before there is one.
     *
     * @throws IllegalArgumentException when the role reports to itself or {@code ownPersonFrom} is below 1
     */
    @Value.Check
    default void check() {
        if (reportsTo().filter(id()::equals).isPresent()) {
            throw new IllegalArgumentException("role (" + Shown.of(id().value())
                    + ") must not report to itself\nMaybe leave reportsTo empty at the top.");
        }
        if (ownPersonFrom() < 1) {
            throw new IllegalArgumentException("ownPersonFrom (" + ownPersonFrom() + ") of role " + id().value()
                    + " must be at least 1\nMaybe 1, for a role that every team has.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a job role. */
    final class Builder extends ImmutableJobRole.Builder {
        Builder() {}

        /**
         * Adds activities in which the role takes part in the same way.
         *
         * @param involvement how it takes part
         * @param activities what is done
         * @return this builder
         * @throws IllegalArgumentException when an activity is blank
         */
        public Builder involved(Involvement involvement, String... activities) {
            for (String activity : activities) {
                addResponsibility(new Responsibility(activity, involvement));
            }
            return this;
        }

        /**
         * Adds a skill that the role needs now.
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
