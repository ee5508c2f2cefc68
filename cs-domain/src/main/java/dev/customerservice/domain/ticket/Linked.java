package dev.customerservice.domain.ticket;

/**
 * The ticket was linked with another.
 *
 * @param head which ticket, when and by whom
 * @param type what this ticket is to the other
 * @param other the other ticket
 */
public record Linked(EventHead head, LinkType type, TicketId other) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.linked(this);
    }
}
