package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/** A solution of a ticket. */
record SolveRow(TicketFacts of, Moment moment, boolean first, Optional<Instant> reopenedAt) implements SolveFacts {
    @Override
    public Instant at() {
        return moment.at();
    }

    @Override
    public Attributes as() {
        return moment.as();
    }

    @Override
    public Instant asOf() {
        return of.asOf();
    }

    @Override
    public Attributes latest() {
        return of.latest();
    }

    @Override
    public TicketId ticket() {
        return of.ticket();
    }

    @Override
    public boolean linked() {
        return of.linked();
    }

    @Override
    public Optional<Instant> nextContactAt() {
        return of.nextContact(moment.at());
    }
}
