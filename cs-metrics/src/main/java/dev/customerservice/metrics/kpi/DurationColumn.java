package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;
import java.time.Duration;

/**
 * A length of time that each fact has, by name. An implementation is a value; equal names must mean equal lengths.
 *
 * @param <F> the facts
 */
public interface DurationColumn<F extends Fact> extends Serializable {
    /** What {@link #nanos} gives for a fact without the length. */
    long ABSENT = Long.MIN_VALUE;

    /** {@return the name in ids and definitions} */
    String id();

    /**
     * Reads the length of a fact.
     *
     * @param fact the fact
     * @return its nanoseconds, negative when the end lies before the start, or {@link #ABSENT}
     */
    long nanos(F fact);

    /**
     * Says why a fact has no length.
     *
     * @param fact a fact without the length
     * @return the reason
     */
    default Absence absence(F fact) {
        return Absence.MISSING;
    }

    /**
     * Reads how long a fact has lasted that has no length because it is not over.
     *
     * @param fact a fact without the length
     * @return the nanoseconds until the last known instant, or {@link #ABSENT} where it is over or never began
     */
    default long soFar(F fact) {
        return ABSENT;
    }

    /** {@return whether a negative length is counted; else it is left out with {@link Absence#NEGATIVE}} */
    default boolean signed() {
        return false;
    }

    /**
     * Asks for a length up to a limit.
     *
     * @param limitInclusive the limit
     * @return the filter of facts that keep the limit; unknown without a length
     */
    default Filter<F> atMost(Duration limitInclusive) {
        return new Filter.Within<>(this, limitInclusive);
    }

    /**
     * Asks for a length below a limit.
     *
     * @param limitExclusive the limit
     * @return the filter of facts that stay below the limit; unknown without a length
     */
    default Filter<F> below(Duration limitExclusive) {
        return new Filter.Below<>(this, limitExclusive);
    }
}
