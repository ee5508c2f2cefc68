package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a job role, such as {@code lead}; what the role means is defined by the roles module.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record RoleId(String value) implements Serializable {
    /** Refuses a blank value. */
    public RoleId {
        NotBlank.require("The role id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static RoleId of(String value) {
        return new RoleId(value);
    }
}
