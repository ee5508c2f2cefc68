package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Absence;
import java.io.Serializable;

/**
 * A whole number that each fact has, by name: replies, reopens, a rating. An implementation is a value; equal names must
 * mean equal numbers.
 *
 * @param <F> the facts
 */
public interface NumberColumn<F extends Fact> extends Serializable {
    /** What {@link #of} gives for a fact without the number. */
    long ABSENT = Long.MIN_VALUE;

    /** {@return the name in ids and definitions} */
    String id();

    /**
     * Reads the number of a fact.
     *
     * @param fact the fact
     * @return the number, or {@link #ABSENT}
     */
    long of(F fact);

    /**
     * Says why a fact has no number.
     *
     * @param fact a fact without the number
     * @return the reason
     */
    default Absence absence(F fact) {
        return Absence.MISSING;
    }

    /**
     * Asks for a certain number.
     *
     * @param number the number
     * @return the filter of facts with exactly that number
     */
    default Filter<F> is(long number) {
        return new Filter.Between<>(this, number, number);
    }

    /**
     * Asks for a number from a bound on.
     *
     * @param boundInclusive the least number
     * @return the filter of facts with that number or more
     */
    default Filter<F> atLeast(long boundInclusive) {
        return new Filter.Between<>(this, boundInclusive, Long.MAX_VALUE);
    }

    /**
     * Asks for a number up to a bound.
     *
     * @param boundInclusive the greatest number
     * @return the filter of facts with that number or less
     */
    default Filter<F> atMost(long boundInclusive) {
        return new Filter.Between<>(this, Long.MIN_VALUE + 1, boundInclusive);
    }
}
