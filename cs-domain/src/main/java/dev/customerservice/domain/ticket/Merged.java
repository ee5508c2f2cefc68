package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.Actor;
import java.util.Optional;

/**
 * The ticket was merged into another, which goes on in its place; later events of this one change no clock.
 *
 * @param head which ticket, when and by whom
 * @param into the ticket that goes on
 */
public record Merged(EventHead head, TicketId into) implements TicketEvent {
    /**
     * The message to put on the ticket that goes on, if it shall answer for what the merged one still owed.
     *
     * @param source the history of the ticket that was merged
     * @return a message of its requester at the instant of the merge, empty if no message of a customer waited for an answer
     */
    public Optional<MessageAdded> carriedMessage(TicketHistory source) {
        return source.at(at())
                .filter(ticket -> ticket.unansweredSince().isPresent())
                .map(ticket -> {
                    Actor waiting = ticket.requester()
                            .customer()
                            .map(customer -> Actor.customer(customer.value()))
                            .orElse(ticket.createdBy());
                    return MessageAdded.of(EventHead.of(into, at(), waiting), Audience.CUSTOMER);
                });
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.merged(this);
    }
}
