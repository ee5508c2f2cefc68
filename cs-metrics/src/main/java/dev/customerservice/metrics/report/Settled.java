package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.State;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One group of facts that was counted: a state for each period and base, none where there was no fact. What columns have counted is read
 * from them when it is asked for, and before it is sent.
 */
final class Settled implements Serializable {
    private static final long serialVersionUID = 1;

    private final @Nullable State<?>[][] states;

    @SuppressWarnings("serial") // empty when it is sent
    private final Map<Integer, IntFunction<State<?>>> columns;

    /**
     * Keeps states.
     *
     * @param states by slot and base
     * @param columns the states of some bases by slot, in place of the former
     */
    Settled(@Nullable State<?>[][] states, Map<Integer, IntFunction<State<?>>> columns) {
        this.states = states;
        this.columns = columns;
    }

    static Settled empty(int slots, List<?> bases) {
        return new Settled(new State<?>[slots][bases.size()], Map.of());
    }

    @Nullable
    State<?> state(int slot, int base) {
        IntFunction<State<?>> bySlot = columns.get(base);
        return bySlot == null ? states[slot][base] : bySlot.apply(slot);
    }

    private Object writeReplace() {
        @Nullable State<?>[][] all = new State<?>[states.length][];
        for (int slot = 0; slot < all.length; slot++) {
            @Nullable State<?>[] known = new State<?>[states[slot].length];
            for (int base = 0; base < known.length; base++) {
                known[base] = state(slot, base);
            }
            all[slot] = known;
        }
        return new Settled(all, Map.of());
    }
}
