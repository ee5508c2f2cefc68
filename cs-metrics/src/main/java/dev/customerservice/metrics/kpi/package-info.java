/**
 * Measures: what is counted, over what, dated by which moment, and what is said when there is nothing.
 *
 * <p>A {@link Kpi} is a definition and an {@link Accumulator}, a commutative monoid: facts are added in any order, parts
 * merge in any grouping, and the result is the same. A built-in measure is data, a {@link Formula} over a tree of {@link
 * Filter}s on named columns; a measure of your own may be code. Percentile, mean and count of one time are views of one
 * state.
 *
 * <pre>{@code
 * Measurement<Duration> p90 = facts.tickets().stream().collect(firstReplyTime().percentile(90).collector());
 * }</pre>
 */
@MetricsStyle
@NullMarked
package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.MetricsStyle;
import org.jspecify.annotations.NullMarked;
