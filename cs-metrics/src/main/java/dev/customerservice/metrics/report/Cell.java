package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group of facts: a buffer, and in the end a state, for each period and base. */
final class Cell {
    private final Accumulator.@Nullable Buffer<?, ?>[][] buffers;
    private final @Nullable State<?>[][] states;

    Cell(int slots, int bases) {
        buffers = new Accumulator.Buffer<?, ?>[slots][bases];
        states = new State<?>[slots][bases];
    }

    /** Counts a fact that may have been counted in another cell just before; returns the buffer that did it here. */
    <F extends Fact> Accumulator.Buffer<F, ?> add(
            int slot, int base, Kpi<F, ?> kpi, F fact, Accumulator.@Nullable Buffer<F, ?> counted) {
        Accumulator.Buffer<?, ?> known = buffers[slot][base];
        if (known == null) {
            known = Measures.buffer(kpi);
            buffers[slot][base] = known;
        }
        // a base has one kind of fact, the one its own measure named when the buffer was made
        @SuppressWarnings("unchecked")
        Accumulator.Buffer<F, ?> own = (Accumulator.Buffer<F, ?>) known;
        if (counted == null) {
            own.add(fact);
        } else {
            own.addAgain(fact, counted);
        }
        return own;
    }

    Cell settled() {
        for (int slot = 0; slot < buffers.length; slot++) {
            for (int base = 0; base < buffers[slot].length; base++) {
                Accumulator.Buffer<?, ?> buffer = buffers[slot][base];
                states[slot][base] = buffer == null ? null : buffer.state();
                buffers[slot][base] = null;
            }
        }
        return this;
    }

    @Nullable
    State<?> state(int slot, int base) {
        return states[slot][base];
    }

    static Cell empty(int slots, List<?> bases) {
        return new Cell(slots, bases.size());
    }
}
