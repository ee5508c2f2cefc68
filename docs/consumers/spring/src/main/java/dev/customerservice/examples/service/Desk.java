package dev.customerservice.examples.service;

import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaReadings;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The store and the clock, which the library leaves to its caller; here a map and a {@link Clock}. */
final class Desk {
    private final Map<TicketId, TicketHistory> histories = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final SlaPlan plan;
    private final List<Kpi<?, ?>> measures;
    private final ZoneId zone;
    private final Clock clock;
    private volatile @Nullable Reported last;

    Desk(SlaPlan plan, List<Kpi<?, ?>> measures, ZoneId zone, Clock clock) {
        this.plan = plan;
        this.measures = measures;
        this.zone = zone;
        this.clock = clock;
    }

    /** Takes the next event of a ticket; one that cannot come next is refused with the rule. */
    void add(TicketEvent event) {
        histories.compute(
                event.head().ticket(), (id, known) -> known == null ? TicketHistory.of(event) : known.plus(event));
        changes.incrementAndGet();
    }

    /** The clocks of a ticket now; none for a ticket that nobody knows. */
    Optional<SlaReadings> clocks(TicketId ticket) {
        return Optional.ofNullable(histories.get(ticket)).map(history -> plan.read(history, clock.instant()));
    }

    /** The measures of the week so far, worked out again when a ticket has changed or a second has passed. */
    KpiReport report() {
        long state = changes.get();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Reported known = last;
        if (known == null || known.state != state || !known.report.asOf().equals(now)) {
            known = new Reported(state, measured(now));
            last = known;
        }
        return known.report;
    }

    private KpiReport measured(Instant now) {
        return KpiReport.over(Period.holding(now, Granularity.WEEK, zone))
                .measure(measures)
                .by(Dimension.TEAM)
                .collect(Facts.of(
                        new ArrayList<>(histories.values()),
                        FactExtractor.asOf(now).with(plan)));
    }

    private record Reported(long state, KpiReport report) {}
}
