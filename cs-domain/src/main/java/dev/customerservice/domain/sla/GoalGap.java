package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;

/**
 * A moment at which a policy in force named a metric, but no goal of its target held, so that nothing was promised: a hole in a
 * matrix.
 *
 * @param position the position in the history of the event after which it was so
 * @param policy the policy
 * @param version its version
 * @param metric the metric
 */
public record GoalGap(int position, SlaPolicyId policy, String version, SlaMetricId metric) {}
