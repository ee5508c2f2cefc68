package dev.customerservice.domain.sla;

import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What nearly everybody asks of many readings, a row for each: the ticket, the cycle, its state and its elapsed time. */
final class Rows implements Sums.Results {
    private static final SlaState[] STATES = SlaState.values();
    private static final int NOT_STARTED = code(SlaState.NOT_STARTED);
    private static final int RUNNING = code(SlaState.RUNNING);
    private static final int PAUSED = code(SlaState.PAUSED);
    private static final int ACHIEVED = code(SlaState.ACHIEVED);
    private static final int BREACHED = code(SlaState.BREACHED);
    private static final int CANCELLED = code(SlaState.CANCELLED);
    private static final int STATE_BITS = 3;
    private static final int OFFER_SHIFT = 32;
    /** In place of a promise: the row is a reading of a replay. */
    private static final int READ = -1;

    private final Source source;
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
    private final List<NotStarted> notStarted = new ArrayList<>(0);
    private final Map<Integer, SlaReading> readings = new HashMap<>(0);
    /** Two threads may both read the details; either finds the same, and the other threads see them filled. */
    private volatile @Nullable RowDetails details;

    /** Where the rows come from. */
    @FunctionalInterface
    interface Source {
        /** {@return what the rows did not keep, read again in the same order} */
        RowDetails details(Rows rows);
    }

    /**
     * Prepares room for rows.
     *
     * @param source where they come from
     * @param joint the clocks they are of
     * @param asOf the instant of the reading
     * @param tickets of how many tickets they are
     */
    Rows(Source source, JointClocks joint, long asOf, int tickets) {
        this.source = source;
        this.joint = joint;
        this.asOf = asOf;
        // Many clocks have more than one cycle, some have none.
        int length = tickets * (joint.clocks() + 2);
        this.ticket = new int[length];
        this.what = new long[length];
        this.elapsed = new long[length];
    }

    /** Begins the rows of a ticket. */
    void beginTicket(int next) {
        present = next;
        firstOfPresent = size;
    }

    /** Takes readings in place of what sums have begun to tell of the present ticket. */
    void replay(List<SlaReading> instead) {
        size = firstOfPresent;
        replayed++;
        for (SlaReading reading : instead) {
            readings.put(size, reading);
            write(
                    begin(),
                    READ,
                    reading.cycle(),
                    code(reading.state()),
                    reading.elapsed().toNanos());
        }
    }

    @Override
    public int begin() {
        if (size == ticket.length) {
            ticket = Arrays.copyOf(ticket, size * 2);
            what = Arrays.copyOf(what, size * 2);
            elapsed = Arrays.copyOf(elapsed, size * 2);
        }
        ticket[size] = present;
        return size++;
    }

    private void write(int row, int offer, int cycle, int state, long counted) {
        what[row] = (long) offer << OFFER_SHIFT | (long) cycle << STATE_BITS | state;
        elapsed[row] = counted;
    }

    @Override
    public void write(Tally cycle) {
        Promise promise = joint.promise(cycle.promise);
        write(cycle.row, cycle.promise, cycle.number, state(cycle), promise.nanos() - cycle.left());
    }

    private static int code(SlaState state) {
        return List.of(STATES).indexOf(state);
    }

    /** How a cycle stands, its last span closed. */
    private int state(Tally cycle) {
        if (cycle.ending == Tally.CANCELLED) {
            return CANCELLED;
        }
        if (cycle.isBreached(joint, asOf)) {
            return BREACHED;
        }
        if (cycle.ending == Tally.COMPLETED) {
            return ACHIEVED;
        }
        return cycle.running ? RUNNING : PAUSED;
    }

    @Override
    public void add(NotStarted clock) {
        int place = notStarted.lastIndexOf(clock);
        if (place < 0) {
            place = notStarted.size();
            notStarted.add(clock);
        }
        write(begin(), READ - 1 - place, 0, NOT_STARTED, 0);
    }

    int size() {
        return size;
    }

    /** {@return how many clocks there are} */
    int clocks() {
        return joint.clocks();
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

    /** {@return the place of the clock of a row that sums could tell} */
    int clock(int row) {
        int offer = (int) (what[row] >> OFFER_SHIFT);
        return offer < 0 ? notStarted(row).clock() : joint.clock(offer);
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
