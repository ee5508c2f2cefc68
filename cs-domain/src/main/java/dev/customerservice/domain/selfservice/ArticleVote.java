package dev.customerservice.domain.selfservice;

import dev.customerservice.domain.party.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether an article helped, as a reader said.
 *
 * @param article the article
 * @param at when
 * @param helpful whether it helped
 * @param reader the reader, if known
 */
public record ArticleVote(ArticleId article, Instant at, boolean helpful, Optional<CustomerId> reader) {}
