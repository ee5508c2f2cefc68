package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known about something that is no ticket, over what is known of its ticket at that moment. */
record LiveAttributes(
        Attributes ticket,
        Optional<Channel> ownChannel,
        Optional<TeamId> ownTeam,
        Optional<AgentId> ownAgent,
        Optional<CustomerId> ownCustomer)
        implements Attributes {
    static Attributes ofAgent(AgentId agent, Optional<TeamId> team) {
        return new LiveAttributes(Attributes.none(), Optional.empty(), team, Optional.of(agent), Optional.empty());
    }

    static Attributes ofCustomer(Optional<CustomerId> customer) {
        return new LiveAttributes(Attributes.none(), Optional.empty(), Optional.empty(), Optional.empty(), customer);
    }

    @Override
    public Optional<Status> status() {
        return ticket.status();
    }

    @Override
    public Optional<TeamId> team() {
        return ownTeam.or(ticket::team);
    }

    @Override
    public Optional<AgentId> agent() {
        return ownAgent.or(ticket::agent);
    }

    @Override
    public Optional<Priority> priority() {
        return ticket.priority();
    }

    @Override
    public Optional<Channel> channel() {
        return ownChannel.or(ticket::channel);
    }

    @Override
    public Optional<Category> category() {
        return ticket.category();
    }

    @Override
    public Requester requester() {
        Requester asked = ticket.requester();
        return ownCustomer.isEmpty() || asked.customer().equals(ownCustomer) ? asked : Requester.of(ownCustomer.get());
    }

    @Override
    public Set<String> tags() {
        return ticket.tags();
    }

    @Override
    public Map<String, String> fields() {
        return ticket.fields();
    }

    /** Names what is safe to show: no customer and no custom field. */
    @Override
    public String toString() {
        return "Attributes[team=" + team() + ", agent=" + agent() + ", channel=" + channel() + ", category="
                + category() + "]";
    }

    private Object writeReplace() {
        return new Sent(
                ticket, ownChannel.orElse(null), ownTeam.orElse(null), ownAgent.orElse(null), ownCustomer.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            Attributes ticket,
            @Nullable Channel channel,
            @Nullable TeamId team,
            @Nullable AgentId agent,
            @Nullable CustomerId customer)
            implements Serializable {
        private Object readResolve() {
            return new LiveAttributes(
                    ticket,
                    Optional.ofNullable(channel),
                    Optional.ofNullable(team),
                    Optional.ofNullable(agent),
                    Optional.ofNullable(customer));
        }
    }
}
