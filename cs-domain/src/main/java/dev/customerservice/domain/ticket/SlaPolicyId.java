package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * The identity of an SLA policy; it lives here because events name policies, which are defined later.
 *
 * @param value the identifier, not blank
 */
public record SlaPolicyId(String value) implements Serializable {
    /** Refuses a blank value. */
    public SlaPolicyId {
        NotBlank.require("The SLA policy id", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static SlaPolicyId of(String value) {
        return new SlaPolicyId(value);
    }
}
