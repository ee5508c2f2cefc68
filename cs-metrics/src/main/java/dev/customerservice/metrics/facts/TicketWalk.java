package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.CategoryChanged;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.FieldChanged;
import dev.customerservice.domain.ticket.Merged;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.PriorityChanged;
import dev.customerservice.domain.ticket.Reopened;
import dev.customerservice.domain.ticket.RequesterChanged;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TagsChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One pass over one history. */
final class TicketWalk {
    private final TicketHistory history;
    private final Instant asOf;
    private final TicketCursor ticket;

    private final List<Instant> at = new ArrayList<>(8);
    private final List<Recorded> as = new ArrayList<>(8);
    private final List<Boolean> statusSet = new ArrayList<>(8);
    private final List<Instant> updates = new ArrayList<>(8);
    private final List<Instant> customerContacts = new ArrayList<>(2);
    private final List<Turn> turns = new ArrayList<>(2);
    private final Set<AgentId> agents = new HashSet<>(4);
    private final Set<Actor> repliers = new HashSet<>(4);
    private int cannedReplies;

    private @Nullable AgentId lastAgent;
    private @Nullable TeamId lastTeam;
    private @Nullable Actor lastActor;
    private int agentChanges;
    private int teamChanges;
    private int actorChanges;
    private int escalations;
    private @Nullable Moment firstReply;
    private @Nullable Turn waiting;
    private @Nullable Instant removedAt;
    private boolean done;

    TicketWalk(TicketHistory history, Instant asOf) {
        this.history = history;
        this.asOf = asOf;
        this.ticket = history.cursor();
    }

    TicketFacts toFacts() {
        while (removedAt == null && ticket.next()) {
            int stays = at.size();
            apply(ticket.event());
            if (at.size() == stays) {
                updates.add(ticket.event().at());
            }
        }
        Stay.Stays stays = new Stay.Stays(history.id(), asOf, removedAt, at, as, statusSet, updates);
        Attributes latest = as.get(as.size() - 1);
        List<TurnFacts> waits = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            waits.add(new TurnRow(
                    history.id(),
                    turn.from.at(),
                    turn.from.as(),
                    turn.first,
                    Optional.ofNullable(turn.reply),
                    turn.dropped,
                    asOf,
                    latest));
        }
        return new TicketRow(
                history.id(),
                asOf,
                stays,
                List.copyOf(waits),
                Optional.ofNullable(firstReply),
                List.copyOf(customerContacts),
                new TicketRow.Counts(
                        ticket.replies(),
                        cannedReplies,
                        ticket.reopenings(),
                        agentChanges,
                        teamChanges,
                        actorChanges,
                        agents.size(),
                        repliers.size(),
                        escalations),
                Optional.ofNullable(removedAt),
                history.stated(),
                null);
    }

    private void apply(TicketEvent event) {
        countActor(event.head().by());
        if (event instanceof StatusChanged || event instanceof Reopened) {
            stay(event.at(), true);
            endWaitIfDone();
        } else if (event instanceof TicketCreated) {
            stay(event.at(), true);
            countAgent();
            countTeam();
            if (ticket.unansweredSince().isPresent()) {
                customerContacts.add(event.at());
                begin(event.at(), true);
            }
            endWaitIfDone();
        } else if (event instanceof MessageAdded message) {
            message(message);
        } else if (event instanceof AssigneeChanged) {
            stay(event.at(), false);
            countAgent();
        } else if (event instanceof TeamChanged) {
            stay(event.at(), false);
            countTeam();
        } else if (event instanceof PriorityChanged
                || event instanceof CategoryChanged
                || event instanceof RequesterChanged
                || event instanceof TagsChanged
                || event instanceof FieldChanged) {
            stay(event.at(), false);
        } else if (event instanceof Escalated) {
            escalations++;
        } else if (event instanceof Merged || event instanceof Deleted) {
            removedAt = event.at();
            dropWait();
        }
    }

    /** Begins a stay, unless an event only repeats what was true; a status that is set again is a statement and counts. */
    private void stay(Instant from, boolean bySettingStatus) {
        Recorded now = Recorded.of(ticket);
        if (bySettingStatus || !now.equals(as.get(as.size() - 1))) {
            at.add(from);
            as.add(now);
            statusSet.add(bySettingStatus);
        }
    }

    private void countAgent() {
        Optional<AgentId> now = ticket.assignee();
        if (now.isPresent()) {
            agents.add(now.get());
            agentChanges += lastAgent != null && !lastAgent.equals(now.get()) ? 1 : 0;
            lastAgent = now.get();
        }
    }

    private void countTeam() {
        Optional<TeamId> now = ticket.team();
        if (now.isPresent()) {
            teamChanges += lastTeam != null && !lastTeam.equals(now.get()) ? 1 : 0;
            lastTeam = now.get();
        }
    }

    private void countActor(Actor by) {
        if (by.kind() != ActorKind.AGENT) {
            return;
        }
        actorChanges += lastActor != null && !lastActor.equals(by) ? 1 : 0;
        lastActor = by;
    }

    private void message(MessageAdded message) {
        if (message.isReply()) {
            Moment reply = Moment.of(message.at(), as.get(as.size() - 1));
            firstReply = firstReply == null ? reply : firstReply;
            cannedReplies += message.template().isPresent() ? 1 : 0;
            repliers.add(message.head().by());
            if (waiting != null) {
                waiting.reply = reply;
                waiting = null;
            }
        } else if (message.isFromCustomer()) {
            customerContacts.add(message.at());
            if (waiting == null) {
                begin(message.at(), false);
            }
        }
    }

    private void begin(Instant from, boolean first) {
        waiting = new Turn(Moment.of(from, as.get(as.size() - 1)), first);
        turns.add(waiting);
    }

    /** A message to a done ticket is owed a reply, so a move from one done status to another settles nothing. */
    private void endWaitIfDone() {
        boolean wasDone = done;
        done = ticket.status().isDone();
        if (done && !wasDone) {
            dropWait();
        }
    }

    private void dropWait() {
        if (waiting != null) {
            waiting.dropped = true;
            waiting = null;
        }
    }

    private static final class Turn {
        private final Moment from;
        private final boolean first;
        private @Nullable Moment reply;
        private boolean dropped;

        Turn(Moment from, boolean first) {
            this.from = from;
            this.first = first;
        }
    }
}
