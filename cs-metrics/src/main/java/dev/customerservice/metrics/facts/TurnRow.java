package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** A wait for a reply. */
record TurnRow(
        TicketId ticket,
        Instant at,
        Attributes as,
        boolean first,
        Optional<Moment> reply,
        boolean dropped,
        Instant asOf,
        Attributes latest)
        implements TurnFacts {}
