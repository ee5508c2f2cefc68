package dev.customerservice.metrics.facts;

import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A cycle as it was read. */
record SlaRow(
        TicketFacts of,
        Instant at,
        SlaMetricId metric,
        SlaPolicyId policy,
        Outcome outcome,
        Optional<Instant> dueAt,
        Optional<Moment> stopped,
        Times times)
        implements SlaFacts {
    /** The lengths of a cycle. */
    record Times(Duration elapsed, Duration paused, Optional<Duration> target, Optional<Duration> overdueBy) {}

    static SlaRow of(TicketFacts ticket, Instant startedAt, SlaReading reading) {
        return new SlaRow(
                ticket,
                startedAt,
                reading.metric(),
                reading.policy(),
                outcome(reading),
                reading.dueAt(),
                reading.completedAt().map(at -> new StatedMoment(at, ticket)),
                new Times(reading.elapsed(), reading.paused(), reading.target(), reading.overdueBy()));
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
    public Attributes as() {
        return new StatedMoment(at, of).as();
    }

    @Override
    public Instant asOf() {
        return of.asOf();
    }

    @Override
    public Attributes latest() {
        return of.latest();
    }

    @Override
    public TicketId ticket() {
        return of.ticket();
    }

    @Override
    public Duration elapsed() {
        return times.elapsed();
    }

    @Override
    public Duration paused() {
        return times.paused();
    }

    @Override
    public Optional<Duration> target() {
        return times.target();
    }

    @Override
    public Optional<Duration> overdueBy() {
        return times.overdueBy();
    }
}
