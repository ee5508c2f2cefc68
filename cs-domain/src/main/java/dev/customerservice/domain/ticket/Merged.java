package dev.customerservice.domain.ticket;

/**
 * The ticket was merged into another, which goes on in its place; later events of this one change no clock.
 *
 * @param head which ticket, when and by whom
 * @param into the ticket that goes on
 */
public record Merged(EventHead head, TicketId into) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.merged(this);
    }
}
