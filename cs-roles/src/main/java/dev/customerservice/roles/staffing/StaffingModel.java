package dev.customerservice.roles.staffing;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * A way to foresee what a workload meets with a number of agents.
 *
 * <p>Laws: the same question gives the same answer; one agent more never lowers a service level and never raises a wait, the occupancy or
 * a share of contacts lost; a longer threshold never lowers a service level. The searches below rely on them.
 */
@FunctionalInterface
public interface StaffingModel {

    /**
     * Foresees the steady state.
     *
     * @param work what arrives
     * @param agents how many agents are on duty, 0 or more
     * @param threshold the time the service level is told for, zero or more
     * @return every measure
     * @throws IllegalArgumentException when the agents or the threshold are negative
     */
    QueueOutlook outlook(Workload work, int agents, Duration threshold);

    /**
     * Finds the least number of agents that keeps a goal.
     *
     * @param work what arrives
     * @param goal what is to be kept
     * @return the number n: n agents meet the goal and n - 1 do not; 0 where nothing arrives, else at least 1
     * @throws IllegalArgumentException when a model of one's own does not meet the goal with ever more agents
     */
    default int agents(Workload work, ServiceLevelGoal goal) {
        return AgentSearch.least(work, agents -> goal.isMetBy(outlook(work, agents, goal.threshold())));
    }

    /**
     * Finds the requirement before it is rounded, so that several queues can be added first.
     *
     * @param work what arrives
     * @param goal what is to be kept
     * @return the least real number of agents that keeps the goal, to within 10⁻⁹, above {@code agents(work, goal) - 1} and at most that;
     *     empty for a model that knows whole agents only
     */
    default OptionalDouble fractionalAgents(Workload work, ServiceLevelGoal goal) {
        return OptionalDouble.empty();
    }

    /**
     * Answers how many people are needed, on duty and scheduled.
     *
     * @param work what arrives
     * @param goal what is to be kept
     * @param shrinkage how much of the scheduled time is not on duty
     * @return the requirement, with the outlook it leads to
     */
    default StaffingRequirement require(Workload work, ServiceLevelGoal goal, Shrinkage shrinkage) {
        int onDuty = agents(work, goal);
        return new StaffingRequirement(
                this,
                work,
                goal,
                shrinkage,
                onDuty,
                shrinkage.scheduled(onDuty),
                outlook(work, onDuty, goal.threshold()));
    }
}
