package dev.customerservice.roles.skill;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;

/**
 * What each person can do as of an instant, and what is missing.
 *
 * <p>A level counts from the instant it was assessed until it expires; of several the latest counts, and of two at the
 * same instant the lower, so the order of the assessments never matters. A skill nobody assessed is unknown: it makes a
 * gap of the full requirement and the gap says {@code NOT_ASSESSED}.
 */
public final class SkillMatrix {

    private static final BinaryOperator<Assessed> LATER = BinaryOperator.maxBy(
            comparing(Assessed::at).thenComparing(comparingInt(Assessed::level).reversed()));

    private final Instant asOf;
    private final Set<AgentId> people;
    private final Map<AgentId, Map<SkillId, Assessed>> counted;

    private SkillMatrix(Instant asOf, Set<AgentId> people, Map<AgentId, Map<SkillId, Assessed>> counted) {
        this.asOf = asOf;
        this.people = people;
        this.counted = counted;
    }

    /**
     * Reads what is known of some people at an instant.
     *
     * @param people the people asked about, with or without an assessment
     * @param assessments what was assessed, in any order; other people, later and expired ones are left out
     * @param asOf the instant as of which the matrix is read
     * @return the matrix of these people
     */
    public static SkillMatrix of(Collection<AgentId> people, Collection<Assessed> assessments, Instant asOf) {
        Set<AgentId> sorted = new LinkedHashSet<>(
                people.stream().sorted(comparing(AgentId::value)).toList());
        Map<AgentId, Map<SkillId, Assessed>> counted = new HashMap<>();
        for (Assessed assessed : assessments) {
            if (sorted.contains(assessed.person()) && assessed.countsAt(asOf)) {
                counted.computeIfAbsent(assessed.person(), person -> new HashMap<>())
                        .merge(assessed.skill(), assessed, LATER);
            }
        }
        return new SkillMatrix(asOf, Collections.unmodifiableSet(sorted), counted);
    }

    /**
     * Reads what the log says of some people at an instant: what was assessed, and what a certificate states while it holds.
     *
     * @param people the people asked about
     * @param log what has happened; {@code skill.assessed} has the details {@code skill} and {@code level}, and so has
     *     {@code certificate.granted}, with {@code expires} where it ends; a certificate without a level says nothing here, and
     *     neither does hearsay
     * @param asOf the instant as of which the matrix is read; what was recorded later is not known
     * @return the matrix of these people
     * @throws IllegalArgumentException when a level is no whole number
     */
    public static SkillMatrix of(Collection<AgentId> people, EvidenceLog log, Instant asOf) {
        EvidenceLog known = log.asOf(asOf);
        List<Assessed> assessments = new ArrayList<>();
        for (String kind : List.of("skill.assessed", "certificate.granted")) {
            for (Evidence evidence : known.of(kind, Map.of(), Evidence.Basis.TESTIMONY)) {
                Optional<Subject> person = evidence.subject("person");
                Optional<String> skill = evidence.text("skill");
                Optional<Detail.Quantity> level = evidence.detail("level", Detail.Quantity.class);
                if (person.isPresent() && skill.isPresent() && level.isPresent()) {
                    assessments.add(new Assessed(
                            AgentId.of(person.get().id()),
                            SkillId.of(skill.get()),
                            whole(evidence, level.get().value()),
                            evidence.at(),
                            evidence.detail("expires", Detail.Moment.class).map(Detail.Moment::value)));
                }
            }
        }
        return of(people, assessments, asOf);
    }

