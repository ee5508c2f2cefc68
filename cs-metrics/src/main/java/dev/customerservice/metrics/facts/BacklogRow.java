package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;

/** A ticket that was open at an instant. */
record BacklogRow(TicketId ticket, Instant at, Attributes as, Instant since, Instant updatedAt, Fact of)
        implements BacklogFacts {
    @Override
    public Instant asOf() {
        return of.asOf();
    }

    @Override
    public Attributes latest() {
        return of.latest();
    }
}
