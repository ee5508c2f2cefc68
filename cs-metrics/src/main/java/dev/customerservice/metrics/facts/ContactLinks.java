package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When each customer contacted the team, over all of their tickets: creations and messages. The step between single
 * histories and measures that ask whether a customer came back; on an engine it is a grouping by customer.
 */
public final class ContactLinks {
    private static final Comparator<Contact> BY_TIME = Comparator.comparing(Contact::at)
            .thenComparing(contact -> contact.ticket().value());

    private final Map<CustomerId, List<Contact>> contacts;

    private ContactLinks(Map<CustomerId, List<Contact>> contacts) {
        this.contacts = contacts;
    }

    /**
     * Links the contacts of all customers in some tickets.
     *
     * @param tickets the tickets; those without a known customer link to nothing
     * @return the links
     */
    public static ContactLinks of(Iterable<? extends TicketFacts> tickets) {
        Map<CustomerId, List<Contact>> contacts = new HashMap<>();
        for (TicketFacts ticket : tickets) {
            ticket.latest().customer().ifPresent(customer -> {
                List<Contact> own = contacts.computeIfAbsent(customer, any -> new ArrayList<>());
                own.add(new Contact(ticket.at(), ticket.ticket()));
                ticket.customerMessages().forEach(at -> own.add(new Contact(at, ticket.ticket())));
            });
        }
        contacts.values().forEach(own -> own.sort(BY_TIME));
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
        List<Contact> own = contacts.getOrDefault(customer, List.of());
        int low = 0;
        int high = own.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (own.get(middle).at().isAfter(afterExclusive)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        while (low < own.size() && own.get(low).ticket().equals(about)) {
            low++;
        }
        return low < own.size() ? Optional.of(own.get(low).at()) : Optional.empty();
    }

    private record Contact(Instant at, TicketId ticket) {}
}
