package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;

/** Counts lengths in the classes of a histogram. */
record Classing<F extends Fact>(DurationColumn<F> of, Filter<F> among)
        implements Among<F, Summing<DurationHistogram>, DurationHistogram> {
    @Override
    public void look(F fact, Observing<F, ?> seen) {
        seen.length(of, fact, false);
    }

    @Override
    public void readColumn(Inputs<F> inputs) {
        inputs.read(of);
    }

    @Override
    public Block known(BlockPlan<F> plan) {
        return plan.present(of, false);
    }

    @Override
    public CellState over(Cells<F> cells) {
        return cells.classing(this);
    }

    @Override
    public Summing<DurationHistogram> empty() {
        return new Summing<>(DurationHistogram.empty(), 0, LeftOut.none());
    }

    @Override
    public Measurement<DurationHistogram> result(Summing<DurationHistogram> state) {
        return state.facts() == 0
                ? Measurement.noData(Absence.NOTHING_COUNTED, state.leftOut())
                : Measurement.value(state.sum(), state.facts(), state.leftOut());
    }

    @Override
    public Buffer<F, Summing<DurationHistogram>> buffer() {
        return new HistogramBuffer<>(this);
    }

    private static final class HistogramBuffer<F extends Fact> extends Observing<F, Summing<DurationHistogram>> {
        private final DurationHistogram.Builder lengths = DurationHistogram.builder();
        private long facts;

        HistogramBuffer(Classing<F> measure) {
            super(measure);
        }

        @Override
        void count(long nanos) {
            lengths.addNanos(nanos);
            facts++;
        }

        @Override
        public void merge(Summing<DurationHistogram> state) {
            lengths.addAll(state.sum());
            facts = Math.addExact(facts, state.facts());
            leftOut.add(state.leftOut());
        }

        @Override
        public Summing<DurationHistogram> state() {
            return new Summing<>(lengths.build(), facts, leftOut.toLeftOut());
        }
    }
}
