package dev.customerservice.domain.contact;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * The identity of a live contact.
 *
 * @param value the identifier, not blank
 */
public record ContactId(String value) implements Serializable {
    /** Refuses a blank value. */
    public ContactId {
        checkArgument(!value.isBlank(), "The contact id (%s) must not be blank.", Shown.of(value));
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static ContactId of(String value) {
        return new ContactId(value);
    }
}
