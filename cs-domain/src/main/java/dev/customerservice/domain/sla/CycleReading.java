package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            if (to > from) {
                SpanKind kind = cycle.markKind(i);
                spans.add(new SlaSpan(
                        new Interval(EpochNanos.toInstant(from), EpochNanos.toInstant(to)),
                        kind,
                        kind == SpanKind.RUNNING ? Duration.ofNanos(math.open(from, to)) : Duration.ZERO,
                        cycle.markCause(i),
                        kind == SpanKind.PAUSED ? Optional.of(cycle.markStatus(i)) : Optional.empty()));
            }
        }
        return List.copyOf(spans);
    }

    static SlaReading notStarted(SlaPolicy policy, SlaMetric metric, Instant asOf) {
        return start(policy.id(), policy.version(), metric.id(), asOf)
                .cycle(0)
                .state(SlaState.NOT_STARTED)
                .elapsed(Duration.ZERO)
                .paused(Duration.ZERO)
                .wallElapsed(Duration.ZERO)
                .build();
    }

    private static ImmutableCycleReading.Builder start(
            SlaPolicyId policy, String version, SlaMetricId metric, Instant asOf) {
        return ImmutableCycleReading.builder()
                .policy(policy)
                .policyVersion(version)
                .metric(metric)
                .asOf(asOf);
    }

    static SlaReading of(Cycle cycle, Promise promise, SlaMetric metric, Instant asOf) {
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
        ImmutableCycleReading.Builder reading = start(
                        promise.policy().id(), promise.policy().version(), metric.id(), asOf)
                .source(cycle)
                .cycle(cycle.number)
                .state(state)
                .owner(Optional.ofNullable(cycle.owner))
                .startedAt(EpochNanos.toInstant(cycle.startedAt()))
                .effectiveStartAt(EpochNanos.toInstant(math.effectiveStart()))
                .target(promise.within())
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
            } else if (state == SlaState.RUNNING) {
                reading.nextChangeAt(EpochNanos.toInstant(due));
            }
        }
        cycle.priorBreaches.stream()
                .filter(prior -> !(breached && prior == due))
                .sorted()
                .forEach(prior -> reading.addPriorBreaches(EpochNanos.toInstant(prior)));
        return reading.build();
    }
}
