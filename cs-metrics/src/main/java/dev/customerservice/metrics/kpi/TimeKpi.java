package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationHistogram;

/**
 * A time of any facts that is data, with all views of a time.
 *
 * @param times the measure that collects the lengths
 * @param <F> the facts it counts
 */
public record TimeKpi<F extends Fact>(FormulaKpi<F, DurationDistribution> times) implements DurationKpi<F> {
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

    /**
     * Counts lengths in a histogram instead of keeping them, for more of them than memory holds.
     *
     * @param id the stable id
     * @param cohort which facts it counts
     * @param of the length
     * @param among the facts whose lengths are counted
     * @param <F> the facts
     * @return the measure; its quantiles are within {@link DurationHistogram#RELATIVE_ERROR}
     */
    public static <F extends Fact> FormulaKpi<F, DurationHistogram> approximate(
            String id, Cohort<F> cohort, DurationColumn<F> of, Filter<F> among) {
        return FormulaKpi.of(id, Unit.DURATION, cohort, new Formula.Histogram<>(of, among));
    }

    /** {@return the same time counted in a histogram, with {@code .approximate} behind its id} */
    public FormulaKpi<F, DurationHistogram> approximate() {
        Formula.Times<F> formula = (Formula.Times<F>) times.formula();
        return approximate(id() + ".approximate", cohort(), formula.of(), formula.among());
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
    public Accumulator<F, ?, DurationDistribution> accumulator() {
        return times.accumulator();
    }

    @Override
    public String toString() {
        return id();
    }
}
