package dev.customerservice.metrics.facts;

import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A live call or chat. {@link #at()} is its arrival; the attributes are its own, and those that its ticket had then.
 *
 * <p>A contact, a conversation, a ticket and an issue are different units: a chat that moves to the telephone is two contacts about one
 * issue.
 */
public interface ContactFacts extends Fact {
    /** How a contact ended in the queue. */
    enum Outcome {
        /** An agent answered it. */
        ANSWERED,
        /** The customer left before. */
        ABANDONED,
        /** It went elsewhere, such as to a callback or another queue. */
        REDIRECTED
    }

    /** What became of the matter that it was about. */
    enum Settled {
        /** It was settled in this contact, the first about it. */
        AT_FIRST_CONTACT,
        /** It was settled in the end, but took more. */
        LATER,
        /** It was not settled. */
        NOT,
        /** It could not have been settled here at first, such as an order for a spare part. */
        NOT_POSSIBLE_AT_FIRST
    }

    /** {@return which contact} */
    ContactId contact();

    /** {@return how it ended in the queue} */
    Outcome outcome();

    /** {@return how long the customer waited in the queue, until the answer or until it left} */
    Duration waited();

    /** {@return how long agents talked or wrote} */
    Duration talk();

    /** {@return how long the customer was on hold} */
    Duration hold();

    /** {@return how long agents worked on it after the customer had left} */
    Duration wrap();

    /** {@return how many agents had it} */
    int agents();

    /** {@return what became of its matter, empty where nobody said} */
    Optional<Settled> settled();

    /** {@return whether the contacts of its customer are linked, so that {@link #previous} can be trusted} */
    boolean linked();

    /**
     * Finds the contact before this one.
     *
     * @param matter which contacts are about the same matter
     * @return the arrival of the last earlier contact of the same customer about it, empty when there was none or none is known
     */
    Optional<Instant> previous(SameMatter matter);

    /**
     * Makes facts of contacts that were over by an instant, and links those of each customer.
     *
     * @param contacts the contacts
     * @param facts the facts of their tickets, up to whose instant the contacts are read
     * @return one fact for each contact, in the order in which they came in here
     */
    static List<ContactFacts> of(Iterable<? extends Contact> contacts, Facts facts) {
        return of(contacts, facts, Map.of());
    }

    /**
     * Makes facts of contacts that were over by an instant, and links those of each customer.
     *
     * @param contacts the contacts
     * @param facts the facts of their tickets, up to whose instant the contacts are read
     * @param settled what became of the matter of each, where that is known
     * @return one fact for each contact, in the order in which they came in here
     */
    static List<ContactFacts> of(Iterable<? extends Contact> contacts, Facts facts, Map<ContactId, Settled> settled) {
        Map<Object, TicketFacts> tickets = new HashMap<>();
        facts.tickets().forEach(ticket -> tickets.put(ticket.ticket(), ticket));
        List<ContactRow> rows = new ArrayList<>();
        for (Contact contact : contacts) {
            if (ContactRow.isOver(contact, facts.asOf())) {
                TicketFacts ticket = contact.ticket().map(tickets::get).orElse(null);
                rows.add(ContactRow.of(contact, ticket, Optional.ofNullable(settled.get(contact.id())), facts.asOf()));
            }
        }
        return Collections.unmodifiableList(ContactRow.linked(rows));
    }
}
