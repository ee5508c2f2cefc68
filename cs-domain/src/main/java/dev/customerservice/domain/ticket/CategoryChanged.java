package dev.customerservice.domain.ticket;

/**
 * What the ticket is about was set.
 *
 * @param head which ticket, when and by whom
 * @param to the category from then on
 */
public record CategoryChanged(EventHead head, Category to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.categoryChanged(this);
    }
}
