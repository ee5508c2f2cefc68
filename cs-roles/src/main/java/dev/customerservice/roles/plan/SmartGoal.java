package dev.customerservice.roles.plan;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.KpiDefinition;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A goal of five facets: specific, measurable, achievable, relevant and time-bound. A draft may lack some; {@link #problems} names
 * them.
 *
 * <p>Everything is counted in measurements: the goal is as long as it has due dates of its cadence, and the straight line from the
 * last baseline figure to the target rises by the same amount at each.
 */
@Value.Immutable
public interface SmartGoal extends WithSmartGoal {

    /** {@return the name by which plans and evidence refer to it} */
    String id();

    /** {@return who answers for it} */
    AgentId owner();

    /** {@return what exactly shall get better; empty in a draft} */
    Optional<Specific> specific();

    /** {@return by which figure; empty in a draft} */
    Optional<Measurable> measurable();

    /** {@return why it can be reached; empty in a draft} */
    Optional<Achievable> achievable();

    /** {@return the id of the objective of the plan that it serves; empty in a draft} */
    Optional<String> relevant();

    /** {@return from when until when; empty in a draft} */
    Optional<TimeBound> timeBound();

    /** {@return what it takes for granted; evidence of kind {@code assumption.broken} about the goal ends one} */
    List<String> assumptions();

    /**
     * The first facet: one area of the customer's experience, and no second one.
     *
     * @param area the id of a stage of the journey
     * @param statement what shall be so, in a sentence
     */
    record Specific(String area, String statement) {}

    /**
     * The second facet: a figure with its past.
     *
     * @param kpi the id of the measure
     * @param unit what it is counted in
     * @param direction which way it gets better, never neither
     * @param baseline what was measured before the start, one figure for each measurement, the latest last
     * @param target the figure to reach
     */
    record Measurable(String kpi, Unit unit, Direction direction, List<BigDecimal> baseline, BigDecimal target) {
        /** Copies the baseline and refuses a figure that cannot get better. */
        public Measurable {
            baseline = List.copyOf(baseline);
            if (direction == Direction.NEITHER) {
                throw new IllegalArgumentException("direction (" + direction + ") of " + kpi
                        + " must say which way is better\nMaybe HIGHER_IS_BETTER?");
            }
        }

        /**
         * Aims at a target of a measure.
         *
         * @param kpi the measure, whose unit and direction count
         * @param baseline what was measured before the start, the latest last
         * @param target the figure to reach
         * @return the facet
         */
        public static Measurable of(KpiDefinition kpi, List<BigDecimal> baseline, BigDecimal target) {
            return new Measurable(kpi.id(), kpi.unit(), kpi.direction(), baseline, target);
        }

        /** {@return +1 when more is better, −1 when less is} */
        int sign() {
            return direction == Direction.HIGHER_IS_BETTER ? 1 : -1;
        }

        /** {@return the last figure before the start} */
        BigDecimal last() {
            return baseline.get(baseline.size() - 1);
        }
    }

    /**
     * The third facet: what speaks for reaching it.
     *
     * @param evidence the ids of the evidence, at least one
     */
    record Achievable(List<String> evidence) {
        /** Copies the ids. */
        public Achievable {
            evidence = List.copyOf(evidence);
        }
    }

    /**
     * The fifth facet: the time.
     *
     * @param start the date of the last baseline figure
     * @param deadline the last date
     * @param measured how often it is measured: a rolling or calendar cadence
     */
    record TimeBound(LocalDate start, LocalDate deadline, Cadence measured) {
        /** {@return the dates on which it is measured, after the start until the deadline} */
        public List<LocalDate> measurements() {
            return start.isBefore(deadline) ? measured.dueDates(start, deadline) : List.of();
        }
    }

    /**
     * Looks for what is missing or cannot be.
     *
     * @return {@code FACET_MISSING} for each facet by its name, {@code DEADLINE_BEFORE_START}, {@code MEASURED_TOO_RARELY} for fewer
     *     than two measurements, {@code TARGET_WORSE_THAN_BASELINE}; empty when all is said
     */
    default List<Reason> problems() {
        List<Reason> problems = new ArrayList<>();
        missing("SPECIFIC", specific().filter(facet -> !facet.area().isBlank()), problems);
        missing("MEASURABLE", measurable().filter(facet -> !facet.baseline().isEmpty()), problems);
        missing("ACHIEVABLE", achievable().filter(facet -> !facet.evidence().isEmpty()), problems);
        missing("RELEVANT", relevant().filter(objective -> !objective.isBlank()), problems);
        missing("TIME_BOUND", timeBound(), problems);
        timeBound().ifPresent(time -> {
            if (!time.start().isBefore(time.deadline())) {
                problems.add(problem("DEADLINE_BEFORE_START", "TIME_BOUND"));
            } else if (time.measurements().size() < 2) {
                problems.add(problem("MEASURED_TOO_RARELY", "TIME_BOUND")
                        .withValue(
                                "measurements", Detail.count(time.measurements().size(), "measurements")));
            }
        });
        measurable()
                .filter(facet -> !facet.baseline().isEmpty()
                        && facet.target().subtract(facet.last()).signum() * facet.sign() <= 0)
                .ifPresent(facet -> problems.add(problem("TARGET_WORSE_THAN_BASELINE", "MEASURABLE")
                        .withValue("target", new Detail.Quantity(facet.target(), facet.kpi()))
                        .withValue("baseline", new Detail.Quantity(facet.last(), facet.kpi()))));
        return List.copyOf(problems);
    }

    private void missing(String facet, Optional<?> value, List<Reason> problems) {
        if (value.isEmpty()) {
            problems.add(problem("FACET_MISSING", facet));
        }
    }

    private Reason problem(String code, String where) {
        return Reason.rule(code).withAbout(Subject.of("goal", id())).withWhere(where);
    }

    /**
     * Reads the progress from a measured share.
     *
     * @param period the period that was measured; its last date decides how far the goal should be
     * @param measured the share with its counts, or why there is none
     * @return the progress at the end of that period, judged by the share's Wilson interval at 95 %
     */
    default GoalProgress progress(Period period, Measurement<Ratio> measured) {
        LocalDate on = period.untilExclusive().minusDays(1);
        return measured.amount()
                .flatMap(Detail.Estimate::of)
                .map(estimate -> progress(on, estimate))
                .orElseGet(() -> noData(
                        on,
                        measured instanceof Measurement.NoData<Ratio> none
                                ? none.reason().code()
                                : "nothing_counted"));
    }

    /**
     * Reads the progress from any figure with its interval.
     *
     * @param on the date up to which it was measured
     * @param measured the figure
     * @return the progress on that date
     */
    default GoalProgress progress(LocalDate on, Detail.Estimate measured) {
        return expected(on)
                .map(expected -> GoalProgress.of(this, on, expected, measured))
                .orElseGet(() -> noData(on, "goal_incomplete"));
    }

    /**
     * Reads the progress where nothing was measured.
     *
     * @param on the date
     * @param reason why there is no figure, in snake_case
     * @return the progress without data
     */
    default GoalProgress noData(LocalDate on, String reason) {
        return GoalProgress.without(on, expected(on), reason);
    }

    /**
     * Finds where the figure should be on the straight line from the last baseline figure to the target.
     *
     * @param on a date
     * @return the baseline plus the share of measurements due by that date times the way to the target, the target after the
     *     deadline; empty when the goal is incomplete
     */
    default Optional<BigDecimal> expected(LocalDate on) {
        if (timeBound().isEmpty()
                || measurable().filter(facet -> !facet.baseline().isEmpty()).isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> dates = timeBound().get().measurements();
        Measurable figure = measurable().orElseThrow();
        if (dates.isEmpty()) {
            return Optional.empty();
        }
        long passed = dates.stream().filter(date -> !date.isAfter(on)).count();
        BigDecimal way = figure.target().subtract(figure.last()).multiply(BigDecimal.valueOf(passed));
        return Optional.of(figure.last().add(way.divide(BigDecimal.valueOf(dates.size()), MathContext.DECIMAL128)));
    }

    /**
     * Lists the measurements that were due and not made; progress is never read from them.
     *
     * @param measured the dates of the measurements that were made
     * @param asOf the date of reading
     * @return the due dates up to that date without a measurement
     */
    default List<LocalDate> missed(Collection<LocalDate> measured, LocalDate asOf) {
        return timeBound().map(TimeBound::measurements).orElse(List.of()).stream()
                .filter(date -> !date.isAfter(asOf) && !measured.contains(date))
                .toList();
    }

    /**
     * Lists the assumptions that turned out wrong, so that the strategy can be revised.
     *
     * @param log what has happened
     * @return the evidence of kind {@code assumption.broken} about this goal
     */
    default List<Evidence> brokenAssumptions(EvidenceLog log) {
        return log.about(Subject.of("goal", id())).of("assumption.broken");
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the facets of a goal. */
    final class Builder extends ImmutableSmartGoal.Builder {
        Builder() {}
    }
}
