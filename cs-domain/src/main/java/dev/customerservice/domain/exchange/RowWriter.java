package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes the events of one ticket at a time, row by row. */
final class RowWriter {
    private final LogMapping mapping;
    private final LogTable table;
    private final LogColumns columns;
    private final boolean wordsAssign;
    private final Actors actors = new Actors();
    private final Picture picture;
    private final List<TicketEvent> events = new ArrayList<>();
    private final Supplier<EventHead> heads = this::head;
    private int escalations;

    /** The row that is being written, and its head once an event has asked for it: many rows say nothing new. */
    private @Nullable Row current;

    private @Nullable EventHead currentHead;

    /** A row of a ticket, and what it was about. */
    private record Row(
            TicketId ticket, Instant at, int row, @Nullable LogActivity activity) {}

    RowWriter(LogMapping mapping, LogTable table, LogColumns columns) {
        this.mapping = mapping;
        this.table = table;
        this.columns = columns;
        this.wordsAssign = mapping.activities().containsValue(LogActivity.ASSIGNMENT);
        this.picture = new Picture(columns);
    }

    List<TicketEvent> events() {
        return events;
    }

    Picture picture() {
        return picture;
    }

    void clear() {
        events.clear();
        escalations = 0;
    }

    EventHead head(TicketId id, Instant at, Actor by, int row) {
        return new EventHead(id, at, by, Optional.of("row " + table.rowNumber(row)));
    }

    /** Begins with a row, or with a further thing that a row tells. */
    void begin(TicketId id, Instant at, int row, @Nullable LogActivity activity) {
        current = new Row(id, at, row, activity);
        currentHead = null;
    }

    /** The head of the events of the row that was begun. */
    EventHead head() {
        EventHead head = currentHead;
        if (head == null) {
            Row begun = Objects.requireNonNull(current, "A row must have begun.");
            head = head(begun.ticket(), begun.at(), by(begun.row(), begun.activity()), begun.row());
            currentHead = head;
        }
        return head;
    }

    /** Writes what a row says differently from those before it. */
    void change(int row) {
        picture.change(row, heads, assigns(row), events);
    }

    /** Whether a row may give the ticket to somebody. */
    boolean assigns(int row) {
        if (!wordsAssign) {
            return true;
        }
        LogActivity activity = columns.activity.at(row);
        return activity == LogActivity.ASSIGNMENT || activity == LogActivity.CREATION;
    }

    /** Who caused a row. */
    private Actor by(int row, @Nullable LogActivity activity) {
        ActorKind kind = columns.actorKind.at(row);
        if (kind == null) {
            kind = Actors.kindOf(activity);
        }
        return named(kind == null ? mapping.actorKind() : kind, columns.actor.at(row));
    }

    /** Who created a ticket; a row that is only the first to mention it does not tell. */
    Actor creator(int row, boolean rowIsCreation) {
        ActorKind stated = rowIsCreation ? columns.actorKind.at(row) : null;
        boolean ownRow = stated != null || (rowIsCreation && columns.activity.at(row) == LogActivity.CREATION);
        return named(stated == null ? mapping.createdBy() : stated, ownRow ? columns.actor.at(row) : null);
    }

    private Actor named(ActorKind kind, @Nullable String name) {
        if (name != null) {
            return actors.of(kind, name);
        }
        Optional<CustomerId> customer = picture.requester().customer();
        if (kind == ActorKind.CUSTOMER && customer.isPresent()) {
            return new Actor.Customer(customer.get());
        }
        Optional<AgentId> agent = picture.agent();
        return kind == ActorKind.AGENT && agent.isPresent() ? new Actor.Agent(agent.get()) : actors.of(kind, null);
    }

    /** Writes what a word of the activity column says, a change of status apart. */
    void write(LogActivity activity, int row) {
        switch (activity) {
            case REPLY, CUSTOMER_MESSAGE, BOT_MESSAGE, MESSAGE -> message(Audience.CUSTOMER, row);
            case NOTE -> message(Audience.INTERNAL, row);
            case THIRD_PARTY_MESSAGE -> message(Audience.THIRD_PARTY, row);
            case ESCALATION -> events.add(new Escalated(head(), ++escalations, Optional.empty()));
            case MARK -> {
                String name = columns.activityName.at(row);
                events.add(new Marked(head(), name == null ? "mark" : name, Map.of()));
            }
            case CREATION, ASSIGNMENT, SURVEY_SENT, NONE -> {
                // said by the other columns of the row, or by the creation itself
            }
        }
    }

    private void message(Audience usual, int row) {
        Audience stated = columns.audience.at(row);
        Optional<Language> language = columns.language.at(row);
        events.add(new MessageAdded(
                head(),
                stated == null ? usual : stated,
                Optional.ofNullable(columns.channel.at(row)),
                language == null ? Optional.empty() : language,
                Optional.empty()));
    }
}
