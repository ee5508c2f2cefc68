package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Additive;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The state of everything that adds up. */
record Summing<V extends Additive<V>>(V sum, long facts, LeftOut leftOut) implements State<Summing<V>> {
    @Override
    public Summing<V> merge(Summing<V> other) {
        return new Summing<>(sum.plus(other.sum), Math.addExact(facts, other.facts), leftOut.plus(other.leftOut));
    }

    /** Adds the amounts of facts. */
    record Of<F extends Fact, V extends Additive<V>>(AmountColumn<F, V> of, Filter<F> among)
            implements Buffered<F, Summing<V>, V>, Columnar<F> {
        @Override
        public boolean isColumnar() {
            return net().isPresent();
        }

        @Override
        public void read(Inputs<F> inputs) {
            inputs.read(among);
            net().ifPresent(net -> {
                inputs.read(net.good());
                inputs.read(net.bad());
            });
        }

        @Override
        public CellState over(Cells<F> cells) {
            return cells.net(net().orElseThrow(), among);
        }

        private Optional<Amounts.Net<F>> net() {
            // the amounts are of these facts
            @SuppressWarnings("unchecked")
            Amounts.Net<F> net = (Object) of instanceof Amounts.Net<?> own ? (Amounts.Net<F>) own : null;
            return Optional.ofNullable(net);
        }

        @Override
        public Summing<V> empty() {
            return new Summing<>(of.none(), 0, LeftOut.none());
        }

        @Override
        public Measurement<V> result(Summing<V> state) {
            return state.facts == 0 || !state.sum.isDefined()
                    ? Measurement.noData(Absence.NOTHING_COUNTED, state.leftOut)
                    : Measurement.value(state.sum, state.facts, state.leftOut);
        }

        @Override
        public Buffer<F, Summing<V>> buffer() {
            return new SummingBuffer<>(of, among);
        }
    }

    /** Adds sums of like size, as a binary counter carries, so that sums that grow are not copied for each fact. */
    private static final class SummingBuffer<F extends Fact, V extends Additive<V>>
            implements Accumulator.Buffer<F, Summing<V>> {
        private final AmountColumn<F, V> of;
        private final Filter<F> among;
        private final List<@Nullable V> powers = new ArrayList<>();
        private final Tally leftOut = new Tally();
        private V rest;
        private long facts;

        SummingBuffer(AmountColumn<F, V> of, Filter<F> among) {
            this.of = of;
            this.among = among;
            this.rest = of.none();
        }

        @Override
        public void add(F fact) {
            Answer in = among.test(fact);
            if (in.isUnknown()) {
                leftOut.add(in.reason().orElse(Absence.MISSING));
            } else if (in == Answer.YES) {
                Optional<V> amount = of.of(fact);
                if (amount.isPresent()) {
                    carry(amount.get());
                    facts = Math.incrementExact(facts);
                } else {
                    leftOut.add(of.absence(fact));
                }
            }
        }

        private void carry(V amount) {
            V sum = amount;
            for (int place = 0; place < powers.size(); place++) {
                V waiting = powers.get(place);
                if (waiting == null) {
                    powers.set(place, sum);
                    return;
                }
                sum = waiting.plus(sum);
                powers.set(place, null);
            }
            powers.add(sum);
        }

        @Override
        public void merge(Summing<V> state) {
            rest = rest.plus(state.sum);
            facts = Math.addExact(facts, state.facts);
            leftOut.add(state.leftOut);
        }

        @Override
        public Summing<V> state() {
            V sum = rest;
            for (V power : powers) {
                sum = power == null ? sum : sum.plus(power);
            }
            return new Summing<>(sum, facts, leftOut.toLeftOut());
        }
    }
}
