package dev.customerservice.domain.ticket;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.text.Shown;
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
        checkArgument(!name.isBlank(), "The name of a field (%s) must not be blank.", Shown.of(name));
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
