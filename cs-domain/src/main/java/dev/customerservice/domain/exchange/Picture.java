package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the rows read so far say of one ticket; it turns what a further row says differently into events. */
final class Picture {
    private final LogColumns columns;
    private @Nullable Priority priority;
    private @Nullable Category category;
    private Optional<TeamId> team = Optional.empty();
    private Optional<AgentId> agent = Optional.empty();
    private Requester requester = Requester.unknown();
    private Set<String> tags = Set.of();
    private Map<String, String> fields = Map.of();

    Picture(LogColumns columns) {
        this.columns = columns;
    }

    Requester requester() {
        return requester;
    }

    Optional<AgentId> agent() {
        return agent;
    }

    /** Starts again with what the first row of a ticket says. */
    TicketDetails begin(int row, Status status, boolean assigned) {
        priority = columns.priority.at(row);
        category = columns.category.at(row);
        team = assigned ? Optional.ofNullable(columns.team.at(row)).flatMap(to -> to) : Optional.empty();
        agent = assigned ? Optional.ofNullable(columns.agent.at(row)).flatMap(to -> to) : Optional.empty();
        requester = merge(Requester.unknown(), row);
        Set<String> firstTags = columns.tags.at(row);
        tags = firstTags == null ? Set.of() : firstTags;
        fields = firstFields(row);
        return TicketDetails.builder()
                .status(status)
                .priority(Optional.ofNullable(priority))
                .channel(Optional.ofNullable(columns.channel.at(row)))
                .category(Optional.ofNullable(category))
                .requester(requester)
                .assignee(agent)
                .team(team)
                .tags(tags)
                .fields(fields)
                .subject(Optional.ofNullable(columns.subject.at(row)))
                .build();
    }

    private Map<String, String> firstFields(int row) {
        if (columns.fields.isEmpty()) {
            return Map.of();
        }
        Map<String, String> first = new HashMap<>();
        columns.fields.forEach((name, column) -> {
            Optional<String> value = column.at(row);
            if (value != null && value.isPresent()) {
                first.put(name, value.get());
            }
        });
        return first;
    }

    /** Adds an event for each thing that a row says differently. */
    void change(int row, EventHead head, boolean assigns, List<TicketEvent> events) {
        Requester newRequester = merge(requester, row);
        if (!newRequester.equals(requester)) {
            requester = newRequester;
            events.add(new RequesterChanged(head, requester));
        }
        Priority newPriority = columns.priority.at(row);
        if (newPriority != null && !newPriority.equals(priority)) {
            priority = newPriority;
            events.add(new PriorityChanged(head, newPriority));
        }
        Category newCategory = columns.category.at(row);
        if (newCategory != null && !newCategory.equals(category)) {
            category = newCategory;
            events.add(new CategoryChanged(head, newCategory));
        }
        if (assigns) {
            assign(row, head, events);
        }
        changeTags(row, head, events);
        if (!columns.fields.isEmpty()) {
            changeFields(row, head, events);
        }
    }

    private void assign(int row, EventHead head, List<TicketEvent> events) {
        Optional<TeamId> newTeam = columns.team.at(row);
        if (newTeam != null && !newTeam.equals(team)) {
            team = newTeam;
            events.add(new TeamChanged(head, team));
        }
        Optional<AgentId> newAgent = columns.agent.at(row);
        if (newAgent != null && !newAgent.equals(agent)) {
            agent = newAgent;
            events.add(new AssigneeChanged(head, agent));
        }
    }

    private void changeTags(int row, EventHead head, List<TicketEvent> events) {
        Set<String> now = columns.tags.at(row);
        if (now != null && !now.equals(tags)) {
            Set<String> before = tags;
            tags = now;
            events.add(new TagsChanged(head, without(now, before), without(before, now)));
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(tag -> !some.contains(tag)).collect(Collectors.toSet());
    }

    private void changeFields(int row, EventHead head, List<TicketEvent> events) {
        columns.fields.forEach((name, column) -> {
            Optional<String> now = column.at(row);
            if (now != null && !now.equals(Optional.ofNullable(fields.get(name)))) {
                Map<String, String> changed = new HashMap<>(fields);
                now.ifPresentOrElse(value -> changed.put(name, value), () -> changed.remove(name));
                fields = changed;
                events.add(new FieldChanged(head, name, now));
            }
        });
    }

    private Requester merge(Requester before, int row) {
        CustomerId customer = columns.customer.at(row);
        OrganizationId organization = columns.organization.at(row);
        ServiceTier tier = columns.tier.at(row);
        Language language = columns.language.at(row);
        if (customer == null && organization == null && tier == null && language == null) {
            return before;
        }
        return new Requester(
                customer == null ? before.customer() : Optional.of(customer),
                organization == null ? before.organization() : Optional.of(organization),
                tier == null ? before.tier() : Optional.of(tier),
                language == null ? before.language() : Optional.of(language));
    }
}
