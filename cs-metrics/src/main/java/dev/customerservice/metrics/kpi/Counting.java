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
    record Of<F extends Fact>(@Nullable NumberColumn<F> number, Filter<F> among)
            implements Accumulator<F, Counting, Long> {
        @Override
        public Counting empty() {
            return EMPTY;
        }

        @Override
        public Counting add(Counting state, F fact) {
            Buffer<F, Counting> one = buffer();
            one.add(fact);
            return state.merge(one.state());
        }

        @Override
        public Measurement<Long> result(Counting state) {
            return Measurement.value(state.sum, state.facts, state.leftOut);
        }

        @Override
        public Buffer<F, Counting> buffer() {
            return new CountingBuffer<>(number, among);
        }
    }

    private static final class CountingBuffer<F extends Fact> implements Accumulator.Buffer<F, Counting> {
        private final @Nullable NumberColumn<F> number;
        private final Filter<F> among;
        private final Tally leftOut = new Tally();
        private long sum;
        private long facts;

        CountingBuffer(@Nullable NumberColumn<F> number, Filter<F> among) {
            this.number = number;
            this.among = among;
        }

        @Override
        public void add(F fact) {
            Answer in = among.test(fact);
            if (in != Answer.YES) {
                in.reason().ifPresent(leftOut::add);
                return;
            }
            long value = number == null ? 1 : number.of(fact);
            if (value == NumberColumn.ABSENT && number != null) {
                leftOut.add(number.absence(fact));
            } else {
                sum = Math.addExact(sum, value);
                facts++;
            }
        }

        @Override
        public void merge(Counting state) {
            sum = Math.addExact(sum, state.sum);
            facts += state.facts;
            leftOut.add(state.leftOut);
        }

        @Override
        public Counting state() {
            return new Counting(sum, facts, leftOut.toLeftOut());
        }
    }
}
