package dev.customerservice.domain.selfservice;

import dev.customerservice.domain.party.CustomerId;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an article helped, as a reader said.
 *
 * @param article the article
 * @param at when
 * @param helpful whether it helped
 * @param reader the reader, if known
 */
public record ArticleVote(ArticleId article, Instant at, boolean helpful, Optional<CustomerId> reader)
        implements Serializable {

    private Object writeReplace() {
        return new Sent(article, at, helpful, reader.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            ArticleId article,
            Instant at,
            boolean helpful,
            @Nullable CustomerId reader) implements Serializable {
        private Object readResolve() {
            return new ArticleVote(article, at, helpful, Optional.ofNullable(reader));
        }
    }
}
