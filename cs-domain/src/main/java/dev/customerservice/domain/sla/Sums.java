package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads tickets by one automaton for all clocks, with sums for the cycles.
 *
 * <p>Where sums cannot tell it says so, and the ticket is replayed with cycles; so the answers are the same by construction there, and by
 * the shared {@link Transitions} everywhere else.
 */
final class Sums {
    private final JointClocks clocks;
    private final long asOf;
    private final Case ticket;
    private final Results results;
    private final Tally[] tallies;

    /** What only the ticket that is read can tell. */
    interface Case {
        /** {@return who owns the ticket after the present event, null if nobody does} */
        @Nullable
        String owner(int attribute, int event);

        /** {@return what a custom field holds after the present event, see {@link FieldInstant}} */
        long fieldInstant(int field, int event);
    }

    /** What becomes of the cycles of a ticket, a row for each. */
    interface Results {
        /** {@return the row of a cycle that begins, each clock's in order} */
        int begin();

        /** Takes a cycle as it stands when it ends, or when the reading does; one that went on after its end once more. */
        void write(Tally cycle);

        /** Takes a clock that has not begun. */
        void add(NotStarted clock);
    }

    Sums(JointClocks clocks, long asOf, Case ticket, Results results) {
        this.clocks = clocks;
        this.asOf = asOf;
        this.ticket = ticket;
        this.results = results;
        this.tallies = new Tally[clocks.clocks()];
        for (int clock = 0; clock < tallies.length; clock++) {
            tallies[clock] = new Tally();
        }
    }

    /** Begins another ticket. */
    void restart() {
        for (Tally tally : tallies) {
            tally.clear();
        }
    }

