package dev.customerservice.domain.ticket;

/**
 * The status was set. Setting it to what it is already is kept as a statement and changes nothing.
 *
 * @param head which ticket, when and by whom
 * @param to the status from then on
 */
public record StatusChanged(EventHead head, Status to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.statusChanged(this);
    }
}
