package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Additive;
import java.io.Serializable;
import java.util.Optional;

/**
 * What each fact adds to a sum, by name. An implementation is a value; equal names must mean equal amounts.
 *
 * @param <F> the facts
 * @param <V> what adds up
 */
public interface AmountColumn<F extends Fact, V extends Additive<V>> extends Serializable {
    /** {@return the name in definitions} */
    String id();

    /** {@return the sum over no fact, which changes nothing when it is added} */
    V none();

    /**
     * Reads what a fact adds.
     *
     * @param fact the fact
     * @return its amount, or empty without one
     */
    Optional<V> of(F fact);

    /**
     * Says why a fact adds nothing.
     *
     * @param fact a fact without an amount
     * @return the reason
     */
    default Absence absence(F fact) {
        return Absence.MISSING;
    }
}
