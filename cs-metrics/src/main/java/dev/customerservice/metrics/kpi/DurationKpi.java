package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.DurationMean;
import dev.customerservice.metrics.statistics.Quantile;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import java.time.Duration;
import java.util.List;

/**
 * A measure of lengths of time. Its value is the whole distribution; percentile, mean and the rest are views of it, so
 * all of them together cost one pass and one state.
 *
 * @param <F> the facts it counts
 */
public interface DurationKpi<F extends Fact> extends Kpi<F, DurationDistribution> {
    /** {@return the length that is collected, and from which facts} */
    Formula.Times<F> formula();

    @Override
    default Accumulator<F, ?, DurationDistribution> accumulator() {
        return formula().accumulator();
    }

    /**
     * Counts what is not over with the time it has lasted so far, instead of leaving it out: without it every median of times that are
     * still running somewhere is too short.
     *
     * @return the curve of Kaplan and Meier as a measure; its quantiles may be "more than"
     */
    default FormulaKpi<F, SurvivalCurve> survival() {
        return new FormulaKpi<>(
                definition()
                        .withId(id() + ".survival")
                        .withFormula("Kaplan-Meier curve of " + definition().formula()
                                + ", open ones with their time so far")
                        .withPopulation("each " + cohort().noun() + " that began")
                        .withSource(
                                "Kaplan and Meier 1958; at one length, those that ended count before those still open."),
                cohort(),
                new Formula.Sum<>(
                        new Amounts.Lasting<>(formula().of()), formula().among()));
    }

    /** {@return the same time counted in a histogram of bounded size; quantiles are within {@link DurationHistogram#RELATIVE_ERROR}} */
    default FormulaKpi<F, DurationHistogram> approximate() {
        return new FormulaKpi<>(
                definition()
                        .withId(id() + ".approximate")
                        .withFormula(definition().formula() + ", in classes of a histogram: quantiles within 0.8 %"),
                cohort(),
                new Formula.Histogram<>(formula().of(), formula().among()));
    }

    /**
     * Looks at a percentile of type 7.
     *
     * @param percent 0 to 100
     * @return the percentile as a measure
     */
    default Kpi<F, Duration> percentile(int percent) {
        return quantile(Quantile.percentile(percent));
    }

    /**
     * Looks at a quantile.
     *
     * @param quantile which one, by which definition
     * @return the quantile as a measure
     */
    default Kpi<F, Duration> quantile(Quantile quantile) {
        return as(quantile.id(), all -> all.quantile(quantile).orElseThrow());
    }

    /** {@return the median as a measure} */
    default Kpi<F, Duration> median() {
        return quantile(Quantile.MEDIAN);
    }

    /** {@return the mean as a measure, kept as total and count} */
    default Kpi<F, DurationMean> mean() {
        return as("mean", DurationDistribution::mean);
    }

    /** {@return the sum of all lengths as a measure} */
    default Kpi<F, Duration> total() {
        return as("total", DurationDistribution::total);
    }

    /** {@return the shortest length as a measure} */
    default Kpi<F, Duration> min() {
        return as("min", all -> all.min().orElseThrow());
    }

    /** {@return the longest length as a measure} */
    default Kpi<F, Duration> max() {
        return as("max", all -> all.max().orElseThrow());
    }

    /** {@return how many lengths there are, as a measure} */
    default Kpi<F, Long> count() {
        return KpiView.of(this, "count", Unit.COUNT, DurationDistribution::count);
    }

    /**
     * Looks at the share that keeps a limit, of all whose length is known.
     *
     * @param limitInclusive the limit; a length equal to it keeps it
     * @return the share as a measure
     */
    default Kpi<F, Ratio> within(Duration limitInclusive) {
        String suffix = "within_" + Ids.part(limitInclusive.toString());
        return KpiView.of(this, suffix, Unit.SHARE, all -> all.atMost(limitInclusive));
    }

    /**
     * Looks at the number of lengths by class: below the first edge, from each edge to the next, and from the last on.
     *
     * @param suffix what is added to the id, such as {@code age_classes}
     * @param edges the boundaries in rising order; each belongs to the class above it
     * @return the counts as a measure, one more than there are edges
     */
    default Kpi<F, List<Long>> classes(String suffix, List<Duration> edges) {
        List<Duration> fixed = List.copyOf(edges);
        return KpiView.of(this, suffix, Unit.COUNT, all -> all.classes(fixed));
    }
}
