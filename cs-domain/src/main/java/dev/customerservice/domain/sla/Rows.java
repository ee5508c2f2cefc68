package dev.customerservice.domain.sla;

import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What nearly everybody asks of many readings, a row for each: the ticket, the cycle, its state and its elapsed time. */
final class Rows implements Sums.Results {
    private static final SlaState[] STATES = SlaState.values();
    private static final int STATE_BITS = 3;
    private static final int OFFER_SHIFT = 32;
    /** In place of a promise: the row is a reading of a replay. */
    private static final int READ = -1;

    private final PackedReplay source;
    private final JointClocks joint;
    private final long asOf;
    private int size;
    private int replayed;
    private int present;
    private int firstOfPresent;
    private int[] ticket;
    /** The place of the promise, the number of the cycle and the state, each in its bits. */
    private long[] what;

    private long[] elapsed;
    private final List<NotStarted> notStarted = new ArrayList<>();
    private final IdentityHashMap<NotStarted, Integer> notStartedPlaces = new IdentityHashMap<>();
    private final Map<Integer, SlaReading> readings = new HashMap<>();
    /** Two threads may both read the details; either finds the same, and the other threads see them filled. */
    private volatile @Nullable RowDetails details;

    Rows(PackedReplay source) {
        this.source = source;
        this.joint = source.joint();
        this.asOf = source.asOf();
        // Many clocks have more than one cycle, some have none.
        int length = Math.max(64, source.packed().size() * (joint.clocks() + 2));
        this.ticket = new int[length];
        this.what = new long[length];
        this.elapsed = new long[length];
    }

    void begin(int next) {
        present = next;
        firstOfPresent = size;
    }

    /** Takes readings in place of what sums have begun to tell of the present ticket. */
    void replay(List<SlaReading> instead) {
        size = firstOfPresent;
        replayed++;
        for (SlaReading reading : instead) {
            readings.put(size, reading);
            add(READ, reading.cycle(), reading.state(), reading.elapsed().toNanos());
        }
    }

    private void add(int offer, int cycle, SlaState state, long counted) {
        if (size == what.length) {
            ticket = Arrays.copyOf(ticket, size * 2);
            what = Arrays.copyOf(what, size * 2);
            elapsed = Arrays.copyOf(elapsed, size * 2);
        }
        ticket[size] = present;
        what[size] = (long) offer << OFFER_SHIFT | (long) cycle << STATE_BITS | code(state);
        elapsed[size++] = counted;
    }

    private static int code(SlaState state) {
        return switch (state) {
            case NOT_STARTED -> 0;
            case RUNNING -> 1;
            case PAUSED -> 2;
            case ACHIEVED -> 3;
            case BREACHED -> 4;
            case CANCELLED -> 5;
        };
    }

    @Override
    public void add(Tally cycle) {
        boolean breached = cycle.isBreached(joint.promise(cycle.promise).time(), cycle.end(asOf));
        add(cycle.promise, cycle.number, cycle.state(breached), cycle.elapsed);
    }

    @Override
    public void add(NotStarted clock) {
        int place = notStartedPlaces.computeIfAbsent(clock, next -> {
            notStarted.add(next);
            return notStarted.size() - 1;
        });
        add(READ - 1 - place, 0, SlaState.NOT_STARTED, 0);
    }

    int size() {
        return size;
    }

    int replayed() {
        return replayed;
    }

    long asOf() {
        return asOf;
    }

    int ticket(int row) {
        return ticket[row];
    }

    int cycle(int row) {
        return (int) what[row] >>> STATE_BITS;
    }

    SlaState state(int row) {
        return STATES[(int) what[row] & ((1 << STATE_BITS) - 1)];
    }

    long elapsed(int row) {
        return elapsed[row];
    }

    /** {@return the reading of a row that sums could not tell, null for all others} */
    @Nullable
    SlaReading reading(int row) {
        return readings.isEmpty() ? null : readings.get(row);
    }

    /** {@return what is promised to a row of a cycle that sums could tell} */
    Promise promise(int row) {
        return joint.promise((int) (what[row] >> OFFER_SHIFT));
    }

    /** {@return what is counted in a row} */
    SlaMetricId metric(int row) {
        int offer = (int) (what[row] >> OFFER_SHIFT);
        if (offer >= 0) {
            return joint.metric(offer);
        }
        SlaReading reading = reading(row);
        return reading == null ? notStarted(row).target().metric().id() : reading.metric();
    }

    /** {@return the clock of a row without a cycle} */
    NotStarted notStarted(int row) {
        return notStarted.get(READ - 1 - (int) (what[row] >> OFFER_SHIFT));
    }

    /** {@return what few ask, read when it is asked for first} */
    RowDetails details() {
        RowDetails known = details;
        if (known == null) {
            known = source.details(this);
            details = known;
        }
        return known;
    }
}
