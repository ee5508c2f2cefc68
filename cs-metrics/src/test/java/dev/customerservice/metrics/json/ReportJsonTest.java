package dev.customerservice.metrics.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.kpi.Filter;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.SurveyKpis;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.report.Dimension;
import dev.customerservice.metrics.report.Granularity;
import dev.customerservice.metrics.report.KpiReport;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.report.ReportDefinition;
import dev.customerservice.metrics.report.ReportTable;
import dev.customerservice.metrics.testing.TicketHistories;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A report that is data: read from JSON it is the one built in code. */
class ReportJsonTest {
    private static final JsonFormat FORMAT = JsonFormat2.standard().with(ReportJson.forms());
    private static final Period OCTOBER = Period.month(2026, Month.OCTOBER, ZoneId.of("Europe/Rome"));
    private static final String DESK = """
            {
              "measures": ["ticket_volume", "first_reply_time.p90", "first_reply_time.mean", "csat", "reopen_rate"],
              "by": [["team"], ["latest_priority", "channel"]],
              "every": "week",
              "against_previous": true
            }
            """;

    private static Facts facts() {
        return Facts.of(TicketHistories.some().sample(), FactExtractor.asOf(Instant.parse("2026-12-01T00:00:00Z")));
    }

    private static ReportDefinition read(String json) {
        return FORMAT.read(json, ReportDefinition.class);
    }

    @Test
    @Tag("S1-38")
    void whatIsReadIsTheReportBuiltInCode() {
        Facts facts = facts();
        KpiReport built = KpiReport.over(OCTOBER)
                .measure(
                        TicketKpis.volume(),
                        TicketKpis.firstReplyTime().percentile(90),
                        TicketKpis.firstReplyTime().mean(),
                        SurveyKpis.csat(),
                        TicketKpis.reopenRate())
                .by(Dimension.TEAM)
                .by(Dimension.PRIORITY.latest(), Dimension.CHANNEL)
                .every(Granularity.WEEK)
                .againstPrevious()
                .collect(facts);
        KpiReport read = read(DESK).over(OCTOBER).collect(facts);
        assertEquals(ReportTable.of(built), ReportTable.of(read));
        assertEquals(
                built.measures().stream().map(Kpi::definition).toList(),
                read.measures().stream().map(Kpi::definition).toList());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ReportDefinition desk = read(DESK);
        assertEquals(desk, read(FORMAT.write(desk)));
        assertTrue(desk.isAgainstPrevious());
        ReportDefinition least =
                ReportDefinition.builder().addMeasures("ticket_volume").build();
        assertEquals(least, read(FORMAT.write(least)));
        assertEquals(
                "{\"measures\":[\"ticket_volume\"],\"by\":[],\"against_previous\":false}",
                FORMAT.write(least).replaceAll("\\s", ""));
    }

    @Test
    void bothMajorsOfJacksonReadAndWriteTheSame() {
        JsonFormat other = JsonFormat3.standard().with(ReportJson.forms());
        assertEquals(read(DESK), other.read(DESK, ReportDefinition.class));
        assertEquals(FORMAT.write(read(DESK)), other.write(read(DESK)));
    }

    @Test
    void everyViewOfTimesHasAName() {
        for (String view : List.of("mean", "median", "p5", "p99", "min", "max", "total", "count", "survival")) {
            String id = "first_reply_time." + view;
            KpiReport report = ReportDefinition.builder()
                    .addMeasures(id)
                    .build()
                    .over(OCTOBER)
                    .collect(facts());
            assertEquals(id, report.measures().get(0).id());
        }
    }

    @Test
    void measuresAndDimensionsOfOnesOwnTakePart() {
        Kpi<TicketFacts, ?> own = TicketKpis.count("urgent_tickets", Filter.every());
        Dimension<String> field = Dimension.field("product");
        ReportDefinition definition = ReportDefinition.builder()
                .addMeasures("urgent_tickets")
                .addBy(ReportDefinition.By.of("field_product"))
                .build();
        KpiReport report =
                definition.over(OCTOBER, List.of(own), List.of(field)).collect(facts());
        assertEquals(List.of(own), report.measures());
        assertTrue(report.slices(field).size() <= 1);
    }

    @Test
    void unknownNamesAreSaidAllAtOnce() {
        ReportDefinition definition = ReportDefinition.builder()
                .addMeasures("csat", "csta", "csat.p90", "first_reply_time.p")
                .addBy(ReportDefinition.By.of("team", "moon"))
                .build();
        String said = String.valueOf(assertThrows(IllegalArgumentException.class, () -> definition.over(OCTOBER))
                .getMessage());
        assertTrue(said.startsWith("Names ([csta, csat.p90, first_reply_time.p, moon])"), said);
    }

    @Test
    void whatIsNoDefinitionIsRefused() {
        for (String wrong : List.of("", "[]", "{}", "{\"measures\": []}", DESK.replace("\"week\"", "\"fortnight\""))) {
            assertThrows(IllegalArgumentException.class, () -> read(wrong), wrong);
        }
    }

    @Test
    void aMisspelledNameIsPassedOverUnlessTheFormatIsStrict() {
        String misspelled = DESK.replace("\"every\"", "\"evry\"");
        assertEquals(read(DESK).measures(), read(misspelled).measures());
        assertThrows(
                IllegalArgumentException.class,
                () -> FORMAT.strict().read(misspelled, ReportDefinition.class),
                misspelled);
        assertEquals(read(DESK), FORMAT.strict().read(DESK, ReportDefinition.class));
    }
}
