package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * What a ticket is about, as a name from the caller's own scheme.
 *
 * @param value the identifier, not blank
 */
public record Category(String value) implements Serializable {
    /** Refuses a blank value. */
    public Category {
        NotBlank.require("The category", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static Category of(String value) {
        return new Category(value);
    }
}
