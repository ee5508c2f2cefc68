package dev.customerservice.domain.exchange;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.HistoryCheck;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Reopened;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.ticket.Workflow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A ticket of an export while its events are gathered. */
final class VendorTicket {
    private final JsonPlace place;
    private final TicketId id;
    private final List<Step> steps = new ArrayList<>();
    private final StatedValues.Builder stated = StatedValues.builder();
    private int update;

    VendorTicket(JsonPlace place, String id) {
        this.place = place;
        this.id = TicketId.of(id);
    }

    /**
     * An event in its place: of one update the attributes come first, then the message, then the status, so that a reply is one of the agent
     * to whom the same update gave the ticket.
     */
    private record Step(TicketEvent event, int update, int rank) {
        static final Comparator<Step> ORDER = Comparator.comparing((Step step) -> step.event.at())
                .thenComparingInt(Step::update)
                .thenComparingInt(Step::rank);
    }

    String id() {
        return id.value();
    }

    JsonPlace place() {
        return place;
    }

    StatedValues.Builder stated() {
        return stated;
    }

    EventHead head(Instant at, Actor by, JsonPlace source) {
        return new EventHead(id, at, by, Optional.of(source.pointer()));
    }

    /** What is added from here on belongs to a later update. */
    void nextUpdate() {
        update++;
    }

    void created(EventHead head, TicketDetails details) {
        add(new TicketCreated(head, details));
    }

    void message(Instant at, Actor by, JsonPlace source, boolean isPublic) {
        add(MessageAdded.of(head(at, by, source), isPublic ? Audience.CUSTOMER : Audience.INTERNAL));
    }

    void status(Instant at, Actor by, JsonPlace source, Status to) {
        add(new StatusChanged(head(at, by, source), to));
    }

    void add(TicketEvent event) {
        steps.add(new Step(event, update, rank(event)));
    }

    private static int rank(TicketEvent event) {
        if (event instanceof TicketCreated) {
            return 0;
        }
        if (event instanceof SlaApplied || event instanceof DueDateSet) {
            return 1;
        }
        if (event instanceof MessageAdded) {
            return 3;
        }
        return event instanceof StatusChanged || event instanceof Reopened ? 4 : 2;
    }

    /** The history, none if the events cannot be one. */
    Optional<TicketHistory> history() {
        steps.sort(Step.ORDER);
        List<TicketEvent> events = steps.stream().map(Step::event).toList();
        HistoryCheck check = TicketHistory.check(events, Workflow.anyChange());
        if (check instanceof HistoryCheck.Accepted accepted) {
            return Optional.of(accepted.history().stating(stated.build()));
        }
        HistoryCheck.Refused refused = (HistoryCheck.Refused) check;
        place.fail(LoadFault.IMPOSSIBLE_HISTORY, refused.detail());
        return Optional.empty();
    }
}
