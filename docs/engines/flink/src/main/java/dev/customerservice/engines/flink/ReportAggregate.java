package dev.customerservice.engines.flink;

import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportBuffer;
import java.time.Instant;
import org.apache.flink.api.common.functions.AggregateFunction;

// region flink-aggregate
/** A report as an aggregation of Flink: a buffer for each window and key. */
public final class ReportAggregate implements AggregateFunction<Facts, ReportBuffer, KpiReport> {
    private static final long serialVersionUID = 1;

    private final KpiReport.Builder report;
    private final Instant asOf;

    /**
     * Counts a report.
     *
     * @param report what is asked
     * @param asOf the instant up to which all facts are known
     */
    public ReportAggregate(KpiReport.Builder report, Instant asOf) {
        this.report = report;
        this.asOf = asOf;
    }

    @Override
    public ReportBuffer createAccumulator() {
        return report.buffer(asOf);
    }

    @Override
    public ReportBuffer add(Facts facts, ReportBuffer buffer) {
        return buffer.add(facts);
    }

    @Override
    public ReportBuffer merge(ReportBuffer one, ReportBuffer other) {
        return one.merge(other.report());
    }

    @Override
    public KpiReport getResult(ReportBuffer buffer) {
        return buffer.report();
    }
}
// endregion
