package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketHistory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One log with every kind of damage: all good rows are loaded, each bad one comes back with its name. */
class DamagedLogTest {
    private static final String CANARY = "jane.doe@example.org";

    private static final LogMapping MAPPING = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "status")
            .putColumn(LogColumn.REQUESTER, "customer")
            .putColumn(LogColumn.LANGUAGE, "language")
            .putColumn(LogColumn.SUBJECT, "subject")
            .time(LogTime.builder()
                    .pattern("yyyy-MM-dd HH:mm")
                    .zone(ZoneId.of("Europe/Berlin"))
                    .build())
            .putStatus("open", StatusCategory.OPEN)
            .putStatus("solved", StatusCategory.SOLVED)
            .putStatus("closed", StatusCategory.CLOSED)
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .addStated(StatedColumn.of(StatedValues.CLOSED, StatedColumn.Kind.MOMENT, "closed"))
            .addStated(StatedColumn.of(StatedValues.REOPENINGS, StatedColumn.Kind.COUNT, "reopens"))
            .build();

    private static final String HEADER = "id,at,status,customer,language,subject,opened,closed,reopens\n";
    private static final String LONG = "x".repeat(1_000_000);

    private static LoadedLog read(String text) {
        try {
            return LogReader.of(MAPPING).read(new StringReader(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String named(LoadFailure failure) {
        return failure.row() + " " + failure.column().orElse("-") + " " + failure.fault();
    }

    @Test
    void everyBadRowIsNamedAndEveryGoodOneLoaded() {
        LoadedLog log = read(HEADER
                + "good,2026-03-02 09:00,open,ann,en,Help,2026-03-02 08:00,2026-03-03 09:00,0\n"
                + "good,2026-03-32 09:00,open,ann,en,Help,,,\n"
                + "good,2026-03-02 10:00," + CANARY + ",ann,en,Help,,,\n"
                + ",2026-03-02 10:00,open,ann,en,Help,,,\n"
                + "early,2026-03-02 10:00,open,ann,en,Help,2026-03-02 10:00,2026-03-01 10:00,\n"
                + "good,2026-03-03 09:00,solved,ann,en,Help,,,\n"
                + "good,2026-03-03 09:00,solved,ann,en,Help,,,\n"
                + "good,2026-03-29 02:30,open,ann,en,Help,,,\n"
                + "good,2026-10-25 02:30,open,ann,en,Help,,,\n"
                + "long,2026-03-02 09:00,open,ann,en," + LONG + ",,,\n"
                + "short,2026-03-02 09:00,open\n"
                + "wide,2026-03-02 09:00,open,ann,en,Help,,,,,\n"
                + "good,,open,ann,en,Help,,,\n"
                + "good,2300-01-01 09:00,open,ann,en,Help,,,\n"
                + "good,2026-10-26 09:00,open,ann,english of jane,Help,,,many\n"
                + "last,2026-03-02 09:00,open,ann,en,\"two\nlines\",,,\n");
        assertEquals(
                List.of(
                        "3 at BAD_TIME",
                        "4 status UNKNOWN_VALUE",
                        "5 id MISSING_ID",
                        "6 closed CLOSED_BEFORE_OPENED",
                        "9 at TIME_IN_GAP",
                        "11 subject FIELD_TOO_LONG",
                        "12 - TOO_FEW_COLUMNS",
                        "13 - TOO_MANY_COLUMNS",
                        "14 at MISSING_TIME",
                        "15 at TIME_OUT_OF_RANGE",
                        "16 language BAD_VALUE",
                        "16 reopens BAD_VALUE"),
                log.failures().stream().map(DamagedLogTest::named).toList());
        assertEquals(
                List.of("good", "early", "long", "last"),
                log.histories().stream().map(history -> history.id().value()).toList());
        LoadSummary summary = log.summary();
        assertEquals(16, summary.rows());
        assertEquals(7, summary.rowsLeftOut());
        assertEquals(4, summary.tickets());
        assertEquals(1, summary.duplicateRows());
        assertEquals(1, summary.ambiguousTimes());
        TicketHistory good = log.histories().get(0);
        assertEquals(5, good.events().size() - 1, "one status for each good row of the ticket but the unknown one");
        assertEquals(Instant.parse("2026-03-02T07:00:00Z"), good.latest().createdAt());
        assertTrue(
                good.events().stream().anyMatch(event -> event.at().equals(Instant.parse("2026-10-25T00:30:00Z"))),
                "the first pass of an hour that happens twice");
        TicketHistory early = log.histories().get(1);
        assertEquals(
                Optional.of(Instant.parse("2026-03-01T09:00:00Z")),
                early.stated().moment(StatedValues.CLOSED));
    }

    @Test
    void noFailureShowsPersonalData() {
        LoadedLog log = read(HEADER
                + "a," + CANARY + "," + CANARY + "," + CANARY + "," + CANARY + "," + CANARY + "," + CANARY + ",,"
                + CANARY + "\n"
                + "a,2026-03-02 09:00," + CANARY + "," + CANARY + "," + CANARY + "," + CANARY + "," + CANARY + ",,"
                + CANARY + "\n");
        assertEquals(9, log.failures().size());
        assertFalse(log.toString().contains(CANARY), "neither failures nor the summary");
    }

    @Test
    void anEmptyFileHasNoData() {
        LoadedLog log = read("");
        assertEquals(
                List.of("0 - EMPTY_FILE"),
                log.failures().stream().map(DamagedLogTest::named).toList());
        assertEquals(List.of(), log.histories());
        assertEquals(0, log.summary().rows());
    }

    @Test
    void aHeaderAloneHasNoData() {
        LoadedLog log = read(HEADER);
        assertEquals(
                List.of("0 - NO_ROWS"),
                log.failures().stream().map(DamagedLogTest::named).toList());
        assertEquals(
                new ColumnValues(Map.of(), 0, Map.of(), 0),
                log.summary().values().get("status"));
    }

    @Test
    void aQuoteThatNeverEndsLosesOnlyWhatIsBehindIt() {
        LoadedLog log = read(HEADER
                + "good,2026-03-02 09:00,open,ann,en,Help,,,\n"
                + "bad,2026-03-02 09:00,open,ann,en,\"" + "y".repeat(20_000_000));
        assertEquals(1, log.histories().size());
        assertEquals(
                List.of("3 - UNREADABLE"),
                log.failures().stream().map(DamagedLogTest::named).toList());
    }

    @Test
    void aFileMayStartWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.writeString(file, "\uFEFF" + HEADER + "good,2026-03-02 09:00,open,ann,en,Help,,,\n");
        assertEquals(1, LogReader.of(MAPPING).read(file).histories().size());
        byte[] bytes = Files.readAllBytes(file);
        assertEquals(
                1,
                LogReader.of(MAPPING)
                        .read(new ByteArrayInputStream(bytes))
                        .histories()
                        .size());
        assertEquals(
                1, read(new String(bytes, StandardCharsets.UTF_8)).summary().tickets());
    }
}
