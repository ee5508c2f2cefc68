package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.AgentId;
import java.util.Optional;

/**
 * The ticket was given to an agent, or taken from one.
 *
 * @param head which ticket, when and by whom
 * @param to the agent from then on, empty for nobody
 */
public record AssigneeChanged(EventHead head, Optional<AgentId> to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.assigneeChanged(this);
    }
}
