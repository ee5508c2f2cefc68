package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * What every ticket event says first: which ticket, when, by whom, and where it was recorded.
 *
 * @param ticket the ticket it happened to
 * @param at when it happened
 * @param by who did it, with the kind they had at that moment
 * @param source where the event was read, such as an event id or a row of a file; a trace shows it as the cause
 */
public record EventHead(TicketId ticket, Instant at, Actor by, Optional<String> source) {
    /**
     * A head without a source.
     *
     * @param ticket the ticket it happened to
     * @param at when it happened
     * @param by who did it
     * @return the head
     */
    public static EventHead of(TicketId ticket, Instant at, Actor by) {
        return new EventHead(ticket, at, by, Optional.empty());
    }

    /**
     * The same head with a source.
     *
     * @param source where the event was read
     * @return a copy
     */
    public EventHead withSource(String source) {
        return new EventHead(ticket, at, by, Optional.of(source));
    }
}
