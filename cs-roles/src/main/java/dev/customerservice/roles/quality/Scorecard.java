package dev.customerservice.roles.quality;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Moments;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.Criterion;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * An assessment of one contact, in which failing a critical criterion may outweigh all else.
 *
 * <p>Laws: what does not apply leaves both sums; a critical failure never raises the score; the order of criteria and ratings is
 * nothing.
 */
@Value.Immutable
public interface Scorecard extends Catalogue.Entry, WithScorecard {

    /** {@return the weighted criteria, the critical ones marked} */
    Assessment assessment();

    /** {@return the channels it is made for; empty for all} */
    Set<Channel> appliesTo();

    /** {@return the value, 0 to 1, below which a critical criterion fails; 0.5 unless said otherwise} */
    @Value.Default
    default BigDecimal criticalBelow() {
        return new BigDecimal("0.5");
    }

    /**
     * {@return the most that a review with a critical failure can score, 0 to 1: 0 makes it 0 and is the default, 1 lets the score
     * stand}
     */
    @Value.Default
    default BigDecimal criticalCap() {
        return BigDecimal.ZERO;
    }

    /**
     * A review with its scores.
     *
     * @param review the review
     * @param score the score, 0 to 1, with the cap of critical failures; no data when nothing was rated
     * @param scoreIgnoringCritical the score, 0 to 1, as if no criterion were critical
     * @param criticalFailures the critical criteria that fail
     * @param reading what was found for each criterion
     */
    record Score(
            QualityReview review,
            Measurement<BigDecimal> score,
            Measurement<BigDecimal> scoreIgnoringCritical,
            List<Criterion> criticalFailures,
            AssessmentReading reading) {
        /** Copies the failures. */
        public Score {
            criticalFailures = List.copyOf(criticalFailures);
        }

        /** {@return whether a critical criterion fails} */
        public boolean isCriticalFailure() {
            return !criticalFailures.isEmpty();
        }
    }

    /**
     * What several reviews say together.
     *
     * @param mean the mean of their scores, 0 to 1; no data without a score
     * @param interval where the mean of all such contacts lies, at 95 % by Student's t, of equal scores by how many others
     *     there can be at most; empty for fewer than two scores
     * @param passed the reviews that reach the pass mark, of those with a score
     * @param critical the reviews with a critical failure, of all
     */
    record Summary(Measurement<Double> mean, Optional<ConfidenceInterval> interval, Ratio passed, Ratio critical) {}

    /**
     * Scores a review.
     *
     * @param review the review, of this scorecard
     * @return the score, with and without what critical failures do to it
     * @throws IllegalArgumentException when the review is of another scorecard or channel, or names a criterion or point that does not
     *     exist
     */
    default Score score(QualityReview review) {
        if (!review.scorecard().equals(id())) {
            throw new IllegalArgumentException("scorecard (" + review.scorecard() + ") of review " + review.id()
                    + " must be " + id() + "\nMaybe the review was filled in on another one.");
        }
        if (!appliesTo().isEmpty()
                && review.channel().filter(appliesTo()::contains).isEmpty()) {
            throw new IllegalArgumentException("channel ("
                    + review.channel().map(Channel::name).orElse("none")
                    + ") of review " + review.id() + " must be one of "
                    + appliesTo().stream().map(Channel::name).sorted().toList() + "\nMaybe use another scorecard.");
        }
        AssessmentReading reading = assessment()
                .read(
                        EvidenceLog.empty(),
                        review.ratings(assessment()),
                        Subject.of("contact", review.id()),
                        review.reviewedAt());
        List<Criterion> failures = reading.criticalFailures(criticalBelow());
        Measurement<BigDecimal> score = reading.score();
        return new Score(review, failures.isEmpty() ? score : score.map(criticalCap()::min), score, failures, reading);
    }

