package dev.customerservice.domain.ticket;

/**
 * The ticket was deleted; later events change no clock.
 *
 * @param head which ticket, when and by whom
 */
public record Deleted(EventHead head) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.deleted(this);
    }
}
