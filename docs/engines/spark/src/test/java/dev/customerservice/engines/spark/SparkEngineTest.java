package dev.customerservice.engines.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.examples.SampleDesk;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportTable;
import java.io.IOException;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.ReduceFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** The report of the sample desk is the same on Spark, to the byte. */
class SparkEngineTest {
    @Test
    void sparkCountsTheSameReport() throws IOException {
        SampleDesk desk = SampleDesk.open();
        KpiReport plain = desk.report().collect(desk.facts());
        try (SparkSession spark = SparkSession.builder()
                .master("local[3]")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 5)
                .getOrCreate()) {
            // region spark-report
            Encoder<Facts> encoder = Encoders.javaSerialization(Facts.class);
            Dataset<Facts> tickets =
                    spark.createDataset(desk.tickets(), encoder).repartition(7);
            Dataset<Facts> customers = tickets.groupByKey(
                            (MapFunction<Facts, String>) SampleDesk::customer, Encoders.STRING())
                    .reduceGroups((ReduceFunction<Facts>) Facts::plus)
                    .map(
                            (MapFunction<scala.Tuple2<String, Facts>, Facts>)
                                    group -> group._2().linked(),
                            encoder);
            KpiReport report = customers
                    .select(new ReportAggregator(desk.report(), desk.asOf()).toColumn())
                    .first();
            // endregion
            assertTrue(customers.rdd().getNumPartitions() > 1);
            assertEquals(ReportTable.of(plain), ReportTable.of(report));
            assertArrayEquals(json(plain), json(report));
        }
    }

    private static byte[] json(KpiReport report) throws IOException {
        return new ObjectMapper().writeValueAsBytes(ReportTable.of(report).toTree());
    }
}
