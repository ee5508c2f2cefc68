package dev.customerservice.engines.beam;

import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportBuffer;
import java.time.Instant;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine.CombineFn;

// region beam-combine
/** A report as a combination of Beam: a buffer for each bundle, merged in any order. */
public final class ReportCombine extends CombineFn<Facts, ReportBuffer, KpiReport> {
    private static final long serialVersionUID = 1;

    private final KpiReport.Builder report;
    private final Instant asOf;

    /**
     * Counts a report.
     *
     * @param report what is asked
     * @param asOf the instant up to which all facts are known
     */
    public ReportCombine(KpiReport.Builder report, Instant asOf) {
        this.report = report;
        this.asOf = asOf;
    }

    @Override
    public ReportBuffer createAccumulator() {
        return report.buffer(asOf);
    }

    @Override
    public ReportBuffer addInput(ReportBuffer buffer, Facts facts) {
        return buffer.add(facts);
    }

    @Override
    public ReportBuffer mergeAccumulators(Iterable<ReportBuffer> buffers) {
        ReportBuffer all = createAccumulator();
        buffers.forEach(buffer -> all.merge(buffer.report()));
        return all;
    }

    @Override
    public KpiReport extractOutput(ReportBuffer buffer) {
        return buffer.report();
    }

    @Override
    public Coder<ReportBuffer> getAccumulatorCoder(CoderRegistry registry, Coder<Facts> facts) {
        return SerializableCoder.of(ReportBuffer.class);
    }

    @Override
    public Coder<KpiReport> getDefaultOutputCoder(CoderRegistry registry, Coder<Facts> facts) {
        return SerializableCoder.of(KpiReport.class);
    }
}
// endregion
