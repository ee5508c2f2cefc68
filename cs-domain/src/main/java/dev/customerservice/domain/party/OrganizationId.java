package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a customer organization.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record OrganizationId(String value) implements Serializable {
    /** Refuses a blank value. */
    public OrganizationId {
        NotBlank.require("The organization id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static OrganizationId of(String value) {
        return new OrganizationId(value);
    }
}
