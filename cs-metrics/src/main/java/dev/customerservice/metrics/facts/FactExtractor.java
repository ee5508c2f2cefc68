package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.TicketHistory;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns histories into facts, each in one pass. The only class in the metrics that sees events.
 *
 * <p>What happened after {@code asOf} is not read, so a report about the past can be repeated.
 */
public final class FactExtractor {
    private final Instant asOf;

    private FactExtractor(Instant asOf) {
        this.asOf = asOf;
    }

    /**
     * Reads histories up to an instant.
     *
     * @param asOf the instant; events at it are read, later ones are not
     * @return the extractor
     */
    public static FactExtractor asOf(Instant asOf) {
        return new FactExtractor(asOf);
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
        return history.until(asOf).map(known -> new TicketWalk(known, asOf).toFacts());
    }
}
