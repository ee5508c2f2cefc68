package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The reading of a clock that is promised something, but has no cycle yet.
 *
 * @param frame what it has in common with other readings
 * @param policy the policy that promises
 * @param policyVersion its version
 * @param fault why it has not started although it should have
 * @param escalations the levels, none of which has a time
 */
record NotStartedReading(
        CycleReading.Frame frame,
        SlaPolicyId policy,
        String policyVersion,
        Optional<SlaFault> fault,
        List<EscalationReading> escalations)
        implements SlaReading {
    static NotStartedReading of(
            SlaPolicy policy, SlaTarget target, Optional<SlaFault> fault, CycleReading.Frame frame) {
        return new NotStartedReading(
                frame, policy.id(), policy.version(), fault, Levels.notStarted(target, frame.key(policy, 0)));
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
        return 0;
    }

    @Override
    public SlaState state() {
        return SlaState.NOT_STARTED;
    }

    @Override
    public Instant asOf() {
        return frame.asOf();
    }

    @Override
    public Optional<String> owner() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> startedAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Anchor> anchor() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> countsFrom() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> effectiveStartAt() {
        return Optional.empty();
    }

    @Override
    public Optional<TargetTime> promised() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> target() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> projectedDueAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> completedAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> achievedAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> breachedAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> breachKnownFrom() {
        return Optional.empty();
    }

    @Override
    public Optional<Instant> cancelledAt() {
        return Optional.empty();
    }

    @Override
    public Optional<CancelReason> cancelReason() {
        return Optional.empty();
    }

    @Override
    public Duration elapsed() {
        return Duration.ZERO;
    }

    @Override
    public Duration paused() {
        return Duration.ZERO;
    }

    @Override
    public Duration wallElapsed() {
        return Duration.ZERO;
    }

    @Override
    public Optional<Duration> remaining() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> overdueBy() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> overdueWall() {
        return Optional.empty();
    }

    @Override
    public List<Instant> priorBreaches() {
        return List.of();
    }

    @Override
    public List<SlaSpan> spans() {
        return List.of();
    }

    @Override
    public Optional<Instant> nextChangeAt() {
        return StartedReading.instant(frame.versionsChangeAt());
    }
}
