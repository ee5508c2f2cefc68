package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The reading of a cycle that sums could tell: a few numbers, from which it works out what it is asked for.
 *
 * <p>What only marks tell, such as spans and levels of escalation, it asks of a replay of the ticket.
 */
final class SumReading extends StartedReading {
    private final Replayed ticket;
    private final int clock;
    private final int number;
    private final SlaState state;
    private final boolean breached;
    private final boolean held;
    private final @Nullable CancelReason reason;
    private final @Nullable String owner;
    private final long startedAt;
    private final long countsFrom;
    private final long endedAt;
    private final long end;
    private final long elapsed;
    private final long paused;
    /** The instant from which, and the open time after it, its promise is used up; nothing while a pause keeps that open. */
    private final long dueFrom;

    private final long dueAmount;

    /** Takes the figures of a cycle, whose last span has been closed. */
    SumReading(Replayed ticket, Promise promise, Tally cycle, long asOf) {
        super(promise);
        boolean cancelled = cycle.ending == Tally.CANCELLED;
        this.ticket = ticket;
        this.clock = cycle.clock;
        this.number = cycle.number;
        this.end = cycle.end(asOf);
        this.breached = cycle.isBreached(promise.time(), end);
        this.held = cycle.isHeld();
        this.state = cycle.state(breached);
        this.reason = cancelled ? cycle.reason : null;
        this.owner = cycle.owner;
        this.startedAt = cycle.startedAt;
        this.countsFrom = cycle.countsFrom;
        this.endedAt = cycle.ending == Tally.OPEN ? NONE : end;
        this.elapsed = cycle.elapsed;
        this.paused = cycle.paused;
        this.dueFrom = cycle.reached ? cycle.dueFrom : Math.max(end, countsFrom);
        this.dueAmount = cycle.reached ? cycle.dueAmount : cycle.left();
    }

    int clock() {
        return clock;
    }

    @Override
    CycleReading explained() {
        return ticket.reading(clock, number);
    }

    @Override
    CycleReading.Frame frame() {
        return ticket.frame(metric());
    }

    private long due() {
        return held ? NONE : promise.time().plusNanos(dueFrom, dueAmount);
    }

    @Override
    public TicketId ticket() {
        return ticket.history().id();
    }

    @Override
    public SlaMetricId metric() {
        return promise.target().metric().id();
    }

    @Override
    public int cycle() {
        return number;
    }

    @Override
    public SlaState state() {
        return state;
    }

    @Override
    boolean isBreached() {
        return breached;
    }

    @Override
    public boolean isOpen() {
        return endedAt == NONE;
    }

    @Override
    public Instant asOf() {
        return ticket.asOf();
    }

    @Override
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    @Override
    public Optional<Instant> startedAt() {
        return instant(startedAt);
    }

    @Override
    public Optional<Anchor> anchor() {
        return promise.target().metric().anchor().equals(Anchor.TRIGGER)
                ? Optional.empty()
                : explained().anchor();
    }

    @Override
    public Optional<Instant> countsFrom() {
        return instant(countsFrom);
    }

    @Override
    public Optional<Instant> effectiveStartAt() {
        return instant(promise.time().plusNanos(countsFrom, 0));
    }

    @Override
    public Optional<Instant> dueAt() {
        return instant(due());
    }

    @Override
    public Optional<Instant> projectedDueAt() {
        return held && state == SlaState.PAUSED
                ? instant(promise.time().plusNanos(dueFrom, dueAmount))
                : Optional.empty();
    }

    @Override
    public Optional<Instant> completedAt() {
        return reason == null ? instant(endedAt) : Optional.empty();
    }

    @Override
    public Optional<Instant> breachKnownFrom() {
        return breachedAt();
    }

    @Override
    public Optional<Instant> cancelledAt() {
        return reason == null ? Optional.empty() : instant(endedAt);
    }

    @Override
    public Optional<CancelReason> cancelReason() {
        return Optional.ofNullable(reason);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    @Override
    public Duration paused() {
        return Duration.ofNanos(paused);
    }

    @Override
    public Duration wallElapsed() {
        return EpochNanos.between(startedAt, end);
    }

    private Duration left() {
        return Duration.ofNanos(promise.nanos() - elapsed);
    }

    @Override
    public Optional<Duration> remaining() {
        return breached || reason != null ? Optional.empty() : Optional.of(left());
    }

    @Override
    public Optional<Duration> overdueBy() {
        return breached ? Optional.of(left().negated()) : Optional.empty();
    }

    @Override
    public Optional<Duration> overdueWall() {
        return breached ? Optional.of(EpochNanos.between(due(), end)) : Optional.empty();
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
