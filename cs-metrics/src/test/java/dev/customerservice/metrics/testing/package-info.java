/**
 * Laws and generators that prove a measure of your own: {@link dev.customerservice.metrics.testing.AccumulatorLaws} checks
 * any accumulator, {@link dev.customerservice.metrics.testing.TicketHistories} makes tickets to check it on.
 */
@NullMarked
package dev.customerservice.metrics.testing;

import org.jspecify.annotations.NullMarked;
