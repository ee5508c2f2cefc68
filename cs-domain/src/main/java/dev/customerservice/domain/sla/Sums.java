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
        String owner(int attribute, int position);

        /** {@return what a custom field holds after the present event, see {@link FieldInstant}} */
        long fieldInstant(int field, int position);
    }

    /** What becomes of the cycles of a ticket. */
    interface Results {
        /** Takes a cycle, each clock's in order; it is used again afterwards. */
        void add(Tally cycle);

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
            tallies[clock] = new Tally(clock);
        }
    }

    /** Begins another ticket. */
    void restart() {
        for (Tally tally : tallies) {
            tally.clear();
        }
    }

    /**
     * Does what a step says, and says whether sums can tell what comes of it.
     *
     * @param known the calendar whose counter is known, null if none is
     * @param knownCounter its counter at the event
     */
    @SuppressWarnings(
            "ReferenceEquality") // the acts of a plan share their calendars; an equal one would only be asked again
    boolean act(Act[] acts, long at, int position, @Nullable BusinessTime known, long knownCounter) {
        BusinessTime time = known;
        long counter = knownCounter;
        for (Act act : acts) {
            BusinessTime present = act.time();
            if (present != null && present != time) {
                time = present;
                counter = present.openNanosBefore(at);
            }
            Tally tally = tallies[act.clock()];
            // What nearly all acts are; each does the same in its turn below.
            switch (act.acts()) {
                case JointState.MARK -> tally.mark(at, counter, act.runs());
                case JointState.COMPLETE -> tally.end(at, counter, Tally.COMPLETED);
                case JointState.BEGIN -> beginNow(act, tally, at, counterAfter(act, at, counter), position);
                default -> {
                    long after = counterAfter(act, at, counter);
                    if (!act(act, tally, at, counter, after, position)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private static long counterAfter(Act act, long at, long counter) {
        BusinessTime next = act.timeAfter();
        return next == null || next == act.time() ? counter : next.openNanosBefore(at);
    }

    private boolean act(Act act, Tally tally, long at, long counter, long after, int position) {
        int acts = act.acts();
        if ((acts & JointState.CANCEL) != 0) {
            tally.end(at, counter, Tally.CANCELLED);
            tally.reason = act.reason();
        } else if ((acts & (JointState.COMPLETE | JointState.COMPLETE_UNLESS_EMPTY)) != 0) {
            boolean empty = (acts & JointState.COMPLETE_UNLESS_EMPTY) != 0 && tally.startedAt == at;
            boolean early = (acts & JointState.BY_RESET) != 0 && at < tally.countsFrom;
            if (empty || early) {
                return false;
            }
            tally.end(at, counter, Tally.COMPLETED);
        }
        if ((acts & JointState.PREPARE) != 0) {
            tally.prepare(at, counter, act.runs());
        } else if ((acts & JointState.MARK) != 0) {
            tally.mark(at, counter, act.runs());
        }
        return goOn(act, tally, at, counter) && begin(act, tally, at, after, position) && hold(act, tally, at, counter);
    }

    private static boolean goOn(Act act, Tally tally, long at, long counter) {
        int acts = act.acts();
        if ((acts & JointState.RESTART) != 0) {
            if (tally.reached || at < tally.countsFrom) {
                return false;
            }
            tally.restart(at, counter, act.runs(), act.promise(), act.nanos());
        } else if ((acts & (JointState.RESUME | JointState.RESUME_INCLUDING)) != 0) {
            tally.promise = act.promise();
            return tally.resume(at, counter, act.runs(), (acts & JointState.RESUME_INCLUDING) != 0);
        }
        return true;
    }

    private void beginNow(Act act, Tally tally, long at, long counter, int position) {
        write(tally);
        tally.begin(at, counter, act.runs(), act.promise(), act.nanos());
        tally.owner = owner(act, position);
    }

    private boolean begin(Act act, Tally tally, long at, long counter, int position) {
        int acts = act.acts();
        boolean certain = true;
        if ((acts & JointState.BEGIN) != 0) {
            beginNow(act, tally, at, counter, position);
        } else if ((acts & JointState.BEGIN_PREPARED) != 0) {
            certain = tally.beginPrepared(counter, act.promise(), act.nanos());
        } else if ((acts & JointState.ANCHORED) != 0) {
            certain = beginAnchored(act, tally, at, counter, position);
        } else {
            return true;
        }
        tally.owner = owner(act, position);
        if ((acts & JointState.COMPLETE_NEW) != 0) {
            tally.end(at, counter, Tally.COMPLETED);
        }
        return certain;
    }

    private boolean beginAnchored(Act act, Tally tally, long at, long counter, int position) {
        Origin origin = Objects.requireNonNull(act.origin());
        long from = origin.field() >= 0 ? ticket.fieldInstant(origin.field(), position) : due(tallies[origin.clock()]);
        boolean own = origin.clock() == act.clock();
        if (own) {
            from = Math.max(from, at);
        }
        // Before the creation a clock ran; what it did since is known only from the last change of its state on.
        boolean created = position == 0;
        if (!FieldInstant.isInstant(from) || (from < at && from < tally.spanAt() && !created)) {
            return false;
        }
        BusinessTime time = Objects.requireNonNull(act.timeAfter());
        write(tally);
        if (from < at) {
            tally.begin(from, time.openNanosBefore(from), created || tally.running, act.promise(), act.nanos());
            tally.mark(at, counter, act.runs());
            return !tally.reached;
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
        return completed.reached
                ? time.plusNanos(completed.dueFrom, completed.dueAmount)
                : time.plusNanos(Math.max(completed.endedAt, completed.countsFrom), completed.left());
    }

    private @Nullable String owner(Act act, int position) {
        return act.owner() < 0 ? null : ticket.owner(act.owner(), position);
    }

    private static boolean hold(Act act, Tally tally, long at, long counter) {
        int acts = act.acts();
        if ((acts & JointState.TAKE) != 0) {
            tally.promise = act.promise();
        } else if ((acts & JointState.RETARGET) != 0) {
            return tally.retarget(at, counter, act.promise(), act.more());
        } else if ((acts & JointState.RESTART_RETARGETED) != 0) {
            tally.mark(at, counter, act.runs());
            boolean certain = !tally.reached && at >= tally.countsFrom;
            tally.restart(at, counter, act.runs(), act.promise(), act.nanos());
            return certain;
        }
        return true;
    }

    private void write(Tally tally) {
        if (tally.pending && tally.promise >= 0) {
            results.add(tally);
        }
        tally.pending = false;
    }

    /** Gives what the ticket leaves open in a state, and says whether sums could tell. */
    boolean finish(JointState state) {
        for (Tally tally : tallies) {
            if (tally.pending) {
                if (asOf < tally.countsFrom && !tally.running) {
                    return false;
                }
                if (tally.ending == Tally.OPEN && tally.promise >= 0) {
                    tally.mark(asOf, clocks.promise(tally.promise).time().openNanosBefore(asOf), tally.running);
                }
                write(tally);
            }
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
