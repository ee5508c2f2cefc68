package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.ReviewScore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One review of the quality of a piece of work. {@link #at()} is when it was reviewed.
 *
 * @param at when it was reviewed
 * @param agent whose work it was
 * @param items what was judged
 * @param asOf the instant up to which things are known
 */
public record ReviewFacts(Instant at, AgentId agent, List<ReviewScore.Item> items, Instant asOf) implements Fact {
    /** Keeps an unmodifiable copy. */
    public ReviewFacts {
        items = List.copyOf(items);
    }

    @Override
    public Attributes as() {
        return LiveAttributes.ofAgent(agent, Optional.empty());
    }

    @Override
    public Attributes latest() {
        return as();
    }
}
