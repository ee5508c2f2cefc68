package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.exchange.LoadFailure;
import dev.customerservice.domain.exchange.LoadFault;
import dev.customerservice.domain.exchange.LoadOutcome;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/logs.md, with what they give. */
class LogsGuideTest {
    private static LogMapping mapping() {
        // region logs-mapping
        LogMapping mapping = LogMapping.builder()
                .shape(LogShape.SNAPSHOT_PER_ROW)
                .putColumn(LogColumn.TICKET, "number")
                .putColumn(LogColumn.AT, "updated")
                .putColumn(LogColumn.STATUS, "state")
                .putColumn(LogColumn.TEAM, "group")
                .addMissing("?")
                .putStatus("New", StatusCategory.NEW)
                .putStatus("Active", StatusCategory.OPEN)
                .putStatus("Resolved", StatusCategory.SOLVED)
                .build();
        // endregion
        return mapping;
    }

    @Test
    void badRowsAreNamedAndGoodRowsAreKept() throws IOException {
        LogMapping mapping = mapping();
        // region logs-read
        String csv = """
                number,updated,state,group
                INC1,2026-03-02T09:00:00Z,New,?
                INC1,2026-03-02T10:00:00Z,Active,desk
                INC2,yesterday,New,desk
                INC1,2026-03-02T16:00:00Z,Resolved,desk
                INC3,2026-03-03T08:00:00Z,Parked,desk
                """;
        LoadedLog log = LogReader.of(mapping).read(new StringReader(csv));
        List<TicketHistory> histories = log.histories();
        List<LoadFailure> failures = log.failures();
        // endregion
        assertEquals(2, histories.size());
        assertEquals(StatusCategory.SOLVED, histories.get(0).latest().status().category());
        assertEquals(
                List.of(LoadFault.BAD_TIME, LoadFault.UNKNOWN_VALUE),
                failures.stream().map(LoadFailure::fault).toList());
        assertEquals(Optional.of("updated"), failures.get(0).column());
        assertTrue(failures.get(1).detail().contains("Parked"), failures.get(1).detail());
        assertEquals(5, log.summary().rows());
    }

    @Test
    void historiesComeOneAtATime() throws IOException {
        LogMapping mapping = mapping();
        StringReader csv = new StringReader("""
                number,updated,state,group
                INC1,2026-03-02T09:00:00Z,New,?
                INC1,2026-03-02T10:00:00Z,Active,desk
                INC2,2026-03-04T12:00:00Z,New,desk
                """);
        // region logs-scan
        ScannedLog log = LogReader.of(mapping).scan(csv);
        Instant asOf = log.latest().orElse(Instant.EPOCH);
        Facts.Builder tickets = Facts.builder(FactExtractor.asOf(asOf));
        LoadOutcome outcome = log.forEach(tickets::add);
        Facts facts = tickets.build().surveys(outcome.surveys());
        // endregion
        assertEquals(Instant.parse("2026-03-04T12:00:00Z"), asOf);
        assertEquals(2, facts.tickets().size());
        assertEquals(List.of(), outcome.failures());
    }
}
