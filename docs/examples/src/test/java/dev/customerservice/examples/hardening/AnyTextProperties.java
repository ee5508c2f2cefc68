package dev.customerservice.examples.hardening;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.base.Throwables;
import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.exchange.LogColumn;
import dev.customerservice.domain.exchange.LogMapping;
import dev.customerservice.domain.exchange.LogReader;
import dev.customerservice.domain.exchange.LogShape;
import dev.customerservice.domain.exchange.LogTime;
import dev.customerservice.domain.exchange.StatedColumn;
import dev.customerservice.domain.exchange.Vendor;
import dev.customerservice.domain.json.JsonFormat;
import dev.customerservice.domain.json.JsonFormat2;
import dev.customerservice.domain.json.JsonFormat3;
import dev.customerservice.domain.sla.SlaBook;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.roles.json.PlanJson;
import dev.customerservice.roles.json.PlaybookReader;
import dev.customerservice.roles.json.RosterReader;
import dev.customerservice.roles.json.WorkforceJson;
import dev.customerservice.roles.plan.ServicePlan;
import dev.customerservice.roles.shift.Roster;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever text is given to whatever takes one, there is a value or a refusal in words that fit on a page: nothing else is thrown, and
 * nothing takes a time that grows faster than the text, or the long texts here would not end.
 */
class AnyTextProperties {
    private static final int LONG = 100_000;
    private static final int LONGEST_MESSAGE = 1_000;
    private static final List<TextTaker> METHODS = TextTaker.all();
    private static final List<TextTaker> READERS = readers();

    private static final List<String> PIECES = List.of(
            "9",
            "0.",
            "1e9",
            "-",
            "a-",
            "09:00-10:00,",
            "PT",
            "P1D",
            "field.",
            " ",
            "\t",
            "\r",
            "\n",
            "\r\n",
            "\"",
            "'",
            "[",
            "{\"a\":",
            "{\"id\":\"a\"},",
            "\\u0000",
            "\u0000",
            "\ufeff",
            "\ud83d",
            "\ude00",
            "\ud83d\ude00",
            "\u0130",
            "\u202e",
            "/",
            "~",
            "%s",
            "$1",
            "+01:00",
            "en-",
            "Europe/",
            "d/M/yyyy HH:mm");

    private static List<TextTaker> readers() {
        List<TextTaker> all = new ArrayList<>();
        for (JsonFormat format : List.of(JsonFormat2.standard(), JsonFormat3.standard())) {
            JsonFormat whole = format.with(PlanJson.forms()).with(WorkforceJson.forms());
            String name = format.getClass().getSimpleName() + " ";
            for (Class<?> type : List.of(
                    BusinessCalendar.class,
                    SlaBook.class,
                    LogMapping.class,
                    TicketHistory.class,
                    TicketEvent[].class,
                    ServicePlan.class,
                    Roster.class)) {
                all.add(new TextTaker(name + type.getSimpleName(), text -> whole.read(text, type)));
                all.add(new TextTaker(
                        name + type.getSimpleName() + " strict",
                        text -> whole.strict().read(text, type)));
            }
            all.add(new TextTaker(
                    name + "Playbook",
                    text -> PlaybookReader.of(format).read(Map.of("file", text)).failures()));
            all.add(new TextTaker(
                    name + "Roster file",
                    text -> RosterReader.of(format).read("file", text).failures()));
        }
        for (LogShape shape : LogShape.values()) {
            all.add(new TextTaker("LogReader, a whole log " + shape, text -> log(shape, text)));
            all.add(new TextTaker("LogReader, rows " + shape, text -> log(shape, "id,at,opened,worked\n" + text)));
            all.add(new TextTaker("LogReader, a field " + shape, text -> log(shape, "id,at,opened,worked\n1," + text)));
        }
        for (Vendor vendor : Vendor.values()) {
            for (String part : List.of("tickets", "issues", "conversations", "incident", "sla_policies", "schedules")) {
                Function<Object, Object> read =
                        one -> vendor.read(Map.of(part, one)).failures();
                all.add(new TextTaker(vendor + " " + part, text -> read.apply(text)));
                all.add(new TextTaker(
                        vendor + " " + part + ", an entry",
                        text -> read.apply(List.of(Map.of("id", text, "created_at", text, text, text)))));
            }
        }
        return all;
    }

