package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.RoleId;
import java.util.Optional;

/**
 * The ticket was passed up, beyond those who had it.
 *
 * @param head which ticket, when and by whom
 * @param level the level reached, 1 or more
 * @param to the role that was asked to step in, if known
 */
public record Escalated(EventHead head, int level, Optional<RoleId> to) implements TicketEvent {
    /** Refuses a level below 1. */
    public Escalated {
        checkArgument(level >= 1, "The level of an escalation (%s) must be 1 or more.", level);
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.escalated(this);
    }
}
