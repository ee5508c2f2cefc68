package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;

/** A ticket that was open at an instant. {@link #at()} is that instant, and the attributes are those of it. */
public interface BacklogFacts extends Fact {
    /** {@return which ticket} */
    TicketId ticket();

    /** {@return since when it is counted as waiting: its creation, or what the {@link Backlog} names} */
    Instant since();

    /** {@return when something was last done to the ticket, as far as it was visible at the instant} */
    Instant updatedAt();
}
