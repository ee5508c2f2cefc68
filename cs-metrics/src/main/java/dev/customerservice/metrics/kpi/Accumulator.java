package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Measurement;
import java.io.Serializable;

/**
 * How a measure is computed from facts: a commutative monoid and a reading of it.
 *
 * <p>Laws: merging states is associative and commutative with {@link #empty()} as identity; {@code add(s, f)} equals
 * {@code s.merge(add(empty(), f))}; the result depends on the facts only, not on their order or grouping. An
 * accumulator is immutable and safe for several threads.
 *
 * @param <F> the facts it counts
 * @param <S> what it remembers of them
 * @param <V> what it measures
 */
public interface Accumulator<F, S extends State<S>, V> extends Serializable {
    /** {@return the state of no fact} */
    S empty();

    /**
     * Counts one more fact.
     *
     * @param state what was counted so far
     * @param fact the fact
     * @return the state with the fact counted
     */
    S add(S state, F fact);

    /**
     * Counts a fact that stands for many equal ones, such as one rating of a histogram.
     *
     * @param state what was counted so far
     * @param fact the fact
     * @param times how many of it there are, not negative
     * @return the state with all of them counted, as if one after the other
     */
    default S add(S state, F fact, long times) {
        if (times < 0) {
            throw new IllegalArgumentException(
                    "Number of equal facts (" + times + ") must not be negative.\nMaybe it is a difference.");
        }
        S all = state;
        S power = add(empty(), fact);
        for (long rest = times; rest > 0; rest /= 2) {
            all = rest % 2 == 1 ? all.merge(power) : all;
            power = rest > 1 ? power.merge(power) : power;
        }
        return all;
    }

    /**
     * Reads the measure off a state.
     *
     * @param state what was counted
     * @return the value, or why there is none
     */
    Measurement<V> result(S state);

    /**
     * Opens a private buffer, which counts many facts without a state for each. Worth overriding for speed only.
     *
     * @return an empty buffer that gives the same states
     */
    default Buffer<F, S> buffer() {
        return new Folding<>(this);
    }

    /**
     * A mutable place to count in, for one thread.
     *
     * @param <F> the facts it counts
     * @param <S> the state it ends in
     */
    interface Buffer<F, S extends State<S>> {
        /**
         * Counts one more fact.
         *
         * @param fact the fact
         */
        void add(F fact);

        /**
         * Counts a fact that another buffer of the same accumulator has just counted. Worth overriding where looking at a
         * fact costs more than counting it.
         *
         * @param fact the fact
         * @param counted the buffer that counted it last
         */
        default void addAgain(F fact, Buffer<F, ?> counted) {
            add(fact);
        }

        /**
         * Counts what another part has counted.
         *
         * @param state the state of the other part
         */
        void merge(S state);

        /** {@return the state of all that was counted so far; the buffer can go on} */
        S state();
    }
}

/** The buffer of accumulators that bring none. */
final class Folding<F, S extends State<S>> implements Accumulator.Buffer<F, S> {
    private final Accumulator<F, S, ?> accumulator;
    private S state;

    Folding(Accumulator<F, S, ?> accumulator) {
        this.accumulator = accumulator;
        this.state = accumulator.empty();
    }

    @Override
    public void add(F fact) {
        state = accumulator.add(state, fact);
    }

    @Override
    public void merge(S other) {
        state = state.merge(other);
    }

    @Override
    public S state() {
        return state;
    }
}
