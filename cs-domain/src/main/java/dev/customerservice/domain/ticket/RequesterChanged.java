package dev.customerservice.domain.ticket;

/**
 * Who asks was set, or more became known of them, such as a new service tier.
 *
 * @param head which ticket, when and by whom
 * @param to the requester from then on
 */
public record RequesterChanged(EventHead head, Requester to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.requesterChanged(this);
    }
}
