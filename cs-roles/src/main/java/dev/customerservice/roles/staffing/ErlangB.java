package dev.customerservice.roles.staffing;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Calls that find every line busy are turned away and do not come back (M/M/n/n): how many lines are needed.
 *
 * <p>B(0) = 1, B(n) = a B(n-1) / (n + a B(n-1)) for the load a (Erlang 1917). Holds for any distribution of handle times. Nobody waits;
 * the service level is the share not turned away.
 */
public record ErlangB() implements StaffingModel {
    private static final ErlangB MODEL = new ErlangB();

    /** {@return the model} */
    public static ErlangB model() {
        return MODEL;
    }

    @Override
    public QueueOutlook outlook(Workload work, int agents, Duration threshold) {
        AgentSearch.require(agents, threshold);
        return measures(work.offeredLoad(), agents, 1 / inverse(agents, work.offeredLoad()))
                .outlook(work, threshold)
                .build();
    }

    @Override
    public int agents(Workload work, ServiceLevelGoal goal) {
        double load = work.offeredLoad();
        if (load == 0) {
            return 0;
        }
        Limits limits = Limits.of(goal);
        double inverse = 1;
        int agents = 0;
        do {
            agents++;
            inverse = 1 + inverse * agents / load;
        } while (limits.missed(measures(load, agents, 1 / inverse), work) != 0);
        return agents;
    }

    @Override
    public OptionalDouble fractionalAgents(Workload work, ServiceLevelGoal goal) {
        double load = work.offeredLoad();
        return AgentSearch.fractional(
                work, goal, agents(work, goal), 0, agents -> measures(load, agents, 1 / inverse(agents, load)));
    }

    private static Measures measures(double load, double agents, double blocked) {
        double busy = agents > 0 ? load * (1 - blocked) / agents : load > 0 ? 1 : 0;
        return new Measures(agents, 0, blocked, 0, 1 - blocked, 0, 0, 0, Double.NaN, busy);
    }

    /**
     * 1 / B(n): the sum of n!/(n-k)!/aᵏ from k = 0 on, downward from the largest index, of which about √a terms count near n = a. All terms
     * are positive; beyond the largest double B is 0.
     */
    static double inverse(int agents, double load) {
        double sum = 1;
        double term = 1;
        for (int k = agents; k > 0; k--) {
            term *= k / load;
            sum += term;
            if (term < sum * 1e-17 || sum == Double.POSITIVE_INFINITY) {
                break;
            }
        }
        return sum;
    }

    /**
     * 1 / B(n) for a real n above -1: a ∫ e^(-a t) (1 + t)ⁿ dt over t from 0 on (Jagerman 1974). With 1 + t = e^y it is a bell in y, whose
     * peak at ln((n+1)/a) is moved to 0 where it lies within.
     */
    static double inverse(double agents, double load) {
        if (agents >= 0 && agents == Math.rint(agents)) {
            return inverse((int) agents, load);
        }
        double c = agents + 1;
        double peak = Math.log(c / load);
        return peak > 0
                ? load * Math.exp(c * Bell.phi(peak)) * new Bell(c, 0).mass(Double.NEGATIVE_INFINITY, peak)
                : load * new Bell(load, c - load).mass(Double.NEGATIVE_INFINITY, 0);
    }
}
