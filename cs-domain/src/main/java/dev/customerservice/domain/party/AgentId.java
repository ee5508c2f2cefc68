package dev.customerservice.domain.party;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of a member of the service team.
 *
 * @param value the identifier as the caller's own system writes it, not blank
 */
public record AgentId(String value) implements Serializable {
    /** Refuses a blank value. */
    public AgentId {
        NotBlank.require("The agent id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static AgentId of(String value) {
        return new AgentId(value);
    }
}
