package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import java.io.Serializable;

/**
 * The identity of a ticket.
 *
 * @param value the identifier, not blank
 */
public record TicketId(String value) implements Serializable {
    /** Refuses a blank value. */
    public TicketId {
        checkArgument(!value.isBlank(), "The ticket id (%s) must not be blank.", value);
    }

    /**
     * Wraps an identifier as its identity.
     *
     * @param value the identifier, not blank
     * @return the identity
     */
    public static TicketId of(String value) {
        return new TicketId(value);
    }
}
