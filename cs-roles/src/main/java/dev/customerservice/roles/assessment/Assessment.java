package dev.customerservice.roles.assessment;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * Weighted criteria about one type of subject, with levels or without.
 *
 * <p>Laws: a score lies from 0 to 1; raising a rating never lowers the score or the level; all weights times a constant change
 * nothing; a criterion that applies to nobody is as good as not written.
 */
@Value.Immutable
public interface Assessment extends Catalogue.Entry, WithAssessment {

    /** {@return the type of what is assessed, for example {@code team}} */
    String subject();

    /** {@return the scale on which people rate; {@link Scale#AGREEMENT} unless another is given} */
    @Value.Default
    default Scale scale() {
        return Scale.AGREEMENT;
    }

    /**
     * Finds the scale of one criterion.
     *
     * @param criterion the criterion
     * @return its own scale, or that of this assessment
     */
    default Scale scale(Criterion criterion) {
        return criterion.scale().orElse(scale());
    }

    /** {@return what is judged, at least one} */
    List<Criterion> criteria();

    /** {@return the levels from the lowest to the highest; empty when there are none} */
    List<Level> levels();

    /** {@return the least share of the weight that must have a value, 0 to 1; 0.5 unless said otherwise} */
    @Value.Default
    default BigDecimal minimumCoverage() {
        return new BigDecimal("0.5");
    }

    /** {@return the number of raters below which a rated criterion stays hidden; 0 when raters are named} */
    @Value.Default
    default int anonymityFloor() {
        return 0;
    }

    /** {@return how the scores of several raters become one; the mean unless said otherwise} */
    @Value.Default
    default Combine combine() {
        return Combine.MEAN;
    }

    /** {@return by part of this entry, whether its source says so or its writer chose it} */
    Map<String, Catalogue.Origin> origin();

    /** How the scores of several raters become one. */
    enum Combine {
        /** The mean. */
        MEAN,
        /** The middle one, or the mean of the two in the middle. */
        MEDIAN
    }

    /**
     * One step of maturity.
     *
     * @param id its name
     * @param title what people call it
     * @param minimumByCategory the least score of a category, 0 to 1, by category
     * @param kpis the measures that make sense from here on; nothing is forbidden before
     * @param practices the ids of the practices that make sense from here on
     */
    record Level(
            String id,
            String title,
            SortedMap<String, BigDecimal> minimumByCategory,
            List<String> kpis,
            List<String> practices) {
        /** Copies everything. */
        public Level {
            minimumByCategory = Collections.unmodifiableSortedMap(new TreeMap<>(minimumByCategory));
            kpis = List.copyOf(kpis);
            practices = List.copyOf(practices);
        }

        /**
         * Names a level that asks for its criteria only.
         *
         * @param id its name
         * @param title what people call it
         * @return the level
         */
        public static Level of(String id, String title) {
            return new Level(id, title, Collections.emptySortedMap(), List.of(), List.of());
        }
    }

    /**
     * Reads it without ratings.
     *
     * @param log the evidence
     * @param about whom or what is assessed
     * @param asOf the instant of reading
     * @return the reading, in which rated criteria are missing
     */
    default AssessmentReading read(EvidenceLog log, Subject about, Instant asOf) {
        return read(log, List.of(), about, asOf);
    }

    /**
     * Reads it.
     *
     * @param log the evidence
     * @param ratings what people said; ratings of other assessments and other subjects, and later ones, do not count
     * @param about whom or what is assessed
     * @param asOf the instant of reading
     * @return the reading
     * @throws IllegalArgumentException when a rating names a criterion or a score that does not exist
     */
    default AssessmentReading read(EvidenceLog log, Collection<Rating> ratings, Subject about, Instant asOf) {
        return Results.read(this, log, ratings, about, asOf);
    }

