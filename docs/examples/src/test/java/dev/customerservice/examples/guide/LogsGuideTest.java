package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.exchange.LoadFailure;
import dev.customerservice.domain.exchange.LoadFault;
import dev.customerservice.domain.exchange.LoadOutcome;
import dev.customerservice.domain.exchange.LoadedLog;
import dev.customerservice.domain.exchange.LogActivity;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.ScannedLog;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.party.ActorKind;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private static LogMapping events() {
        // region logs-events
        LogMapping events = LogMapping.builder()
                .shape(LogShape.EVENT_PER_ROW)
                .separator(';')
                .putColumn(LogColumn.TICKET, "case")
                .putColumn(LogColumn.AT, "when")
                .putColumn(LogColumn.ACTIVITY, "what")
                .putColumn(LogColumn.STATUS, "what")
                .putColumn(LogColumn.ACTOR, "who")
                .putColumn(LogColumn.ACTOR_KIND, "side")
                .time(LogTime.builder()
                        .pattern("d.M.yyyy HH:mm")
                        .zone(ZoneId.of("Europe/Berlin"))
                        .build())
                .putActivity("written", LogActivity.MESSAGE)
                .putActivity("noted", LogActivity.NOTE)
                .putStatus("taken", StatusCategory.OPEN)
                .putStatus("solved", StatusCategory.SOLVED)
                .putActorKind("customer", ActorKind.CUSTOMER)
                .putActorKind("desk", ActorKind.AGENT)
                .addStated(StatedColumn.of(StatedValues.SLA_MET, StatedColumn.Kind.VERDICT, "in time"))
                .build();
        // endregion
        return events;
    }

    @Test
    void anEventLogSaysWhoDidWhat() throws IOException {
        LogMapping events = events();
        // region logs-events-read
        String csv = """
                case;when;what;who;side;in time
                C7;2.3.2026 09:00;written;cara;customer;
                C7;2.3.2026 09:20;taken;ana;desk;
                C7;2.3.2026 09:40;written;ana;desk;
                C7;2.3.2026 11:00;noted;ana;desk;
                C7;2.3.2026 16:00;solved;ana;desk;true
                """;
        TicketHistory history =
                LogReader.of(events).read(new StringReader(csv)).histories().get(0);
        int replies = history.latest().replies();
        Optional<Boolean> inTime = history.stated().verdict(StatedValues.SLA_MET);
        // endregion
        assertEquals(1, replies, "what the agent wrote, but neither the note nor what the customer wrote");
        assertEquals(Optional.of(true), inTime);
        assertEquals(Instant.parse("2026-03-02T08:00:00Z"), history.latest().createdAt());
        assertEquals(StatusCategory.SOLVED, history.latest().status().category());
    }

    @Test
    void theMappingInTheGuideIsTheSameAsAFile(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of(System.getProperty("reactor.root"), "docs", "guide", "logs.md"));
        int start = page.indexOf("```json\n") + "```json\n".length();
        Path file =
                Files.writeString(folder.resolve("mapping.json"), page.substring(start, page.indexOf("```", start)));
        // region logs-events-file
        LogMapping mapping = JsonFormat2.standard().read(file, LogMapping.class);
        // endregion
        assertEquals(events(), mapping);
        assertEquals(mapping, JsonFormat2.standard().read(JsonFormat2.standard().write(mapping), LogMapping.class));
    }

    @Test
    void aBrokenQuoteCostsItsRow() throws IOException {
        LoadedLog log = LogReader.of(mapping()).read(new StringReader("""
                number,updated,state,group
                INC1,2026-03-02T09:00:00Z,New,"desk
                INC2,2026-03-02T09:00:00Z,New,"desk" one
                INC3,2026-03-02T09:00:00Z,New,desk
                """));
        assertEquals(1, log.histories().size());
        assertEquals(
                List.of(LoadFault.BROKEN_QUOTE, LoadFault.BROKEN_QUOTE),
                log.failures().stream().map(LoadFailure::fault).toList());
    }
}
