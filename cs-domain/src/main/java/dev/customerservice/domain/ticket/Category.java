package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * What a ticket is about, as a name from the caller's own scheme.
 *
 * @param value the identifier, not blank
 */
public record Category(String value) implements Serializable {
    /** Refuses a blank value. */
    public Category {
        checkArgument(!value.isBlank(), "The category (%s) must not be blank.", Shown.of(value));
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
