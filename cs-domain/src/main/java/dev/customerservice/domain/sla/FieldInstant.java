package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Ticket;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.time.EpochNanos;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The instant that a custom field of a ticket holds as text. */
final class FieldInstant {
    static final long MISSING = Cycle.NONE;
    static final long UNREADABLE = Cycle.NONE + 1;

    private FieldInstant() {}

    /** The epoch nanoseconds, {@link #MISSING} or {@link #UNREADABLE}. */
    static long of(Ticket ticket, String field) {
        String text = ticket.fields().get(field);
        if (text == null || text.isBlank()) {
            return MISSING;
        }
        try {
            Instant instant = OffsetDateTime.parse(text.strip()).toInstant();
            return EpochNanos.of(instant);
        } catch (DateTimeException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }

    static boolean isInstant(long found) {
        return found != MISSING && found != UNREADABLE;
    }

    /** Whether a field holds an instant, as a leaf that both forms of a history know. */
    static TicketCondition readable(String field) {
        return TicketCondition.code(
                "anchor: field." + field + " is an instant", ticket -> isInstant(of(ticket, field)));
    }
}
