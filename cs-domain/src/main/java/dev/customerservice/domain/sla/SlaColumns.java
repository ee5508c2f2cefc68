package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The readings of many histories as columns: a row for each cycle, and for each promised clock that has none yet.
 *
 * <p>A row says what the {@link SlaReading} of the same cycle says, without an object for it. The rows of a ticket stand together, each
 * clock's in the order of its cycles. Instants and durations are nanoseconds, instants since 1970-01-01T00:00:00Z; what is absent
 * is {@link #ABSENT}. Immutable and thread-safe.
 */
public final class SlaColumns {
    /** What a column holds where a reading is empty. */
    public static final long ABSENT = NONE;

    static final List<SlaState> STATES = List.of(SlaState.values());

    private final long asOf;
    private final JointClocks clocks;
    private final PackedHistories packed;
    private final int rows;
    private final int replayed;
    private final int[] ticket;
    private final int[] offer;
    private final int[] cycle;
    private final byte[] state;
    private final @Nullable CancelReason[] reason;
    private final int[] owner;
    private final long[] startedAt;
    private final long[] endedAt;
    private final long[] elapsed;
    private final long[] paused;
    private final long[] dueFrom;
    private final long[] dueAmount;
    private final List<NotStarted> notStarted;
    private final Map<Integer, SlaReading> readings;

    SlaColumns(Rows from) {
        this.asOf = from.asOf;
        this.clocks = from.clocks;
        this.packed = from.packed;
        this.rows = from.size;
        this.replayed = from.replayed;
        this.ticket = from.ticket;
        this.offer = from.offer;
        this.cycle = from.cycle;
        this.state = from.state;
        this.reason = from.reason;
        this.owner = from.owner;
        this.startedAt = from.startedAt;
        this.endedAt = from.endedAt;
        this.elapsed = from.elapsed;
        this.paused = from.paused;
        this.dueFrom = from.dueFrom;
        this.dueAmount = from.dueAmount;
        this.notStarted = from.notStarted;
        this.readings = from.readings;
    }

    /** {@return how many rows there are} */
    public int size() {
        return rows;
    }

    /**
     * How many tickets sums could not tell, so that they were read like histories that are not packed; the answers are the same, and take
     * longer.
     *
     * <p>Such are tickets with a due date set by hand; cycles with a target of zero, in working days, at the end of one, at an instant, in
     * open then wall time or by the hours of the start; a change of the calendar, or of the target in proportion, inside a cycle; a target
     * that changes after it was used up, or to less than is used up; a cycle that is thrown away since it is empty, starts again after a
     * breach, or reaches back over a pause; a clock that counts from a custom field and has not started; and all tickets of a book whose
     * policies have a term.
     *
     * @return the number of tickets
     */
    public int replayed() {
        return replayed;
    }

    /** {@return the instant of the readings} */
    public Instant asOf() {
        return EpochNanos.toInstant(asOf);
    }

    /**
     * The ticket of a row.
     *
     * @param row the row
     * @return the place of the ticket among the histories
     */
    public int ticket(int row) {
        return ticket[row];
    }

    /**
     * The policy of a row.
     *
     * @param row the row
     * @return the policy that promised
     */
    public SlaPolicyId policy(int row) {
        return policyOf(row).id();
    }

    /**
     * The version of the policy of a row.
     *
     * @param row the row
     * @return the version
     */
    public String policyVersion(int row) {
        return policyOf(row).version();
    }

    private SlaPolicy policyOf(int row) {
        return offer[row] >= 0
                ? clocks.promise(offer[row]).policy()
                : notStarted.get(~offer[row]).policy();
    }

    /**
     * The metric of a row.
     *
     * @param row the row
     * @return what is counted
     */
    public SlaMetricId metric(int row) {
        return offer[row] >= 0
                ? clocks.promise(offer[row]).target().metric().id()
                : notStarted.get(~offer[row]).metric();
    }

    /**
     * The number of the cycle of a row.
     *
     * @param row the row
     * @return the number from 1, 0 if there is none yet
     */
    public int cycle(int row) {
        return cycle[row];
    }

    /**
     * How the cycle of a row stands.
     *
     * @param row the row
     * @return the state
     */
    public SlaState state(int row) {
        return STATES.get(state[row]);
    }

    /**
     * Why the cycle of a row was cancelled.
     *
     * @param row the row
     * @return the reason, empty if it was not
     */
    public Optional<CancelReason> cancelReason(int row) {
        return Optional.ofNullable(reason[row]);
    }

    /**
     * Why the clock of a row has not started although it should have.
     *
     * @param row the row
     * @return what its anchor needs and is not there
     */
    public Optional<SlaFault> fault(int row) {
        SlaReading reading = readings.get(row);
        return reading == null ? Optional.empty() : reading.fault();
    }

    /**
     * Who owns the cycle of a row.
     *
     * @param row the row
     * @return the owner, for metrics with an owner
     */
    public Optional<String> owner(int row) {
        SlaReading reading = readings.get(row);
        return reading == null ? packed.ownerName(owner[row] - 1) : reading.owner();
    }

    /**
     * The start of the cycle of a row.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long startedAt(int row) {
        return startedAt[row];
    }

    /**
     * When the promise of a row is or was used up.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT} while a pause keeps it open
     */
    public long dueAt(int row) {
        SlaReading reading = readings.get(row);
        if (reading != null) {
            return nanos(reading.dueAt());
        }
        if (dueAmount[row] == Rows.HELD) {
            return NONE;
        }
        Promise promise = clocks.promise(offer[row]);
        return dueAmount[row] > 0
                ? promise.time().plusNanos(dueFrom[row], dueAmount[row])
                : promise.time().plusNanos(end(row), promise.nanos() - elapsed[row]);
    }

    /**
     * For a paused clock: when its promise would be used up if it resumed at once.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long projectedDueAt(int row) {
        SlaReading reading = readings.get(row);
        if (reading != null) {
            return nanos(reading.projectedDueAt());
        }
        return state(row) == SlaState.PAUSED && dueAmount[row] == Rows.HELD
                ? clocks.promise(offer[row]).time().plusNanos(asOf, remaining(row))
                : NONE;
    }

    /**
     * When the cycle of a row was completed.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long completedAt(int row) {
        return reason[row] == null ? endedAt[row] : NONE;
    }

    /**
     * When the cycle of a row was cancelled.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long cancelledAt(int row) {
        return reason[row] == null ? NONE : endedAt[row];
    }

    /**
     * The due time of a row, if it was missed, whatever the state.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long breachedAt(int row) {
        SlaReading reading = readings.get(row);
        if (reading != null) {
            return nanos(reading.breachedAt());
        }
        long due = cycle[row] == 0 ? NONE : dueAt(row);
        return due != NONE && due < end(row) ? due : NONE;
    }

    private long end(int row) {
        return endedAt[row] == NONE ? asOf : endedAt[row];
    }

    /**
     * The counted time of a row.
     *
     * @param row the row
     * @return the open and running time from the start to the end of the cycle
     */
    public long elapsed(int row) {
        return elapsed[row];
    }

    /**
     * The paused time of a row.
     *
     * @param row the row
     * @return the open time that was spent paused
     */
    public long paused(int row) {
        return paused[row];
    }

    /**
     * The counted time left of a row.
     *
     * @param row the row
     * @return the time until it is due, or {@link #ABSENT} if it is breached, cancelled or not started
     */
    public long remaining(int row) {
        SlaReading reading = readings.get(row);
        if (reading != null) {
            return reading.remaining().map(Duration::toNanos).orElse(NONE);
        }
        boolean counts =
                state(row) == SlaState.RUNNING || state(row) == SlaState.PAUSED || state(row) == SlaState.ACHIEVED;
        return counts ? clocks.promise(offer[row]).nanos() - elapsed[row] : NONE;
    }

    /**
     * The counted time of a row from its due time to its end.
     *
     * @param row the row
     * @return the time, or {@link #ABSENT} if it is not breached
     */
    public long overdueBy(int row) {
        SlaReading reading = readings.get(row);
        if (reading != null) {
            return reading.overdueBy().map(Duration::toNanos).orElse(NONE);
        }
        return breachedAt(row) == NONE
                ? NONE
                : elapsed[row] - clocks.promise(offer[row]).nanos();
    }

    static long nanos(Optional<Instant> instant) {
        return instant.isEmpty() ? NONE : EpochNanos.of(instant.get());
    }

    /** {@return the number of rows} */
    @Override
    public String toString() {
        return "SlaColumns[" + rows + " rows as of " + asOf() + "]";
    }
}
