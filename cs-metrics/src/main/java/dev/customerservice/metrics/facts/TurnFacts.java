package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.util.Optional;

/**
 * A wait for a reply: from the oldest unanswered message of the customer on. {@link #at()} is that message, or the
 * creation by a customer.
 */
public interface TurnFacts extends Fact {
    /** {@return which ticket} */
    TicketId ticket();

    /** {@return whether the wait began with the creation of the ticket} */
    boolean first();

    /** {@return the reply that ended the wait, empty when none did} */
    Optional<Moment> reply();

    /** {@return whether the ticket became done, or was removed, before a reply came} */
    boolean dropped();

    /** {@return whether the customer was still waiting at {@link Fact#asOf()}} */
    default boolean waiting() {
        return reply().isEmpty() && !dropped();
    }
}
