package dev.customerservice.domain.contact;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a live contact.
 *
 * @param value the identifier, not blank
 */
public record ContactId(String value) implements Serializable {
    /** Refuses a blank value. */
    public ContactId {
        NotBlank.require("The contact id", value);
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
