package dev.customerservice.examples.reallogs;

import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.sla.Goal;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.metrics.kpi.PriorityTargets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Takes the matrix of a policy's only target, for measures that judge a stated time by it. */
final class Targets {
    private Targets() {}

    static PriorityTargets of(SlaPolicy policy, LogMapping mapping) {
        Map<Priority, Duration> byPriority = new HashMap<>();
        for (Goal goal : policy.targets().get(0).goals()) {
            for (String name : ((TicketCondition.Is) goal.when()).values()) {
                byPriority.put(
                        mapping.priority(name).orElseThrow(),
                        goal.within().length().orElseThrow());
            }
        }
        return PriorityTargets.of(policy.id().value(), byPriority);
    }
}
