package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    private Object writeReplace() {
        return new Sent(of, moment, first, reopenedAt.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            TicketFacts of,
            Moment moment,
            boolean first,
            @Nullable Instant reopenedAt) implements Serializable {
        private Object readResolve() {
            return new SolveRow(of, moment, first, Optional.ofNullable(reopenedAt));
        }
    }
}
