package dev.customerservice.metrics.report;

import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Goal;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Goals and how far they are reached.
 *
 * @param period the period
 * @param lines one for each goal, in their order
 */
public record Scoreboard(Period period, List<Line> lines) {
    /** Where a goal stands. */
    public enum Standing {
        /** The figure is at the target or beyond. */
        MET,
        /** The figure is short of the target. */
        MISSED,
        /** There is no figure. */
        NO_DATA
    }

    /**
     * One goal.
     *
     * @param id the measure
     * @param measured its value
     * @param goal where it stood and where it should be
     * @param standing where it stands
     * @param progress the way made, 0 at the baseline and 1 at the target; empty without a figure or a way
     * @param toTarget the figure less the target; empty without a figure
     * @param ofTarget the figure over the target; empty without a figure or for a target of 0
     * @param interval where the true figure lies at 95 %, for shares and net scores
     */
    public record Line(
            String id,
            Measurement<?> measured,
            Goal goal,
            Standing standing,
            OptionalDouble progress,
            OptionalDouble toTarget,
            OptionalDouble ofTarget,
            Optional<ConfidenceInterval> interval) {
        /** {@return whether the interval leaves the target on one side, so that more data would hardly change the standing} */
        public boolean isSure() {
            return interval.isPresent()
                    && (goal.target() < interval.get().low()
                            || goal.target() > interval.get().high());
        }
    }

    /** Keeps an unmodifiable copy. */
    public Scoreboard {
        lines = List.copyOf(lines);
    }

    /**
     * Holds the figures of a slice against goals.
     *
     * @param slice a slice of a report that measures them
     * @param goals the goals
     * @return the scoreboard
     */
    public static Scoreboard of(Slice slice, List<KpiGoal> goals) {
        List<Line> lines = new ArrayList<>();
        for (KpiGoal goal : goals) {
            lines.add(line(goal.kpi().id(), slice.value(goal.kpi()), goal.goal()));
        }
        return new Scoreboard(slice.period(), lines);
    }

    private static Line line(String id, Measurement<?> measured, Goal goal) {
        OptionalDouble figure = Amounts.number(measured);
        if (figure.isEmpty()) {
            OptionalDouble none = OptionalDouble.empty();
            return new Line(id, measured, goal, Standing.NO_DATA, none, none, none, Optional.empty());
        }
        double actual = figure.getAsDouble();
        return new Line(
                id,
                measured,
                goal,
                goal.isMet(actual) ? Standing.MET : Standing.MISSED,
                goal.progress(actual),
                OptionalDouble.of(actual - goal.target()),
                goal.target() == 0 ? OptionalDouble.empty() : OptionalDouble.of(actual / goal.target()),
                Amounts.interval(measured, Ratio.DEFAULT_CONFIDENCE));
    }
}
