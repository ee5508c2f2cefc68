package dev.customerservice.metrics.report;

import dev.customerservice.metrics.kpi.KpiDefinition;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is put before stakeholders each month or each quarter, as a value: the figures with what they mean, what they leave out, how they
 * changed and how far the goals are. The same facts and the same goals give an equal review, whenever it is made again.
 *
 * @param period the month or quarter
 * @param asOf the instant up to which the facts were known
 * @param definitions what each measure means, in the order of the report
 * @param table all figures, of the period before too
 * @param changes how each measure changed, with the number of comparisons, in the order of the report
 * @param scoreboard the goals
 */
public record StakeholderReview(
        Period period,
        Instant asOf,
        List<KpiDefinition> definitions,
        ReportTable table,
        Changes changes,
        Scoreboard scoreboard) {
    /** Checks the period, and keeps unmodifiable copies. */
    public StakeholderReview {
        boolean regular = period.unit()
                .filter(unit -> unit == Granularity.MONTH || unit == Granularity.QUARTER)
                .isPresent();
        if (!regular) {
            throw new IllegalArgumentException(
                    "Period (" + period
                            + ") of a stakeholder review must be a month or a quarter.\nMaybe a report was meant, which has any period.");
        }
        definitions = List.copyOf(definitions);
    }

    /**
     * Puts a report together for stakeholders.
     *
     * @param report a report over a month or a quarter that also measured the period before
     * @param goals the goals
     * @return the review
     */
    public static StakeholderReview of(KpiReport report, List<KpiGoal> goals) {
        List<KpiDefinition> definitions = new ArrayList<>();
        report.measures().forEach(kpi -> definitions.add(kpi.definition()));
        return new StakeholderReview(
                report.period(),
                report.asOf(),
                definitions,
                ReportTable.of(report),
                Changes.of(report.measures(), report.total(), Ratio.DEFAULT_CONFIDENCE),
                Scoreboard.of(report.total(), goals));
    }
}