    /**
     * Reads it for groups of raters.
     *
     * <p>A rated criterion is hidden for a group with fewer raters than {@link #anonymityFloor()}, and for as many other groups as it
     * takes that the hidden ones together have that many, so that nobody can be found by subtraction.
     *
     * @param log the evidence
     * @param ratings what people said
     * @param about whom or what is assessed
     * @param asOf the instant of reading
     * @param segmentOf the group of a rater
     * @return the reading of each group by name
     */
    default SortedMap<String, AssessmentReading> readSegments(
            EvidenceLog log,
            Collection<Rating> ratings,
            Subject about,
            Instant asOf,
            Function<AgentId, String> segmentOf) {
        return Results.readSegments(this, log, ratings, about, asOf, segmentOf);
    }

    /**
     * Measures how many of those asked have answered.
     *
     * @param ratings what people said; ratings of other assessments and other subjects, and later ones, do not count
     * @param asked those who were asked
     * @param about whom or what is assessed
     * @param asOf the instant of reading
     * @return the people asked who rated at least one criterion, or said that it does not apply, over the people asked
     */
    default Ratio response(Collection<Rating> ratings, Set<AgentId> asked, Subject about, Instant asOf) {
        long answered = ratings.stream()
                .filter(rating -> rating.assessment().equals(id())
                        && rating.about().equals(about)
                        && !rating.at().isAfter(asOf))
                .map(Rating::rater)
                .filter(asked::contains)
                .distinct()
                .count();
        return Ratio.of(answered, asked.size());
    }

    /**
     * Looks a criterion up.
     *
     * @param id its name
     * @return the criterion
     * @throws IllegalArgumentException when there is none of this name
     */
    default Criterion criterion(String id) {
        return criteria().stream()
                .filter(criterion -> criterion.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("criterion (" + Shown.of(id)
                        + ") must be one of assessment "
                        + id() + "\nMaybe one of "
                        + Shown.of(criteria().stream().map(Criterion::id).toList()) + "?"));
    }

    /**
     * Refuses an assessment without criteria, one that names what it does not have, and shares outside 0 to 1.
     *
     * @throws IllegalArgumentException when one of these is so
     */
    @Value.Check
    default void check() {
        Set<String> ids = new HashSet<>();
        criteria()
                .forEach(criterion -> require(
                        ids.add(criterion.id()),
                        "criterion",
                        criterion.id(),
                        "be named once",
                        "give the second another name"));
        require(!criteria().isEmpty(), "criteria", "none", "be at least one", "start with what matters most");
        Set<String> levels = levels().stream().map(Level::id).collect(Collectors.toSet());
        Set<String> used = new HashSet<>();
        Set<String> categories = criteria().stream().map(Criterion::category).collect(Collectors.toSet());
        for (Criterion criterion : criteria()) {
            criterion.level().ifPresent(level -> {
                require(levels.contains(level), "level", level, "be one of " + levels, "add the level");
                used.add(level);
            });
        }
        for (Level level : levels()) {
            require(
                    used.contains(level.id()) || !level.minimumByCategory().isEmpty(),
                    "level",
                    level.id(),
                    "ask for a criterion or a category",
                    "leave the level out");
            level.minimumByCategory()
                    .keySet()
                    .forEach(category -> require(
                            categories.contains(category), "category", category, "be one of " + categories, "add it"));
        }
        require(
                minimumCoverage().signum() >= 0 && minimumCoverage().compareTo(BigDecimal.ONE) <= 0,
                "minimumCoverage",
                Shown.of(minimumCoverage()),
                "be from 0 to 1",
                "give 0.5 for half of the weight");
        require(anonymityFloor() >= 0, "anonymityFloor", "" + anonymityFloor(), "not be negative", "give 5");
    }

    private void require(boolean holds, String noun, String value, String rule, String hint) {
        if (!holds) {
            throw new IllegalArgumentException(
                    noun + " (" + value + ") of assessment " + id() + " must " + rule + "\nMaybe " + hint + ".");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of an assessment. */
    final class Builder extends ImmutableAssessment.Builder {
        Builder() {}
    }
}
