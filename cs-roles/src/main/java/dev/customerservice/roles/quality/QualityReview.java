package dev.customerservice.roles.quality;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.ReviewFacts;
import dev.customerservice.metrics.statistics.ReviewScore;
import dev.customerservice.roles.assessment.Assessment;
import dev.customerservice.roles.assessment.AssessmentReading;
import dev.customerservice.roles.assessment.Rating;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** What one reviewer found in one contact of somebody else; a criterion that is in neither list was not looked at. */
@Value.Immutable
public interface QualityReview extends WithQualityReview {

    /** {@return the identity of the review} */
    String id();

    /** {@return the id of the scorecard it was filled in on} */
    String scorecard();

    /** {@return the ticket of the contact} */
    TicketId ticket();

    /** {@return the channel of the contact; empty when that does not matter} */
    Optional<Channel> channel();

    /** {@return whose work it was} */
    AgentId agent();

    /** {@return who reviewed it, not the same person} */
    AgentId reviewer();

    /** {@return when it was reviewed} */
    Instant reviewedAt();

    /** {@return the point given for each criterion, by its name} */
    Map<String, Integer> scores();

    /** {@return the criteria that do not apply to this contact} */
    Set<String> notApplicable();

    /** {@return whether the reviewer knew neither the person nor another review of the contact} */
    @Value.Default
    default boolean blind() {
        return false;
    }

    /**
     * Tells it in the terms of an assessment.
     *
     * @param assessment the assessment of the scorecard
     * @return one rating by the reviewer for each criterion looked at
     * @throws IllegalArgumentException when a criterion or point does not exist
     */
    default List<Rating> ratings(Assessment assessment) {
        Subject contact = Subject.of("contact", id());
        return Stream.concat(
                        scores().entrySet().stream()
                                .map(score -> Rating.of(
                                        assessment,
                                        score.getKey(),
                                        contact,
                                        reviewer(),
                                        score.getValue(),
                                        reviewedAt())),
                        notApplicable().stream()
                                .map(criterion -> new Rating(
                                        assessment.id(),
                                        criterion,
                                        contact,
                                        reviewer(),
                                        OptionalInt.empty(),
                                        reviewedAt())))
                .toList();
    }

    /**
     * Tells it as a fact, for the measures of reviewed work.
     *
     * @param scorecard the scorecard it was filled in on
     * @param asOf the instant up to which things are known
     * @return the fact; its items are worth 0 to 1, a critical one below the mark of the scorecard 0
     */
    default ReviewFacts toFacts(Scorecard scorecard, Instant asOf) {
        AssessmentReading reading = scorecard.score(this).reading();
        return new ReviewFacts(
                reviewedAt(),
                agent(),
                reading.results().stream()
                        .map(result -> new ReviewScore.Item(
                                result.criterion().weight().doubleValue(),
                                points(result, scorecard.criticalBelow()),
                                1,
                                result.criterion().critical()
                                        && scorecard.criticalBelow().signum() > 0))
                        .toList(),
                asOf);
    }

    private static OptionalDouble points(AssessmentReading.Result result, BigDecimal criticalBelow) {
        return result.value()
                .map(value -> result.criterion().critical() && value.compareTo(criticalBelow) < 0
                        ? OptionalDouble.of(0)
                        : OptionalDouble.of(value.doubleValue()))
                .orElse(OptionalDouble.empty());
    }

    /**
     * Refuses a review of one's own work, and a criterion that is rated and does not apply.
     *
     * @throws IllegalArgumentException when it is
     */
    @Value.Check
    default void check() {
        if (agent().equals(reviewer())) {
            throw new IllegalArgumentException("reviewer (" + reviewer().value() + ") of review " + id()
                    + " must not be the one whose work it is\nMaybe a colleague can review it.");
        }
        for (String criterion : notApplicable()) {
            if (scores().containsKey(criterion)) {
                throw new IllegalArgumentException("criterion (" + Shown.of(criterion) + ") of review " + id()
                        + " must be rated or not applicable, not both\nMaybe leave out one of the two.");
            }
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects what a reviewer found. */
    final class Builder extends ImmutableQualityReview.Builder {
        Builder() {}
    }
}
