package dev.customerservice.roles.plan;

import dev.customerservice.roles.evidence.Detail;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How far a goal is on a date, by the interval of what was measured and not by its single value.
 *
 * <p>Laws: a better interval never gives a worse state; a narrower interval around the same value never leaves on track; negating the
 * direction and all figures changes nothing.
 *
 * @param on the date
 * @param expected the figure on the straight line to the target; empty when the goal is incomplete
 * @param measured what was measured; empty without data
 * @param state what that means
 * @param reason why there is no data, in snake_case; empty with data
 */
public record GoalProgress(
        LocalDate on,
        Optional<BigDecimal> expected,
        Optional<Detail.Estimate> measured,
        State state,
        Optional<String> reason) {

    /** What the interval says about the target and the straight line to it. */
    public enum State {
        /** The whole interval is at the target or beyond. */
        REACHED,
        /** The whole interval is on the line or better. */
        ON_TRACK,
        /** The interval lies across the line, or across the target at the deadline: nobody can tell yet. */
        UNDECIDED,
        /** The whole interval is worse than the line. */
        OFF_TRACK,
        /** The deadline has come and the whole interval is worse than the target. */
        MISSED,
        /** The first measurement is still to come. */
        NOT_STARTED,
        /** Nothing was measured. */
        NO_DATA
    }

    static GoalProgress of(SmartGoal goal, LocalDate on, BigDecimal expected, Detail.Estimate measured) {
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        SmartGoal.TimeBound time = goal.timeBound().orElseThrow();
        return new GoalProgress(
                on,
                Optional.of(expected),
                Optional.of(measured),
                state(figure, time, on, expected, measured),
                Optional.empty());
    }

    static GoalProgress without(LocalDate on, Optional<BigDecimal> expected, String reason) {
        return new GoalProgress(on, expected, Optional.empty(), State.NO_DATA, Optional.of(reason));
    }

    private static State state(
            SmartGoal.Measurable figure,
            SmartGoal.TimeBound time,
            LocalDate on,
            BigDecimal expected,
            Detail.Estimate measured) {
        boolean more = figure.sign() > 0;
        BigDecimal worst = more ? measured.low() : measured.high().negate();
        BigDecimal best = more ? measured.high() : measured.low().negate();
        BigDecimal target = more ? figure.target() : figure.target().negate();
        BigDecimal line = more ? expected : expected.negate();
        if (on.isBefore(time.measurements().get(0))) {
            return State.NOT_STARTED;
        }
        if (worst.compareTo(target) >= 0) {
            return State.REACHED;
        }
        boolean over = !on.isBefore(time.deadline());
        if (over) {
            return best.compareTo(target) < 0 ? State.MISSED : State.UNDECIDED;
        }
        if (worst.compareTo(line) >= 0) {
            return State.ON_TRACK;
        }
        return best.compareTo(line) < 0 ? State.OFF_TRACK : State.UNDECIDED;
    }
}
