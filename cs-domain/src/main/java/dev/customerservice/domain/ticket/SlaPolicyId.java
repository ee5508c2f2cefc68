package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
import java.io.Serializable;

/**
 * The identity of an SLA policy; it lives here because events name policies, which are defined later.
 *
 * @param value the identifier, not blank
 */
public record SlaPolicyId(String value) implements Serializable {
    /** Refuses a blank value. */
    public SlaPolicyId {
        checkArgument(!value.isBlank(), "The SLA policy id (%s) must not be blank.", Shown.of(value));
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
