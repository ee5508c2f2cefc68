package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.SlaFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A clock of which only the outcome is known. */
record VectorClock(Outcome outcome) implements SlaFacts {
    @Override
    public Instant at() {
        return Instant.EPOCH;
    }

    @Override
    public Attributes as() {
        return Attributes.none();
    }

    @Override
    public Instant asOf() {
        return Instant.EPOCH;
    }

    @Override
    public Attributes latest() {
        return as();
    }

    @Override
    public TicketId ticket() {
        return TicketId.of("T");
    }

    @Override
    public SlaMetricId metric() {
        return SlaMetric.RESOLUTION.id();
    }

    @Override
    public SlaPolicyId policy() {
        return SlaPolicyId.of("policy");
    }

    @Override
    public Optional<Instant> dueAt() {
        return Optional.empty();
    }

    @Override
    public Optional<Moment> stopped() {
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
    public Optional<Duration> target() {
        return Optional.empty();
    }

    @Override
    public Optional<Duration> overdueBy() {
        return Optional.empty();
    }
}
