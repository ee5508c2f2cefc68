package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a ticket.
 *
 * @param value the identifier, not blank
 */
public record TicketId(String value) implements Serializable {
    /** Refuses a blank value. */
    public TicketId {
        NotBlank.require("The ticket id", value);
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

    /** {@return whether the other is the same identity} */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TicketId that && value.equals(that.value);
    }

    // Written out, for what a record is given is linked when it is first asked, and every program asks this one.
    @Override
    public int hashCode() {
        return value.hashCode();
    }
}
