package dev.customerservice.domain.survey;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.TicketId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A survey that was sent, with the answer if there is one. A rating is no ticket event: it names its ticket. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
public interface SurveyResponse extends WithSurveyResponse, Serializable {
    /** {@return the name of the survey, such as {@code csat}; only responses of one survey are counted together} */
    String survey();

    /** {@return the scale of its question} */
    SurveyScale scale();

    /** {@return when it was sent, if that is known} */
    Optional<Instant> sentAt();

    /** {@return when it came back undelivered, empty if it did not} */
    Optional<Instant> bouncedAt();

    /** {@return when it was answered, empty if it was not} */
    Optional<Instant> answeredAt();

    /** {@return the point chosen, empty if it was not answered or answered without a rating} */
    Optional<Integer> rating();

    /** {@return the ticket it is about, if any} */
    Optional<TicketId> ticket();

    /** {@return the customer who was asked, if known} */
    Optional<CustomerId> customer();

    /** {@return the agent it is about, if any} */
    Optional<AgentId> agent();

    /** {@return what the customer wrote, which {@code toString} never shows} */
    @Value.Redacted
    Optional<String> comment();

    /** Refuses a rating outside the scale, a rating without an answer, and an answer that came before the sending or to an undelivered survey. */
    @Value.Check
    default void check() {
        rating().ifPresent(rating -> {
            scale().verdict(rating);
            if (answeredAt().isEmpty()) {
                throw new IllegalArgumentException(
                        "The rating (" + rating + ") must come with the instant of the answer.");
            }
        });
        if (answeredAt().isPresent() && bouncedAt().isPresent()) {
            throw new IllegalArgumentException(
                    "The survey that came back at " + bouncedAt().get()
                            + " must not have an answer.\nMaybe it was sent twice: the second sending is a survey of its own.");
        }
        if (sentAt().isPresent()
                && answeredAt().isPresent()
                && answeredAt().get().isBefore(sentAt().get())) {
            throw new IllegalArgumentException("The answer (" + answeredAt().get()
                    + ") must not be before the survey was sent (" + sentAt().get() + ").");
        }
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link SurveyResponse}. */
    final class Builder extends ImmutableSurveyResponse.Builder {
        Builder() {}
    }
}
