package dev.customerservice.roles.staffing;

import dev.customerservice.roles.evidence.Reason;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How many people a workload needs, and what it meets with them.
 *
 * @param model by which it was found
 * @param work what arrives
 * @param goal what is kept
 * @param shrinkage how much of the scheduled time is not on duty
 * @param onDuty the least number of agents that keeps the goal
 * @param scheduled how many to schedule so that so many are on duty
 * @param outlook what the workload meets with the agents on duty
 */
public record StaffingRequirement(
        StaffingModel model,
        Workload work,
        ServiceLevelGoal goal,
        Shrinkage shrinkage,
        int onDuty,
        int scheduled,
        QueueOutlook outlook) {

    /**
     * {@return the requirement on duty before it is rounded, computed when asked for: add these over queues and round once; empty for a model
     * that knows whole agents only}
     */
    public OptionalDouble fractional() {
        return model.fractionalAgents(work, goal);
    }

    /**
     * Foresees another number of agents on duty.
     *
     * @param agents how many, 0 or more
     * @return what the workload meets with them
     */
    public QueueOutlook with(int agents) {
        return model.outlook(work, agents, goal.threshold());
    }

    /** {@return what one agent more would buy} */
    public QueueOutlook oneMore() {
        return with(onDuty + 1);
    }

    /** {@return what one agent fewer would cost; the same as now where nobody is needed} */
    public QueueOutlook oneFewer() {
        return with(Math.max(0, onDuty - 1));
    }

    /** {@return which limits one agent fewer would miss, that is, what the number of agents is for; empty where nobody is needed} */
    public List<Reason> binding() {
        return onDuty == 0 ? List.of() : goal.missedBy(oneFewer());
    }

    /** {@return the paid time of one interval: scheduled people times its length} */
    public Duration scheduledTime() {
        return work.interval().multipliedBy(scheduled);
    }
}
