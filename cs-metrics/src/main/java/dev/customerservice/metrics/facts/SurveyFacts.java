package dev.customerservice.metrics.facts;

import dev.customerservice.domain.survey.SurveyScale;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A survey that was sent. {@link #at()} is the answer, or else the sending; the attributes are those of its ticket at
 * that instant.
 */
public interface SurveyFacts extends Fact {
    /** {@return the name of the survey; only surveys of one name are counted together} */
    String survey();

    /** {@return the scale of its question} */
    SurveyScale scale();

    /** {@return the ticket it is about, if any} */
    Optional<TicketId> ticket();

    /** {@return when it was sent, if that is known} */
    Optional<Instant> sentAt();

    /** {@return when it came back undelivered, if it did} */
    default Optional<Instant> bouncedAt() {
        return Optional.empty();
    }

    /** {@return when it was answered, empty when it was not} */
    Optional<Instant> answeredAt();

    /** {@return the point chosen, empty when there is no rating} */
    OptionalInt rating();
}
