package dev.customerservice.roles.assessment;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Subject;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * What one person says about one criterion; of several by the same person the latest counts.
 *
 * <p>It holds personal data: its {@code toString} names neither the rater nor the score.
 *
 * @param assessment the id of the assessment
 * @param criterion the name of the criterion
 * @param about whom or what is rated
 * @param rater who rates
 * @param score the point on the scale of the criterion; empty when the criterion does not apply
 * @param at when it was given
 */
public record Rating(String assessment, String criterion, Subject about, AgentId rater, OptionalInt score, Instant at) {

    /**
     * Gives a score.
     *
     * @param assessment the assessment
     * @param criterion the name of the criterion
     * @param about whom or what is rated
     * @param rater who rates
     * @param score the point on the scale
     * @param at when it was given
     * @return the rating
     * @throws IllegalArgumentException when there is no such criterion or its scale has no such point
     */
    public static Rating of(
            Assessment assessment, String criterion, Subject about, AgentId rater, int score, Instant at) {
        return new Rating(
                assessment.id(),
                criterion,
                about,
                rater,
                OptionalInt.of(assessment.scale(assessment.criterion(criterion)).require(score)),
                at);
    }

    /**
     * Says that a criterion does not apply.
     *
     * @param assessment the assessment
     * @param criterion the name of the criterion
     * @param about whom or what is rated
     * @param rater who rates
     * @param at when it was said
     * @return the rating without a score
     */
    public static Rating notApplicable(
            Assessment assessment, String criterion, Subject about, AgentId rater, Instant at) {
        return new Rating(assessment.id(), criterion, about, rater, OptionalInt.empty(), at);
    }

    @Override
    public String toString() {
        return "Rating[" + assessment + ", " + criterion + ", " + at + "]";
    }
}
