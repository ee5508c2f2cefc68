package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a cycle that sums could tell: a row of the columns of its ticket.
 *
 * <p>What only marks tell, such as spans and levels of escalation, it asks of a replay of the ticket.
 */
final class SumReading extends StartedReading {
    private final SlaColumns columns;
    private final Rows rows;
    private final int row;
    private final Replayed ticket;

    SumReading(SlaColumns columns, Rows rows, int row, Replayed ticket) {
        super(rows.promise(row));
        this.columns = columns;
        this.rows = rows;
        this.row = row;
        this.ticket = ticket;
    }

    @Override
    CycleReading explained() {
        return ticket.reading(rows.clock(row), cycle());
    }

    @Override
    CycleReading.Frame frame() {
        return ticket.frame(metric());
    }

    @Override
    public TicketId ticket() {
        return ticket.history().id();
    }

    @Override
    public SlaMetricId metric() {
        return columns.metric(row);
    }

    @Override
    public int cycle() {
        return columns.cycle(row);
    }

    @Override
    public SlaState state() {
        return columns.state(row);
    }

    @Override
    boolean isBreached() {
        return columns.breachedAt(row) != NONE;
    }

    @Override
    public boolean isOpen() {
        return state() == SlaState.RUNNING || state() == SlaState.PAUSED || rows.details().endedAt[row] == NONE;
    }

    @Override
    public Instant asOf() {
        return ticket.asOf();
    }

    @Override
    public Optional<String> owner() {
        return columns.owner(row);
    }

    @Override
    public Optional<Instant> startedAt() {
        return instant(columns.startedAt(row));
    }

    @Override
    public Optional<Anchor> anchor() {
        return promise.target().metric().anchor().equals(Anchor.TRIGGER)
                ? Optional.empty()
                : explained().anchor();
    }

    private long from() {
        return rows.details().countsFrom[row];
    }

    @Override
    public Optional<Instant> countsFrom() {
        return instant(from());
    }

    @Override
    public Optional<Instant> effectiveStartAt() {
        return instant(promise.time().plusNanos(from(), 0));
    }

    @Override
    public Optional<Instant> dueAt() {
        return instant(columns.dueAt(row));
    }

    @Override
    public Optional<Instant> projectedDueAt() {
        return instant(columns.projectedDueAt(row));
    }

    @Override
    public Optional<Instant> completedAt() {
        return instant(columns.completedAt(row));
    }

    @Override
    public Optional<Instant> breachKnownFrom() {
        return breachedAt();
    }

    @Override
    public Optional<Instant> cancelledAt() {
        return instant(columns.cancelledAt(row));
    }

    @Override
    public Optional<CancelReason> cancelReason() {
        return columns.cancelReason(row);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(columns.elapsed(row));
    }

    @Override
    public Duration paused() {
        return Duration.ofNanos(columns.paused(row));
    }

    @Override
    public Duration wallElapsed() {
        return EpochNanos.between(columns.startedAt(row), columns.end(row));
    }

    @Override
    public Optional<Duration> remaining() {
        return duration(columns.remaining(row));
    }

    @Override
    public Optional<Duration> overdueBy() {
        return duration(columns.overdueBy(row));
    }

    private static Optional<Duration> duration(long nanos) {
        return nanos == NONE ? Optional.empty() : Optional.of(Duration.ofNanos(nanos));
    }

    @Override
    public Optional<Duration> overdueWall() {
        return isBreached() ? Optional.of(EpochNanos.between(columns.dueAt(row), columns.end(row))) : Optional.empty();
    }

    @Override
    public List<Instant> priorBreaches() {
        return List.of();
    }

    @Override
    public List<EscalationReading> escalations() {
        return promise.target().escalations().isEmpty()
                ? List.of()
                : explained().escalations();
    }

    @Override
    public List<SlaSpan> spans() {
        return explained().spans();
    }
}
