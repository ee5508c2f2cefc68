package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.Ticket;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The attributes as they were read; there is one for each stay of each ticket, so it is kept small. */
record Recorded(
        @Nullable Status inStatus,
        @Nullable TeamId ofTeam,
        @Nullable AgentId heldBy,
        @Nullable Priority ranked,
        @Nullable Channel cameBy,
        @Nullable Category about,
        Requester requester,
        Set<String> tags,
        Map<String, String> fields)
        implements Attributes {
    static final Attributes NONE =
            new Recorded(null, null, null, null, null, null, Requester.unknown(), Set.of(), Map.of());

    static Recorded of(Ticket ticket) {
        return new Recorded(
                ticket.status(),
                ticket.team().orElse(null),
                ticket.assignee().orElse(null),
                ticket.priority().orElse(null),
                ticket.channel().orElse(null),
                ticket.category().orElse(null),
                ticket.requester(),
                ticket.tags(),
                ticket.fields());
    }

    @Override
    public Optional<Status> status() {
        return Optional.ofNullable(inStatus);
    }

    @Override
    public Optional<TeamId> team() {
        return Optional.ofNullable(ofTeam);
    }

    @Override
    public Optional<AgentId> agent() {
        return Optional.ofNullable(heldBy);
    }

    @Override
    public Optional<Priority> priority() {
        return Optional.ofNullable(ranked);
    }

    @Override
    public Optional<Channel> channel() {
        return Optional.ofNullable(cameBy);
    }

    @Override
    public Optional<Category> category() {
        return Optional.ofNullable(about);
    }

    /** Names what is safe to show: no customer and no custom field. */
    @Override
    public String toString() {
        return "Attributes[status=" + inStatus + ", team=" + ofTeam + ", agent=" + heldBy + ", priority=" + ranked
                + ", channel=" + cameBy + ", category=" + about + "]";
    }
}
