package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.examples.SampleDesk;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.ReportBuffer;
import dev.customerservice.metrics.report.ReportTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/guide/engines.md says without any engine; the engines themselves are tested in docs/engines. */
class EnginesGuideTest {
    @Test
    void partsOfOneMachineGiveTheSameReport() throws IOException {
        SampleDesk desk = SampleDesk.open();
        Instant asOf = desk.asOf();
        KpiReport.Builder asked = desk.report();
        Map<String, Facts> byCustomer =
                desk.tickets().stream().collect(Collectors.toMap(SampleDesk::customer, ticket -> ticket, Facts::plus));
        List<Facts> customers = byCustomer.values().stream().map(Facts::linked).toList();
        List<List<Facts>> parts = List.of(customers.subList(0, 100), customers.subList(100, customers.size()));

        // region engine-parts
        KpiReport report = parts.parallelStream()
                .map(part -> {
                    ReportBuffer buffer = asked.buffer(asOf);
                    part.forEach(buffer::add);
                    return buffer.report();
                })
                .reduce(KpiReport::merge)
                .orElseThrow();
        // endregion

        KpiReport whole = desk.report().collect(desk.facts());
        assertEquals(ReportTable.of(whole), ReportTable.of(report));
        assertTrue(customers.size() < desk.tickets().size(), "some customers came back");
    }
}
