package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.util.Map;

/**
 * Anything else that happened, for what the other events cannot foresee; conditions can ask for it by name.
 *
 * @param head which ticket, when and by whom
 * @param name what happened, in the caller's words, not blank
 * @param values details by name
 */
public record Marked(EventHead head, String name, Map<String, String> values) implements TicketEvent {
    /** Refuses a blank name and keeps an unmodifiable copy of the values. */
    public Marked {
        NotBlank.require("The name of a mark", name);
        values = Map.copyOf(values);
    }

    /** {@return the event without its values, which may be personal data} */
    @Override
    public String toString() {
        return "Marked[head=" + head + ", name=" + name + "]";
    }

    @Override
    public <R> R accept(Handler<R> handler) {
        return handler.marked(this);
    }
}
