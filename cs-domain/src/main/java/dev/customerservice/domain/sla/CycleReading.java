package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.immutables.value.Value;

/** The reading of a cycle, or of a promised clock that has none yet. */
@Value.Immutable
abstract class CycleReading implements SlaReading {
    /** The cycle itself, for the spans and the trace; the values above follow from it. */
    @Value.Auxiliary
    abstract Optional<Cycle> source();

    @Override
    @Value.Lazy
    public List<SlaSpan> spans() {
        if (source().isEmpty()) {
            return List.of();
        }
        Cycle cycle = source().get();
        long end = cycle.end(EpochNanos.of(asOf()));
        CycleMath math = new CycleMath(cycle, end);
        List<SlaSpan> spans = new ArrayList<>(cycle.marks());
        for (int i = 0; i < cycle.marks(); i++) {
            long from = cycle.markAt(i);
            long to = i + 1 < cycle.marks() ? cycle.markAt(i + 1) : end;
            long begin = Math.max(from, Math.min(to, cycle.countsFrom));
            if (begin > from) {
                spans.add(span(from, begin, SpanKind.EARLY, math, i));
            }
            if (to > begin) {
                spans.add(span(begin, to, cycle.markKind(i), math, i));
            }
        }
        return List.copyOf(spans);
    }

    private static SlaSpan span(long from, long to, SpanKind kind, CycleMath math, int mark) {
        return new SlaSpan(
                new Interval(EpochNanos.toInstant(from), EpochNanos.toInstant(to)),
                kind,
                kind == SpanKind.RUNNING ? Duration.ofNanos(math.open(from, to)) : Duration.ZERO,
                math.cycle().markCause(mark),
                kind == SpanKind.PAUSED ? Optional.of(math.cycle().markStatus(mark)) : Optional.empty());
    }

    /** The open time of a stretch of a reading, on the clock of its cycle. */
    static Duration open(SlaReading reading, Interval stretch) {
        if (reading instanceof CycleReading own && own.source().isPresent()) {
            Cycle cycle = own.source().get();
            CycleMath math = new CycleMath(cycle, cycle.end(EpochNanos.of(own.asOf())));
            return Duration.ofNanos(
                    math.open(EpochNanos.of(stretch.startInclusive()), EpochNanos.of(stretch.endExclusive())));
        }
        return Duration.ZERO;
    }

    /**
     * What the readings of one clock have in common.
     *
     * @param ticket the ticket
     * @param metric the metric
     * @param several whether several agreements may hold for a ticket at once
     * @param asOf the instant of the reading
     */
    record Frame(TicketId ticket, SlaMetricId metric, boolean several, Instant asOf) {
        private ImmutableCycleReading.Builder start(SlaPolicy policy, int cycle) {
            return ImmutableCycleReading.builder()
                    .ticket(ticket)
                    .policy(policy.id())
                    .policyVersion(policy.version())
                    .metric(metric)
                    .cycle(cycle)
                    .asOf(asOf);
        }

        private EscalationKey key(SlaPolicy policy, int cycle) {
            return new EscalationKey(ticket, several ? Optional.of(policy.id()) : Optional.empty(), metric, cycle, 0);
        }
    }

    static SlaReading notStarted(SlaPolicy policy, SlaTarget target, Optional<SlaFault> fault, Frame frame) {
        return frame.start(policy, 0)
                .state(SlaState.NOT_STARTED)
                .fault(fault)
                .elapsed(Duration.ZERO)
                .paused(Duration.ZERO)
                .wallElapsed(Duration.ZERO)
                .escalations(Levels.notStarted(target, frame.key(policy, 0)))
                .build();
    }

    static SlaReading of(Cycle cycle, Promise promise, Frame frame) {
        Instant asOf = frame.asOf();
        long end = cycle.end(EpochNanos.of(asOf));
        CycleMath math = new CycleMath(cycle, end);
        long due = math.due();
        boolean breached = due != NONE && end > due;
        boolean cancelled = cycle.cancelledAt != NONE;
        boolean completed = cycle.completedAt != NONE;
        boolean paused = cycle.isOpen() && math.stateAtEnd() == SpanKind.PAUSED;
        SlaState state = cancelled
                ? SlaState.CANCELLED
                : breached
                        ? SlaState.BREACHED
                        : completed ? SlaState.ACHIEVED : paused ? SlaState.PAUSED : SlaState.RUNNING;
        ImmutableCycleReading.Builder reading = frame.start(promise.policy(), cycle.number)
                .source(cycle)
                .state(state)
                .owner(Optional.ofNullable(cycle.owner))
                .startedAt(EpochNanos.toInstant(cycle.startedAt()))
                .anchor(Optional.ofNullable(cycle.anchor))
                .countsFrom(EpochNanos.toInstant(cycle.countsFrom))
                .effectiveStartAt(EpochNanos.toInstant(math.effectiveStart()))
                .promised(promise.within())
                .target(promise.within().length())
                .elapsed(Duration.ofNanos(math.elapsed()))
                .paused(Duration.ofNanos(math.paused()))
                .wallElapsed(EpochNanos.between(cycle.startedAt(), end))
                .cancelReason(Optional.ofNullable(cycle.cancelReason));
        if (due != NONE) {
            reading.dueAt(EpochNanos.toInstant(due));
        }
        if (completed) {
            reading.completedAt(EpochNanos.toInstant(cycle.completedAt));
            if (!breached) {
                reading.achievedAt(EpochNanos.toInstant(cycle.completedAt));
            }
        }
        if (cancelled) {
            reading.cancelledAt(EpochNanos.toInstant(cycle.cancelledAt));
        }
        if (breached) {
            reading.breachedAt(EpochNanos.toInstant(due))
                    .breachKnownFrom(EpochNanos.toInstant(Math.max(due, cycle.movedToPastAt)))
                    .overdueBy(Duration.ofNanos(math.counted(due, end)))
                    .overdueWall(EpochNanos.between(due, end));
        } else if (!cancelled) {
            reading.remaining(Duration.ofNanos(math.left()));
            if (state == SlaState.PAUSED && due == NONE) {
                reading.projectedDueAt(EpochNanos.toInstant(math.projected()));
            }
        }
        Optional<Instant> next =
                cycle.isOpen() && !breached && due != NONE ? Optional.of(EpochNanos.toInstant(due)) : Optional.empty();
        if (!promise.target().escalations().isEmpty()) {
            List<EscalationReading> levels =
                    new Levels(cycle, math, promise, end).readings(frame.key(promise.policy(), cycle.number));
            reading.escalations(levels);
            next = cycle.isOpen() ? earliest(next, levels) : next;
        }
        reading.nextChangeAt(next);
        if (!cycle.priorBreaches.isEmpty()) {
            cycle.priorBreaches.stream()
                    .filter(prior -> !(breached && prior == due))
                    .sorted()
                    .forEach(prior -> reading.addPriorBreaches(EpochNanos.toInstant(prior)));
        }
        return reading.build();
    }

    private static Optional<Instant> earliest(Optional<Instant> first, List<EscalationReading> levels) {
        return Stream.concat(
                        first.stream(),
                        levels.stream().filter(level -> !level.fired()).flatMap(level -> level.at().stream()))
                .min(Comparator.naturalOrder());
    }
}
