package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.util.Optional;

/**
 * A custom field was set or emptied.
 *
 * @param head which ticket, when and by whom
 * @param name the name of the field, not blank
 * @param to the value from then on, empty for none
 */
public record FieldChanged(EventHead head, String name, Optional<String> to) implements TicketEvent {
    /** Refuses a blank name. */
    public FieldChanged {
        NotBlank.require("The name of a field", name);
    }

    /** {@return the event without the value, which may be personal data} */
    @Override
    public String toString() {
        return "FieldChanged[head=" + head + ", name=" + name + "]";
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.fieldChanged(this);
    }
}
