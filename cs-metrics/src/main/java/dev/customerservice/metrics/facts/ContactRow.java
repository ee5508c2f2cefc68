package dev.customerservice.metrics.facts;

import dev.customerservice.domain.contact.Contact;
import dev.customerservice.domain.contact.ContactId;
import dev.customerservice.domain.contact.ContactSegment;
import dev.customerservice.domain.party.AgentId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A contact with the arrival of the one before it, by what makes two of them one matter. */
record ContactRow(
        Contact call,
        Attributes as,
        Attributes latest,
        Optional<Settled> settled,
        Map<SameMatter, Instant> before,
        Instant asOf)
        implements ContactFacts {
    static ContactRow of(Contact contact, @Nullable TicketFacts ticket, Optional<Settled> settled, Instant asOf) {
        Attributes then =
                ticket == null ? Attributes.none() : new StatedMoment(contact.arrivedAt(), ticket.stays()).as();
        Attributes now = ticket == null ? then : ticket.latest();
        return new ContactRow(contact, own(contact, then), own(contact, now), settled, Map.of(), asOf);
    }

    private static Attributes own(Contact contact, Attributes ticket) {
        Optional<AgentId> agent = contact.segments().stream()
                .flatMap(segment -> segment.agent().stream())
                .findFirst();
        return new LiveAttributes(
                ticket,
                Optional.of(contact.channel()),
                contact.team(),
                agent,
                contact.customer().or(ticket::customer));
    }

    static boolean isOver(Contact contact, Instant asOf) {
        List<ContactSegment> segments = contact.segments();
        return !segments.get(segments.size() - 1).interval().endExclusive().isAfter(asOf);
    }

    /** Finds for each contact the one before it. */
    static List<ContactRow> linked(List<ContactRow> rows) {
        List<Integer> order = new ArrayList<>();
        List<Map<SameMatter, Instant>> before = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            order.add(i);
            before.add(new HashMap<>());
        }
        order.sort(Comparator.comparing((Integer i) -> rows.get(i).at())
                .thenComparing(i -> rows.get(i).contact().value()));
        for (SameMatter matter : SameMatter.values()) {
            Map<Object, Instant> last = new HashMap<>();
            for (int i : order) {
                Optional<Object> key = rows.get(i).key(matter);
                if (key.isPresent()) {
                    Instant previous = last.put(key.get(), rows.get(i).at());
                    if (previous != null) {
                        before.get(i).put(matter, previous);
                    }
                }
            }
        }
        List<ContactRow> linked = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            ContactRow row = rows.get(i);
            linked.add(new ContactRow(row.call, row.as, row.latest, row.settled, Map.copyOf(before.get(i)), row.asOf));
        }
        return linked;
    }

    /** Links contacts of several parts anew; those of another implementation stay as they are. */
    static List<ContactFacts> relinked(List<? extends ContactFacts> contacts) {
        List<ContactRow> own = new ArrayList<>();
        List<ContactFacts> others = new ArrayList<>();
        for (ContactFacts contact : contacts) {
            if (contact instanceof ContactRow row) {
                own.add(row);
            } else {
                others.add(contact);
            }
        }
        others.addAll(linked(own));
        return Collections.unmodifiableList(others);
    }

    private Optional<Object> key(SameMatter matter) {
        return as.customer().flatMap(customer -> switch (matter) {
            case ANY -> Optional.of(customer);
            case CATEGORY -> as.category().map(category -> List.of(customer, category));
            case TICKET -> call.ticket().map(ticket -> List.of(customer, ticket));
        });
    }

    @Override
    public Instant at() {
        return call.arrivedAt();
    }

    @Override
    public ContactId contact() {
        return call.id();
    }

    @Override
    public Outcome outcome() {
        return call.isAnswered() ? Outcome.ANSWERED : call.redirected() ? Outcome.REDIRECTED : Outcome.ABANDONED;
    }

    @Override
    public Duration waited() {
        return call.total(ContactSegment.Kind.QUEUE);
    }

    @Override
    public Duration talk() {
        return call.total(ContactSegment.Kind.TALK);
    }

    @Override
    public Duration hold() {
        return call.total(ContactSegment.Kind.HOLD);
    }

    @Override
    public Duration wrap() {
        return call.total(ContactSegment.Kind.WRAP);
    }

    @Override
    public int agents() {
        return (int) call.segments().stream()
                .flatMap(segment -> segment.agent().stream())
                .distinct()
                .count();
    }

    @Override
    public boolean linked() {
        return as.customer().isPresent();
    }

    @Override
    public Optional<Instant> previous(SameMatter matter) {
        return Optional.ofNullable(before.get(matter));
    }

    /** Names the contact; no customer. */
    @Override
    public String toString() {
        return "ContactFacts[" + contact().value() + ", " + outcome() + " at " + at() + "]";
    }

    private Object writeReplace() {
        return new Sent(call, as, latest, settled.orElse(null), before, asOf);
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            Contact call,
            Attributes as,
            Attributes latest,
            @Nullable Settled settled,
            Map<SameMatter, Instant> before,
            Instant asOf)
            implements Serializable {
        private Object readResolve() {
            return new ContactRow(call, as, latest, Optional.ofNullable(settled), before, asOf);
        }
    }
}
