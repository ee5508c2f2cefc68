package dev.customerservice.domain.sla;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one metric and ticket: applies events one after another as {@link Transitions} says, and keeps the cycles.
 *
 * <p>What is counted does not depend on what is promised: a cycle starts, counts and ends whether something is promised or not.
 */
final class Clock {
    private final ClockRule rule;
    private final List<Cycle> cycles = new ArrayList<>(1);
    private int state = Transitions.IDLE;
    private SpanKind kind = SpanKind.RUNNING;
    private int position;
    private String status = "";
    /** The states before the trigger, for a first cycle that may reach back. */
    private @Nullable Cycle prelude;

    private @Nullable SlaFault fault;
    /** A due date set by hand for the cycle that starts next. */
    private @Nullable Instant agreedDue;

    /** Makes the clock of a ticket before its creation. */
    Clock(ClockRule rule) {
        this.rule = rule;
    }

    List<Cycle> cycles() {
        return cycles;
    }

    /** {@return why it has not started although it should have} */
    Optional<SlaFault> fault() {
        return Optional.ofNullable(fault);
    }

    /** {@return whether its last cycle is completed} */
    boolean isCompleted() {
        return !cycles.isEmpty() && last().completedAt != Cycle.NONE;
    }

    Cycle last() {
        return cycles.get(cycles.size() - 1);
    }

    /** Applies an event that leads to inputs of this clock; the promise is what is in force after it. */
    void apply(Moment moment, int inputs, @Nullable Promise promise, @Nullable Clock before) {
        if (isQuiet(moment, inputs, promise)) {
            position = moment.position();
            status = moment.status();
            return;
        }
        int phase = state;
        int action = rule.transitions().of(phase, inputs(moment, inputs, before));
        long at = moment.at();
        if (phase == Transitions.OPEN
                && promise == null
                && (action & Transitions.CANCELLING) != Transitions.CANCEL_GONE) {
            last().withdraw(at, moment.position());
        }
        state = Transitions.stateAfter(action);
        cancel(action, moment);
        if (state == Transitions.DEAD) {
            return;
        }
        if (moment.setsDueDateOf(rule.metric().id())) {
            boolean present = (phase == Transitions.STOPPED && rule.metric().again() != Again.NEW_CYCLE)
                    || (phase == Transitions.OPEN && (action & Transitions.CANCELLING) == 0);
            agree(moment, present);
        }
        if (phase == Transitions.STOPPED && promise != null) {
            last().passBy(promise, at);
        }
        if ((action & Transitions.COMPLETE) != 0) {
            complete(at, moment.position(), (action & Transitions.DISCARD) != 0);
        }
        kind = (inputs & Situation.PAUSED) != 0 ? SpanKind.PAUSED : SpanKind.RUNNING;
        position = moment.position();
        status = moment.status();
        if (rule.anchoring().reachesBack() && cycles.isEmpty()) {
            keepPrelude(at);
        }
        if ((action & Transitions.MARK) != 0) {
            last().mark(at, kind, position, status);
        }
        goOn(action, at, promise);
        if ((action & Transitions.BEGIN) != 0) {
            begin(moment, promise, before);
        }
        if ((action & Transitions.COMPLETE_NEW) != 0) {
            complete(at, position, (action & Transitions.DISCARD_NEW) != 0);
        }
        if (promise != null && state == Transitions.OPEN && !last().holds(promise)) {
            last().hold(promise, at, kind, position, status);
        }
    }

    /** Whether an event leaves this clock as it is, which most do. */
    private boolean isQuiet(Moment moment, int inputs, @Nullable Promise promise) {
        if (state == Transitions.DEAD) {
            return true;
        }
        int action = rule.transitions().of(state, inputs & (Transitions.INPUTS - 1));
        if ((action & ~Transitions.MARK) != state || moment.dueDate() != null || rule.owner() >= 0) {
            return false;
        }
        return switch (state) {
            case Transitions.OPEN ->
                (kind == SpanKind.PAUSED) == ((inputs & Situation.PAUSED) != 0)
                        && (promise == null ? !last().isPromised() : last().holds(promise));
            case Transitions.STOPPED -> promise == null || last().holds(promise);
            case Transitions.IDLE -> !rule.anchoring().reachesBack() || !cycles.isEmpty();
            default -> true;
        };
    }

