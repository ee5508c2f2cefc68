package dev.customerservice.domain.sla;

import dev.customerservice.domain.sla.Cycle.State;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of every metric: applies events one after another and keeps the cycles.
 *
 * <p>Inside one event the effects come in the order cancel, stop, pause, resume, start. The machine knows what is promised only as
 * far as a promise can be withdrawn; how much time is left is none of its business.
 */
final class Clock {
    private enum Phase {
        /** No cycle is open and none is stopped. */
        IDLE,
        /** The last cycle counts. */
        OPEN,
        /** The last cycle was stopped and may go on. */
        STOPPED,
        /** The last cycle was completed for good. */
        FINISHED,
        /** Nothing starts any more. */
        DEAD
    }

    private final SlaMetric metric;
    private final List<Cycle> cycles = new ArrayList<>(1);
    private Phase phase = Phase.IDLE;
    private int position;
    private boolean promised;
    private boolean withdrawn;
    private State present = new State(SpanKind.RUNNING, 0, "");
    private @Nullable Cycle prelude;
    /** A due date set by hand for the cycle that starts next. */
    private @Nullable Instant agreedDue;

    Clock(SlaMetric metric) {
        this.metric = metric;
    }

    List<Cycle> cycles() {
        return cycles;
    }

    private Cycle last() {
        return cycles.get(cycles.size() - 1);
    }

    /** Applies an event; the promise is what is in force after it. */
    void apply(Ticket ticket, TicketEvent event, int position, @Nullable Promise promise) {
        if (phase == Phase.DEAD) {
            return;
        }
        long at = EpochNanos.of(event.at());
        this.position = position;
        cancel(ticket, event, at, promise);
        if (phase == Phase.DEAD) {
            return;
        }
        if (event instanceof DueDateSet set && set.metric().equals(metric.id())) {
            agree(set.due().orElse(null));
        }
        if (phase == Phase.STOPPED && promise != null) {
            last().passBy(promise, at);
        }
        boolean stop = metric.stop().holds(ticket, event);
        stop(ticket, event, at, stop);
        SpanKind kind = metric.pausedWhile().holds(ticket, event) ? SpanKind.PAUSED : SpanKind.RUNNING;
        present = new State(kind, position, ticket.status().name());
        if (metric.anchor() == Anchor.CREATION && cycles.isEmpty()) {
            keepPrelude(at);
        }
        if (phase == Phase.OPEN) {
            last().mark(at, present);
        }
        start(ticket, event, at, stop, promise);
        if (phase == Phase.OPEN && promise != null) {
            last().hold(promise, at, present);
        }
        promised = promise != null;
    }

    /** Takes another promise at an instant at which nothing has happened. */
    void promise(long at, @Nullable Promise promise) {
        if (phase == Phase.DEAD) {
            return;
        }
        if (promised && promise == null) {
            close(at, CancelReason.POLICY_REMOVED);
            withdrawn = true;
        } else if (promise != null) {
            withdrawn = false;
            if (phase == Phase.OPEN) {
                last().hold(promise, at, present);
            }
        }
        promised = promise != null;
    }

    /** A due date set by hand holds for the cycle there is, else for the next. */
    private void agree(@Nullable Instant due) {
        if (phase == Phase.OPEN || phase == Phase.STOPPED) {
            last().agreedDue = due;
        } else {
            agreedDue = due;
        }
    }

    private void cancel(Ticket ticket, TicketEvent event, long at, @Nullable Promise promise) {
        if (ticket.deleted() || ticket.mergedInto().isPresent()) {
            close(at, ticket.deleted() ? CancelReason.DELETED : CancelReason.MERGED);
            phase = Phase.DEAD;
        } else if (promised && promise == null) {
            close(at, CancelReason.POLICY_REMOVED);
            withdrawn = true;
        } else if (phase == Phase.OPEN && metric.cancel().holds(ticket, event)) {
            close(at, CancelReason.CONDITION);
        }
        if (promise != null) {
            withdrawn = false;
        }
    }

