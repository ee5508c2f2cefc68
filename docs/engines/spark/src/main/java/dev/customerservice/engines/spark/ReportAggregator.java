package dev.customerservice.engines.spark;

import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportBuffer;
import java.time.Instant;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.expressions.Aggregator;

// region spark-aggregator
/** A report as an aggregation of Spark: a buffer for each partition, merged in any order. */
public final class ReportAggregator extends Aggregator<Facts, ReportBuffer, KpiReport> {
    private static final long serialVersionUID = 1;

    private final KpiReport.Builder report;
    private final Instant asOf;

    /**
     * Counts a report.
     *
     * @param report what is asked
     * @param asOf the instant up to which all facts are known
     */
    public ReportAggregator(KpiReport.Builder report, Instant asOf) {
        this.report = report;
        this.asOf = asOf;
    }

    @Override
    public ReportBuffer zero() {
        return report.buffer(asOf);
    }

    @Override
    public ReportBuffer reduce(ReportBuffer buffer, Facts facts) {
        return buffer.add(facts);
    }

    @Override
    public ReportBuffer merge(ReportBuffer one, ReportBuffer other) {
        return one.merge(other.report());
    }

    @Override
    public KpiReport finish(ReportBuffer buffer) {
        return buffer.report();
    }

    @Override
    public Encoder<ReportBuffer> bufferEncoder() {
        return Encoders.javaSerialization(ReportBuffer.class);
    }

    @Override
    public Encoder<KpiReport> outputEncoder() {
        return Encoders.javaSerialization(KpiReport.class);
    }
}
// endregion
