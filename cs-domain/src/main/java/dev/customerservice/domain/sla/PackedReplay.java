package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.Origin;
import dev.customerservice.domain.time.EpochNanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads packed histories: one automaton for all clocks, sums for the cycles, no object for an event.
 *
 * <p>Where sums cannot tell, the ticket is replayed with cycles, as an unpacked history is; so the answers are the same by construction
 * there, and by the shared {@link Transitions} everywhere else.
 */
final class PackedReplay {
    private final SlaPlan plan;
    private final PackedHistories packed;
    private final long asOf;
    private final JointClocks clocks;
    private final Tally[] tallies;
    private final Rows rows;
    private int ticket;

    PackedReplay(SlaPlan plan, PackedHistories packed, long asOf) {
        packed.requireReadableBy(plan);
        this.plan = plan;
        this.packed = packed;
        this.asOf = asOf;
        this.clocks = new JointClocks(plan, packed);
        this.tallies = new Tally[clocks.clocks()];
        Arrays.setAll(tallies, clock -> new Tally());
        this.rows = new Rows(asOf, clocks, packed);
    }

    SlaColumns read() {
        boolean always = clocks.dependsOnTime();
        for (ticket = 0; ticket < packed.size(); ticket++) {
            int before = rows.size;
            if (always || packed.hasDueDates(ticket) || !sums()) {
                rows.cutTo(before);
                rows.replayed++;
                replay();
            }
        }
        return new SlaColumns(rows);
    }

    /** Reads a ticket by sums, and says whether they could tell. */
    private boolean sums() {
        long[] instants = packed.instants();
        int[] symbols = packed.symbolArray();
        int end = packed.firstEvent(ticket + 1);
        int state = 0;
        for (Tally tally : tallies) {
            tally.clear();
        }
        for (int event = packed.firstEvent(ticket); event < end && instants[event] <= asOf; event++) {
            int step = state + symbols[event];
            state = clocks.next(step);
            if (state == JointClocks.BEYOND) {
                return false;
            }
            Act[] acts = clocks.acts(step);
            if (acts.length > 0 && !act(acts, instants[event], event)) {
                return false;
            }
        }
        return state == 0 || finish(clocks.state(state));
    }

    @SuppressWarnings(
            "ReferenceEquality") // the acts of a plan share their calendars; an equal one would only be asked again
    private boolean act(Act[] acts, long at, int event) {
        BusinessTime time = null;
        long counter = 0;
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
                case JointState.BEGIN -> beginNow(act, tally, at, counterAfter(act, at, counter), event);
                default -> {
                    long after = counterAfter(act, at, counter);
                    if (!act(act, tally, at, counter, after, event)) {
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

    private boolean act(Act act, Tally tally, long at, long counter, long after, int event) {
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
        return goOn(act, tally, at, counter) && begin(act, tally, at, after, event) && hold(act, tally, at, counter);
    }

    private static boolean goOn(Act act, Tally tally, long at, long counter) {
        int acts = act.acts();
        if ((acts & JointState.RESTART) != 0) {
            if (tally.reached || at < tally.countsFrom) {
                return false;
            }
            tally.restart(at, counter, act.runs(), act.promise(), act.nanos());
        } else if ((acts & (JointState.RESUME | JointState.RESUME_INCLUDING)) != 0) {
            tally.resume(at, counter, act.runs(), (acts & JointState.RESUME_INCLUDING) != 0);
            tally.promise = act.promise();
        }
        return true;
    }

    private void beginNow(Act act, Tally tally, long at, long counter, int event) {
        write(tally);
        tally.begin(at, counter, act.runs(), act.promise(), act.nanos());
        tally.owner = owner(act, event);
    }

    private boolean begin(Act act, Tally tally, long at, long counter, int event) {
        int acts = act.acts();
        boolean certain = true;
        if ((acts & JointState.BEGIN) != 0) {
            beginNow(act, tally, at, counter, event);
        } else if ((acts & JointState.BEGIN_PREPARED) != 0) {
            certain = tally.beginPrepared(act.promise(), act.nanos());
        } else if ((acts & JointState.ANCHORED) != 0) {
            certain = beginAnchored(act, tally, at, counter, event);
        } else {
            return true;
        }
        tally.owner = owner(act, event);
        if ((acts & JointState.COMPLETE_NEW) != 0) {
            tally.end(at, counter, Tally.COMPLETED);
        }
        return certain;
    }

    private boolean beginAnchored(Act act, Tally tally, long at, long counter, int event) {
        Origin origin = Objects.requireNonNull(act.origin());
        long from = origin.field() >= 0 ? packed.fieldInstant(origin.field(), event) : due(tallies[origin.clock()]);
        boolean own = origin.clock() == act.clock();
        if (own) {
            from = Math.max(from, at);
        }
        // Before the creation a clock ran; what it did since is known only from the last change of its state on.
        boolean created = event == packed.firstEvent(ticket);
        if (!FieldInstant.isInstant(from) || (from < at && from < tally.spanAt() && !created)) {
            return false;
        }
        BusinessTime time = Objects.requireNonNull(act.timeAfter());
        write(tally);
        if (from < at) {
            tally.begin(from, time.openNanosBefore(from), created || tally.running, act.promise(), act.nanos());
            tally.mark(at, counter, act.runs());
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

    private int owner(Act act, int event) {
        return act.owner() < 0 ? -1 : packed.owner(act.owner(), event);
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
            rows.add(ticket, tally);
        }
        tally.pending = false;
    }

    /** Writes what the ticket leaves open, and says whether sums could tell. */
    private boolean finish(JointState state) {
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
        for (NotStarted clock : clocks.notStarted(state)) {
            if (!clock.certain()) {
                return false;
            }
            rows.addNotStarted(ticket, clock);
        }
        return true;
    }

    private void replay() {
        Replay replay = new Replay(plan);
        int begin = packed.firstEvent(ticket);
        for (int event = begin; event < packed.firstEvent(ticket + 1) && packed.instants()[event] <= asOf; event++) {
            replay.apply(packed.moment(event, event - begin, clocks.situation(packed.symbolArray()[event])));
        }
        replay.passTo(asOf);
        List<SlaReading> readings = new ArrayList<>();
        replay.readings(packed.ticket(ticket), EpochNanos.toInstant(asOf), readings);
        for (SlaReading reading : readings) {
            rows.add(ticket, reading, policyOf(reading));
        }
    }

    private SlaPolicy policyOf(SlaReading reading) {
        return plan.book().policies().stream()
                .filter(policy ->
                        policy.id().equals(reading.policy()) && policy.version().equals(reading.policyVersion()))
                .findFirst()
                .orElseThrow();
    }
}
