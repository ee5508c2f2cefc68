package dev.customerservice.roles.performance;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.metrics.facts.Attributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the rows of people can be grouped by: the person and the team. */
record Belonging(AgentId person, TeamId ownTeam) implements Attributes {
    @Override
    public Optional<Status> status() {
        return Optional.empty();
    }

    @Override
    public Optional<TeamId> team() {
        return Optional.of(ownTeam);
    }

    @Override
    public Optional<AgentId> agent() {
        return Optional.of(person);
    }

    @Override
    public Optional<Priority> priority() {
        return Optional.empty();
    }

    @Override
    public Optional<Channel> channel() {
        return Optional.empty();
    }

    @Override
    public Optional<Category> category() {
        return Optional.empty();
    }

    @Override
    public Requester requester() {
        return Attributes.none().requester();
    }

    @Override
    public Set<String> tags() {
        return Set.of();
    }

    @Override
    public Map<String, String> fields() {
        return Map.of();
    }
}
