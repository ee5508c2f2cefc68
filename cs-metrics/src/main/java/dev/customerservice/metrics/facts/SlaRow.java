package dev.customerservice.metrics.facts;

import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cycle as it was read; there is one for each clock of each ticket, so it is kept small and makes its instants and lengths when asked. */
record SlaRow(
        List<StayFacts> stays,
        SlaMetricId metric,
        SlaPolicyId policy,
        Outcome outcome,
        Outcome overall,
        boolean isLast,
        long startNanos,
        long dueNanos,
        long stopNanos,
        long elapsedNanos,
        long pausedNanos,
        @Nullable Duration promised,
        long lateNanos)
        implements SlaFacts {
    private static final long NEVER = Long.MAX_VALUE;

    /** The cycles that have started, of all that one plan reads of one ticket. */
    static List<SlaFacts> of(TicketFacts ticket, List<SlaReading> readings) {
        List<SlaFacts> rows = new ArrayList<>();
        for (int place = 0; place < readings.size(); place++) {
            if (readings.get(place).startedAt().isPresent()) {
                rows.add(of(ticket, place, readings));
            }
        }
        return rows;
    }

    private static SlaRow of(TicketFacts ticket, int place, List<SlaReading> all) {
        SlaReading reading = all.get(place);
        Instant startedAt = reading.startedAt().orElseThrow();
        Outcome overall = Outcome.CANCELLED;
        boolean isLast = true;
        for (int i = 0; i < all.size(); i++) {
            SlaReading other = all.get(i);
            if (other.metric().equals(reading.metric()) && other.startedAt().isPresent()) {
                Outcome one = outcome(other);
                overall = rank(one) > rank(overall) ? one : overall;
                int order = other.startedAt().get().compareTo(startedAt);
                isLast &= order < 0 || (order == 0 && i <= place);
            }
        }
        return new SlaRow(
                ticket.stays(),
                reading.metric(),
                reading.policy(),
                outcome(reading),
                overall,
                isLast,
                EpochNanos.of(startedAt),
                nanos(reading.dueAt()),
                nanos(reading.completedAt()),
                reading.elapsed().toNanos(),
                reading.paused().toNanos(),
                reading.target().orElse(null),
                late(reading.overdueBy()));
    }

    private static long nanos(Optional<Instant> at) {
        return at.isPresent() ? EpochNanos.of(at.get()) : NEVER;
    }

    private static int rank(Outcome outcome) {
        return switch (outcome) {
            case CANCELLED -> 0;
            case MET -> 1;
            case RUNNING -> 2;
            case RUNNING_LATE -> 3;
            case BREACHED -> 4;
        };
    }

    private static long late(Optional<Duration> overdue) {
        return overdue.isPresent() ? overdue.get().toNanos() : NEVER;
    }

    private static Outcome outcome(SlaReading reading) {
        return switch (reading.state()) {
            case ACHIEVED -> Outcome.MET;
            case BREACHED -> reading.completedAt().isPresent() ? Outcome.BREACHED : Outcome.RUNNING_LATE;
            case CANCELLED -> Outcome.CANCELLED;
            case NOT_STARTED, RUNNING, PAUSED -> Outcome.RUNNING;
        };
    }

    @Override
    public Instant at() {
        return EpochNanos.toInstant(startNanos);
    }

    @Override
    public Attributes as() {
        return new StatedMoment(at(), stays).as();
    }

    @Override
    public Instant asOf() {
        return stays.get(0).asOf();
    }

    @Override
    public Attributes latest() {
        return stays.get(0).latest();
    }

    @Override
    public TicketId ticket() {
        return stays.get(0).ticket();
    }

    @Override
    public Optional<Instant> dueAt() {
        return dueNanos == NEVER ? Optional.empty() : Optional.of(EpochNanos.toInstant(dueNanos));
    }

    @Override
    public Optional<Moment> stopped() {
        return stopNanos == NEVER
                ? Optional.empty()
                : Optional.of(new StatedMoment(EpochNanos.toInstant(stopNanos), stays));
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(elapsedNanos);
    }

    @Override
    public Duration paused() {
        return Duration.ofNanos(pausedNanos);
    }

    @Override
    public Optional<Duration> target() {
        return Optional.ofNullable(promised);
    }

    @Override
    public Optional<Duration> overdueBy() {
        return lateNanos == NEVER ? Optional.empty() : Optional.of(Duration.ofNanos(lateNanos));
    }
}
