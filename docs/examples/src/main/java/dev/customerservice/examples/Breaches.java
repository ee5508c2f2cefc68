package dev.customerservice.examples;

import com.google.common.collect.Comparators;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.sla.TraceSegment;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.examples.report.DemoReport.Breach;
import dev.customerservice.examples.report.DemoReport.Segment;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.SlaFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The clocks that overshot their target most, each with the trace that explains it. */
final class Breaches {
    private static final Comparator<SlaFacts> WORST_FIRST = Comparator.comparing(Breaches::overdue)
            .reversed()
            .thenComparing(fact -> fact.ticket().value());

    private final SlaPlan plan;
    private final Instant asOf;
    private final ScannedLog log;
    private final Facts facts;

    Breaches(SlaPlan plan, ScannedLog log, Facts facts) {
        this.plan = plan;
        this.asOf = facts.asOf();
        this.facts = facts;
        this.log = log;
    }

    /** {@return the worst clocks of an outcome, with their trace where it is to be drawn} */
    List<Breach> worst(SlaFacts.Outcome outcome, int limit, boolean isTraced) {
        return facts.rows(SlaFacts.class).stream()
                .filter(fact -> fact.outcome() == outcome)
                .collect(Comparators.least(limit, WORST_FIRST))
                .stream()
                .map(fact -> breach(fact, isTraced))
                .toList();
    }

    private static Duration overdue(SlaFacts fact) {
        return fact.overdueBy().orElse(Duration.ZERO);
    }

    private Breach breach(SlaFacts fact, boolean isTraced) {
        TicketHistory history = log.history(fact.ticket()).orElseThrow();
        SlaReading reading = reading(fact, history);
        return new Breach(
                fact.ticket().value(),
                subject(history).orElse(null),
                fact.latest().team().map(TeamId::value).orElse(null),
                fact.latest().priority().map(Priority::name).orElse(null),
                fact.metric().value(),
                fact.policy().value(),
                fact.at().toString(),
                fact.dueAt().orElse(asOf).toString(),
                reading.completedAt().orElse(asOf).toString(),
                Figures.seconds(fact.target().orElse(Duration.ZERO)),
                Figures.seconds(fact.elapsed()),
                Figures.seconds(overdue(fact)),
                isTraced ? segments(reading) : List.of());
    }

    private SlaReading reading(SlaFacts fact, TicketHistory history) {
        return plan.read(history, asOf).under(fact.policy()).cycles(fact.metric()).stream()
                .filter(reading -> reading.startedAt().equals(Optional.of(fact.at())))
                .findFirst()
                .orElseThrow();
    }

    private List<Segment> segments(SlaReading reading) {
        return plan.explain(reading).segments().stream().map(Breaches::segment).toList();
    }

    private static Segment segment(TraceSegment segment) {
        return new Segment(
                segment.interval().startInclusive().toString(),
                segment.interval().endExclusive().toString(),
                segment.kind().name(),
                segment.name().orElse(null));
    }

    private static Optional<String> subject(TicketHistory history) {
        return history.events().get(0) instanceof TicketCreated created
                ? created.details().subject()
                : Optional.empty();
    }
}
