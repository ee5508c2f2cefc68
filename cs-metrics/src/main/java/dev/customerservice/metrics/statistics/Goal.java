package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.OptionalDouble;

/**
 * A way from where things stood to where they should be. A target below the baseline is met from above, any other from below.
 *
 * @param baseline where things stood
 * @param target where they should be
 */
public record Goal(double baseline, double target) implements Serializable {
    /** Refuses what is no number. */
    public Goal {
        if (!Double.isFinite(baseline) || !Double.isFinite(target)) {
            throw new IllegalArgumentException("Goal (from " + baseline + " to " + target
                    + ") must be between numbers.\nMaybe the baseline was never measured.");
        }
    }

    /**
     * Measures the way made: (actual - baseline) / (target - baseline).
     *
     * @param actual where things stand
     * @return 0 at the baseline, 1 at the target, below 0 for steps back and above 1 beyond the target; empty where the target is the
     *     baseline
     */
    public OptionalDouble progress(double actual) {
        return target == baseline
                ? OptionalDouble.empty()
                : OptionalDouble.of((actual - baseline) / (target - baseline));
    }

    /**
     * Asks whether the target is reached.
     *
     * @param actual where things stand
     * @return whether it is at the target or beyond
     */
    public boolean isMet(double actual) {
        return target < baseline ? actual <= target : actual >= target;
    }
}
