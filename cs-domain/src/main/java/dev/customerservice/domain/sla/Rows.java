package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.sla.JointState.NotStarted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns while they grow. */
final class Rows {
    /** A pause keeps the due time open. */
    static final long HELD = -1;

    private static final byte CANCELLED = code(SlaState.CANCELLED);
    private static final byte BREACHED = code(SlaState.BREACHED);
    private static final byte ACHIEVED = code(SlaState.ACHIEVED);
    private static final byte PAUSED = code(SlaState.PAUSED);
    private static final byte RUNNING = code(SlaState.RUNNING);

    final long asOf;
    final JointClocks clocks;
    final PackedHistories packed;
    int size;
    int replayed;
    int[] ticket;
    int[] offer;
    int[] cycle;
    byte[] state;

    @Nullable
    CancelReason[] reason;

    int[] owner;
    long[] startedAt;
    long[] endedAt;
    long[] elapsed;
    long[] paused;
    long[] dueFrom;
    /** How much open time after {@link #dueFrom} it is due; {@link #HELD}, or zero if it is what is left after the end. */
    long[] dueAmount;

    final List<NotStarted> notStarted = new ArrayList<>();
    private final Map<NotStarted, Integer> notStartedPlaces = new HashMap<>();
    final Map<Integer, SlaReading> readings = new HashMap<>();

    Rows(long asOf, JointClocks clocks, PackedHistories packed) {
        this.asOf = asOf;
        this.clocks = clocks;
        this.packed = packed;
        // Many clocks have more than one cycle, some have none.
        int length = Math.max(64, packed.size() * (clocks.clocks() + 2));
        ticket = new int[length];
        offer = new int[length];
        cycle = new int[length];
        state = new byte[length];
        reason = new CancelReason[length];
        owner = new int[length];
        startedAt = new long[length];
        endedAt = new long[length];
        elapsed = new long[length];
        paused = new long[length];
        dueFrom = new long[length];
        dueAmount = new long[length];
    }

    private static byte code(SlaState state) {
        return (byte) SlaColumns.STATES.indexOf(state);
    }

    private int next(int ofTicket, int offered, int number, byte stands) {
        if (size == ticket.length) {
            grow();
        }
        int row = size++;
        ticket[row] = ofTicket;
        offer[row] = offered;
        cycle[row] = number;
        state[row] = stands;
        return row;
    }

    /** Forgets the rows from one on. */
    void cutTo(int row) {
        Arrays.fill(reason, row, size, null);
        Arrays.fill(owner, row, size, 0);
        Arrays.fill(dueAmount, row, size, 0);
        size = row;
    }

    private void grow() {
        int length = size * 2;
        ticket = Arrays.copyOf(ticket, length);
        offer = Arrays.copyOf(offer, length);
        cycle = Arrays.copyOf(cycle, length);
        state = Arrays.copyOf(state, length);
        reason = Arrays.copyOf(reason, length);
        owner = Arrays.copyOf(owner, length);
        startedAt = Arrays.copyOf(startedAt, length);
        endedAt = Arrays.copyOf(endedAt, length);
        elapsed = Arrays.copyOf(elapsed, length);
        paused = Arrays.copyOf(paused, length);
        dueFrom = Arrays.copyOf(dueFrom, length);
        dueAmount = Arrays.copyOf(dueAmount, length);
    }

    void addNotStarted(int ofTicket, NotStarted clock) {
        Integer place = notStartedPlaces.get(clock);
        if (place == null) {
            place = notStarted.size();
            notStarted.add(clock);
            notStartedPlaces.put(clock, place);
        }
        int row = next(ofTicket, ~place, 0, code(SlaState.NOT_STARTED));
        startedAt[row] = NONE;
        endedAt[row] = NONE;
        elapsed[row] = 0;
        paused[row] = 0;
        dueAmount[row] = HELD;
    }

    /** Writes the cycle of a tally, whose last span has been closed. */
    void add(int ofTicket, Tally tally) {
        long end = tally.ending == Tally.OPEN ? asOf : tally.endedAt;
        boolean paused = !tally.running;
        byte stands = tally.ending == Tally.CANCELLED
                ? CANCELLED
                : isBreached(tally, end)
                        ? BREACHED
                        : tally.ending == Tally.COMPLETED ? ACHIEVED : paused ? PAUSED : RUNNING;
        int row = next(ofTicket, tally.promise, tally.number, stands);
        startedAt[row] = tally.startedAt;
        endedAt[row] = tally.ending == Tally.OPEN ? NONE : end;
        elapsed[row] = tally.elapsed;
        this.paused[row] = tally.paused;
        if (tally.reached) {
            dueFrom[row] = tally.dueFrom;
            dueAmount[row] = tally.dueAmount;
        } else if (paused && tally.ending != Tally.COMPLETED) {
            dueAmount[row] = HELD;
        } else if (tally.countsFrom > end) {
            dueFrom[row] = tally.countsFrom;
            dueAmount[row] = tally.left();
        }
        if (tally.ending == Tally.CANCELLED) {
            reason[row] = tally.reason;
        }
        if (tally.owner >= 0) {
            owner[row] = tally.owner + 1;
        }
    }

    /** With something left the due time lies ahead, with less than nothing behind; only at nothing the calendar decides. */
    private boolean isBreached(Tally tally, long end) {
        return tally.reached
                && (tally.left() < 0
                        || clocks.promise(tally.promise).time().plusNanos(tally.dueFrom, tally.dueAmount) < end);
    }

    /** Writes a reading, where sums could not tell. */
    void add(int ofTicket, SlaReading reading, SlaPolicy policy) {
        int row = next(ofTicket, ~notStarted.size(), reading.cycle(), code(reading.state()));
        notStarted.add(new NotStarted(policy, reading.metric(), true));
        reason[row] = reading.cancelReason().orElse(null);
        startedAt[row] = SlaColumns.nanos(reading.startedAt());
        endedAt[row] = SlaColumns.nanos(reading.completedAt().or(reading::cancelledAt));
        elapsed[row] = reading.elapsed().toNanos();
        paused[row] = reading.paused().toNanos();
        readings.put(row, reading);
    }
}
