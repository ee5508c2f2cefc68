package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.ContactLinks.Contacts;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ticket row over the columns that the walk filled. */
record TicketRow(
        TicketId ticket,
        Instant asOf,
        List<StayFacts> stays,
        List<TurnFacts> turns,
        Optional<Moment> firstReply,
        List<Instant> customerContacts,
        Counts counts,
        Optional<Instant> removedAt,
        StatedValues stated,
        @Nullable Contacts contacts)
        implements TicketFacts {
    /** The counters of a ticket. */
    record Counts(
            int replies,
            int cannedReplies,
            int reopens,
            int agentChanges,
            int teamChanges,
            int actorChanges,
            int distinctAgents,
            int distinctRepliers,
            int escalations)
            implements Serializable {}

    TicketRow linkedBy(ContactLinks to) {
        Optional<CustomerId> customer = latest().customer();
        Contacts own = customer.isPresent() ? to.of(customer.get()) : null;
        return new TicketRow(ticket, asOf, stays, turns, firstReply, customerContacts, counts, removedAt, stated, own);
    }

    TicketRow unlinked() {
        return new TicketRow(ticket, asOf, stays, turns, firstReply, customerContacts, counts, removedAt, stated, null);
    }

    @Override
    public Instant at() {
        return stays.get(0).at();
    }

    @Override
    public Attributes as() {
        return stays.get(0).as();
    }

    @Override
    public Attributes latest() {
        return stays.get(stays.size() - 1).as();
    }

    @Override
    public int replies() {
        return counts.replies();
    }

    @Override
    public int cannedReplies() {
        return counts.cannedReplies();
    }

    @Override
    public int reopens() {
        return counts.reopens();
    }

    @Override
    public int agentChanges() {
        return counts.agentChanges();
    }

    @Override
    public int teamChanges() {
        return counts.teamChanges();
    }

    @Override
    public int actorChanges() {
        return counts.actorChanges();
    }

    @Override
    public int distinctAgents() {
        return counts.distinctAgents();
    }

    @Override
    public int distinctRepliers() {
        return counts.distinctRepliers();
    }

    @Override
    public int escalations() {
        return counts.escalations();
    }

    @Override
    public boolean linked() {
        return contacts != null;
    }

    @Override
    public Optional<Instant> nextContact(Instant afterExclusive) {
        return contacts == null ? Optional.empty() : contacts.next(ticket, afterExclusive);
    }

    @Override
    public List<SolveFacts> solves() {
        List<SolveFacts> solves = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            boolean solved = stays.get(i).status().isDone()
                    && (i == 0 || !stays.get(i - 1).status().isDone());
            if (solved) {
                int next = i + 1;
                while (next < stays.size() && stays.get(next).status().isDone()) {
                    next++;
                }
                Optional<Instant> reopenedAt =
                        next < stays.size() ? Optional.of(stays.get(next).at()) : Optional.empty();
                solves.add(new SolveRow(this, stays.get(i), solves.isEmpty(), reopenedAt));
            }
        }
        return List.copyOf(solves);
    }

    @Override
    public String toString() {
        return "TicketFacts[" + ticket.value() + ", " + at() + "]";
    }

    private Object writeReplace() {
        return new Sent(
                ticket,
                asOf,
                stays,
                turns,
                firstReply.orElse(null),
                customerContacts,
                counts,
                removedAt.orElse(null),
                stated,
                contacts);
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            TicketId ticket,
            Instant asOf,
            List<StayFacts> stays,
            List<TurnFacts> turns,
            @Nullable Moment firstReply,
            List<Instant> customerContacts,
            Counts counts,
            @Nullable Instant removedAt,
            StatedValues stated,
            @Nullable Contacts contacts)
            implements Serializable {
        private Object readResolve() {
            return new TicketRow(
                    ticket,
                    asOf,
                    stays,
                    turns,
                    Optional.ofNullable(firstReply),
                    customerContacts,
                    counts,
                    Optional.ofNullable(removedAt),
                    stated,
                    contacts);
        }
    }
}
