package dev.customerservice.metrics.kpi;

import java.io.Serializable;

/**
 * What an accumulator remembers of the facts it was given: an immutable value that merges.
 *
 * <p>Merging is associative and commutative, and the empty state of the accumulator changes nothing, so facts may be
 * split over threads, shards and periods in any way.
 *
 * @param <S> the state itself
 */
public interface State<S extends State<S>> extends Serializable {
    /**
     * Merges the memory of two disjoint parts.
     *
     * @param other the other part
     * @return the state of both parts together
     */
    S merge(S other);
}
