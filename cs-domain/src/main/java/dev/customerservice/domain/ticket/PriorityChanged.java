package dev.customerservice.domain.ticket;

/**
 * The priority was set.
 *
 * @param head which ticket, when and by whom
 * @param to the priority from then on
 */
public record PriorityChanged(EventHead head, Priority to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.priorityChanged(this);
    }
}
