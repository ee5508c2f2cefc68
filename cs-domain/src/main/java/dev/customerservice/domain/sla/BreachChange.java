package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A breach that one plan sees and another does not.
 *
 * @param kind whether the other plan gained or lost it
 * @param ticket the ticket
 * @param metric the metric
 * @param cycle the number of the cycle
 * @param policy the policy under which it is a breach
 * @param breachedAt the due time that was missed
 * @param priority the priority of the ticket at that instant, if it had one
 */
public record BreachChange(
        Kind kind,
        TicketId ticket,
        SlaMetricId metric,
        int cycle,
        SlaPolicyId policy,
        Instant breachedAt,
        Optional<Priority> priority) {
    /** Which of the two plans sees the breach. */
    public enum Kind {
        /** The other plan alone. */
        GAINED,
        /** The present plan alone. */
        LOST
    }
}
