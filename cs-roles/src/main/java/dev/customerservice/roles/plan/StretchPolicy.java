package dev.customerservice.roles.plan;

import dev.customerservice.domain.text.Shown;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.statistics.ConfidenceInterval;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.Trend;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether a goal is achievable and still a challenge.
 *
 * <p>Laws: the same goal gives the same finding; a goal and its mirror image (direction and figures negated) are judged alike.
 */
@FunctionalInterface
public interface StretchPolicy {

    /**
     * Judges a goal.
     *
     * @param goal the goal
     * @return met when it is both; not met with {@code OFF_RANGE}, {@code TOO_EASY} or {@code NOT_ACHIEVABLE}; unknown when the
     *     baseline does not tell
     */
    Finding judge(SmartGoal goal);

    /**
     * The library's default.
     *
     * @return {@link #byBestChange} with 1.5, a figure of our own
     */
    static StretchPolicy standard() {
        return byBestChange(new BigDecimal("1.5"));
    }

    /**
     * Compares the change a goal asks for with the best change the baseline ever made in as many measurements.
     *
     * <p>In this order: {@code OFF_RANGE} for a target that the unit cannot take; unknown with {@code BASELINE_TOO_SHORT} for a baseline
     * shorter than the goal twice; {@code TOO_EASY} when the least-squares line through the baseline is at the target by the deadline
     * anyway, with that forecast; {@code NOT_ACHIEVABLE} when the change asked for is more than {@code factor} times the best one, with
     * the highest target that would pass where there is one.
     *
     * @param factor how many times the best change may be asked for, above 0
     * @return the policy
     */
    static StretchPolicy byBestChange(BigDecimal factor) {
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException(
                    "factor (" + Shown.of(factor) + ") must be above 0\nMaybe 1.5, the library's default.");
        }
        return goal -> readable(goal).orElseGet(() -> judge(goal, factor));
    }

    /**
     * Compares the target with the forecast, for counts and rates, by the ratio of the two: of target to forecast, or of forecast to
     * target where less is better.
     *
     * @param low the least ratio that is a challenge, above 0
     * @param high the greatest ratio that can be reached, not below {@code low}
     * @return the policy; for a share it is not met with {@code RATIO_OF_SHARES}, since 0.90 to 0.99 looks like 1.1 and means ten
     *     times fewer failures
     */
    static StretchPolicy ratioToForecast(BigDecimal low, BigDecimal high) {
        if (low.signum() <= 0 || low.compareTo(high) > 0) {
            throw new IllegalArgumentException("ratios (" + Shown.of(low) + ", " + Shown.of(high)
                    + ") must be above 0, the lower first\nMaybe 1.02 and 1.2, for 2 to 20 percent better.");
        }
        return goal -> readable(goal).orElseGet(() -> {
            SmartGoal.Measurable figure = goal.measurable().orElseThrow();
            if (figure.unit() == Unit.SHARE) {
                return Finding.notMet(reason(goal, "RATIO_OF_SHARES"));
            }
            Detail.Estimate forecast = forecast(goal);
            if (forecast.value().signum() <= 0) {
                return Finding.unknown(reason(goal, "FORECAST_NOT_POSITIVE").withValue("forecast", forecast));
            }
            boolean more = figure.sign() > 0;
            BigDecimal greater = more ? figure.target() : forecast.value();
            BigDecimal smaller = more ? forecast.value() : figure.target();
            if (greater.compareTo(smaller.multiply(low)) < 0) {
                return Finding.notMet(reason(goal, "TOO_EASY").withValue("forecast", forecast));
            }
            return greater.compareTo(smaller.multiply(high)) > 0
                    ? Finding.notMet(reason(goal, "NOT_ACHIEVABLE").withValue("forecast", forecast))
                    : met(goal);
        });
    }

    private static Optional<Finding> readable(SmartGoal goal) {
        SmartGoal.Measurable figure = goal.measurable().orElse(null);
        int length = goal.timeBound().map(time -> time.measurements().size()).orElse(0);
        if (figure == null || length == 0) {
            return Optional.of(Finding.unknown(reason(goal, "GOAL_INCOMPLETE")));
        }
        if (!inRange(figure)) {
            return Optional.of(
                    Finding.notMet(reason(goal, "OFF_RANGE").withValue("target", quantity(figure, figure.target()))));
        }
        if (figure.baseline().size() < 2 * length) {
            return Optional.of(Finding.unknown(reason(goal, "BASELINE_TOO_SHORT")
                    .withValue("baseline", Detail.count(figure.baseline().size(), "measurements"))
                    .withValue("needed", Detail.count(2L * length, "measurements"))));
        }
        return Optional.empty();
    }

    private static Finding judge(SmartGoal goal, BigDecimal factor) {
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        int length = goal.timeBound().orElseThrow().measurements().size();
        Detail.Estimate forecast = forecast(goal);
        if (better(figure, forecast.value(), figure.target())) {
            return Finding.notMet(reason(goal, "TOO_EASY").withValue("forecast", forecast));
        }
        BigDecimal best = bestChange(figure, length);
        BigDecimal sign = BigDecimal.valueOf(figure.sign());
        BigDecimal required = figure.target().subtract(figure.last()).multiply(sign);
        BigDecimal most = best.max(BigDecimal.ZERO).multiply(factor);
        if (required.compareTo(most) > 0) {
            Reason reason = reason(goal, "NOT_ACHIEVABLE")
                    .withValue("required", quantity(figure, required))
                    .withValue("bestChange", quantity(figure, best));
            BigDecimal highest = figure.last().add(most.multiply(sign));
            return Finding.notMet(
                    most.signum() == 0 || better(figure, forecast.value(), highest)
                            ? reason
                            : reason.withValue("highestTarget", quantity(figure, highest)));
        }
        return met(goal);
    }

    private static BigDecimal bestChange(SmartGoal.Measurable figure, int length) {
        List<BigDecimal> baseline = figure.baseline();
        BigDecimal sign = BigDecimal.valueOf(figure.sign());
        BigDecimal best = baseline.get(length).subtract(baseline.get(0)).multiply(sign);
        for (int i = 1; i + length < baseline.size(); i++) {
            best = best.max(baseline.get(i + length).subtract(baseline.get(i)).multiply(sign));
        }
        return best;
    }

    private static Detail.Estimate forecast(SmartGoal goal) {
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        int length = goal.timeBound().orElseThrow().measurements().size();
        Trend trend = Trend.of(
                figure.baseline().stream().mapToDouble(BigDecimal::doubleValue).toArray());
        double position = figure.baseline().size() - 1.0 + length;
        BigDecimal value = BigDecimal.valueOf(trend.at(position));
        Optional<ConfidenceInterval> interval = trend.prediction(position, Ratio.DEFAULT_CONFIDENCE);
        return new Detail.Estimate(
                value,
                interval.map(bounds -> BigDecimal.valueOf(bounds.low()).min(value))
                        .orElse(value),
                interval.map(bounds -> BigDecimal.valueOf(bounds.high()).max(value))
                        .orElse(value),
                figure.baseline().size(),
                figure.kpi());
    }

    private static boolean better(SmartGoal.Measurable figure, BigDecimal one, BigDecimal other) {
        return one.compareTo(other) * figure.sign() >= 0;
    }

    private static boolean inRange(SmartGoal.Measurable figure) {
        return switch (figure.unit()) {
            case SHARE -> figure.target().signum() >= 0 && figure.target().compareTo(BigDecimal.ONE) <= 0;
            case RATE, COUNT, DURATION -> figure.target().signum() >= 0;
            case SCORE -> figure.target().abs().compareTo(BigDecimal.ONE) <= 0;
            case POINTS, MONEY -> true;
        };
    }

    private static Finding met(SmartGoal goal) {
        return Finding.met(goal.achievable().map(SmartGoal.Achievable::evidence).orElse(List.of()));
    }

    private static Reason reason(SmartGoal goal, String code) {
        return Reason.rule(code).withAbout(Subject.of("goal", goal.id())).withWhere("ACHIEVABLE");
    }

    private static Detail.Quantity quantity(SmartGoal.Measurable figure, BigDecimal value) {
        return new Detail.Quantity(value, figure.kpi());
    }
}
