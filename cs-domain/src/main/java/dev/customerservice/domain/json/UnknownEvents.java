package dev.customerservice.domain.json;

import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.TicketEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a reader makes of an event of a kind that it does not know, such as one that a later version has written. Every reader that names
 * none refuses it.
 */
@FunctionalInterface
public interface UnknownEvents {
    /**
     * Decides what stands in the place of an event.
     *
     * @param event the event, with all that it said
     * @return what stands in its place, empty if it is left out; a single event that is not in a history cannot be left out
     * @throws JsonFormatException if it is refused
     */
    Optional<TicketEvent> read(KeptEvent event);

    /** {@return the choice to refuse it, with its place and the reason {@link Reason#UNKNOWN_LABEL}} */
    static UnknownEvents refuse() {
        return event -> {
            throw EventForms.unknown();
        };
    }

    /** {@return the choice to keep it as it is: it changes nothing of the ticket and is written again} */
    static UnknownEvents keep() {
        return Optional::of;
    }

    /**
     * The choice to leave it out of its history.
     *
     * @param report is told of each event that is left out, and must be thread-safe where the format is shared
     * @return the choice
     */
    static UnknownEvents skip(Consumer<? super KeptEvent> report) {
        return event -> {
            report.accept(event);
            return Optional.empty();
        };
    }
}
