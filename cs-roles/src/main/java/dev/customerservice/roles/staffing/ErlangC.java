package dev.customerservice.roles.staffing;

import dev.customerservice.roles.evidence.Reason;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * Contacts that find every agent busy wait in one queue for as long as it takes (M/M/n).
 *
 * <p>With the load a, the handle time h, B of {@link ErlangB} and ρ = a/n: P(wait) = B / (1 - ρ (1 - B)), answered within T = 1 -
 * P(wait) e^(-(n-a) T/h), mean wait = P(wait) h/(n-a), occupancy = ρ, for n above a only; else the queue grows without end (Erlang 1917).
 * That nobody gives up makes the forecast pessimistic; where the patience is known, {@link ErlangA} says more.
 *
 * <pre>{@code
 * Workload calls = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
 * int agents = ErlangC.model().agents(calls, ServiceLevelGoal.of("80% in 20s")); // 14
 * }</pre>
 */
public record ErlangC() implements StaffingModel {
    private static final ErlangC MODEL = new ErlangC();

    /** What this model, and any other without patience, takes for granted. */
    static final Reason NOBODY_GIVES_UP = Reason.advice("PATIENCE_UNKNOWN");

    /** {@return the model} */
    public static ErlangC model() {
        return MODEL;
    }

    @Override
    public QueueOutlook outlook(Workload work, int agents, Duration threshold) {
        AgentSearch.require(agents, threshold);
        double load = work.offeredLoad();
        double handle = Measures.seconds(work.handleTime());
        QueueOutlook.Builder outlook = (agents > load || load == 0
                        ? measures(load, handle, agents, ErlangB.inverse(agents, load), Measures.seconds(threshold))
                        : Measures.unstable(agents))
                .outlook(work, threshold);
        if (agents <= load && load > 0) {
            outlook.queueGrowthPerHour((load - agents) / handle * 3600);
        }
        return outlook.addAssumptions(NOBODY_GIVES_UP).build();
    }

    @Override
    public int agents(Workload work, ServiceLevelGoal goal) {
        double load = work.offeredLoad();
        if (load == 0) {
            return 0;
        }
        Limits limits = Limits.of(goal);
        double handle = Measures.seconds(work.handleTime());
        double threshold = Measures.seconds(goal.threshold()) / handle;
        double longest = Math.min(limits.meanWait() / handle, Double.MAX_VALUE);
        int agents = (int) load + 1;
        if (goal.maxOccupancy().isPresent()) {
            agents = Math.max(agents, work.agentsAt(goal.maxOccupancy().get()));
        }
        double inverse = ErlangB.inverse(agents, load);
        while (true) {
            double free = agents - load;
            double wait = agents / (inverse * free + load);
            if (1 - wait * Math.exp(-free * threshold) >= limits.share()
                    && wait <= limits.waiting()
                    && wait <= longest * free) {
                return agents;
            }
            agents++;
            inverse = 1 + inverse * agents / load;
        }
    }

    @Override
    public OptionalDouble fractionalAgents(Workload work, ServiceLevelGoal goal) {
        double load = work.offeredLoad();
        double handle = Measures.seconds(work.handleTime());
        double threshold = Measures.seconds(goal.threshold());
        return AgentSearch.fractional(
                work,
                goal,
                agents(work, goal),
                load,
                agents -> measures(load, handle, agents, ErlangB.inverse(agents, load), threshold));
    }

    private static Measures measures(double load, double handle, double agents, double inverse, double threshold) {
        double free = agents - load;
        double wait = load == 0 ? 0 : agents / (inverse * free + load);
        double delayed = agents == 0 ? Double.NaN : handle / free;
        double mean = wait == 0 ? 0 : wait * delayed;
        double answered = wait == 0 ? 1 : 1 - wait * Math.exp(-threshold / delayed);
        double occupancy = load == 0 ? 0 : load / agents;
        return new Measures(agents, wait, 0, 0, answered, 0, mean, mean, delayed, occupancy);
    }
}