    private int inputs(Moment moment, int inputs, @Nullable Clock before) {
        int all = inputs & (Transitions.INPUTS - 1);
        boolean open = state == Transitions.OPEN;
        if (rule.anchoring().waits(before)) {
            all &= ~Transitions.START;
        }
        if ((all & Transitions.STARTING) == Transitions.START && cycles.isEmpty()) {
            SlaFault missing = rule.anchoring().missing(moment, before);
            all &= missing == null ? -1 : ~Transitions.START;
            fault = missing == null ? fault : missing;
        }
        if (open && moment.at() < last().countsFrom) {
            all &= ~Transitions.RESET;
        }
        if (open && rule.owner() >= 0 && !Objects.equals(ownerAfter(moment), last().owner)) {
            all |= Transitions.RESET;
        }
        if (rule.metric().discardsEmptyCycles()) {
            long start = open ? last().startedAt() : Math.min(moment.at(), anchor(moment, before));
            all |= start == moment.at() ? Transitions.EMPTY : 0;
        }
        return all;
    }

    private @Nullable String ownerAfter(Moment moment) {
        return rule.owner() < 0 ? null : moment.owners().get(rule.owner()).orElse(null);
    }

    /** Takes another promise at an instant at which nothing has happened. */
    void promise(long at, @Nullable Promise promise) {
        if (state == Transitions.OPEN) {
            if (promise == null) {
                last().withdraw(at, Cycle.NO_EVENT);
            } else if (!last().holds(promise)) {
                last().holdWithoutEvent(promise, at, kind, position, status);
            }
        } else if (state == Transitions.STOPPED && promise != null) {
            last().passBy(promise, at);
        }
    }

    /** A due date set by hand holds for the cycle that is open or may go on, else for the next. */
    private void agree(Moment moment, boolean present) {
        Instant due = moment.dueDate() == null ? null : moment.dueDate().due().orElse(null);
        if (present) {
            last().agreedDue = due;
        } else {
            agreedDue = due;
        }
    }

    private void cancel(int action, Moment moment) {
        switch (action & Transitions.CANCELLING) {
            case Transitions.CANCEL_GONE ->
                close(moment.at(), moment.situation().deleted() ? CancelReason.DELETED : CancelReason.MERGED);
            case Transitions.CANCEL_CONDITION -> close(moment.at(), CancelReason.CONDITION);
            default -> {
                // nothing is cancelled
            }
        }
    }

    private void close(long at, CancelReason reason) {
        last().cancelledAt = at;
        last().cancelReason = reason;
    }

    private void complete(long at, int cause, boolean discard) {
        if (discard) {
            agreedDue = last().agreedDue;
            cycles.remove(cycles.size() - 1);
        } else {
            last().completedAt = at;
            last().completedBy = cause;
        }
    }

    /** From when a cycle would count that began now. */
    private long anchor(Moment moment, @Nullable Clock before) {
        if (cycles.isEmpty()) {
            return rule.anchoring().first(moment, before, prelude == null ? moment.at() : prelude.startedAt());
        }
        return rule.anchoring().next(moment.at(), last());
    }

    /** Keeps the states before the trigger. */
    private void keepPrelude(long at) {
        if (prelude == null) {
            prelude = new Cycle(1, at, kind, position, status);
        } else {
            prelude.mark(at, kind, position, status);
        }
    }

    private void begin(Moment moment, @Nullable Promise promise, @Nullable Clock before) {
        long anchor = anchor(moment, before);
        Cycle reachingBack = cycles.isEmpty() ? prelude : null;
        Cycle cycle = reachingBack != null && anchor < moment.at()
                ? reachingBack.from(anchor)
                : new Cycle(cycles.size() + 1, moment.at(), kind, position, status);
        cycle.countFrom(Math.max(anchor, cycle.startedAt()));
        cycle.anchor = rule.anchoring().applied(cycles.isEmpty(), anchor > moment.at());
        prelude = null;
        fault = null;
        cycle.owner = ownerAfter(moment);
        cycle.agreedDue = agreedDue;
        agreedDue = null;
        cycles.add(cycle);
        if (promise != null) {
            cycle.hold(promise, moment.at(), kind, position, status);
        }
    }

    private void goOn(int action, long at, @Nullable Promise promise) {
        if ((action & Transitions.GO_ON) != 0 && promise == null) {
            last().withdraw(at, position);
        }
        switch (action & Transitions.GO_ON) {
            case Transitions.RESTART -> {
                Cycle cycle = last();
                cycle.rememberBreach(cycle.completedAt, position);
                cycle.restart(at, kind, position, status, promise);
            }
            case Transitions.RESUME -> last().resume(SpanKind.STOPPED, promise, at, kind, position, status);
            case Transitions.RESUME_INCLUDING -> last().resume(SpanKind.RUNNING, promise, at, kind, position, status);
            default -> {
                // it does not go on
            }
        }
    }
}
