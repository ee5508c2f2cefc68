package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.ActorKind;

/** A kind of thing that can happen to a ticket, as a condition may ask for it. */
public enum Happening {
    /** The creation. */
    CREATED,
    /** A reply: a message of a human agent that the customer may read. */
    REPLY,
    /** A message that a bot sent to the customer. */
    BOT_MESSAGE,
    /** A message of a customer. */
    CUSTOMER_MESSAGE,
    /** An internal note. */
    NOTE,
    /** The status was set. */
    STATUS_SET,
    /** The priority was set. */
    PRIORITY_SET,
    /** The category was set. */
    CATEGORY_SET,
    /** The agent was set or taken away. */
    ASSIGNEE_SET,
    /** The team was set or taken away. */
    TEAM_SET,
    /** More became known of the requester. */
    REQUESTER_SET,
    /** The tags changed. */
    TAGS_SET,
    /** A custom field was set or emptied. */
    FIELD_SET,
    /** It was passed up. */
    ESCALATED,
    /** It was linked with another. */
    LINKED,
    /** A part was moved out. */
    SPLIT,
    /** It was merged into another. */
    MERGED,
    /** It was deleted. */
    DELETED,
    /** A policy was put on it. */
    POLICY_APPLIED,
    /** A due date was agreed or withdrawn. */
    DUE_DATE_SET,
    /** Something was marked, see {@link Marked}. */
    MARKED;

    /**
     * Whether an event is of this kind.
     *
     * @param event the event
     * @return true if it is
     */
    public boolean is(TicketEvent event) {
        return switch (this) {
            case CREATED -> event instanceof TicketCreated;
            case REPLY -> event instanceof MessageAdded message && message.isReply();
            case BOT_MESSAGE ->
                event instanceof MessageAdded message
                        && message.audience() == Audience.CUSTOMER
                        && message.head().by().kind() == ActorKind.BOT;
            case CUSTOMER_MESSAGE -> event instanceof MessageAdded message && message.isFromCustomer();
            case NOTE -> event instanceof MessageAdded message && message.audience() == Audience.INTERNAL;
            case STATUS_SET -> event instanceof StatusChanged || event instanceof Reopened;
            case PRIORITY_SET -> event instanceof PriorityChanged;
            case CATEGORY_SET -> event instanceof CategoryChanged;
            case ASSIGNEE_SET -> event instanceof AssigneeChanged;
            case TEAM_SET -> event instanceof TeamChanged;
            case REQUESTER_SET -> event instanceof RequesterChanged;
            case TAGS_SET -> event instanceof TagsChanged;
            case FIELD_SET -> event instanceof FieldChanged;
            case ESCALATED -> event instanceof Escalated;
            case LINKED -> event instanceof Linked;
            case SPLIT -> event instanceof Split;
            case MERGED -> event instanceof Merged;
            case DELETED -> event instanceof Deleted;
            case POLICY_APPLIED -> event instanceof SlaApplied;
            case DUE_DATE_SET -> event instanceof DueDateSet;
            case MARKED -> event instanceof Marked;
        };
    }
}
