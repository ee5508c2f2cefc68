package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.TeamId;
import java.util.Optional;

/**
 * The ticket was given to a team, or taken from one.
 *
 * @param head which ticket, when and by whom
 * @param to the team from then on, empty for none
 */
public record TeamChanged(EventHead head, Optional<TeamId> to) implements TicketEvent {
    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.teamChanged(this);
    }
}
