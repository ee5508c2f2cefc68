package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.TicketId;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When each customer contacted the team, over all of their tickets: creations of their own and messages. The step between single
 * histories and measures that ask whether a customer came back; on an engine it is a grouping by customer.
 */
public final class ContactLinks {
    private final Map<CustomerId, Contacts> contacts;

    private ContactLinks(Map<CustomerId, Contacts> contacts) {
        this.contacts = contacts;
    }

    /**
     * Links the contacts of all customers in some tickets.
     *
     * @param tickets the tickets; those without a known customer link to nothing
     * @return the links
     */
    public static ContactLinks of(Iterable<? extends TicketFacts> tickets) {
        Map<CustomerId, List<Contact>> found = new HashMap<>();
        for (TicketFacts ticket : tickets) {
            Optional<CustomerId> customer = ticket.latest().customer();
            if (customer.isPresent()) {
                List<Contact> own = found.computeIfAbsent(customer.get(), any -> new ArrayList<>(2));
                for (Instant at : ticket.customerContacts()) {
                    own.add(new Contact(at, ticket.ticket()));
                }
            }
        }
        Map<CustomerId, Contacts> contacts = new HashMap<>();
        found.forEach((customer, own) -> contacts.put(customer, Contacts.of(own)));
        return new ContactLinks(contacts);
    }

    /**
     * Asks whether anything is known of a customer.
     *
     * @param customer the customer
     * @return whether at least one contact was linked
     */
    public boolean knows(CustomerId customer) {
        return contacts.containsKey(customer);
    }

    /**
     * Finds when a customer came back about something else.
     *
     * @param customer the customer
     * @param about the ticket they had been served in
     * @param afterExclusive the instant after which to look
     * @return the first later contact about another ticket, empty when there was none
     */
    public Optional<Instant> next(CustomerId customer, TicketId about, Instant afterExclusive) {
        return of(customer).next(about, afterExclusive);
    }

    /** The contacts of one customer. */
    Contacts of(CustomerId customer) {
        return contacts.getOrDefault(customer, Contacts.NONE);
    }

    /** A contact and what it was about; at one instant the names of the tickets decide. */
    private record Contact(Instant at, TicketId ticket) implements Comparable<Contact> {
        @Override
        public int compareTo(Contact other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? ticket.value().compareTo(other.ticket.value()) : byTime;
        }
    }

    /** The contacts of one customer in the order of time. */
    static final class Contacts implements Serializable {
        private static final long serialVersionUID = 1;
        private static final Contacts NONE = of(List.of());

        private final Instant[] at;
        private final TicketId[] ticket;

        private Contacts(Instant[] at, TicketId[] ticket) {
            this.at = at;
            this.ticket = ticket;
        }

        private static Contacts of(List<Contact> contacts) {
            List<Contact> sorted = new ArrayList<>(contacts);
            Collections.sort(sorted);
            Instant[] at = new Instant[sorted.size()];
            TicketId[] ticket = new TicketId[sorted.size()];
            for (int i = 0; i < at.length; i++) {
                at[i] = sorted.get(i).at();
                ticket[i] = sorted.get(i).ticket();
            }
            return new Contacts(at, ticket);
        }

        Optional<Instant> next(TicketId about, Instant afterExclusive) {
            int low = 0;
            int high = at.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (at[middle].isAfter(afterExclusive)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            while (low < at.length && ticket[low].equals(about)) {
                low++;
            }
            return low < at.length ? Optional.of(at[low]) : Optional.empty();
        }
    }
}
