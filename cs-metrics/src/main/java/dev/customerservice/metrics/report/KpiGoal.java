package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Goal;

/**
 * What a measure should come to. Shares are from 0 to 1, lengths in seconds, net scores from -1 to 1, money in whole units.
 *
 * @param kpi the measure
 * @param goal where it stood and where it should be
 */
public record KpiGoal(Kpi<?, ?> kpi, Goal goal) {}
