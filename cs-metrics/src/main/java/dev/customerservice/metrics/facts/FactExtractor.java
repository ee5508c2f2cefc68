package dev.customerservice.metrics.facts;

import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns histories into facts, each in one pass. The only class in the metrics that sees events.
 *
 * <p>What happened after {@code asOf} is not read, so a report about the past can be repeated.
 */
public final class FactExtractor {
    private final Instant asOf;
    private final List<SlaPlan> plans;

    private FactExtractor(Instant asOf, List<SlaPlan> plans) {
        this.asOf = asOf;
        this.plans = plans;
    }

    /**
     * Reads histories up to an instant.
     *
     * @param asOf the instant; events at it are read, later ones are not
     * @return the extractor
     */
    public static FactExtractor asOf(Instant asOf) {
        return new FactExtractor(asOf, List.of());
    }

    /**
     * Reads the service-level clocks of a plan too.
     *
     * @param plan the plan
     * @return an extractor that gives one fact for each started cycle of each clock
     */
    public FactExtractor with(SlaPlan plan) {
        return new FactExtractor(
                asOf, Stream.concat(plans.stream(), Stream.of(plan)).toList());
    }

    boolean readsClocks() {
        return !plans.isEmpty();
    }

    /** {@return the instant up to which histories are read} */
    public Instant asOf() {
        return asOf;
    }

    /**
     * Reads one history.
     *
     * @param history the history
     * @return the facts of the ticket, or empty when it was created later
     */
    public Optional<TicketFacts> extract(TicketHistory history) {
        Optional<TicketHistory> known = history.until(asOf);
        return known.isPresent() ? Optional.of(new TicketWalk(known.get(), asOf).toFacts()) : Optional.empty();
    }

    /**
     * Reads the service-level clocks of one history.
     *
     * @param history the history
     * @param ticket its facts
     * @return one fact for each started cycle, by plan, policy, metric and cycle; empty without a plan
     */
    public List<SlaFacts> clocks(TicketHistory history, TicketFacts ticket) {
        List<SlaFacts> clocks = new ArrayList<>();
        for (SlaPlan plan : plans) {
            clocks.addAll(SlaRow.of(ticket, plan.read(history, asOf).all()));
        }
        return clocks;
    }
}
