/**
 * Numbers that say how sure they are and never pretend to exist.
 *
 * <p>A {@link Measurement} is a value with its number of observations, or the reason why there is none. A {@link Ratio}
 * keeps both of its counts, so it merges and has an interval. A {@link DurationDistribution} keeps every duration, so
 * each quantile is exact and parts merge in any order. Nothing in here rounds before it is asked to.
 *
 * <pre>{@code
 * Ratio met = Ratio.of(1133, 1204);
 * met.interval().orElseThrow();                                        // [0.926, 0.953] at 95 %
 * DurationDistribution.of(replies).quantile(Quantile.percentile(90));  // exact, Hyndman-Fan type 7
 * }</pre>
 */
@NullMarked
package dev.customerservice.metrics.statistics;

import org.jspecify.annotations.NullMarked;
