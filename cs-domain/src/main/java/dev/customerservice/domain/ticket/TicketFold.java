package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that says what each event does to a ticket. */
final class TicketFold implements TicketCursor, TicketEvent.Handler<TicketFold> {
    private static final Actor NOBODY_YET = Actor.automation("unknown");

    private final List<TicketEvent> events;
    private int position = -1;

    private Actor createdBy = NOBODY_YET;
    private Instant createdAt = Instant.EPOCH;
    private Status status = Status.NEW;
    private Instant statusSince = Instant.EPOCH;
    private Optional<Priority> priority = Optional.empty();
    private Optional<Channel> channel = Optional.empty();
    private Optional<Category> category = Optional.empty();
    private Requester requester = Requester.unknown();
    private Optional<AgentId> assignee = Optional.empty();
    private Optional<TeamId> team = Optional.empty();
    private Set<String> tags = Set.of();
    private Map<String, String> fields = Map.of();
    private Optional<TicketId> mergedInto = Optional.empty();
    private boolean deleted;
    private int replies;
    private int customerMessages;
    private int reopenings;
    private @Nullable Instant unansweredSince;
    private boolean awaitingNextReply;
    private @Nullable SlaApplied applied;
    private Map<SlaMetricId, Instant> agreedDueDates = Map.of();

    TicketFold(List<TicketEvent> events) {
        this.events = events;
    }

    @Override
    public boolean next() {
        if (position + 1 >= events.size()) {
            return false;
        }
        position++;
        events.get(position).accept(this);
        return true;
    }

    @Override
    public TicketEvent event() {
        return events.get(position);
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public Ticket snapshot() {
        return ImmutableTicket.copyOf(this);
    }

    @Override
    public TicketFold ticketCreated(TicketCreated event) {
        TicketDetails details = event.details();
        createdAt = event.at();
        createdBy = event.head().by();
        status = details.status();
        statusSince = createdAt;
        priority = details.priority();
        channel = details.channel();
        category = details.category();
        requester = details.requester();
        assignee = details.assignee();
        team = details.team();
        tags = details.tags();
        fields = details.fields();
        unansweredSince = createdBy.kind() == ActorKind.CUSTOMER ? createdAt : null;
        return this;
    }

    @Override
    public TicketFold messageAdded(MessageAdded event) {
        if (event.isReply()) {
            replies++;
            settleMessages();
        } else if (event.isFromCustomer()) {
            customerMessages++;
            awaitingNextReply = true;
            if (unansweredSince == null) {
                unansweredSince = event.at();
            }
        }
        return this;
    }

    private void settleMessages() {
        unansweredSince = null;
        awaitingNextReply = false;
    }

    @Override
    public TicketFold statusChanged(StatusChanged event) {
        return moveTo(event.to(), event.at());
    }

    @Override
    public TicketFold reopened(Reopened event) {
        return moveTo(event.to(), event.at());
    }

    private TicketFold moveTo(Status to, Instant at) {
        if (status.isDone() && !to.isDone()) {
            reopenings++;
        } else if (to.isDone() && !status.isDone()) {
            settleMessages();
        }
        if (!to.equals(status)) {
            status = to;
            statusSince = at;
        }
        return this;
    }

    @Override
    public TicketFold priorityChanged(PriorityChanged event) {
        priority = Optional.of(event.to());
        return this;
    }

    @Override
    public TicketFold categoryChanged(CategoryChanged event) {
        category = Optional.of(event.to());
        return this;
    }

    @Override
    public TicketFold assigneeChanged(AssigneeChanged event) {
        assignee = event.to();
        return this;
    }

    @Override
    public TicketFold teamChanged(TeamChanged event) {
        team = event.to();
        return this;
    }

    @Override
    public TicketFold requesterChanged(RequesterChanged event) {
        requester = event.to();
        return this;
    }

    @Override
    public TicketFold tagsChanged(TagsChanged event) {
        Set<String> changed = new LinkedHashSet<>(tags);
        changed.removeAll(event.removed());
        changed.addAll(event.added());
        tags = Set.copyOf(changed);
        return this;
    }

    @Override
    public TicketFold fieldChanged(FieldChanged event) {
        Map<String, String> changed = new HashMap<>(fields);
        event.to().ifPresentOrElse(value -> changed.put(event.name(), value), () -> changed.remove(event.name()));
        fields = Map.copyOf(changed);
        return this;
    }

    @Override
    public TicketFold escalated(Escalated event) {
        return this;
    }

    @Override
    public TicketFold linked(Linked event) {
        return this;
    }

    @Override
    public TicketFold split(Split event) {
        return this;
    }

    @Override
    public TicketFold merged(Merged event) {
        mergedInto = Optional.of(event.into());
        return this;
    }

    @Override
    public TicketFold deleted(Deleted event) {
        deleted = true;
        return this;
    }

    @Override
    public TicketFold slaApplied(SlaApplied event) {
        applied = event;
        return this;
    }

    @Override
    public TicketFold dueDateSet(DueDateSet event) {
        Map<SlaMetricId, Instant> changed = new HashMap<>(agreedDueDates);
        event.due().ifPresentOrElse(due -> changed.put(event.metric(), due), () -> changed.remove(event.metric()));
        agreedDueDates = Map.copyOf(changed);
        return this;
    }

    @Override
    public TicketFold marked(Marked event) {
        return this;
    }

    @Override
    public TicketFold keptEvent(KeptEvent event) {
        return this;
    }

    @Override
    public TicketId id() {
        return events.get(0).head().ticket();
    }

    @Override
    public Instant createdAt() {
        return createdAt;
    }

    @Override
    public Actor createdBy() {
        return createdBy;
    }

    @Override
    public Status status() {
        return status;
    }

    @Override
    public Instant statusSince() {
        return statusSince;
    }

    @Override
    public Optional<Priority> priority() {
        return priority;
    }

    @Override
    public Optional<Channel> channel() {
        return channel;
    }

    @Override
    public Optional<Category> category() {
        return category;
    }

    @Override
    public Requester requester() {
        return requester;
    }

    @Override
    public Optional<AgentId> assignee() {
        return assignee;
    }

    @Override
    public Optional<TeamId> team() {
        return team;
    }

    @Override
    public Set<String> tags() {
        return tags;
    }

    @Override
    public Map<String, String> fields() {
        return fields;
    }

    @Override
    public Optional<TicketId> mergedInto() {
        return mergedInto;
    }

    @Override
    public boolean deleted() {
        return deleted;
    }

    @Override
    public int replies() {
        return replies;
    }

    @Override
    public int customerMessages() {
        return customerMessages;
    }

    @Override
    public int reopenings() {
        return reopenings;
    }

    @Override
    public Optional<Instant> unansweredSince() {
        return Optional.ofNullable(unansweredSince);
    }

    @Override
    public boolean awaitingNextReply() {
        return awaitingNextReply;
    }

    @Override
    public Optional<SlaPolicyId> appliedPolicy() {
        return applied == null ? Optional.empty() : Optional.of(applied.policy());
    }

    @Override
    public Optional<String> appliedPolicyVersion() {
        return applied == null ? Optional.empty() : Optional.of(applied.version());
    }

    @Override
    public Map<SlaMetricId, Instant> agreedDueDates() {
        return agreedDueDates;
    }
}
