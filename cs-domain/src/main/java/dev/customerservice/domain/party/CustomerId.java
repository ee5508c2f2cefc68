package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a customer; it may be an e-mail address, so {@link #toString()} never shows it.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record CustomerId(String value) implements Serializable {
    /** Refuses a blank value. */
    public CustomerId {
        NotBlank.require("The customer id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static CustomerId of(String value) {
        return new CustomerId(value);
    }

    /** {@return the name of the type only, since the identifier of a customer is personal data} */
    @Override
    public String toString() {
        return "CustomerId[redacted]";
    }
}
