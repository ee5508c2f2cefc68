package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
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

    private final @Nullable BusinessTime counted;
    private final long[] counters;
    private int ticket;

    PackedReplay(SlaPlan plan, PackedHistories packed, long asOf) {
        packed.requireReadableBy(plan);
        this.plan = plan;
        this.packed = packed;
        this.asOf = asOf;
        this.situations = packed.situations(plan);
        this.counted = packed.counted();
        this.counters = packed.counters();
        this.eras = plan.joint().eras();
        this.steps = Math.max(1, situations.length * eras);
        this.next = new int[8 * steps];
        Arrays.fill(next, UNKNOWN);
        this.acts = new Act[next.length][];
        states.add(plan.joint().start());
    }

    PackedHistories packed() {
        return packed;
    }

    JointClocks joint() {
        return plan.joint();
    }

    long asOf() {
        return asOf;
    }

    SlaColumns read() {
        Rows rows = new Rows(this);
        Sums sums = new Sums(plan.joint(), asOf, this, rows);
        boolean always = plan.joint().dependsOnTime();
        for (ticket = 0; ticket < packed.size(); ticket++) {
            rows.begin(ticket);
            if (always || packed.hasDueDates(ticket) || !read(sums)) {
                rows.replay(readings());
            }
        }
        return new SlaColumns(rows);
    }

    /** Reads again what the rows did not keep, in the same order. */
    RowDetails details(Rows rows) {
        RowDetails details = new RowDetails(rows.size(), asOf);
        Sums sums = new Sums(plan.joint(), asOf, this, details);
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
        int state = 0;
        sums.restart();
        for (int event = begin; event < end && instants[event] <= asOf; event++) {
            long at = instants[event];
            int step = state
                    + (eras == 1
                            ? symbols[event]
                            : symbols[event] * eras + plan.joint().era(at));
            state = next[step];
            if (state < 0) {
                state = state == UNKNOWN ? asked(step) : state;
                if (state < 0) {
                    return false;
                }
            }
            Act[] what = acts[step];
            if (what.length > 0 && !sums.act(what, at, event - begin, counted, counted == null ? 0 : counters[event])) {
                return false;
            }
        }
        return sums.finish(states.get(state / steps));
    }

    /** Asks for a step once for all tickets. */
    private int asked(int step) {
        JointState from = states.get(step / steps);
        Step found = plan.joint().step(from, situations[step % steps / eras], step % eras);
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
    public @Nullable String owner(int attribute, int position) {
        return packed.owner(attribute, packed.firstEvent(ticket) + position);
    }

    @Override
    public long fieldInstant(int field, int position) {
        return packed.fieldInstant(field, packed.firstEvent(ticket) + position);
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