    /**
     * Sums reviews up.
     *
     * @param reviews the reviews
     * @param passMark the score from which a review passes, 0 to 1
     * @return their mean with its interval, and how many pass and fail critically
     */
    default Summary summary(Collection<QualityReview> reviews, BigDecimal passMark) {
        List<Score> scores = reviews.stream().map(this::score).toList();
        Moments moments = moments(scores);
        long unscored = scores.size() - moments.count();
        LeftOut leftOut = LeftOut.of(new Absence("nothing_rated"), unscored);
        long passed = scores.stream()
                .flatMap(score -> score.score().amount().stream())
                .filter(value -> value.compareTo(passMark) >= 0)
                .count();
        return new Summary(
                moments.count() == 0
                        ? Measurement.noData(Absence.NOTHING_COUNTED, leftOut)
                        : Measurement.value(moments.mean(), moments.count(), leftOut),
                Bounds.of(moments),
                Ratio.of(passed, moments.count()),
                Ratio.of(scores.stream().filter(Score::isCriticalFailure).count(), scores.size()));
    }

    /**
     * Compares people, without an order among those who cannot be told apart.
     *
     * @param reviews the reviews of any number of people
     * @return the tiers by the intervals of their mean scores
     */
    default QualityStanding standing(Collection<QualityReview> reviews) {
        Map<String, List<Score>> byAgent = new TreeMap<>();
        reviews.forEach(review -> byAgent.computeIfAbsent(review.agent().value(), agent -> new ArrayList<>())
                .add(score(review)));
        Map<AgentId, Optional<ConfidenceInterval>> intervals = new LinkedHashMap<>();
        byAgent.forEach((agent, scores) -> intervals.put(AgentId.of(agent), Bounds.of(moments(scores))));
        return QualityStanding.of(intervals);
    }

    /**
     * Finds what to coach: criteria in which a person is below a mark for certain.
     *
     * @param reviews the reviews of any number of people
     * @param mark the value of a criterion that is good enough, 0 to 1
     * @return one advice {@code COACH} about the person for each criterion whose mean has its whole interval below the mark, with the
     *     mean, by person, then in the order of the criteria; fewer than two ratings never suffice
     */
    default List<Reason> coaching(Collection<QualityReview> reviews, BigDecimal mark) {
        Map<String, List<Score>> byAgent = new TreeMap<>();
        reviews.forEach(review -> byAgent.computeIfAbsent(review.agent().value(), agent -> new ArrayList<>())
                .add(score(review)));
        List<Reason> signals = new ArrayList<>();
        byAgent.forEach((agent, scores) -> {
            for (Criterion criterion : assessment().criteria()) {
                Moments moments = Moments.of(scores.stream()
                        .flatMap(score -> score.reading().results().stream())
                        .filter(result -> result.criterion().equals(criterion))
                        .flatMap(result -> result.value().stream())
                        .mapToDouble(BigDecimal::doubleValue)
                        .toArray());
                Bounds.of(moments)
                        .filter(interval -> interval.high() < mark.doubleValue())
                        .ifPresent(interval -> signals.add(Reason.advice("COACH")
                                .withAbout(Subject.person(AgentId.of(agent)))
                                .withWhere(criterion.id())
                                .withValue("mean", estimate(moments, interval))));
            }
        });
        return List.copyOf(signals);
    }

    private static Detail.Estimate estimate(Moments moments, ConfidenceInterval interval) {
        return new Detail.Estimate(
                BigDecimal.valueOf(moments.mean()),
                BigDecimal.valueOf(Math.min(interval.low(), moments.mean())),
                BigDecimal.valueOf(Math.max(interval.high(), moments.mean())),
                moments.count(),
                "share");
    }

    private static Moments moments(Collection<Score> scores) {
        return Moments.of(scores.stream()
                .flatMap(score -> score.score().amount().stream())
                .mapToDouble(BigDecimal::doubleValue)
                .toArray());
    }

    /**
     * Refuses shares outside 0 to 1.
     *
     * @throws IllegalArgumentException when one is
     */
    @Value.Check
    default void check() {
        requireShare("criticalBelow", criticalBelow());
        requireShare("criticalCap", criticalCap());
    }

    private void requireShare(String name, BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(name + " (" + Shown.of(value) + ") of scorecard " + id()
                    + " must be from 0 to 1\nMaybe it was given in percent.");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a scorecard. */
    final class Builder extends ImmutableScorecard.Builder {
        Builder() {}
    }
}