    private static int whole(Evidence evidence, BigDecimal level) {
        try {
            return level.intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "level (" + Shown.of(level) + ") of evidence " + evidence.id()
                            + " must be a point of a scale, a whole number\nMaybe the mean of several was recorded.",
                    e);
        }
    }

    /** {@return the instant as of which this matrix was read} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return the people asked about, sorted by id} */
    public Set<AgentId> people() {
        return people;
    }

    /**
     * Finds the level of a person in a skill.
     *
     * @param person the person
     * @param skill the skill
     * @return the assessed level; empty when it is unknown
     */
    public OptionalInt level(AgentId person, SkillId skill) {
        return assessed(person, skill)
                .map(found -> OptionalInt.of(found.level()))
                .orElseGet(OptionalInt::empty);
    }

    /**
     * Finds the assessment that counts for a person in a skill.
     *
     * @param person the person
     * @param skill the skill
     * @return the latest assessment in force; empty when there is none
     */
    public Optional<Assessed> assessed(AgentId person, SkillId skill) {
        return Optional.ofNullable(counted.getOrDefault(person, Map.of()).get(skill));
    }

    /**
     * Names the people who meet a requirement.
     *
     * @param requirement the skill and the level needed
     * @return the people assessed at that level or above, sorted by id
     */
    public Set<AgentId> holders(SkillRequirement requirement) {
        Set<AgentId> holders = new LinkedHashSet<>();
        for (AgentId person : people) {
            OptionalInt level = level(person, requirement.skill());
            if (level.isPresent() && level.getAsInt() >= requirement.level()) {
                holders.add(person);
            }
        }
        return Collections.unmodifiableSet(holders);
    }

    /**
     * Lists what each person lacks now.
     *
     * @param requirements what is needed; those needed only from a later date are left out
     * @return the gaps by person id, then in the order of the requirements
     */
    public List<Gap> gaps(Collection<SkillRequirement> requirements) {
        return gaps(requirements, SkillRequirement::isNow);
    }

    /**
     * Lists what each person would lack on a date if nobody learned anything.
     *
     * @param requirements what is needed
     * @param date the date on which it is needed
     * @return the gaps by person id, then in the order of the requirements
     */
    public List<Gap> gaps(Collection<SkillRequirement> requirements, LocalDate date) {
        return gaps(requirements, requirement -> requirement.isNeededOn(date));
    }

    /**
     * Lists what the team lacks now: the requirements that fewer people meet than it needs.
     *
     * @param requirements what is needed; those needed only from a later date are left out
     * @return the team gaps in the order of the requirements
     */
    public List<TeamGap> teamGaps(Collection<SkillRequirement> requirements) {
        return teamGaps(requirements, SkillRequirement::isNow);
    }

    /**
     * Lists what the team would lack on a date if nobody learned anything.
     *
     * @param requirements what is needed
     * @param date the date on which it is needed
     * @return the team gaps in the order of the requirements
     */
    public List<TeamGap> teamGaps(Collection<SkillRequirement> requirements, LocalDate date) {
        return teamGaps(requirements, requirement -> requirement.isNeededOn(date));
    }

    /**
     * Finds what hangs on one person: the requirements that exactly one person meets.
     *
     * @param requirements what is needed, now or later
     * @return each such requirement with the person who meets it alone, in the order given
     */
    public Map<SkillRequirement, AgentId> singleHolders(Collection<SkillRequirement> requirements) {
        Map<SkillRequirement, AgentId> single = new LinkedHashMap<>();
        for (SkillRequirement requirement : requirements) {
            Set<AgentId> holders = holders(requirement);
            if (holders.size() == 1) {
                single.put(requirement, holders.iterator().next());
            }
        }
        return Collections.unmodifiableMap(single);
    }

    /**
     * Lists what will no longer count soon, so that it can be renewed in time.
     *
     * @param until the instant up to which it is asked
     * @return the assessments that count now and expire at that instant or before, the first to expire first
     */
    public List<Assessed> expiring(Instant until) {
        return counted.values().stream()
                .flatMap(skills -> skills.values().stream())
                .filter(found ->
                        found.expiresAt().filter(end -> !end.isAfter(until)).isPresent())
                .sorted(comparing((Assessed found) -> found.expiresAt().orElseThrow())
                        .thenComparing(Assessed::person, comparing(AgentId::value))
                        .thenComparing(Assessed::skill))
                .toList();
    }

    @Override
    public String toString() {
        int known = counted.values().stream().mapToInt(Map::size).sum();
        return "SkillMatrix[people=" + people.size() + ", assessed=" + known + ", asOf=" + asOf + "]";
    }

    private List<Gap> gaps(Collection<SkillRequirement> requirements, Predicate<SkillRequirement> needed) {
        List<Gap> gaps = new ArrayList<>();
        for (AgentId person : people) {
            for (SkillRequirement requirement : requirements) {
                Gap gap = new Gap(person, requirement, level(person, requirement.skill()));
                if (needed.test(requirement) && gap.size() > 0) {
                    gaps.add(gap);
                }
            }
        }
        return List.copyOf(gaps);
    }

    private List<TeamGap> teamGaps(Collection<SkillRequirement> requirements, Predicate<SkillRequirement> needed) {
        List<TeamGap> gaps = new ArrayList<>();
        for (SkillRequirement requirement : requirements) {
            int unknown = (int) people.stream()
                    .filter(person -> level(person, requirement.skill()).isEmpty())
                    .count();
            TeamGap gap = new TeamGap(requirement, holders(requirement).size(), unknown);
            if (needed.test(requirement) && gap.missing() > 0) {
                gaps.add(gap);
            }
        }
        return List.copyOf(gaps);
    }

    /**
     * One level, found for one person at one instant.
     *
     * @param person the person assessed
     * @param skill the skill
     * @param level the level found, on the scale of the skill
     * @param at the instant of the assessment, from which it counts
     * @param expiresAt the first instant at which it no longer counts, after {@code at}; empty when it does not expire
     */
    public record Assessed(AgentId person, SkillId skill, int level, Instant at, Optional<Instant> expiresAt) {

        /** Refuses an assessment that expires before it counts. */
        public Assessed {
            if (expiresAt.isPresent() && !expiresAt.get().isAfter(at)) {
                throw new IllegalArgumentException("expiresAt (" + expiresAt.get() + ") must be after the assessment ("
                        + at + ")\nMaybe the two instants are swapped.");
            }
        }

        /**
         * Records a level that does not expire.
         *
         * @param person the person assessed
         * @param skill the skill
         * @param level the level found
         * @param at the instant of the assessment
         * @return the assessment
         * @throws IllegalArgumentException when the level is no point of the skill's scale
         */
        public static Assessed of(AgentId person, Skill skill, int level, Instant at) {
            return new Assessed(person, skill.skillId(), skill.scale().require(level), at, Optional.empty());
        }

        /**
         * Limits it in time, as a certificate does.
         *
         * @param end the first instant at which it no longer counts
         * @return the same assessment until that instant
         * @throws IllegalArgumentException when the end is not after the assessment
         */
        public Assessed withExpiresAt(Instant end) {
            return new Assessed(person, skill, level, at, Optional.of(end));
        }

        /**
         * Answers whether it is in force.
         *
         * @param instant the instant asked about
         * @return true from the assessment on until it expires
         */
        public boolean countsAt(Instant instant) {
            return !at.isAfter(instant) && expiresAt.map(instant::isBefore).orElse(true);
        }
    }

    /**
     * What one person lacks for one requirement.
     *
     * @param person the person
     * @param requirement what is needed
     * @param assessed the level found; empty when nobody assessed it
     */
    public record Gap(AgentId person, SkillRequirement requirement, OptionalInt assessed) {

        /** {@return the levels missing, max(0, required − assessed); the full requirement when not assessed} */
        public int size() {
            return Math.max(0, requirement.level() - assessed.orElse(0));
        }

        /** {@return true when the level is unknown, not low} */
        public boolean isNotAssessed() {
            return assessed.isEmpty();
        }

        /** {@return why it is a gap: {@code NOT_ASSESSED} or {@code BELOW_LEVEL}, with the figures} */
        public Reason reason() {
            Reason reason = Reason.rule(isNotAssessed() ? "NOT_ASSESSED" : "BELOW_LEVEL")
                    .withAbout(Subject.person(person))
                    .withWhere(requirement.skill().value())
                    .withValue("required", Detail.count(requirement.level(), "level"));
            return isNotAssessed() ? reason : reason.withValue("assessed", Detail.count(assessed.getAsInt(), "level"));
        }
    }

    /**
     * What a team lacks for one requirement.
     *
     * @param requirement what is needed
     * @param have how many people meet it
     * @param notAssessed how many people nobody assessed for it, and who may meet it
     */
    public record TeamGap(SkillRequirement requirement, int have, int notAssessed) {

        /** {@return how many people are missing, max(0, needed − have)} */
        public int missing() {
            return Math.max(0, requirement.people() - have);
        }

        /** {@return why it is a gap: {@code TOO_FEW_PEOPLE}, with how many are needed, meet it and are unknown} */
        public Reason reason() {
            return Reason.rule("TOO_FEW_PEOPLE")
                    .withWhere(requirement.skill().value())
                    .withValue("required", Detail.count(requirement.level(), "level"))
                    .withValue("needed", Detail.count(requirement.people(), "people"))
                    .withValue("have", Detail.count(have, "people"))
                    .withValue("notAssessed", Detail.count(notAssessed, "people"));
        }
    }
}
