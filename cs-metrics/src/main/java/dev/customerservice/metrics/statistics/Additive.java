package dev.customerservice.metrics.statistics;

import java.io.Serializable;

/**
 * What adds up: the sum of the values of parts is the value of the whole, in any order and grouping, bit for bit.
 *
 * @param <V> the type itself
 */
public interface Additive<V extends Additive<V>> extends Serializable {
    /**
     * Adds the value of another part.
     *
     * @param other the value of the other part
     * @return the value of both parts together
     */
    V plus(V other);

    /** {@return whether it says anything; a quotient over nothing does not} */
    default boolean isDefined() {
        return true;
    }
}
