package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One group of facts that is being counted: a buffer for each period and base, and beside it what columns have counted. */
final class Cell {
    private final Accumulator.@Nullable Buffer<?, ?>[][] buffers;
    private final Map<Integer, IntFunction<State<?>>> columns = new HashMap<>();

    Cell(int slots, int bases) {
        buffers = new Accumulator.Buffer<?, ?>[slots][bases];
    }

    /** Takes the states of one base, by slot, from columns, where they can stay for as long as nothing else is counted. */
    void count(int base, Kpi<?, ?> kpi, IntFunction<State<?>> bySlot) {
        fill(base, kpi);
        columns.put(base, bySlot);
    }

    private void fill(int base, Kpi<?, ?> kpi) {
        IntFunction<State<?>> bySlot = columns.remove(base);
        for (int slot = 0; bySlot != null && slot < buffers.length; slot++) {
            Measures.merge(buffer(slot, base, kpi), bySlot.apply(slot));
        }
    }

    /** Counts a fact that may have been counted in another cell just before; returns the buffer that did it here. */
    <F extends Fact> Accumulator.Buffer<F, ?> add(
            int slot, int base, Kpi<F, ?> kpi, F fact, Accumulator.@Nullable Buffer<F, ?> counted) {
        // a base has one kind of fact, the one its own measure named when the buffer was made
        @SuppressWarnings("unchecked")
        Accumulator.Buffer<F, ?> own = (Accumulator.Buffer<F, ?>) buffer(slot, base, kpi);
        if (counted == null) {
            own.add(fact);
        } else {
            own.addAgain(fact, counted);
        }
        return own;
    }

    private Accumulator.Buffer<?, ?> buffer(int slot, int base, Kpi<?, ?> kpi) {
        Accumulator.Buffer<?, ?> known = buffers[slot][base];
        if (known == null) {
            known = Measures.buffer(kpi);
            buffers[slot][base] = known;
        }
        return known;
    }

    /** Counts what another part has counted in the cell of the same values. */
    void merge(Settled part, List<Kpi<?, ?>> bases) {
        for (int slot = 0; slot < buffers.length; slot++) {
            for (int base = 0; base < buffers[slot].length; base++) {
                State<?> state = part.state(slot, base);
                if (state != null) {
                    Measures.merge(buffer(slot, base, bases.get(base)), state);
                }
            }
        }
    }

    /**
     * What was counted so far.
     *
     * @param last whether nothing more will be counted, so that each buffer can go as soon as its state is there
     */
    Settled settled(boolean last, List<Kpi<?, ?>> bases) {
        for (int base = 0; base < bases.size(); base++) {
            if (isCounting(base)) {
                fill(base, bases.get(base));
            }
        }
        @Nullable State<?>[][] states = new State<?>[buffers.length][];
        for (int slot = 0; slot < buffers.length; slot++) {
            @Nullable State<?>[] known = new State<?>[buffers[slot].length];
            for (int base = 0; base < known.length; base++) {
                Accumulator.Buffer<?, ?> buffer = buffers[slot][base];
                known[base] = buffer == null ? null : buffer.state();
                buffers[slot][base] = last ? null : buffer;
            }
            states[slot] = known;
        }
        return new Settled(states, Map.copyOf(columns));
    }

    private boolean isCounting(int base) {
        for (Accumulator.@Nullable Buffer<?, ?>[] slot : buffers) {
            if (slot[base] != null) {
                return true;
            }
        }
        return false;
    }
}
