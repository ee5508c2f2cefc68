package dev.customerservice.domain.selfservice;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * The identity of an article of a knowledge base.
 *
 * @param value the identifier, not blank
 */
public record ArticleId(String value) implements Serializable {
    /** Refuses a blank value. */
    public ArticleId {
        checkArgument(!value.isBlank(), "The article id (%s) must not be blank.", Shown.of(value));
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static ArticleId of(String value) {
        return new ArticleId(value);
    }
}
