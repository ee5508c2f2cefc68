package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Additive;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.Ratio;
import java.io.Serializable;

/**
 * How a built-in measure is computed, as data: an aggregate over filters on named columns.
 *
 * @param <F> the facts it counts
 * @param <V> what it measures
 */
public sealed interface Formula<F extends Fact, V> extends Serializable {
    /** {@return the formula in words} */
    String text();

    /** {@return which facts are looked at} */
    Filter<F> among();

    /** {@return how it is computed} */
    Accumulator<F, ?, V> accumulator();

    /**
     * Looks at fewer facts.
     *
     * @param filter what a fact must be in addition
     * @return the same formula over the facts that are both
     */
    Formula<F, V> narrowed(Filter<F> filter);

    /**
     * The number of facts. Nothing is 0, which is a value.
     *
     * @param among the facts that are counted
     * @param <F> the facts
     */
    record Count<F extends Fact>(Filter<F> among) implements Formula<F, Long> {
        @Override
        public String text() {
            return "count";
        }

        @Override
        public Accumulator<F, ?, Long> accumulator() {
            return new Counting.Of<>(null, among);
        }

        @Override
        public Formula<F, Long> narrowed(Filter<F> filter) {
            return new Count<>(among.and(filter));
        }
    }

    /**
     * The sum of a number. Nothing is 0, which is a value.
     *
     * @param of the number; facts without it are left out
     * @param among the facts over which it is summed
     * @param <F> the facts
     */
    record Total<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Formula<F, Long> {
        @Override
        public String text() {
            return "sum of " + of.id();
        }

        @Override
        public Accumulator<F, ?, Long> accumulator() {
            return new Counting.Of<>(of, among);
        }

        @Override
        public Formula<F, Long> narrowed(Filter<F> filter) {
            return new Total<>(of, among.and(filter));
        }
    }

    /**
     * The share of facts that are something.
     *
     * @param of what they are
     * @param among the facts of which the share is taken; a fact of which either is unknown is left out
     * @param <F> the facts
     */
    record Share<F extends Fact>(Filter<F> of, Filter<F> among) implements Formula<F, Ratio> {
        @Override
        public String text() {
            return "(" + of.text() + ") / (" + among.text() + ")";
        }

        @Override
        public Accumulator<F, ?, Ratio> accumulator() {
            return new Sharing.Of<>(of, among);
        }

        @Override
        public Formula<F, Ratio> narrowed(Filter<F> filter) {
            return new Share<>(of, among.and(filter));
        }
    }

    /**
     * A number for each fact on average, kept as sum over count.
     *
     * @param of the number, not negative; facts without it are left out
     * @param among the facts over which it is summed
     * @param <F> the facts
     */
    record Rate<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Formula<F, Ratio> {
        @Override
        public String text() {
            return "sum of " + of.id() + " / (" + among.text() + ")";
        }

        @Override
        public Accumulator<F, ?, Ratio> accumulator() {
            return new Sharing.PerFact<>(of, among);
        }

        @Override
        public Formula<F, Ratio> narrowed(Filter<F> filter) {
            return new Rate<>(of, among.and(filter));
        }
    }

    /**
     * The distribution of a length of time.
     *
     * @param of the length; facts without it, or with a negative one that is not declared signed, are left out
     * @param among the facts whose lengths are collected
     * @param <F> the facts
     */
    record Times<F extends Fact>(DurationColumn<F> of, Filter<F> among) implements Formula<F, DurationDistribution> {
        @Override
        public String text() {
            return of.id();
        }

        @Override
        public Accumulator<F, ?, DurationDistribution> accumulator() {
            return new Collecting.Durations<>(of, among);
        }

        @Override
        public Formula<F, DurationDistribution> narrowed(Filter<F> filter) {
            return new Times<>(of, among.and(filter));
        }
    }

    /**
     * The distribution of a number.
     *
     * @param of the number; facts without it are left out
     * @param among the facts whose numbers are collected
     * @param <F> the facts
     */
    record Numbers<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Formula<F, Distribution> {
        @Override
        public String text() {
            return of.id();
        }

        @Override
        public Accumulator<F, ?, Distribution> accumulator() {
            return new Collecting.Numbers<>(of, among);
        }

        @Override
        public Formula<F, Distribution> narrowed(Filter<F> filter) {
            return new Numbers<>(of, among.and(filter));
        }
    }

    /**
     * The lengths of time in classes: bounded memory, quantiles within {@link DurationHistogram#RELATIVE_ERROR}.
     *
     * @param of the length; facts without it, or with a negative one, are left out
     * @param among the facts whose lengths are counted
     * @param <F> the facts
     */
    record Histogram<F extends Fact>(DurationColumn<F> of, Filter<F> among) implements Formula<F, DurationHistogram> {
        @Override
        public String text() {
            return of.id() + ", in classes of a histogram: quantiles are approximate";
        }

        @Override
        public Accumulator<F, ?, DurationHistogram> accumulator() {
            return new Classing<>(of, among);
        }

        @Override
        public Formula<F, DurationHistogram> narrowed(Filter<F> filter) {
            return new Histogram<>(of, among.and(filter));
        }
    }

    /**
     * The sum of what each fact adds, whatever adds up: times over times, good less bad, counts by name.
     *
     * @param of what a fact adds; facts without it are left out
     * @param among the facts over which it is summed
     * @param <F> the facts
     * @param <V> what adds up
     */
    record Sum<F extends Fact, V extends Additive<V>>(AmountColumn<F, V> of, Filter<F> among) implements Formula<F, V> {
        @Override
        public String text() {
            return of.id();
        }

        @Override
        public Accumulator<F, ?, V> accumulator() {
            return new Summing.Of<>(of, among);
        }

        @Override
        public Formula<F, V> narrowed(Filter<F> filter) {
            return new Sum<>(of, among.and(filter));
        }
    }
}
