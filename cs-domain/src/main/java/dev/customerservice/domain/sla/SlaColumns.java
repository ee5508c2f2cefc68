package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The readings of many histories as columns: a row for each cycle, and for each promised clock that has none yet.
 *
 * <p>A row says what the {@link SlaReading} of the same cycle says, without an object for it. The rows of a ticket stand together, each
 * clock's in the order of its cycles. Instants and durations are nanoseconds, instants since 1970-01-01T00:00:00Z; what is absent
 * is {@link #ABSENT}. Ticket, policy, metric, cycle, state, elapsed time and what follows from them are there at once; the other columns are
 * read together when one of them is asked for first. Immutable and thread-safe.
 */
public final class SlaColumns {
    /** What a column holds where a reading is empty. */
    public static final long ABSENT = NONE;

    private final Rows rows;

    SlaColumns(Rows rows) {
        this.rows = rows;
    }

    /** {@return how many rows there are} */
    public int size() {
        return rows.size();
    }

    /**
     * How many tickets sums could not tell, so that they were replayed cycle by cycle; the answers are the same, and take longer.
     *
     * <p>Such are tickets with a due date set by hand; cycles with a target of zero, in working days, at the end of one, at an instant, in
     * open then wall time or by the hours of the start; a change of the calendar, or of the target in proportion, inside a cycle; a target
     * that changes after it was used up, or to less than is used up, or that comes or comes back after its cycle has begun; a cycle that is thrown away since it is empty, starts again after a
     * breach, or reaches back over a pause; a clock that counts from a custom field and has not started; and all tickets of a book whose
     * versions are adopted when they become effective.
     *
     * @return the number of tickets
     */
    public int replayed() {
        return rows.replayed();
    }

    /** {@return the instant of the readings} */
    public Instant asOf() {
        return EpochNanos.toInstant(rows.asOf());
    }

    /**
     * The ticket of a row.
     *
     * @param row the row
     * @return the place of the ticket among the histories
     */
    public int ticket(int row) {
        return rows.ticket(row);
    }

    /**
     * The policy of a row.
     *
     * @param row the row
     * @return the policy that promised
     */
    public SlaPolicyId policy(int row) {
        SlaReading reading = rows.reading(row);
        return reading == null ? policyOf(row).id() : reading.policy();
    }

    /**
     * The version of the policy of a row.
     *
     * @param row the row
     * @return the version
     */
    public String policyVersion(int row) {
        SlaReading reading = rows.reading(row);
        return reading == null ? policyOf(row).version() : reading.policyVersion();
    }

    private SlaPolicy policyOf(int row) {
        return rows.cycle(row) > 0
                ? rows.promise(row).policy()
                : rows.notStarted(row).policy();
    }

    /**
     * The metric of a row.
     *
     * @param row the row
     * @return what is counted
     */
    public SlaMetricId metric(int row) {
        return rows.metric(row);
    }

    /**
     * The number of the cycle of a row.
     *
     * @param row the row
     * @return the number from 1, 0 if there is none yet
     */
    public int cycle(int row) {
        return rows.cycle(row);
    }

    /**
     * How the cycle of a row stands.
     *
     * @param row the row
     * @return the state
     */
    public SlaState state(int row) {
        return rows.state(row);
    }

    /**
     * Why the cycle of a row was cancelled.
     *
     * @param row the row
     * @return the reason, empty if it was not
     */
    public Optional<CancelReason> cancelReason(int row) {
        return Optional.ofNullable(rows.details().reason[row]);
    }

    /**
     * Why the clock of a row has not started although it should have.
     *
     * @param row the row
     * @return what its anchor needs and is not there
     */
    public Optional<SlaFault> fault(int row) {
        SlaReading reading = rows.reading(row);
        return reading == null ? Optional.empty() : reading.fault();
    }

    /**
     * Who owns the cycle of a row.
     *
     * @param row the row
     * @return the owner, for metrics with an owner
     */
    public Optional<String> owner(int row) {
        return Optional.ofNullable(rows.details().owner[row]);
    }

    /**
     * The start of the cycle of a row.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long startedAt(int row) {
        return rows.details().startedAt[row];
    }

    /**
     * When the promise of a row is or was used up.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT} while a pause keeps it open
     */
    public long dueAt(int row) {
        SlaReading reading = rows.reading(row);
        if (reading != null) {
            return RowDetails.nanos(reading.dueAt());
        }
        RowDetails details = rows.details();
        return details.dueAmount[row] == RowDetails.HELD
                ? NONE
                : rows.promise(row).time().plusNanos(details.dueFrom[row], details.dueAmount[row]);
    }

    /**
     * For a paused clock: when its promise would be used up if it resumed at once.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long projectedDueAt(int row) {
        SlaReading reading = rows.reading(row);
        if (reading != null) {
            return RowDetails.nanos(reading.projectedDueAt());
        }
        return state(row) == SlaState.PAUSED && rows.details().dueAmount[row] == RowDetails.HELD
                ? rows.promise(row).time().plusNanos(rows.details().dueFrom[row], remaining(row))
                : NONE;
    }

    /**
     * When the cycle of a row was completed.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long completedAt(int row) {
        return rows.details().reason[row] == null ? rows.details().endedAt[row] : NONE;
    }

    /**
     * When the cycle of a row was cancelled.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long cancelledAt(int row) {
        return rows.details().reason[row] == null ? NONE : rows.details().endedAt[row];
    }

    /**
     * The due time of a row, if it was missed, whatever the state.
     *
     * @param row the row
     * @return the instant, or {@link #ABSENT}
     */
    public long breachedAt(int row) {
        SlaReading reading = rows.reading(row);
        if (reading != null) {
            return RowDetails.nanos(reading.breachedAt());
        }
        long due = dueAt(row);
        return due != NONE && due < end(row) ? due : NONE;
    }

    /** {@return when the cycle ended, else the instant of the reading} */
    long end(int row) {
        long ended = rows.details().endedAt[row];
        return ended == NONE ? rows.asOf() : ended;
    }

    /**
     * The counted time of a row.
     *
     * @param row the row
     * @return the open and running time from the start to the end of the cycle
     */
    public long elapsed(int row) {
        return rows.elapsed(row);
    }

    /**
     * The paused time of a row.
     *
     * @param row the row
     * @return the open time that was spent paused
     */
    public long paused(int row) {
        return rows.details().paused[row];
    }

    /**
     * The counted time left of a row.
     *
     * @param row the row
     * @return the time until it is due, or {@link #ABSENT} if it is breached, cancelled or not started
     */
    public long remaining(int row) {
        SlaReading reading = rows.reading(row);
        if (reading != null) {
            return reading.remaining().map(Duration::toNanos).orElse(NONE);
        }
        boolean counts =
                state(row) == SlaState.RUNNING || state(row) == SlaState.PAUSED || state(row) == SlaState.ACHIEVED;
        return counts ? rows.promise(row).nanos() - elapsed(row) : NONE;
    }

    /**
     * The counted time of a row from its due time to its end.
     *
     * @param row the row
     * @return the time, or {@link #ABSENT} if it is not breached
     */
    public long overdueBy(int row) {
        SlaReading reading = rows.reading(row);
        if (reading != null) {
            return reading.overdueBy().map(Duration::toNanos).orElse(NONE);
        }
        return breachedAt(row) == NONE ? NONE : elapsed(row) - rows.promise(row).nanos();
    }

    /** {@return the number of rows} */
    @Override
    public String toString() {
        return "SlaColumns[" + size() + " rows as of " + asOf() + "]";
    }
}
