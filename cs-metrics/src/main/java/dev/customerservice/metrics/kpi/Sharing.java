package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;

/** The state of shares and rates. */
record Sharing(Ratio ratio, LeftOut leftOut) implements State<Sharing> {
    static final Sharing EMPTY = new Sharing(Ratio.of(0, 0), LeftOut.none());

    @Override
    public Sharing merge(Sharing other) {
        return new Sharing(ratio.plus(other.ratio), leftOut.plus(other.leftOut));
    }

    Measurement<Ratio> result() {
        if (ratio.denominator() > 0) {
            return Measurement.value(ratio, ratio.denominator(), leftOut);
        }
        boolean unlinked = leftOut.count(Absence.NOT_LINKED) > 0;
        return Measurement.noData(unlinked ? Absence.NOT_LINKED : Absence.NOTHING_COUNTED, leftOut);
    }

    /** The share of facts that a filter takes. */
    record Of<F extends Fact>(Filter<F> of, Filter<F> among) implements Among<F, Sharing, Ratio> {
        @Override
        public void look(F fact, Observing<F, ?> seen) {
            Answer answer = of.test(fact);
            answer.reason().ifPresentOrElse(seen::without, () -> seen.counted(answer == Answer.YES ? 1 : 0));
        }

        @Override
        public void readColumn(Inputs<F> inputs) {
            inputs.read(of);
        }

        @Override
        public Block known(BlockPlan<F> plan) {
            return plan.known(plan.filter(of));
        }

        @Override
        public CellState over(Cells<F> cells) {
            return cells.sharing(this);
        }

        @Override
        public Sharing empty() {
            return EMPTY;
        }

        @Override
        public Measurement<Ratio> result(Sharing state) {
            return state.result();
        }

        @Override
        public Buffer<F, Sharing> buffer() {
            return new SharingBuffer<>(this);
        }
    }

    /** The sum of a number over the count of facts that have it. */
    record PerFact<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Among<F, Sharing, Ratio> {
        @Override
        public void look(F fact, Observing<F, ?> seen) {
            seen.number(of, fact);
        }

        @Override
        public void readColumn(Inputs<F> inputs) {
            inputs.read(of);
        }

        @Override
        public Block known(BlockPlan<F> plan) {
            return plan.present(of);
        }

        @Override
        public CellState over(Cells<F> cells) {
            return cells.perFact(this);
        }

        @Override
        public Sharing empty() {
            return EMPTY;
        }

        @Override
        public Measurement<Ratio> result(Sharing state) {
            return state.result();
        }

        @Override
        public Buffer<F, Sharing> buffer() {
            return new SharingBuffer<>(this);
        }
    }

    private static final class SharingBuffer<F extends Fact> extends Observing<F, Sharing> {
        private long numerator;
        private long denominator;

        SharingBuffer(Among<F, Sharing, Ratio> measure) {
            super(measure);
        }

        @Override
        void count(long number) {
            numerator = Math.addExact(numerator, number);
            denominator++;
        }

        @Override
        public void merge(Sharing state) {
            numerator = Math.addExact(numerator, state.ratio.numerator());
            denominator = Math.addExact(denominator, state.ratio.denominator());
            leftOut.add(state.leftOut);
        }

        @Override
        public Sharing state() {
            return new Sharing(Ratio.of(numerator, denominator), leftOut.toLeftOut());
        }
    }
}
