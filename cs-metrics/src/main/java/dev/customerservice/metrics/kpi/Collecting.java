package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;

/** The states of distributions. */
final class Collecting {
    private Collecting() {}

    /** All lengths so far. */
    record DurationState(DurationDistribution durations, LeftOut leftOut) implements State<DurationState> {
        static final DurationState EMPTY = new DurationState(DurationDistribution.empty(), LeftOut.none());

        @Override
        public DurationState merge(DurationState other) {
            return new DurationState(durations.plus(other.durations), leftOut.plus(other.leftOut));
        }
    }

    /** All numbers so far. */
    record NumberState(Distribution numbers, LeftOut leftOut) implements State<NumberState> {
        static final NumberState EMPTY = new NumberState(Distribution.empty(), LeftOut.none());

        @Override
        public NumberState merge(NumberState other) {
            return new NumberState(numbers.plus(other.numbers), leftOut.plus(other.leftOut));
        }
    }

    /** Collects lengths. */
    record Durations<F extends Fact>(DurationColumn<F> of, Filter<F> among)
            implements Among<F, DurationState, DurationDistribution> {
        @Override
        public void look(F fact, Observing<F, ?> seen) {
            seen.length(of, fact, of.signed());
        }

        @Override
        public void readColumn(Inputs<F> inputs) {
            inputs.read(of);
        }

        @Override
        public Block known(BlockPlan<F> plan) {
            return plan.present(of, of.signed());
        }

        @Override
        public CellState over(Cells<F> cells) {
            return cells.durations(this);
        }

        @Override
        public DurationState empty() {
            return DurationState.EMPTY;
        }

        @Override
        public Measurement<DurationDistribution> result(DurationState state) {
            return state.durations.isEmpty()
                    ? Measurement.noData(Absence.NOTHING_COUNTED, state.leftOut)
                    : Measurement.value(state.durations, state.durations.count(), state.leftOut);
        }

        @Override
        public Buffer<F, DurationState> buffer() {
            return new DurationBuffer<>(this);
        }
    }

    /** Collects numbers. */
    record Numbers<F extends Fact>(NumberColumn<F> of, Filter<F> among) implements Among<F, NumberState, Distribution> {
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
            return cells.numbers(this);
        }

        @Override
        public NumberState empty() {
            return NumberState.EMPTY;
        }

        @Override
        public Measurement<Distribution> result(NumberState state) {
            return state.numbers.isEmpty()
                    ? Measurement.noData(Absence.NOTHING_COUNTED, state.leftOut)
                    : Measurement.value(state.numbers, state.numbers.count(), state.leftOut);
        }

        @Override
        public Buffer<F, NumberState> buffer() {
            return new NumberBuffer<>(this);
        }
    }

    private static final class DurationBuffer<F extends Fact> extends Observing<F, DurationState> {
        private final DurationDistribution.Builder durations = DurationDistribution.builder();

        DurationBuffer(Durations<F> measure) {
            super(measure);
        }

        @Override
        void count(long nanos) {
            durations.addNanos(nanos);
        }

        @Override
        public void merge(DurationState state) {
            durations.addAll(state.durations);
            leftOut.add(state.leftOut);
        }

        @Override
        public DurationState state() {
            return new DurationState(durations.build(), leftOut.toLeftOut());
        }
    }

    private static final class NumberBuffer<F extends Fact> extends Observing<F, NumberState> {
        private final Distribution.Builder numbers = Distribution.builder();

        NumberBuffer(Numbers<F> measure) {
            super(measure);
        }

        @Override
        void count(long number) {
            numbers.add((double) number);
        }

        @Override
        public void merge(NumberState state) {
            numbers.addAll(state.numbers);
            leftOut.add(state.leftOut);
        }

        @Override
        public NumberState state() {
            return new NumberState(numbers.build(), leftOut.toLeftOut());
        }
    }
}
