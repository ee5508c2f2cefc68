package dev.customerservice.engines.beam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.examples.SampleDesk;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.SerializableBiFunction;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.junit.jupiter.api.Test;

/** The report of the sample desk is the same on Beam, to the byte. */
class BeamEngineTest {
    @Test
    void beamCountsTheSameReport() throws IOException {
        SampleDesk desk = SampleDesk.open();
        KpiReport plain = desk.report().collect(desk.facts());
        byte[] expected = json(plain);
        String table = ReportTable.of(plain).toString();
        // every bundle would be encoded again and again to prove that nobody changed it
        Pipeline beam = Pipeline.create(PipelineOptionsFactory.fromArgs(
                        "--enforceImmutability=false", "--enforceEncodability=false", "--targetParallelism=2")
                .create());
        // region beam-report
        SerializableCoder<Facts> coder = SerializableCoder.of(Facts.class);
        PCollection<KpiReport> report = beam.apply(Create.of(desk.tickets()).withCoder(coder))
                .apply(WithKeys.<Integer, Facts>of(ticket -> part(ticket, 8)).withKeyType(TypeDescriptors.integers()))
                .apply(Combine.perKey((SerializableBiFunction<Facts, Facts, Facts>) Facts::plus))
                .apply(Values.create())
                .apply(MapElements.into(TypeDescriptor.of(Facts.class)).via(Facts::linked))
                .setCoder(coder)
                .apply(Combine.globally(new ReportCombine(desk.report(), desk.asOf())));
        // endregion
        PAssert.thatSingleton(report).satisfies(counted -> {
            assertEquals(table, ReportTable.of(counted).toString());
            assertArrayEquals(expected, json(counted));
            return null;
        });
        beam.run().waitUntilFinish();
    }

    // region beam-part
    /** All tickets of a customer are in one part. */
    private static int part(Facts ticket, int parts) {
        return Math.floorMod(SampleDesk.customer(ticket).hashCode(), parts);
    }
    // endregion

    private static byte[] json(KpiReport report) {
        try {
            return new ObjectMapper().writeValueAsBytes(ReportTable.of(report).toTree());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
