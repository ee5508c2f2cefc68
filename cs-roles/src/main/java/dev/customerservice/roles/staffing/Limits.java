package dev.customerservice.roles.staffing;

import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The limits of a goal as numbers, prepared once for a search; infinite where there is none.
 *
 * @param goal the goal
 * @param share the share the service level must reach
 * @param meanWait the longest mean wait in seconds
 * @param waiting the largest share that waits
 * @param abandoned the largest share that gives up
 * @param blocked the largest share turned away
 */
record Limits(ServiceLevelGoal goal, double share, double meanWait, double waiting, double abandoned, double blocked) {

    static Limits of(ServiceLevelGoal goal) {
        return new Limits(
                goal,
                goal.share().doubleValue(),
                goal.maxMeanWait().isPresent()
                        ? Measures.seconds(goal.maxMeanWait().get())
                        : Double.POSITIVE_INFINITY,
                number(goal.maxProbabilityOfWait()),
                number(goal.maxAbandonment()),
                number(goal.maxBlocking()));
    }

    private static double number(Optional<BigDecimal> limit) {
        return limit.isPresent() ? limit.get().doubleValue() : Double.POSITIVE_INFINITY;
    }

    static int bit(ServiceLevelGoal.Limit limit) {
        return switch (limit) {
            case SERVICE_LEVEL -> 1;
            case OCCUPANCY -> 2;
            case MEAN_WAIT -> 4;
            case PROBABILITY_OF_WAIT -> 8;
            case ABANDONMENT -> 16;
            case BLOCKING -> 32;
        };
    }

    /** The bits of the limits that are missed; an unknown mean wait misses any limit on it. */
    int missed(Measures found, Workload work) {
        return (level(goal.rule().abandons(), found) >= share ? 0 : 1)
                | (tooBusy(found, work) ? 2 : 0)
                | (found.meanWait() <= meanWait || meanWait == Double.POSITIVE_INFINITY ? 0 : 4)
                | (found.waiting() <= waiting ? 0 : 8)
                | (found.abandoned() <= abandoned ? 0 : 16)
                | (found.blocked() <= blocked ? 0 : 32);
    }

    /** Agents are at most as busy as the load asks; where that is within the limit exactly, rounding must not say otherwise. */
    private boolean tooBusy(Measures found, Workload work) {
        if (goal.maxOccupancy().isEmpty()
                || found.occupancy() <= goal.maxOccupancy().get().doubleValue()) {
            return false;
        }
        double agents = found.agents();
        return agents != Math.rint(agents)
                || agents < work.agentsAt(goal.maxOccupancy().get());
    }

    /** The service level under one treatment of those who give up; NaN, which reaches nothing, where nobody counts. */
    static double level(Abandons abandons, Measures found) {
        return switch (abandons) {
            case NEGATIVE -> found.answeredWithin();
            case IGNORED -> found.answeredWithin() / (1 - found.abandonedWithin());
            case POSITIVE -> found.answeredWithin() + found.abandonedWithin();
            case ANSWERED_ONLY -> found.answeredWithin() / (1 - found.abandoned() - found.blocked());
        };
    }
}
