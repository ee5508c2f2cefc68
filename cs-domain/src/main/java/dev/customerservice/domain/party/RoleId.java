package dev.customerservice.domain.party;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * The identity of a job role, such as {@code lead}; what the role means is defined by the roles module.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record RoleId(String value) implements Serializable {
    /** Refuses a blank value. */
    public RoleId {
        checkArgument(!value.isBlank(), "The role id (%s) must not be blank.", Shown.of(value));
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
