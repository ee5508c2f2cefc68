package dev.customerservice.domain.ticket;

/**
 * The ticket came to be; always the first event of a history and only that.
 *
 * @param head which ticket, when and by whom
 * @param details how it stood then
 */
public record TicketCreated(EventHead head, TicketDetails details) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.ticketCreated(this);
    }
}
