package dev.customerservice.metrics.facts;

import dev.customerservice.domain.selfservice.ArticleVote;
import java.time.Instant;

/**
 * What one reader said about an article. {@link #at()} is when.
 *
 * @param vote what was said
 * @param asOf the instant up to which things are known
 */
public record VoteFacts(ArticleVote vote, Instant asOf) implements Fact {
    @Override
    public Instant at() {
        return vote.at();
    }

    @Override
    public Attributes as() {
        return LiveAttributes.ofCustomer(vote.reader());
    }

    @Override
    public Attributes latest() {
        return as();
    }

    /** Names what is safe to show: no reader. */
    @Override
    public String toString() {
        return "VoteFacts[" + vote.article().value() + ", helpful=" + vote.helpful() + "]";
    }
}
