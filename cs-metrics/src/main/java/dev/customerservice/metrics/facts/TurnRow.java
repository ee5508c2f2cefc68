package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        implements TurnFacts {

    private Object writeReplace() {
        return new Sent(ticket, at, as, first, reply.orElse(null), dropped, asOf, latest);
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            TicketId ticket,
            Instant at,
            Attributes as,
            boolean first,
            @Nullable Moment reply,
            boolean dropped,
            Instant asOf,
            Attributes latest)
            implements Serializable {
        private Object readResolve() {
            return new TurnRow(ticket, at, as, first, Optional.ofNullable(reply), dropped, asOf, latest);
        }
    }
}
