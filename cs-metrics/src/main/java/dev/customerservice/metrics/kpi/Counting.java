package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import org.jspecify.annotations.Nullable;

/** The state of counts and sums. */
record Counting(long sum, long facts, LeftOut leftOut) implements State<Counting> {
    static final Counting EMPTY = new Counting(0, 0, LeftOut.none());

    @Override
    public Counting merge(Counting other) {
        return new Counting(
                Math.addExact(sum, other.sum), Math.addExact(facts, other.facts), leftOut.plus(other.leftOut));
    }

    /** Counts facts, or sums their numbers. */
    record Of<F extends Fact>(@Nullable NumberColumn<F> number, Filter<F> among) implements Among<F, Counting, Long> {
        @Override
        public void look(F fact, Observing<F, ?> seen) {
            if (number == null) {
                seen.counted(1);
            } else {
                seen.number(number, fact);
            }
        }

        @Override
        public void readColumn(Inputs<F> inputs) {
            if (number != null) {
                inputs.read(number);
            }
        }

        @Override
        public Block known(BlockPlan<F> plan) {
            return number == null ? plan.every() : plan.present(number);
        }

        @Override
        public CellState over(Cells<F> cells) {
            return cells.counting(this);
        }

        @Override
        public Counting empty() {
            return EMPTY;
        }

        @Override
        public Measurement<Long> result(Counting state) {
            return Measurement.value(state.sum, state.facts, state.leftOut);
        }

        @Override
        public Buffer<F, Counting> buffer() {
            return new CountingBuffer<>(this);
        }
    }

    private static final class CountingBuffer<F extends Fact> extends Observing<F, Counting> {
        private long sum;
        private long facts;

        CountingBuffer(Of<F> measure) {
            super(measure);
        }

        @Override
        void count(long number) {
            sum = Math.addExact(sum, number);
            facts++;
        }

        @Override
        public void merge(Counting state) {
            sum = Math.addExact(sum, state.sum);
            facts = Math.addExact(facts, state.facts);
            leftOut.add(state.leftOut);
        }

        @Override
        public Counting state() {
            return new Counting(sum, facts, leftOut.toLeftOut());
        }
    }
}
