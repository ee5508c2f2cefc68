package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * A solved or closed ticket was taken up again, stated as such; leaving a done status says the same.
 *
 * @param head which ticket, when and by whom
 * @param to the status from then on, one that is not done
 */
public record Reopened(EventHead head, Status to) implements TicketEvent {
    /** Refuses a status that is done. */
    public Reopened {
        checkArgument(!to.isDone(), "The status after a reopening (%s) must not be solved or closed.", to.name());
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.reopened(this);
    }
}
