package dev.customerservice.examples.hardening;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.LocalTimeRange;
import dev.customerservice.domain.calendar.WeeklyHours;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.money.Money;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.sla.TargetTime;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.json.RosterReader;
import dev.customerservice.roles.procedure.Gate;
import dev.customerservice.roles.shift.ShiftPattern;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Gives each parser ten megabytes that are meant to hurt it, and tells how long it took; memory is what the JVM was given. */
final class Hostile {
    private static final int SIZE = 10_000_000;
    private static final LogMapping LOG = LogMapping.builder()
            .shape(LogShape.TICKET_PER_ROW)
            .putColumn(LogColumn.TICKET, "id")
            .putColumn(LogColumn.SUBJECT, "subject")
            .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
            .build();
    private static final String HEADER = "id,subject,opened\n";

    private Hostile() {}

    private static String many(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    private static String numbered(String before, String after) {
        StringBuilder text = new StringBuilder(SIZE + 100);
        for (int i = 0; text.length() < SIZE; i++) {
            text.append(before).append(i).append(after);
        }
        return text.toString();
    }

    private static Map<String, Supplier<String>> texts() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("nothing but brackets", () -> many("["));
        all.put("nothing but braces", () -> many("{\"a\":"));
        all.put("one long text", () -> "\"" + many("a") + "\"");
        all.put("one long number", () -> many("9"));
        all.put("small lists", () -> "[" + many("[],") + "[]]");
        all.put("conditions in conditions", () -> "[" + many("{\"type\":\"not\",\"part\":"));
        all.put(
                "many conditions",
                () -> "[" + many("{\"type\":\"has_tag\",\"tag\":\"a\"},") + "{\"type\":\"has_tag\",\"tag\":\"a\"}]");
        all.put("many unknown fields", () -> "{" + numbered("\"a", "\":1,") + "\"id\":\"a\"}");
        all.put(
                "many holidays",
                () -> "{\"id\":\"a\",\"zone\":\"UTC\",\"holidays\":["
                        + many("{\"first\":\"2026-12-25\",\"last\":\"2026-12-25\"},")
                        + "{\"first\":\"2026-12-25\",\"last\":\"2026-12-25\"}]}");
        all.put(
                "a history of notes",
                () -> "{\"events\":["
                        + many(
                                "{\"type\":\"message_added\",\"head\":{\"ticket\":\"T\",\"at\":\"2026-11-02T09:00:00Z\",\"by\":{\"type\":\"agent\",\"id\":\"a\"}},\"audience\":\"internal\"},")
                        + "{}]}");
        return all;
    }

    private static Map<String, Supplier<String>> logs() {
        Map<String, Supplier<String>> all = new LinkedHashMap<>();
        all.put("a quote that never ends", () -> HEADER + "\"" + many("a,\n"));
        all.put("empty lines", () -> HEADER + many("\n"));
        all.put("nothing but separators", () -> HEADER + many(","));
        all.put("one long field", () -> HEADER + many("x"));
        all.put("tickets without end", () -> HEADER + numbered("", ",Help,2026-03-02T09:00:00Z\n"));
        all.put("subjects all different", () -> HEADER + numbered("1,subject ", ",\n"));
        all.put("bad times", () -> HEADER + numbered("1,Help,then", "\n"));
        all.put("no header", () -> many("a,"));
        return all;
    }

    private static final Map<String, Function<String, Object>> SHORT = Map.ofEntries(
            Map.entry("LocalTimeRange", LocalTimeRange::parse),
            Map.entry("WeeklyHours", text -> WeeklyHours.of(DayOfWeek.MONDAY, text)),
            Map.entry("Language", Language::of),
            Map.entry("TargetTime", TargetTime::parse),
            Map.entry("Vendor.zone", Vendor::zone),
            Map.entry("Money", text -> Money.of(text, "EUR")),
            Map.entry("ShiftPattern.Hours", ShiftPattern.Hours::parse),
            Map.entry("Gate.Limit", Gate.Limit::parse),
            Map.entry("ServiceLevelGoal", ServiceLevelGoal::of));

    /** Exits with the number of parsers that neither made a value nor refused. */
    public static void main(String[] arguments) {
        int wrong = 0;
        for (JsonFormat format : List.of(JsonFormat2.standard(), JsonFormat3.standard())) {
            for (Class<?> type : List.of(Object.class, BusinessCalendar.class, TicketHistory.class)) {
                wrong += all(
                        format.getClass().getSimpleName() + " " + type.getSimpleName(),
                        texts(),
                        text -> format.read(text, type));
            }
        }
        wrong += all(
                "PlaybookReader",
                texts(),
                text -> PlaybookReader.of(JsonFormat3.standard()).read(Map.of("a", text)));
        wrong += all(
                "RosterReader",
                texts(),
                text -> RosterReader.of(JsonFormat3.standard()).read("a", text));
        wrong += all("LogReader", logs(), Hostile::log);
        for (Vendor vendor : Vendor.values()) {
            wrong += all(vendor.name(), Map.of("many tickets", Hostile::export), text -> export(vendor, text));
        }
        for (Map.Entry<String, Function<String, Object>> parser : SHORT.entrySet()) {
            for (String piece : List.of("9", "PT", "a-", "09:00-10:00,", "0.", " ", "1e9")) {
                wrong += all(parser.getKey(), Map.of("only " + piece, () -> many(piece)), parser.getValue());
            }
        }
        System.out.println("not taken: " + wrong);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static int all(String parser, Map<String, Supplier<String>> texts, Function<String, Object> read) {
        int wrong = 0;
        for (Map.Entry<String, Supplier<String>> text : texts.entrySet()) {
            String given = text.getValue().get();
            long start = System.nanoTime();
            String outcome = outcome(read, given);
            long millis = (System.nanoTime() - start) / 1_000_000;
            wrong += outcome.startsWith("!") ? 1 : 0;
            if (millis > 500 || outcome.startsWith("!")) {
                System.out.println(parser + ", " + text.getKey() + ": " + outcome + ", " + millis + " ms");
            }
        }
        return wrong;
    }

    /** {@return a value, a refusal, or what should not have happened, which starts with an exclamation mark} */
    private static String outcome(Function<String, Object> read, String text) {
        try {
            return "a value of " + read.apply(text).getClass().getSimpleName();
        } catch (IllegalArgumentException e) {
            return "refused";
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            return "! " + e.getClass().getSimpleName();
        }
    }

    private static Object log(String text) {
        try (Reader source = new StringReader(text)) {
            return LogReader.of(LOG).read(source).summary();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String export() {
        return "{\"tickets\":[" + many("{\"id\":1,\"created_at\":\"2026-03-02T09:00:00Z\"},") + "{}]}";
    }

    private static Object export(Vendor vendor, String text) {
        try {
            return vendor.read(new JsonMapper().readerForMapOf(Object.class).readValue(text));
        } catch (JacksonException e) {
            throw new AssertionError(e);
        }
    }
}
