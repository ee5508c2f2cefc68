package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a team of agents.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record TeamId(String value) implements Serializable {
    /** Refuses a blank value. */
    public TeamId {
        NotBlank.require("The team id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static TeamId of(String value) {
        return new TeamId(value);
    }
}