    /** Does what a step says, and says whether sums can tell what comes of it. */
    @SuppressWarnings(
            "ReferenceEquality") // the acts of a plan share their calendars; an equal one would only be asked again
    boolean act(Act[] acts, long at, int event) {
        BusinessTime time = null;
        long counter = 0;
        for (Act act : acts) {
            BusinessTime present = act.time();
            if (present != null && present != time) {
                time = present;
                counter = present.openNanosBefore(at);
            }
            BusinessTime next = act.timeAfter();
            long after = next == null || next == present ? counter : next.openNanosBefore(at);
            if (!act(act, at, event, counter, after)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Does what a step says where all clocks count on one calendar.
     *
     * @param counter the counter of that calendar
     */
    boolean act(Act[] acts, long at, int event, long counter) {
        for (Act act : acts) {
            if (!act(act, at, event, counter, counter)) {
                return false;
            }
        }
        return true;
    }

    private boolean act(Act act, long at, int event, long counter, long after) {
        Tally tally = tallies[act.clock()];
        // What nearly all acts are; each does the same in its turn below.
        switch (act.acts()) {
            case JointState.MARK -> tally.mark(at, counter, act.runs());
            case JointState.COMPLETE -> end(tally, at, counter, Tally.COMPLETED);
            case JointState.BEGIN -> {
                tally.begin(at, after, act.runs(), act.promise(), act.nanos());
                place(act, tally, event);
            }
            default -> {
                return act(act, tally, at, counter, after, event);
            }
        }
        return true;
    }

    private boolean act(Act act, Tally tally, long at, long counter, long after, int event) {
        int acts = act.acts();
        if ((acts & JointState.CANCEL) != 0) {
            tally.reason = act.reason();
            end(tally, at, counter, Tally.CANCELLED);
        } else if ((acts & (JointState.COMPLETE | JointState.COMPLETE_UNLESS_EMPTY)) != 0) {
            boolean empty = (acts & JointState.COMPLETE_UNLESS_EMPTY) != 0 && tally.startedAt == at;
            boolean early = (acts & JointState.BY_RESET) != 0 && at < tally.countsFrom;
            if (empty || early) {
                return false;
            }
            end(tally, at, counter, Tally.COMPLETED);
        }
        if ((acts & JointState.PREPARE) != 0) {
            tally.prepare(at, counter, act.runs());
        } else if ((acts & JointState.MARK) != 0) {
            tally.mark(at, counter, act.runs());
        }
        return goOn(act, tally, at, counter, event)
                && begin(act, tally, at, after, event)
                && hold(act, tally, at, counter);
    }

    private boolean goOn(Act act, Tally tally, long at, long counter, int event) {
        int acts = act.acts();
        if ((acts & JointState.RESTART) != 0) {
            if (tally.isReached() || at < tally.countsFrom) {
                return false;
            }
            tally.restart(at, counter, act.runs(), act.promise(), act.nanos());
            place(act, tally, event);
        } else if ((acts & (JointState.RESUME | JointState.RESUME_INCLUDING)) != 0) {
            tally.promise = act.promise();
            return tally.resume(at, counter, act.runs(), (acts & JointState.RESUME_INCLUDING) != 0);
        }
        return true;
    }

    /** Gives a cycle its row, unless nothing is promised, and its owner. */
    private void place(Act act, Tally tally, int event) {
        if (tally.row < 0 && act.promise() >= 0) {
            tally.row = results.begin();
        }
        if (act.owner() >= 0) {
            tally.owner = ticket.owner(act.owner(), event);
        }
    }

    private void end(Tally tally, long at, long counter, int how) {
        tally.end(at, counter, how);
        if (tally.row >= 0) {
            results.write(tally);
        }
    }

    private boolean begin(Act act, Tally tally, long at, long counter, int event) {
        int acts = act.acts();
        boolean certain = true;
        if ((acts & JointState.BEGIN) != 0) {
            tally.begin(at, counter, act.runs(), act.promise(), act.nanos());
        } else if ((acts & JointState.BEGIN_PREPARED) != 0) {
            certain = tally.beginPrepared(counter, act.promise(), act.nanos());
        } else if ((acts & JointState.ANCHORED) != 0) {
            certain = beginAnchored(act, tally, at, counter, event);
        } else {
            return true;
        }
        if (certain) {
            place(act, tally, event);
            if ((acts & JointState.COMPLETE_NEW) != 0) {
                end(tally, at, counter, Tally.COMPLETED);
            }
        }
        return certain;
    }

    private boolean beginAnchored(Act act, Tally tally, long at, long counter, int event) {
        Origin origin = Objects.requireNonNull(act.origin());
        long from = origin.field() >= 0 ? ticket.fieldInstant(origin.field(), event) : due(tallies[origin.clock()]);
        boolean own = origin.clock() == act.clock();
        if (own) {
            from = Math.max(from, at);
        }
        // Before the creation a clock ran; what it did since is known only from the last change of its state on.
        boolean created = origin.atCreation();
        if (!FieldInstant.isInstant(from) || (from < at && from < tally.spanAt() && !created)) {
            return false;
        }
        BusinessTime time = Objects.requireNonNull(act.timeAfter());
        if (from < at) {
            tally.begin(from, time.openNanosBefore(from), created || tally.running, act.promise(), act.nanos());
            tally.mark(at, counter, act.runs());
            return !tally.isReached();
        } else {
            tally.begin(at, counter, act.runs(), act.promise(), act.nanos());
            tally.countFrom(from, from == at ? counter : time.openNanosBefore(from));
        }
        return true;
    }

    /** When a completed cycle was due, {@link Cycle#NONE} if nothing was promised. */
    private long due(Tally completed) {
        if (completed.promise < 0) {
            return Cycle.NONE;
        }
        BusinessTime time = clocks.promise(completed.promise).time();
        return completed.isReached()
                ? time.plusNanos(completed.dueFrom, completed.dueAmount)
                : time.plusNanos(Math.max(completed.endedAt, completed.countsFrom), completed.left());
    }

    private static boolean hold(Act act, Tally tally, long at, long counter) {
        int acts = act.acts();
        if ((acts & JointState.TAKE) != 0) {
            tally.promise = act.promise();
        } else if ((acts & JointState.RETARGET) != 0) {
            return tally.retarget(at, counter, act.promise(), act.more());
        } else if ((acts & JointState.RESTART_RETARGETED) != 0) {
            tally.mark(at, counter, act.runs());
            boolean certain = !tally.isReached() && at >= tally.countsFrom;
            tally.restart(at, counter, act.runs(), act.promise(), act.nanos());
            return certain;
        }
        return true;
    }

    /** Whether a pause has begun before the cycle counts. */
    private boolean isUncertain() {
        for (Tally tally : tallies) {
            if (tally.number > 0 && asOf < tally.countsFrom && !tally.running) {
                return true;
            }
        }
        return false;
    }

    /** Gives what the ticket leaves open in a state, and says whether sums could tell. */
    boolean finish(JointState state) {
        if (clocks.countLater() && isUncertain()) {
            return false;
        }
        for (int clock : state.open) {
            Tally tally = tallies[clock];
            tally.mark(asOf, clocks.promise(tally.promise).time().openNanosBefore(asOf), tally.running);
            results.write(tally);
        }
        for (NotStarted clock : state.notStarted) {
            if (!clock.certain()) {
                return false;
            }
            results.add(clock);
        }
        return true;
    }
}
