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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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
    /** The values of the custom fields, in the order of the columns. */
    private final List<Optional<String>> fields = new ArrayList<>();

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
        team = assigned ? said(columns.team, row, Optional.empty()) : Optional.empty();
        agent = assigned ? said(columns.agent, row, Optional.empty()) : Optional.empty();
        requester = merge(Requester.unknown(), row);
        Set<String> firstTags = columns.tags.at(row);
        tags = firstTags == null ? Set.of() : firstTags;
        TicketDetails.Builder details = TicketDetails.builder()
                .status(status)
                .priority(Optional.ofNullable(priority))
                .channel(Optional.ofNullable(columns.channel.at(row)))
                .category(Optional.ofNullable(category))
                .requester(requester)
                .assignee(agent)
                .team(team)
                .tags(tags)
                .subject(Optional.ofNullable(columns.subject.at(row)));
        fields.clear();
        for (LogColumns.Field field : columns.fields) {
            Optional<String> value = said(field.values(), row, Optional.empty());
            value.ifPresent(text -> details.putField(field.name(), text));
            fields.add(value);
        }
        return details.build();
    }

    /** Adds an event for each thing that a row says differently; the head is asked for before anything has changed. */
    void change(int row, Supplier<EventHead> head, boolean assigns, List<TicketEvent> events) {
        Requester newRequester = merge(requester, row);
        if (!newRequester.equals(requester)) {
            events.add(new RequesterChanged(head.get(), newRequester));
            requester = newRequester;
        }
        Priority newPriority = columns.priority.at(row);
        if (newPriority != null && !newPriority.equals(priority)) {
            events.add(new PriorityChanged(head.get(), newPriority));
            priority = newPriority;
        }
        Category newCategory = columns.category.at(row);
        if (newCategory != null && !newCategory.equals(category)) {
            events.add(new CategoryChanged(head.get(), newCategory));
            category = newCategory;
        }
        if (assigns) {
            assign(row, head, events);
        }
        changeTags(row, head, events);
        changeFields(row, head, events);
    }

    private void assign(int row, Supplier<EventHead> head, List<TicketEvent> events) {
        Optional<TeamId> newTeam = said(columns.team, row, team);
        if (!newTeam.equals(team)) {
            events.add(new TeamChanged(head.get(), newTeam));
            team = newTeam;
        }
        Optional<AgentId> newAgent = said(columns.agent, row, agent);
        if (!newAgent.equals(agent)) {
            events.add(new AssigneeChanged(head.get(), newAgent));
            agent = newAgent;
        }
    }

    private void changeTags(int row, Supplier<EventHead> head, List<TicketEvent> events) {
        Set<String> now = columns.tags.at(row);
        if (now != null && !now.equals(tags)) {
            events.add(new TagsChanged(head.get(), without(now, tags), without(tags, now)));
            tags = now;
        }
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        return all.stream().filter(tag -> !some.contains(tag)).collect(Collectors.toSet());
    }

    private void changeFields(int row, Supplier<EventHead> head, List<TicketEvent> events) {
        for (int i = 0; i < fields.size(); i++) {
            LogColumns.Field field = columns.fields.get(i);
            Optional<String> now = said(field.values(), row, fields.get(i));
            if (!now.equals(fields.get(i))) {
                events.add(new FieldChanged(head.get(), field.name(), now));
                fields.set(i, now);
            }
        }
    }

    private Requester merge(Requester before, int row) {
        Optional<CustomerId> customer = said(columns.customer, row, before.customer());
        Optional<OrganizationId> organization = said(columns.organization, row, before.organization());
        Optional<ServiceTier> tier = said(columns.tier, row, before.tier());
        Optional<Language> language = said(columns.language, row, before.language());
        boolean same = customer.equals(before.customer())
                && organization.equals(before.organization())
                && tier.equals(before.tier())
                && language.equals(before.language());
        return same ? before : new Requester(customer, organization, tier, language);
    }

    /** What a row says, or what was known before where it says nothing. */
    private static <T> Optional<T> said(Decoded<Optional<T>> column, int row, Optional<T> before) {
        Optional<T> said = column.at(row);
        return said == null ? before : said;
    }
}
