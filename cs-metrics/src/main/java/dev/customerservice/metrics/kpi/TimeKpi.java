package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.DurationDistribution;

/**
 * A time of any facts that is data, with all views of a time.
 *
 * @param times the measure that collects the lengths
 * @param <F> the facts it counts
 */
public record TimeKpi<F extends Fact>(FormulaKpi<F, DurationDistribution> times) implements DurationKpi<F> {
    /** Refuses a measure that does not collect lengths. */
    public TimeKpi {
        if (!(times.formula() instanceof Formula.Times<F>)) {
            throw new IllegalArgumentException(
                    "Measure (" + times.id()
                            + ") of a time must collect lengths.\nMaybe it sums distributions: its views are not those of a time.");
        }
    }

    /**
     * Makes a time out of a column; shorter is better unless its definition says otherwise.
     *
     * @param id the stable id
     * @param cohort which facts it counts
     * @param of the length
     * @param among the facts whose lengths are collected
     * @param <F> the facts
     * @return the measure
     */
    public static <F extends Fact> TimeKpi<F> of(String id, Cohort<F> cohort, DurationColumn<F> of, Filter<F> among) {
        FormulaKpi<F, DurationDistribution> times =
                FormulaKpi.of(id, Unit.DURATION, cohort, new Formula.Times<>(of, among));
        return new TimeKpi<>(times.defined(times.definition().withDirection(Direction.LOWER_IS_BETTER)));
    }

    TimeKpi<F> judged(Direction direction, String source) {
        return new TimeKpi<>(times.judged(direction, source));
    }

    TimeKpi<F> called(String vendor, String name) {
        return new TimeKpi<>(times.called(vendor, name));
    }

    @Override
    public KpiDefinition definition() {
        return times.definition();
    }

    @Override
    public Cohort<F> cohort() {
        return times.cohort();
    }

    @Override
    public Formula.Times<F> formula() {
        return (Formula.Times<F>) times.formula();
    }

    @Override
    public String toString() {
        return id();
    }
}
