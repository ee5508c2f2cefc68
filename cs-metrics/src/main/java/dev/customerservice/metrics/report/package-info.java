/**
 * Measures over a period: totals, slices by dimension, series, and the change against the period before.
 *
 * <p>A {@link KpiReport} takes any measures and dimensions and reads the facts once. A {@link Period} has an explicit zone
 * and is half-open. What a report does not know is no data with a reason, never 0.
 *
 * <pre>{@code
 * KpiReport october = KpiReport.over(Period.month(2026, OCTOBER, zone)).measure(csat()).by(Dimension.TEAM).collect(facts);
 * october.at(team).value(csat());
 * }</pre>
 */
@NullMarked
package dev.customerservice.metrics.report;

import org.jspecify.annotations.NullMarked;
