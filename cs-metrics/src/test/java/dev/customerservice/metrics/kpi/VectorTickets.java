package dev.customerservice.metrics.kpi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the tickets of the vectors as histories. A second of a vector is a second after the epoch of 1970. */
final class VectorTickets {
    static final Actor CUSTOMER = Actor.customer("customer");
    static final Actor AGENT = Actor.agent("agent");
    private final List<TicketHistory> histories = new ArrayList<>();
    private final Instant asOf;

    VectorTickets() {
        this(Instant.parse("2100-01-01T00:00:00Z"));
    }

    VectorTickets(Instant asOf) {
        this.asOf = asOf;
    }

    Facts facts() {
        return Facts.of(histories, FactExtractor.asOf(asOf)).linked();
    }

    /** Begins a ticket of a customer of its own. */
    Writer ticket(long at, Actor by) {
        return new Writer(at, by, TicketDetails.builder());
    }

    Writer ticket(long at, Actor by, Category category) {
        return new Writer(at, by, TicketDetails.builder().category(category));
    }

    static Actor actor(JsonNode kind) {
        return switch (kind.asText()) {
            case "CUSTOMER" -> CUSTOMER;
            case "AGENT" -> AGENT;
            case "BOT" -> Actor.bot("bot");
            default -> Actor.automation("system");
        };
    }

    static Status status(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "new" -> Status.NEW;
            case "open" -> Status.OPEN;
            case "pending" -> Status.PENDING;
            case "hold" -> Status.ON_HOLD;
            case "solved" -> Status.SOLVED;
            case "closed" -> Status.CLOSED;
            default -> throw new IllegalArgumentException("Status (" + name + ") must be known.");
        };
    }

    final class Writer {
        private final TicketId id = TicketId.of("T-" + histories.size());
        private final List<TicketEvent> events = new ArrayList<>();
        private final long createdAt;

        Writer(long at, Actor by, TicketDetails.Builder details) {
            this.createdAt = at;
            Requester requester = Requester.of(CustomerId.of("c-" + histories.size()));
            events.add(
                    new TicketCreated(head(at, by), details.requester(requester).build()));
        }

        private EventHead head(long at, Actor by) {
            return EventHead.of(id, Instant.ofEpochSecond(at), by);
        }

        Writer status(long at, Status to) {
            events.add(new StatusChanged(head(at, AGENT), to));
            return this;
        }

        Writer message(long at, Actor by, boolean visible) {
            events.add(MessageAdded.of(head(at, by), visible ? Audience.CUSTOMER : Audience.INTERNAL));
            return this;
        }

        Writer messages(int count, Actor by) {
            for (int i = 0; i < count; i++) {
                message(createdAt, by, true);
            }
            return this;
        }

        /** Passes it to another team, to another agent and up. */
        Writer handedOn(long at) {
            for (String to : List.of("one", "other")) {
                events.add(new TeamChanged(head(at, AGENT), Optional.of(TeamId.of(to))));
                events.add(new AssigneeChanged(head(at, AGENT), Optional.of(AgentId.of(to))));
            }
            events.add(new Escalated(head(at, AGENT), 1, Optional.empty()));
            return this;
        }

        void done() {
            events.sort(Comparator.comparing(TicketEvent::at));
            histories.add(TicketHistory.of(events));
        }
    }
}
