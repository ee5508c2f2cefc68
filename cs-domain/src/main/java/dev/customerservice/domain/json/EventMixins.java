package dev.customerservice.domain.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableMap;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.LinkType;
import dev.customerservice.domain.ticket.Linked;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Reopened;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.Split;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketId;

/** What the wire form adds to the histories of tickets, in annotations that both majors of Jackson share. */
final class EventMixins {
    static final ImmutableMap<Class<?>, Class<?>> BY_TYPE = ImmutableMap.<Class<?>, Class<?>>builder()
            .put(TicketId.class, Mixins.Identity.class)
            .put(Category.class, Mixins.Identity.class)
            .put(CustomerId.class, Mixins.Identity.class)
            .put(OrganizationId.class, Mixins.Identity.class)
            .put(ServiceTier.class, Mixins.Identity.class)
            .put(Language.class, Tag.class)
            .put(Actor.class, Actors.class)
            .put(TicketDetails.class, Details.class)
            .put(TicketEvent.class, Events.class)
            .put(Linked.class, Link.class)
            .buildOrThrow();

    private EventMixins() {}

    private abstract static class Tag {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Object of(String tag) {
            return tag;
        }

        @JsonValue
        abstract String tag();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Actor.Customer.class, name = "customer"),
        @JsonSubTypes.Type(value = Actor.Agent.class, name = "agent"),
        @JsonSubTypes.Type(value = Actor.Bot.class, name = "bot"),
        @JsonSubTypes.Type(value = Actor.Automation.class, name = "automation"),
        @JsonSubTypes.Type(value = Actor.ThirdParty.class, name = "third_party")
    })
    private interface Actors {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = TicketCreated.class, name = "ticket_created"),
        @JsonSubTypes.Type(value = MessageAdded.class, name = "message_added"),
        @JsonSubTypes.Type(value = StatusChanged.class, name = "status_changed"),
        @JsonSubTypes.Type(value = Reopened.class, name = "reopened"),
        @JsonSubTypes.Type(value = PriorityChanged.class, name = "priority_changed"),
        @JsonSubTypes.Type(value = CategoryChanged.class, name = "category_changed"),
        @JsonSubTypes.Type(value = AssigneeChanged.class, name = "assignee_changed"),
        @JsonSubTypes.Type(value = TeamChanged.class, name = "team_changed"),
        @JsonSubTypes.Type(value = RequesterChanged.class, name = "requester_changed"),
        @JsonSubTypes.Type(value = TagsChanged.class, name = "tags_changed"),
        @JsonSubTypes.Type(value = FieldChanged.class, name = "field_changed"),
        @JsonSubTypes.Type(value = Escalated.class, name = "escalated"),
        @JsonSubTypes.Type(value = Linked.class, name = "linked"),
        @JsonSubTypes.Type(value = Split.class, name = "split"),
        @JsonSubTypes.Type(value = Merged.class, name = "merged"),
        @JsonSubTypes.Type(value = Deleted.class, name = "deleted"),
        @JsonSubTypes.Type(value = SlaApplied.class, name = "sla_applied"),
        @JsonSubTypes.Type(value = DueDateSet.class, name = "due_date_set"),
        @JsonSubTypes.Type(value = Marked.class, name = "marked")
    })
    interface Events {}

    /** The kind of link stands under its own name, since the label of the event is the type. */
    @JsonPropertyOrder({"head", "link", "other"})
    private interface Link {
        @JsonProperty("link")
        @SuppressWarnings("UnusedMethod") // stands for the accessor it annotates
        LinkType type();
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonPropertyOrder({"priority", "channel", "category", "requester", "assignee", "team", "tags", "fields", "subject"
    })
    interface Details {}
}
