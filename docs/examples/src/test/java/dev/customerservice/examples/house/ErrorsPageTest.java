package dev.customerservice.examples.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarFault;
import dev.customerservice.domain.exchange.LoadFault;
import dev.customerservice.domain.json.JsonFormatException;
import dev.customerservice.domain.sla.SlaFault;
import dev.customerservice.domain.ticket.HistoryFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/errors.md} out of the codes and compares; {@code -Derrors.write} stores it. */
class ErrorsPageTest {
    private static final Path PAGE = Reactor.root().resolve("docs/errors.md");
    private static final Pattern CODES = Pattern.compile("public enum (\\w*(?:Fault|Reason))\\b");

    /** Codes that say how something ended, and refuse nothing. */
    private static final Set<String> NO_REFUSALS = Set.of("CancelReason");

    private record Row(String code, String cause, String remedy) {
        static <E extends Enum<E>> List<Row> of(
                Class<E> codes, Function<E, String> code, Function<E, String> cause, Function<E, String> remedy) {
            return Arrays.stream(codes.getEnumConstants())
                    .map(each -> new Row(code.apply(each), cause.apply(each), remedy.apply(each)))
                    .toList();
        }
    }

    private record Chapter(String heading, String type, String where, List<Row> rows) {}

    private static List<Chapter> chapters() {
        return List.of(
                new Chapter(
                        "Calendars",
                        "CalendarFault",
                        "`CalendarException.fault()`; a missing calendar is an `UnknownCalendarException`, which names those there are.",
                        Row.of(CalendarFault.class, CalendarFault::code, CalendarFault::cause, CalendarFault::remedy)),
                new Chapter(
                        "Histories of tickets",
                        "HistoryFault",
                        "`HistoryCheck.Refused`, with the position of the event; `TicketHistory.of` throws the same rule.",
                        Row.of(HistoryFault.class, HistoryFault::name, HistoryFault::cause, HistoryFault::remedy)),
                new Chapter(
                        "Service levels",
                        "SlaFault",
                        "`SlaException.fault()`; the last three are no exceptions but `SlaReading.fault()`: why a clock could not start.",
                        Row.of(SlaFault.class, SlaFault::code, SlaFault::cause, SlaFault::remedy)),
                new Chapter(
                        "Logs and exports",
                        "LoadFault",
                        "`LoadFailure`, with the row and column, and `ExportFailure`, with a JSON pointer; what can be read is read.",
                        Row.of(LoadFault.class, LoadFault::name, LoadFault::cause, LoadFault::remedy)),
                new Chapter(
                        "JSON",
                        "Reason",
                        "`JsonFormatException.reason()`, with a JSON pointer and the rule.",
                        Row.of(
                                JsonFormatException.Reason.class,
                                JsonFormatException.Reason::name,
                                JsonFormatException.Reason::cause,
                                JsonFormatException.Reason::remedy)));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Errors

                Every code with which the library refuses something, what has happened and what to do. Codes keep their names from version to
                version; the words of messages may change. A wrong argument without a code is an `IllegalArgumentException` whose message names
                the value and the rule, with a second line that helps. This page is written out of the code (`ErrorsPageTest`).
                """);
        for (Chapter chapter : chapters()) {
            page.append("\n## ").append(chapter.heading()).append("\n\n").append(chapter.where());
            page.append("\n\n| code | what has happened | what to do |\n|---|---|---|\n");
            chapter.rows()
                    .forEach(row -> page.append("| `%s` | %s | %s |%n"
                            .formatted(row.code(), row.cause(), row.remedy())
                            .replace(System.lineSeparator(), "\n")));
        }
        return page.toString();
    }

    @Test
    void thePageSaysWhatTheCodeSays() throws IOException {
        String page = page();
        if (System.getProperty("errors.write") != null) {
            Files.writeString(PAGE, page);
        }
        assertEquals(page, Reactor.read(PAGE), "write it anew with -Derrors.write");
    }

    @Test
    void everyTypeWithCodesHasAChapter() {
        Set<String> found = Stream.of("cs-domain", "cs-metrics", "cs-roles")
                .flatMap(module -> Reactor.javaFiles(Reactor.root().resolve(module), "main").stream())
                .flatMap(file -> CODES.matcher(Reactor.read(file)).results())
                .map((MatchResult type) -> type.group(1))
                .collect(Collectors.toSet());
        Set<String> expected =
                new HashSet<>(chapters().stream().map(Chapter::type).toList());
        expected.addAll(NO_REFUSALS);
        assertEquals(expected, found);
    }

    @Test
    void everyRowTellsAndHelpsInOneSentenceEach() {
        List<String> told = new ArrayList<>();
        for (Chapter chapter : chapters()) {
            for (Row row : chapter.rows()) {
                assertTrue(row.cause().endsWith(".") && row.remedy().endsWith("."), row.code());
                assertTrue(!row.cause().contains("|") && !row.remedy().contains("|"), row.code());
                told.add(chapter.type() + row.cause());
            }
        }
        assertEquals(told.size(), new HashSet<>(told).size(), "no two codes of a type mean the same");
    }
}
