package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What few ask of many readings, a row for each as in {@link Rows}. */
final class RowDetails implements Sums.Results {
    /** A pause keeps the due time open. */
    static final long HELD = -1;

    private final long asOf;
    int size;
    final @Nullable CancelReason[] reason;
    final @Nullable String[] owner;
    final long[] startedAt;
    final long[] countsFrom;
    final long[] endedAt;
    final long[] paused;
    /** The instant from which, and how much open time after it, it is due; {@link #HELD}. */
    final long[] dueFrom;

    final long[] dueAmount;

    RowDetails(int rows, long asOf) {
        this.asOf = asOf;
        this.reason = new CancelReason[rows];
        this.owner = new String[rows];
        this.startedAt = new long[rows];
        this.countsFrom = new long[rows];
        this.endedAt = new long[rows];
        this.paused = new long[rows];
        this.dueFrom = new long[rows];
        this.dueAmount = new long[rows];
    }

    @Override
    public int begin() {
        return size++;
    }

    @Override
    public void write(Tally cycle) {
        int row = cycle.row;
        long end = cycle.end(asOf);
        startedAt[row] = cycle.startedAt;
        countsFrom[row] = cycle.countsFrom;
        endedAt[row] = cycle.ending == Tally.OPEN ? NONE : end;
        paused[row] = cycle.paused;
        dueFrom[row] = cycle.isReached() ? cycle.dueFrom : Math.max(end, cycle.countsFrom);
        dueAmount[row] = cycle.isHeld() ? HELD : cycle.isReached() ? cycle.dueAmount : cycle.left();
        reason[row] = cycle.ending == Tally.CANCELLED ? cycle.reason : null;
        owner[row] = cycle.owner;
    }

    @Override
    public void add(NotStarted clock) {
        int row = begin();
        startedAt[row] = NONE;
        endedAt[row] = NONE;
        dueAmount[row] = HELD;
    }

    void add(SlaReading reading) {
        reason[size] = reading.cancelReason().orElse(null);
        owner[size] = reading.owner().orElse(null);
        startedAt[size] = nanos(reading.startedAt());
        endedAt[size] = nanos(reading.completedAt().or(reading::cancelledAt));
        paused[size++] = reading.paused().toNanos();
    }

    static long nanos(Optional<Instant> instant) {
        return instant.isEmpty() ? NONE : EpochNanos.of(instant.get());
    }
}
