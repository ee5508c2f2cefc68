/**
 * Instants, spans and sets of spans: the ground on which calendars and clocks stand.
 *
 * <p>An {@link Interval} is half-open, an {@link IntervalSet} is sorted, disjoint and joined where its members touch.
 * {@link EpochNanos} is the primitive form of an instant and states the range of time that the library knows.
 *
 * <pre>{@code
 * IntervalSet shift = IntervalSet.of(new Interval(nine, five)).difference(IntervalSet.of(new Interval(noon, one)));
 * Duration worked = shift.total();
 * }</pre>
 */
@NullMarked
package dev.customerservice.domain.time;

import org.jspecify.annotations.NullMarked;
