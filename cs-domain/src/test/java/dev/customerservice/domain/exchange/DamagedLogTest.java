package dev.customerservice.domain.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketHistory;
import java.io.ByteArrayInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aQuoteThatNeverEndsLosesOnlyItsRow() {
        LoadedLog log = read(HEADER
                + "good,2026-03-02 09:00,open,ann,en,Help,,,\n"
                + "bad,2026-03-02 09:00,open,ann,en,\"" + "y".repeat(5_000_000) + "\n"
                + "last,2026-03-02 09:00,open,ann,en,Help,,,\n");
        assertEquals(List.of("3 - BROKEN_QUOTE"), faults(log));
        assertEquals(List.of("good", "last"), tickets(log));
        assertEquals(3, log.summary().rows());
        assertEquals(1, log.summary().rowsLeftOut());
    }

    /** Two names that differ in a letter that could not be read must not become one ticket. */
    @Test
    void aTextOfAnotherCharsetIsMissingAndNamed() throws IOException {
        byte[] latin = (HEADER
                        + "good,2026-03-02 09:00,open,ann,en,Grüße,,,\n"
                        + "\u00c4,2026-03-02 09:00,open,ann,en,Help,,,\n"
                        + "\u00d6,2026-03-02 09:00,open,ann,en,Help,,,\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        LoadedLog log = LogReader.of(MAPPING).read(new ByteArrayInputStream(latin));
        assertEquals(
                List.of(
                        "2 subject UNREADABLE_TEXT",
                        "3 id UNREADABLE_TEXT",
                        "3 id MISSING_ID",
                        "4 id UNREADABLE_TEXT",
                        "4 id MISSING_ID"),
                faults(log));
        assertEquals(List.of("good"), tickets(log));
        assertEquals(2, log.summary().rowsLeftOut());
        LoadedLog read = LogReader.of(MAPPING)
                .read(new InputStreamReader(new ByteArrayInputStream(latin), StandardCharsets.ISO_8859_1));
        assertEquals(List.of("good", "\u00c4", "\u00d6"), tickets(read));
        assertEquals(List.of(), read.failures());
    }

    @Test
    void aFieldOfManyMillionCharactersLosesOnlyItsRow() {
        LoadedLog log = read(HEADER
                + "bad,2026-03-02 09:00,open,ann,en," + "y".repeat(5_000_000) + ",,,\r\n"
                + "last,2026-03-02 09:00,open,ann,en,Help,,,\r\n");
        assertEquals(List.of("2 - FIELD_TOO_LONG"), faults(log));
        assertEquals(List.of("last"), tickets(log));
    }

    private static List<String> faults(LoadedLog log) {
        return log.failures().stream().map(DamagedLogTest::named).toList();
    }

    private static List<String> tickets(LoadedLog log) {
        return log.histories().stream().map(history -> history.id().value()).toList();
    }

    private static final LogMapping SCREENS = LogMapping.builder()
            .shape(LogShape.EVENT_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.AT, "at")
            .putColumn(LogColumn.STATUS, "state")
            .putColumn(LogColumn.SUBJECT, "subject")
            .putStatus("New", StatusCategory.NEW)
            .build();

    private static String screen(int ticket, String subject) {
        return "T" + ticket + ",2026-03-02T09:00:00Z,New," + subject;
    }

    /** Each way to end a line, for a file that is far longer than what is read at once. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aBrokenQuoteCostsItsRowAndNoOther(String lineEnd) {
        for (String broken : List.of("\"screen 19", "\"desk\" one", "\"5\" wide\"", "\"a\",\"b", "\"")) {
            for (int at : List.of(1, 2, 250, 499, 500)) {
                StringBuilder text = new StringBuilder("id,at,state,subject" + lineEnd);
                for (int ticket = 1; ticket <= 500; ticket++) {
                    String good = ticket % 3 == 0 ? "\"Two" + lineEnd + "lines, \"\"quoted\"\"\"" : "Help";
                    text.append(screen(ticket, ticket == at ? broken : ticket > 450 || ticket < 9 ? "Help" : good))
                            .append(lineEnd);
                }
                LoadedLog log = LogReaderTest.read(SCREENS, text.toString());
                assertEquals(499, log.histories().size(), broken + " at " + at);
                assertEquals(List.of((at + 1) + " - BROKEN_QUOTE"), faults(log), broken);
                assertFalse(tickets(log).contains("T" + at));
                TicketCreated quoted = (TicketCreated) log.histories()
                        .get(tickets(log).indexOf("T12"))
                        .events()
                        .get(0);
                assertEquals(
                        Optional.of("Two" + lineEnd + "lines, \"quoted\""),
                        quoted.details().subject());
            }
        }
    }

    @Test
    void manyBrokenQuotesAreNamedOneByOne() {
        StringBuilder text = new StringBuilder("id,at,state,subject\n");
        for (int ticket = 1; ticket <= 3_000; ticket++) {
            text.append(screen(ticket, ticket % 2 == 0 ? "Help" : "b\",x,\"y")).append('\n');
        }
        LoadedLog log = LogReaderTest.read(SCREENS, text.toString());
        assertEquals(1_500, log.histories().size());
        assertEquals(1_500, log.failures().size());
        assertEquals(3_000, log.summary().rows());
        assertEquals(1_500, log.summary().rowsLeftOut());
    }

    @Test
    void aRowOfSeveralLinesAndTooFewColumnsHidesNoRow() {
        LoadedLog log = LogReaderTest.read(
                SCREENS,
                "id,at,state,subject\n"
                        + "T1,2026-03-02T09:00:00Z,\"New\n"
                        + screen(2, "Help") + "\n"
                        + "T3,2026-03-02T09:00:00Z,x\"\n"
                        + screen(4, "Help") + "\n");
        assertEquals(List.of("2 - BROKEN_QUOTE", "4 - TOO_FEW_COLUMNS"), faults(log));
        assertEquals(List.of("T2", "T4"), tickets(log));
    }

    @Test
    void aHeaderWithABrokenQuoteIsNamed() {
        LoadedLog log = LogReaderTest.read(SCREENS, "id,at,state,\"subject\n" + screen(1, "Help") + "\n");
        assertEquals(List.of("1 - BROKEN_QUOTE"), faults(log));
        IllegalArgumentException swallowed = assertThrows(
                IllegalArgumentException.class,
                () -> LogReaderTest.read(SCREENS, "id,at,\"state,subject\n" + screen(1, CANARY + "\"") + "\n"));
        assertFalse(String.valueOf(swallowed.getMessage()).contains(CANARY), swallowed.getMessage());
    }

    @Test
    void textOfABrokenRowIsNeitherAWordNorANumberOfTheLog() {
        LogMapping ordered = SCREENS.withOrderBy("subject");
        LoadedLog log = LogReaderTest.read(ordered, """
                id,at,state,subject
                T1,2026-03-02T09:00:00Z,New,10
                T1,2026-03-02T09:00:00Z,New,x,"
                T1,2026-03-02T09:00:00Z,New,9
                """);
        assertEquals(List.of("3 - BROKEN_QUOTE"), faults(log));
        assertEquals(1, log.summary().rowsOutOfOrder(), "9 before 10, as numbers");
    }

    @Test
    void blankLinesAreRowsOfTheFileButNotOfTheLog() {
        LoadedLog log = LogReaderTest.read(
                SCREENS, "id,at,state,subject\n\n" + screen(1, "\"two\nlines\"") + "\n\n\nT2,yesterday,New,Help\n\n");
        assertEquals(List.of("6 at BAD_TIME"), faults(log));
        assertEquals(2, log.summary().rows());
        assertEquals(
                Optional.of("row 3"),
                log.histories().get(0).events().get(0).head().source());
    }

    @Test
    void whatTheListenerOrTheSourceThrowsIsThrown() {
        LogReader reader = LogReader.of(SCREENS).reporting(rows -> {
            throw new IllegalStateException("stop");
        });
        String text = "id,at,state,subject\n" + (screen(1, "Help") + "\n").repeat(5_000);
        assertEquals(
                "stop",
                assertThrows(IllegalStateException.class, () -> reader.scan(new StringReader(text)))
                        .getMessage());
        assertThrows(
                IOException.class,
                () -> LogReader.of(SCREENS).scan(new FilterReader(new StringReader(text)) {
                    @Override
                    public int read(char[] buffer, int offset, int length) throws IOException {
                        throw new IOException("broken pipe");
                    }
                }));
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
        assertEquals(
                List.of("T1"),
                tickets(LogReaderTest.read(
                        SCREENS, "\uFEFF\"id\",\"at\",\"state\",\"subject\"\n" + screen(1, "Help"))));
        assertEquals(List.of("0 - EMPTY_FILE"), faults(read("\uFEFF")));
    }
}