    private void close(long at, CancelReason reason) {
        if (phase == Phase.OPEN) {
            last().cancelledAt = at;
            last().cancelReason = reason;
            phase = Phase.IDLE;
        }
    }

    private void stop(Ticket ticket, TicketEvent event, long at, boolean stop) {
        if (phase == Phase.STOPPED) {
            if (metric.finish().holds(ticket, event)) {
                phase = Phase.FINISHED;
            }
            return;
        }
        if (phase != Phase.OPEN) {
            return;
        }
        if (metric.finish().holds(ticket, event)) {
            complete(at, Phase.FINISHED);
        } else if (stop) {
            complete(at, Phase.STOPPED);
        } else if (metric.reset().holds(ticket, event) || !sameOwner(ticket)) {
            complete(at, Phase.IDLE);
        }
    }

    private boolean sameOwner(Ticket ticket) {
        String owner = ownerOf(ticket);
        return owner == null ? last().owner == null : owner.equals(last().owner);
    }

    private @Nullable String ownerOf(Ticket ticket) {
        return metric.owner().flatMap(owner -> owner.of(ticket)).orElse(null);
    }

    private void complete(long at, Phase next) {
        Cycle cycle = last();
        cycle.completedAt = at;
        cycle.completedBy = position;
        phase = next;
        if (metric.discardsEmptyCycles() && cycle.startedAt() == at) {
            cycles.remove(cycles.size() - 1);
            phase = Phase.IDLE;
        }
    }

    /** Keeps the states before the trigger for a clock that will count from the creation. */
    private void keepPrelude(long at) {
        if (prelude == null) {
            prelude = new Cycle(1, at, present);
        } else {
            prelude.mark(at, present);
        }
    }

    private void start(Ticket ticket, TicketEvent event, long at, boolean stop, @Nullable Promise promise) {
        if (withdrawn) {
            return;
        }
        if (phase == Phase.STOPPED && !stop) {
            goOn(at, promise);
        }
        if (phase == Phase.IDLE
                && metric.start().holds(ticket, event)
                && !metric.cancel().holds(ticket, event)) {
            begin(ticket, at, promise);
            if (metric.finish().holds(ticket, event)) {
                complete(at, Phase.FINISHED);
            } else if (stop) {
                complete(at, Phase.STOPPED);
            }
        }
    }

    private void begin(Ticket ticket, long at, @Nullable Promise promise) {
        Cycle fromCreation = prelude;
        Cycle cycle =
                fromCreation != null && cycles.isEmpty() ? fromCreation : new Cycle(cycles.size() + 1, at, present);
        cycle.owner = ownerOf(ticket);
        cycle.agreedDue = agreedDue;
        agreedDue = null;
        cycles.add(cycle);
        phase = Phase.OPEN;
        if (promise != null) {
            cycle.hold(promise, at, present);
        }
    }

    private void goOn(long at, @Nullable Promise promise) {
        Cycle cycle = last();
        switch (metric.again()) {
            case ONCE -> phase = Phase.FINISHED;
            case NEW_CYCLE -> phase = Phase.IDLE;
            case RESTART -> {
                cycle.rememberBreach(cycle.completedAt);
                cycle.restart(at, present);
                if (promise != null) {
                    cycle.take(promise);
                }
                phase = Phase.OPEN;
            }
            case RESUME -> resume(cycle, SpanKind.STOPPED, at, promise);
            case RESUME_INCLUDING_STOPPED -> resume(cycle, SpanKind.RUNNING, at, promise);
        }
    }

    private void resume(Cycle cycle, SpanKind meanwhile, long at, @Nullable Promise promise) {
        if (promise != null) {
            cycle.hold(promise, at, present);
        }
        if (cycle.completedAt != Cycle.NONE) {
            cycle.mark(cycle.completedAt, new State(meanwhile, cycle.completedBy, ""));
            cycle.mark(at, present);
            cycle.completedAt = Cycle.NONE;
        }
        phase = Phase.OPEN;
    }
}