    private static Object log(LogShape shape, String text) {
        LogMapping.Builder mapping = LogMapping.builder()
                .shape(shape)
                .putColumn(LogColumn.TICKET, "id")
                .time(LogTime.builder()
                        .pattern("d/M/yyyy H:mm")
                        .zone(ZoneOffset.UTC)
                        .build())
                .addStated(StatedColumn.of(StatedValues.OPENED, StatedColumn.Kind.MOMENT, "opened"))
                .addStated(StatedColumn.of("worked", StatedColumn.Kind.DURATION, "worked"));
        try {
            return LogReader.of(
                            shape == LogShape.EVENT_PER_ROW
                                    ? mapping.putColumn(LogColumn.AT, "at").build()
                                    : mapping.build())
                    .read(new StringReader(text))
                    .failures();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> piece = Arbitraries.of(PIECES);
        Arbitrary<String> any = Arbitraries.strings().all().ofMaxLength(60);
        Arbitrary<String> written = Arbitraries.strings()
                .withChars("0123456789.,:;-+/ePTDHMS\"{}[]\r\n\t ")
                .ofMaxLength(40);
        Arbitrary<String> repeated =
                piece.flatMap(one -> Arbitraries.integers().between(1, 3_000).map(one::repeat));
        return Arbitraries.oneOf(
                        any, written, repeated, piece.list().ofMaxSize(30).map(all -> String.join("", all)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(all -> String.join("", all));
    }

    /** What is wrong with what each of them makes of a text, one line for each. */
    private static Stream<String> wrong(List<TextTaker> takers, String text) {
        return takers.stream().flatMap(taker -> wrong(taker, text).map(what -> taker.name() + " " + what));
    }

    private static Stream<String> wrong(TextTaker taker, String text) {
        try {
            Object value = taker.taking().apply(text);
            return value instanceof List<?> failures
                    ? failures.stream().flatMap(failure -> tooLong(failure.toString()))
                    : Stream.of();
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            return message.isBlank() || message.equals("null")
                    ? Stream.of("says nothing")
                    : Throwables.getCausalChain(e).stream().flatMap(each -> tooLong(String.valueOf(each.getMessage())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return Stream.of("throws " + e.getClass());
        }
    }

    private static Stream<String> tooLong(String message) {
        return message.length() > LONGEST_MESSAGE
                ? Stream.of("says too much: " + message.substring(0, 40))
                : Stream.of();
    }

    @Property(tries = 100)
    void aMethodTakesAnyTextOrRefusesIt(@ForAll("texts") String text) {
        assertEquals(List.of(), wrong(METHODS, text).toList());
    }

    @Property(tries = 100)
    void aReaderTakesAnyTextOrRefusesIt(@ForAll("texts") String text) {
        assertEquals(List.of(), wrong(READERS, text).toList());
    }

    @Example
    void longTextsTakeNoLonger() {
        assertEquals(
                List.of(),
                PIECES.stream()
                        .map(piece -> piece.repeat(LONG / piece.length()))
                        .flatMap(text -> Stream.concat(wrong(METHODS, text), wrong(READERS, text)))
                        .distinct()
                        .toList());
    }

    @Example
    void theyAreFound() {
        List<String> names = METHODS.stream().map(TextTaker::name).toList();
        assertTrue(names.size() > 150, "found " + names.size());
        assertEquals(
                List.of(),
                List.of(
                                "domain.money.Money.of(2) 0",
                                "domain.exchange.Vendor.zone(1) 0",
                                "metrics.statistics.Quantile.of(1) 0",
                                "roles.staffing.BalancedChat.ofPaces(1) 0",
                                "roles.staffing.Shrinkage$Builder.planned(2) 1")
                        .stream()
                        .filter(name -> !names.contains(name))
                        .toList());
    }
}
