package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a cycle that was replayed: a view of it that works out what it is asked for.
 *
 * <p>Only what nearly everybody asks is there at once, the state and the elapsed time. The cycle changes no more once it is read.
 */
final class CycleReading extends StartedReading {
    private final int clock;
    private final Frame frame;
    private final Cycle cycle;
    private final long end;
    private final long elapsed;
    private final boolean breached;

    CycleReading(int clock, Cycle cycle, Promise promise, Frame frame) {
        super(promise);
        this.clock = clock;
        this.frame = frame;
        this.cycle = cycle;
        this.end = cycle.end(EpochNanos.of(frame.asOf()));
        CycleMath math = math();
        this.elapsed = math.elapsed();
        this.breached = math.isBreached(elapsed);
    }

    /**
     * What the readings of one clock have in common.
     *
     * @param ticket the ticket
     * @param metric the metric
     * @param several whether several agreements may hold for a ticket at once
     * @param asOf the instant of the reading
     * @param versionsChangeAt when versions of policies change next without an event, none if they never will
     */
    record Frame(TicketId ticket, SlaMetricId metric, boolean several, Instant asOf, long versionsChangeAt) {
        EscalationKey key(SlaPolicy policy, int cycle) {
            return new EscalationKey(ticket, several ? Optional.of(policy.id()) : Optional.empty(), metric, cycle, 0);
        }

        /** {@return the ticket, the metric and the instant} */
        @Override
        public String toString() {
            return ticket.value() + " " + metric.value() + " as of " + asOf;
        }
    }

    private CycleMath math() {
        return new CycleMath(cycle, end);
    }

    /** {@return the place of its clock in the plan} */
    int clock() {
        return clock;
    }

    @Override
    CycleReading explained() {
        return this;
    }

    @Override
    Frame frame() {
        return frame;
    }

    /** {@return the clocks that the cycle was counted on} */
    CycleTime time() {
        return math().time();
    }

    @Override
    public TicketId ticket() {
        return frame.ticket();
    }

    @Override
    public SlaMetricId metric() {
        return frame.metric();
    }

    @Override
    public int cycle() {
        return cycle.number;
    }

    @Override
    public SlaState state() {
        if (cycle.cancelledAt != NONE) {
            return SlaState.CANCELLED;
        }
        if (breached) {
            return SlaState.BREACHED;
        }
        if (cycle.completedAt != NONE) {
            return SlaState.ACHIEVED;
        }
        return cycle.marks.last() == SpanKind.PAUSED ? SlaState.PAUSED : SlaState.RUNNING;
    }

    @Override
    boolean isBreached() {
        return breached;
    }

    @Override
    public boolean isOpen() {
        return cycle.isOpen();
    }

    @Override
    public Instant asOf() {
        return frame.asOf();
    }

    @Override
    public Optional<String> owner() {
        return Optional.ofNullable(cycle.owner);
    }

    @Override
    public Optional<Instant> startedAt() {
        return instant(cycle.startedAt());
    }

    @Override
    public Optional<Anchor> anchor() {
        return Optional.ofNullable(cycle.anchor);
    }

    @Override
    public Optional<Instant> countsFrom() {
        return instant(cycle.countsFrom);
    }

    @Override
    public Optional<Instant> effectiveStartAt() {
        return instant(math().effectiveStart());
    }

    @Override
    public Optional<Instant> dueAt() {
        return instant(math().due());
    }

    @Override
    public Optional<Instant> projectedDueAt() {
        return state() == SlaState.PAUSED && math().due() == NONE ? instant(math().projected()) : Optional.empty();
    }

    @Override
    public Optional<Instant> completedAt() {
        return instant(cycle.completedAt);
    }

    @Override
    public Optional<Instant> breachKnownFrom() {
        return breached ? instant(Math.max(math().due(), cycle.movedToPastAt)) : Optional.empty();
    }

    @Override
    public Optional<Instant> cancelledAt() {
        return instant(cycle.cancelledAt);
    }

    @Override
    public Optional<CancelReason> cancelReason() {
        return Optional.ofNullable(cycle.cancelReason);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(elapsed);
    }

    @Override
    public Duration paused() {
        return Duration.ofNanos(math().paused());
    }

    @Override
    public Duration wallElapsed() {
        return EpochNanos.between(cycle.startedAt(), end);
    }

    @Override
    public Optional<Duration> remaining() {
        return breached || cycle.cancelledAt != NONE ? Optional.empty() : Optional.of(Duration.ofNanos(math().left()));
    }

    @Override
    public Optional<Duration> overdueBy() {
        CycleMath math = math();
        return breached ? Optional.of(Duration.ofNanos(math.counted(math.due(), end))) : Optional.empty();
    }

    @Override
    public Optional<Duration> overdueWall() {
        return breached ? Optional.of(EpochNanos.between(math().due(), end)) : Optional.empty();
    }

    @Override
    public List<Instant> priorBreaches() {
        return cycle.priorBreaches(breached ? math().due() : NONE);
    }

    @Override
    public List<EscalationReading> escalations() {
        return promise.target().escalations().isEmpty()
                ? List.of()
                : new Levels(cycle, math(), promise, end).readings(frame.key(promise.policy(), cycle.number));
    }

    @Override
    public List<SlaSpan> spans() {
        CycleMath math = math();
        List<SlaSpan> spans = new ArrayList<>(cycle.marks.size());
        for (int i = 0; i < cycle.marks.size(); i++) {
            long from = cycle.marks.at(i);
            long to = i + 1 < cycle.marks.size() ? cycle.marks.at(i + 1) : end;
            long begin = Math.max(from, Math.min(to, cycle.countsFrom));
            if (begin > from) {
                spans.add(span(from, begin, SpanKind.EARLY, math, i));
            }
            if (to > begin) {
                spans.add(span(begin, to, cycle.marks.kind(i), math, i));
            }
        }
        return List.copyOf(spans);
    }

    private SlaSpan span(long from, long to, SpanKind kind, CycleMath math, int mark) {
        return new SlaSpan(
                new Interval(EpochNanos.toInstant(from), EpochNanos.toInstant(to)),
                kind,
                kind == SpanKind.RUNNING ? Duration.ofNanos(math.open(from, to)) : Duration.ZERO,
                cycle.marks.cause(mark),
                kind == SpanKind.PAUSED ? Optional.of(cycle.marks.status(mark)) : Optional.empty());
    }
}
