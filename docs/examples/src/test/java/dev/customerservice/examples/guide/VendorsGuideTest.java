package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.customerservice.domain.exchange.ExportFailure;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.exchange.VendorExport;
import dev.customerservice.domain.exchange.VendorMapping;
import dev.customerservice.domain.exchange.ZendeskMetricEvents;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaReading;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.OneTouch;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.StatedComparison;
import dev.customerservice.metrics.report.VendorDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of docs/guide/vendors.md, with what they give. */
class VendorsGuideTest {
    private static final String EXPORT = """
            {"users": [{"id": 7, "role": "agent"}, {"id": 8, "role": "end-user"}],
             "schedules": [{"id": 1, "time_zone": "London", "intervals": [{"start_time": 1980, "end_time": 2460}]}],
             "sla_policies": [{"id": 5, "position": 1, "filter": {"all": [], "any": []}, "policy_metrics": [
                {"priority": "high", "metric": "first_reply_time", "target": 60, "business_hours": true}]}],
             "ticket_metric_events": [{"ticket_id": 1, "metric": "reply_time", "time": "2026-03-09T09:15:00Z", "type": "update_status",
                "status": {"calendar": 9645, "business": 9645}}],
             "tickets": [{"id": 1, "created_at": "2026-03-02T16:30:00Z", "requester_id": 8, "status": "solved"},
                         {"id": 2, "requester_id": 8}],
             "ticket_audits": [
               {"ticket_id": 1, "created_at": "2026-03-02T16:30:00Z", "author_id": 8,
                "events": [{"type": "Create", "field_name": "priority", "value": "high"}, {"type": "Comment", "public": true}]},
               {"ticket_id": 1, "created_at": "2026-03-09T09:15:00Z", "author_id": 7,
                "events": [{"type": "Comment", "public": true}, {"type": "Change", "field_name": "status", "value": "solved"}]}]}
            """;

    @TempDir
    private Path folder;

    private VendorExport read() throws IOException {
        Path file = folder.resolve("zendesk.json");
        Files.writeString(file, EXPORT);
        // region vendors-read
        Map<String, Object> document = new ObjectMapper().readValue(file.toFile(), new TypeReference<>() {});
        VendorExport export = Vendor.ZENDESK.read(document);
        List<TicketHistory> histories = export.histories();
        List<ExportFailure> failures = export.failures(); // each with its JSON pointer
        // endregion
        assertEquals(1, histories.size());
        assertEquals("/tickets/1", failures.get(0).pointer());
        return export;
    }

    @Test
    void thePoliciesOfTheExportReadItsTickets() throws IOException {
        VendorExport export = read();
        Instant asOf = Instant.parse("2026-04-01T00:00:00Z");
        // region vendors-sla
        SlaReading reply = export.plan().read(export.histories().get(0), asOf).get(SlaMetric.FIRST_REPLY);
        Optional<Instant> due = reply.dueAt(); // half an hour on Monday, half an hour on the next
        // endregion
        assertEquals(Optional.of(Instant.parse("2026-03-09T09:30:00Z")), due);
        assertTrue(reply.achievedAt().isPresent());
        // region vendors-write
        List<Map<String, Object>> events =
                ZendeskMetricEvents.of(export.plan(), export.histories().get(0), asOf);
        // endregion
        assertEquals("activate", events.get(0).get("type"));
    }

    @Test
    void ownWordsAreGivenTheirMeaning() {
        Map<String, Object> document = Map.of(
                "tickets",
                List.of(Map.of(
                        "id",
                        1,
                        "created_at",
                        "2026-03-02T09:00:00Z",
                        "status",
                        12,
                        "priority",
                        9,
                        "stats",
                        Map.of("status_updated_at", "2026-03-02T10:00:00Z"))));
        // region vendors-words
        VendorMapping own = VendorMapping.builder()
                .putStatus("12", StatusCategory.ON_HOLD) // a status of this account
                .putPriority("9", Priority.URGENT)
                .build();
        VendorExport export = Vendor.FRESHDESK.read(document, own);
        // endregion
        assertEquals(
                StatusCategory.ON_HOLD,
                export.histories().get(0).latest().status().category());
    }

    @Test
    void aFigureOfTheVendorIsHeldAgainstEveryVariant() throws IOException {
        VendorExport export = read();
        // region vendors-difference
        KpiReport march = KpiReport.over(Period.month(2026, Month.MARCH, ZoneOffset.UTC))
                .measure(TicketKpis.oneTouch(OneTouch.EXACTLY_ONE), TicketKpis.oneTouch(OneTouch.FEWER_THAN_TWO))
                .collect(Facts.of(export.histories(), FactExtractor.asOf(Instant.parse("2026-04-01T00:00:00Z"))));
        VendorDifference shown = VendorDifference.of(march.total(), march.measures(), 1.0);
        // endregion
        assertTrue(shown.lines().get(0).explains(0.0005));
    }

    @Test
    void whatTheVendorStatesIsComparedTicketByTicket() throws IOException {
        VendorExport export = read();
        Instant asOf = Instant.parse("2026-04-01T00:00:00Z");
        // region vendors-stated
        StatedComparison comparison = StatedComparison.with(export.plan())
                .length("reply_time_business", SlaMetric.FIRST_REPLY)
                .breach("reply_time_breached", SlaMetric.FIRST_REPLY)
                .collect(export.histories(), asOf);
        Map<StatedComparison.Why, Long> reasons = comparison.counts(); // here one: ROUND_THE_CLOCK
        List<StatedComparison.Line> differing = comparison.differing(); // each with its ticket, their value and ours
        // endregion
        assertEquals(Map.of(StatedComparison.Why.ROUND_THE_CLOCK, 1L), reasons);
        assertEquals("1", differing.get(0).ticket().value());
    }
}
