package dev.customerservice.roles.staffing;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.IntPredicate;

/** Searches for the least number of agents, where more agents are never worse. */
final class AgentSearch {
    private static final int MOST = 1 << 30;

    private AgentSearch() {}

    /** The least number that passes: from the square-root rule a + √a as a start only, in doubling steps, then by halves. */
    static int least(Workload work, IntPredicate meets) {
        double load = work.offeredLoad();
        if (load == 0) {
            return 0;
        }
        int start = Math.max(1, (int) Math.ceil(load + Math.sqrt(load)));
        int low = start;
        int high = start;
        int step = 1;
        if (meets.test(start)) {
            do {
                high = low;
                low = Math.max(0, low - step);
                step *= 2;
            } while (low > 0 && meets.test(low));
        } else {
            do {
                if (high > MOST - step) {
                    throw new IllegalArgumentException("goal must be met by some number of agents below " + MOST
                            + "\nMaybe the model has an error.");
                }
                low = high;
                high += step;
                step *= 2;
            } while (!meets.test(high));
        }
        while (high - low > 1) {
            int middle = low + (high - low) / 2;
            if (meets.test(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The least real number that passes, between one fewer than the least whole one and that. */
    static OptionalDouble fractional(
            Workload work, ServiceLevelGoal goal, int agents, double above, DoubleFunction<Measures> model) {
        if (agents == 0) {
            return OptionalDouble.of(0);
        }
        Limits limits = Limits.of(goal);
        double low = Math.max(agents - 1, above);
        double high = agents;
        while (high - low > 1e-10 * high) {
            double middle = (low + high) / 2;
            if (limits.missed(model.apply(middle), work) == 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    static void require(int agents, Duration threshold) {
        if (agents < 0) {
            throw new IllegalArgumentException(
                    "agents (" + agents + ") must not be negative\nMaybe a sign slipped in.");
        }
        if (threshold.isNegative()) {
            throw new IllegalArgumentException(
                    "threshold (" + threshold + ") must not be negative\nMaybe a sign slipped in.");
        }
    }
}
