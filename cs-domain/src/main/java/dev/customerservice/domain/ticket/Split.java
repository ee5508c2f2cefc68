package dev.customerservice.domain.ticket;

/**
 * A part of the ticket was moved out into a new one; this one goes on.
 *
 * @param head which ticket, when and by whom
 * @param into the new ticket
 */
public record Split(EventHead head, TicketId into) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.split(this);
    }
}
