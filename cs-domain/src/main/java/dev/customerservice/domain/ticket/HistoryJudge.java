package dev.customerservice.domain.ticket;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for the first event that cannot stand where it stands. */
final class HistoryJudge {
    private static final Instant EARLIEST = EpochNanos.toInstant(EpochNanos.MIN);
    private static final Instant LATEST = EpochNanos.toInstant(EpochNanos.MAX);

    private final Workflow workflow;

    HistoryJudge(Workflow workflow) {
        this.workflow = workflow;
    }

    HistoryCheck judge(List<TicketEvent> events) {
        if (events.isEmpty()) {
            return new HistoryCheck.Refused(HistoryFault.EMPTY, 0, "The history must hold at least the creation.");
        }
        TicketFold fold = new TicketFold(events);
        TicketId ticket = events.get(0).head().ticket();
        Instant before = events.get(0).at();
        long[] traits = new long[events.size()];
        for (int position = 0; position < events.size(); position++) {
            TicketEvent event = events.get(position);
            HistoryCheck.Refused refused = shape(event, position, ticket, before);
            if (refused == null && position > 0) {
                refused = meaning(event, position, fold);
            }
            if (refused != null) {
                return refused;
            }
            before = event.at();
            fold.next();
            traits[position] = Traits.of(fold, event);
        }
        return new HistoryCheck.Accepted(TicketHistory.accepted(events, traits));
    }

    private static HistoryCheck.@Nullable Refused shape(
            TicketEvent event, int position, TicketId ticket, Instant before) {
        if (!event.head().ticket().equals(ticket)) {
            return refuse(
                    HistoryFault.OTHER_TICKET,
                    position,
                    "The ticket (" + event.head().ticket().value() + ") of event " + position
                            + " must be that of the first event (" + ticket.value() + ").");
        }
        if (event.at().isBefore(EARLIEST) || event.at().isAfter(LATEST)) {
            return refuse(
                    HistoryFault.OUT_OF_RANGE,
                    position,
                    "The instant (" + event.at() + ") of event " + position + " must lie in the years 1900 to 2199.");
        }
        if (event.at().isBefore(before)) {
            return refuse(
                    HistoryFault.OUT_OF_ORDER,
                    position,
                    "The instant (" + event.at() + ") of event " + position
                            + " must not be before that of the event ahead of it (" + before + ").");
        }
        if (event instanceof TicketCreated && position > 0) {
            return refuse(HistoryFault.CREATED_TWICE, position, "The creation must be the first event only.");
        }
        if (!(event instanceof TicketCreated) && position == 0) {
            return refuse(HistoryFault.CREATED_NOT_FIRST, 0, "The first event must be the creation.");
        }
        return null;
    }

    private HistoryCheck.@Nullable Refused meaning(TicketEvent event, int position, Ticket ticket) {
        Optional<Status> to = Optional.empty();
        Optional<TicketId> other = Optional.empty();
        if (event instanceof Reopened reopened) {
            if (!ticket.status().isDone()) {
                return refuse(
                        HistoryFault.REOPENED_WHILE_OPEN,
                        position,
                        "The status before a reopening (" + ticket.status().name() + ") must be solved or closed.");
            }
            to = Optional.of(reopened.to());
        } else if (event instanceof StatusChanged changed) {
            to = Optional.of(changed.to());
        } else if (event instanceof Merged merged) {
            other = Optional.of(merged.into());
        } else if (event instanceof Split split) {
            other = Optional.of(split.into());
        } else if (event instanceof Linked linked) {
            other = Optional.of(linked.other());
        }
        if (other.isPresent() && other.get().equals(ticket.id())) {
            return refuse(
                    HistoryFault.SELF_REFERENCE,
                    position,
                    "The other ticket (" + ticket.id().value() + ") must not be the ticket itself.");
        }
        if (to.isPresent() && workflow.check(ticket, to.get()) instanceof Transition.Refused refused) {
            return refuse(HistoryFault.TRANSITION_REFUSED, position, refused.reason());
        }
        return null;
    }

    private static HistoryCheck.Refused refuse(HistoryFault fault, int position, String detail) {
        return new HistoryCheck.Refused(fault, position, detail);
    }
}
