package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import java.io.Serializable;

/**
 * A question that each fact answers, by name. An implementation is a value; equal names must mean equal questions.
 *
 * @param <F> the facts
 */
public interface FlagColumn<F extends Fact> extends Serializable {
    /** {@return the name in ids and definitions} */
    String id();

    /**
     * Answers for a fact.
     *
     * @param fact the fact
     * @return yes, no, or why it is not known
     */
    Answer of(F fact);

    /** {@return the filter of facts that answer yes} */
    default Filter<F> yes() {
        return new Filter.Flag<>(this);
    }

    /** {@return the filter of facts that answer no} */
    default Filter<F> no() {
        return yes().not();
    }
}
