package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.ActorKind;
import java.util.List;

/** A kind of thing that can happen to a ticket, as a condition may ask for it; an event is of one kind at most. */
public enum Happening {
    /** The creation. */
    CREATED(TicketCreated.class),
    /** A reply: a message of a human agent that the customer may read. */
    REPLY(MessageAdded.class),
    /** A message that a bot sent to the customer. */
    BOT_MESSAGE(MessageAdded.class),
    /** A message of a customer. */
    CUSTOMER_MESSAGE(MessageAdded.class),
    /** An internal note. */
    NOTE(MessageAdded.class),
    /** The status was set. */
    STATUS_SET(StatusChanged.class, Reopened.class),
    /** The priority was set. */
    PRIORITY_SET(PriorityChanged.class),
    /** The category was set. */
    CATEGORY_SET(CategoryChanged.class),
    /** The agent was set or taken away. */
    ASSIGNEE_SET(AssigneeChanged.class),
    /** The team was set or taken away. */
    TEAM_SET(TeamChanged.class),
    /** More became known of the requester. */
    REQUESTER_SET(RequesterChanged.class),
    /** The tags changed. */
    TAGS_SET(TagsChanged.class),
    /** A custom field was set or emptied. */
    FIELD_SET(FieldChanged.class),
    /** It was passed up. */
    ESCALATED(Escalated.class),
    /** It was linked with another. */
    LINKED(Linked.class),
    /** A part was moved out. */
    SPLIT(Split.class),
    /** It was merged into another. */
    MERGED(Merged.class),
    /** It was deleted. */
    DELETED(Deleted.class),
    /** A policy was put on it. */
    POLICY_APPLIED(SlaApplied.class),
    /** A due date was agreed or withdrawn. */
    DUE_DATE_SET(DueDateSet.class),
    /** Something was marked, see {@link Marked}. */
    MARKED(Marked.class);

    private final Class<? extends TicketEvent> type;
    private final Class<? extends TicketEvent> other;

    Happening(Class<? extends TicketEvent> type) {
        this(type, type);
    }

    Happening(Class<? extends TicketEvent> type, Class<? extends TicketEvent> other) {
        this.type = type;
        this.other = other;
    }

    /** {@return the types of event that can be of this kind; a message can be of several} */
    List<Class<? extends TicketEvent>> types() {
        return List.of(type, other);
    }

    /**
     * Whether an event is of this kind.
     *
     * @param event the event
     * @return true if it is
     */
    public boolean is(TicketEvent event) {
        return event instanceof MessageAdded message
                ? is(message)
                : event.getClass() == type || event.getClass() == other;
    }

    private boolean is(MessageAdded message) {
        return switch (this) {
            case REPLY -> message.isReply();
            case BOT_MESSAGE ->
                message.audience() == Audience.CUSTOMER && message.head().by().kind() == ActorKind.BOT;
            case CUSTOMER_MESSAGE -> message.isFromCustomer();
            case NOTE -> message.audience() == Audience.INTERNAL;
            default -> false;
        };
    }
}
