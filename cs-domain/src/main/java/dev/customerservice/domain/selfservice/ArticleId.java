package dev.customerservice.domain.selfservice;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of an article of a knowledge base.
 *
 * @param value the identifier, not blank
 */
public record ArticleId(String value) implements Serializable {
    /** Refuses a blank value. */
    public ArticleId {
        NotBlank.require("The article id", value);
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
