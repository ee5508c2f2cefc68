package dev.customerservice.engines.flink;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.examples.SampleDesk;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportBuffer;
import dev.customerservice.metrics.report.ReportTable;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.kryo.JavaSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.windowing.assigners.GlobalWindows;
import org.junit.jupiter.api.Test;

/** The report of the sample desk is the same on Flink, to the byte. */
class FlinkEngineTest {
    private static final int PARTS = 4;

    @Test
    void flinkCountsTheSameReport() throws Exception {
        SampleDesk desk = SampleDesk.open();
        KpiReport plain = desk.report().collect(desk.facts());
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(3, settings());
        flink.setRuntimeMode(RuntimeExecutionMode.BATCH);
        // region flink-report
        KpiReport report = flink.fromData(desk.tickets(), TypeInformation.of(Facts.class))
                .keyBy(SampleDesk::customer)
                .window(GlobalWindows.createWithEndOfStreamTrigger())
                .reduce(Facts::plus)
                .map(Facts::linked)
                .keyBy(facts -> Math.floorMod(SampleDesk.customer(facts).hashCode(), PARTS))
                .window(GlobalWindows.createWithEndOfStreamTrigger())
                .aggregate(new ReportAggregate(desk.report(), desk.asOf()))
                .windowAll(GlobalWindows.createWithEndOfStreamTrigger())
                .reduce(KpiReport::merge)
                .executeAndCollect(1)
                .get(0);
        // endregion
        assertEquals(ReportTable.of(plain), ReportTable.of(report));
        assertArrayEquals(json(plain), json(report));
    }

    // region flink-settings
    /** Flink gives what it does not know to Kryo; these know how to serialize themselves. */
    private static Configuration settings() {
        List<String> own = Stream.of(Facts.class, ReportBuffer.class, KpiReport.class)
                .map(type -> type.getName() + ": {type: kryo, kryo-type: registered, class: "
                        + JavaSerializer.class.getName() + "}")
                .toList();
        return new Configuration().set(PipelineOptions.SERIALIZATION_CONFIG, own);
    }
    // endregion

    private static byte[] json(KpiReport report) throws IOException {
        return new ObjectMapper().writeValueAsBytes(ReportTable.of(report).toTree());
    }
}
