package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stretch of a ticket's life in which no attribute changed: one status, one team, one agent. {@link #at()} is its
 * start. The stays of a ticket follow each other without a gap, so balances and times in status are sums over them.
 */
public interface StayFacts extends Fact {
    /** How a stay began. */
    enum Began {
        /** The ticket was created. */
        CREATED,
        /** Work on a done ticket was taken up again. */
        REOPENED,
        /** The ticket became done. */
        RESOLVED,
        /** It stayed open, or stayed done, and something else changed. */
        MOVED
    }

    /** How a stay ended. */
    enum Ended {
        /** It had not ended at {@link Fact#asOf()}. */
        STILL_THERE,
        /** The ticket became done. */
        RESOLVED,
        /** Work on a done ticket was taken up again. */
        REOPENED,
        /** The ticket was merged into another or deleted. */
        REMOVED,
        /** It stayed open, or stayed done, and something else changed. */
        MOVED
    }

    /** {@return which ticket} */
    TicketId ticket();

    /** {@return when the ticket was created} */
    Instant createdAt();

    /** {@return the status during the stay} */
    Status status();

    /** {@return when it ended, exclusive; empty when it had not ended} */
    Optional<Instant> until();

    /** {@return how it began} */
    Began began();

    /** {@return how it ended} */
    Ended ended();

    /** {@return whether it began with an event that set the status, be it to what it was} */
    boolean statusSet();

    /** {@return when something was done to the ticket during the stay, in order: its beginning, each message and other event, and a removal} */
    List<Instant> updates();

    /** {@return the attributes of the stay before, empty for the first} */
    Optional<Attributes> before();

    /** {@return the attributes of the stay after it, empty for the last} */
    Optional<Attributes> after();
}
