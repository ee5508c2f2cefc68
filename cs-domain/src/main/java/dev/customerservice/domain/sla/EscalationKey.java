package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.util.Optional;

/**
 * What makes a level of escalation fire once: a caller that keeps the keys it has acted on acts on none twice, whatever moves the due
 * time or changes the policy meanwhile.
 *
 * @param ticket the ticket
 * @param agreement the policy, where several may hold for a ticket at once; empty where the first match counts
 * @param metric the metric
 * @param cycle the number of the cycle
 * @param level the number of the level
 */
public record EscalationKey(
        TicketId ticket, Optional<SlaPolicyId> agreement, SlaMetricId metric, int cycle, int level) {}
