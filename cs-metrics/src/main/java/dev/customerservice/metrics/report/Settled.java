package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.State;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One group of facts that was counted: a state for each period and base, none where there was no fact. */
final class Settled implements Serializable {
    private static final long serialVersionUID = 1;

    private final @Nullable State<?>[][] states;

    Settled(@Nullable State<?>[][] states) {
        this.states = states;
    }

    static Settled empty(int slots, List<?> bases) {
        return new Settled(new State<?>[slots][bases.size()]);
    }

    @Nullable
    State<?> state(int slot, int base) {
        return states[slot][base];
    }
}
