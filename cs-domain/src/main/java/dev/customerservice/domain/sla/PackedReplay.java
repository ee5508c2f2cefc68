package dev.customerservice.domain.sla;

import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.Step;
import dev.customerservice.domain.time.EpochNanos;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads packed histories one after another: by sums where they can tell, else by replay. */
final class PackedReplay implements Sums.Case {
    private static final int UNKNOWN = -2;
    /** Sums cannot tell, so that the ticket must be replayed with cycles. */
    private static final int BEYOND = -1;

    private final SlaPlan plan;
    private final JointClocks joint;
    private final PackedHistories packed;
    private final long asOf;
    private final Situation[] situations;
    private final int eras;
    /** How many steps lead from a state: one for each symbol and era. */
    private final int steps;

    private final List<JointState> states = new ArrayList<>();
    /** By state, symbol and era the first step of the next state, {@link #UNKNOWN} before it is asked for, or {@link #BEYOND}. */
    private int[] next;
    /** By state, symbol and era what becomes of the cycles. */
    private Act[][] acts;
    /** The counter of the only calendar of the plan at each event, none if there are several. */
    private final long[] counters;

    private int ticket;

    PackedReplay(SlaPlan plan, PackedHistories packed, long asOf) {
        packed.requireReadableBy(plan);
        this.plan = plan;
        this.joint = plan.joint();
        this.packed = packed;
        this.asOf = asOf;
        this.situations = packed.situations(plan);
        this.eras = joint.eras();
        this.steps = Math.max(1, situations.length * eras);
        this.next = new int[8 * steps];
        Arrays.fill(next, UNKNOWN);
        this.acts = new Act[next.length][];
        this.counters = packed.counters(joint.onlyTime());
        states.add(joint.start());
    }

    SlaColumns read() {
        Rows.Source again = rows -> new PackedReplay(plan, packed, asOf).details(rows);
        Rows rows = new Rows(again, joint, asOf, packed.size());
        Sums sums = new Sums(joint, asOf, this, rows);
        for (ticket = 0; ticket < packed.size(); ticket++) {
            rows.beginTicket(ticket);
            if (joint.dependsOnTime() || packed.hasDueDates(ticket) || !read(sums)) {
                rows.replay(readings());
            }
        }
        return new SlaColumns(rows);
    }

    /** Reads again what the rows did not keep, in the same order. */
    private RowDetails details(Rows rows) {
        RowDetails details = new RowDetails(rows.size(), asOf);
        Sums sums = new Sums(joint, asOf, this, details);
        while (details.size < rows.size()) {
            SlaReading reading = rows.reading(details.size);
            if (reading == null) {
                ticket = rows.ticket(details.size);
                read(sums);
            } else {
                details.add(reading);
            }
        }
        return details;
    }

    private boolean read(Sums sums) {
        long[] instants = packed.instants();
        int[] symbols = packed.symbolArray();
        int begin = packed.firstEvent(ticket);
        int end = packed.firstEvent(ticket + 1);
        while (end > begin && instants[end - 1] > asOf) {
            end--;
        }
        int state = 0;
        sums.restart();
        for (int event = begin; event < end; event++) {
            int step = state + symbols[event] + (eras == 1 ? 0 : situations.length * joint.era(instants[event]));
            state = next[step];
            if (state < 0) {
                state = state == UNKNOWN ? asked(step) : state;
                if (state < 0) {
                    return false;
                }
            }
            Act[] what = acts[step];
            if (what.length > 0 && !act(sums, what, instants[event], event)) {
                return false;
            }
        }
        return sums.finish(states.get(state / steps));
    }

    private boolean act(Sums sums, Act[] what, long at, int event) {
        return counters.length > 0 ? sums.act(what, at, event, counters[event]) : sums.act(what, at, event);
    }

    /** Asks for a step once for all tickets. */
    private int asked(int step) {
        JointState from = states.get(step / steps);
        int symbol = step % steps % situations.length;
        Step found = joint.step(from, situations[symbol], step % steps / situations.length);
        JointState after = found.next;
        int place = after == null ? BEYOND : placeOf(after);
        acts[step] = found.acts;
        next[step] = place;
        return place;
    }

    /** The first step of a state. */
    private int placeOf(JointState state) {
        int place = states.indexOf(state);
        if (place < 0) {
            place = states.size();
            states.add(state);
            if (states.size() * steps > next.length) {
                int before = next.length;
                next = Arrays.copyOf(next, 2 * before);
                Arrays.fill(next, before, 2 * before, UNKNOWN);
                acts = Arrays.copyOf(acts, 2 * before);
            }
        }
        return place * steps;
    }

    @Override
    public @Nullable String owner(int attribute, int event) {
        return packed.owner(attribute, event);
    }

    @Override
    public long fieldInstant(int field, int event) {
        return packed.fieldInstant(field, event);
    }

    private List<SlaReading> readings() {
        Replay replay = new Replay(plan);
        int begin = packed.firstEvent(ticket);
        for (int event = begin; event < packed.firstEvent(ticket + 1) && packed.instants()[event] <= asOf; event++) {
            replay.apply(packed.moment(event, event - begin, situations[packed.symbolArray()[event]]));
        }
        replay.passTo(asOf);
        List<SlaReading> readings = new ArrayList<>();
        replay.readings(packed.ticket(ticket), EpochNanos.toInstant(asOf), readings);
        return readings;
    }
}
