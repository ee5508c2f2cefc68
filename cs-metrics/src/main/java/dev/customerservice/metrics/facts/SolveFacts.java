package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** A solution: a ticket that was not done became done. {@link #at()} is that instant. */
public interface SolveFacts extends Fact {
    /** {@return which ticket} */
    TicketId ticket();

    /** {@return whether it was the first solution of the ticket} */
    boolean first();

    /** {@return when the ticket was taken up again, empty when it was not} */
    Optional<Instant> reopenedAt();

    /** {@return whether the contacts of the customer are linked, so that {@link #nextContactAt()} can be trusted} */
    boolean linked();

    /** {@return the next contact of the same customer about another ticket, empty when there was none or none is known} */
    Optional<Instant> nextContactAt();
}
