package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.calendar.CalendarTimeline;
import dev.customerservice.domain.json.JsonFormatException.Reason;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.Marked;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text of a later version may say: fields and kinds of event that nobody knows here. */
class JsonReadingTest {
    private static final BothFormats FORMAT = BothFormats.STANDARD;
    private static final String HEAD =
            "{\"ticket\": \"T-1\", \"at\": \"2026-11-02T09:00:00Z\", \"by\": {\"type\": \"agent\", \"id\": \"ana\"}}";
    private static final EventHead KNOWN =
            EventHead.of(TicketId.of("T-1"), Instant.parse("2026-11-02T09:00:00Z"), Actor.agent("ana"));
    private static final String POLL = "{\"answers\": 3, \"type\": \"poll_sent\", \"head\": " + HEAD
            + ", \"scores\": [1.50, null, {\"of\": \"ann\", \"none\": null}], \"none\": null, \"open\": true}";
    private static final String HISTORY =
            "{\"events\": [{\"type\": \"ticket_created\", \"head\": " + HEAD + ", \"details\": {}}, " + POLL + "]}";

    private static JsonFormatException refused(
            Reason reason, String pointer, BothFormats format, String json, Class<?> type) {
        JsonFormatException refusal = assertThrows(JsonFormatException.class, () -> format.read(json, type));
        assertEquals(reason, refusal.reason(), refusal.getMessage());
        assertEquals(pointer, refusal.pointer(), refusal.getMessage());
        return refusal;
    }

    @Test
    void aFieldThatNobodyKnowsIsPassedOverUnlessTheFormatIsStrict() {
        String policy =
                "{\"id\": \"a\", \"tarjets\": [{\"x\": [1e999]}], \"applies_to\": {\"type\": \"has_tag\", \"tag\": \"vip\", \"since\": 7}}";
        SlaPolicy read = FORMAT.read(policy, SlaPolicy.class);
        assertEquals("a", read.id().value());
        assertEquals(List.of(), read.targets());
        JsonFormatException strict =
                refused(Reason.UNKNOWN_FIELD, "/tarjets", FORMAT.strict(), policy, SlaPolicy.class);
        assertTrue(strict.rule().contains("targets"), strict.rule());
    }

    @Test
    void whatAMapHoldsIsNoField() {
        refused(
                Reason.UNKNOWN_WORD,
                "/hours/funday",
                FORMAT,
                "{\"id\": \"a\", \"zone\": \"UTC\", \"hours\": {\"funday\": []}}",
                BusinessCalendar.class);
    }

    @Test
    void theFirstVersionOfATimelineHasNoBeginning() {
        String timeline =
                "{\"type\": \"timeline\", \"later\": 1, \"versions\": [{\"time\": {\"type\": \"always\", \"later\": 1}, \"later\": 1}]}";
        FORMAT.read(timeline, CalendarTimeline.class);
        refused(
                Reason.NOT_ALLOWED,
                "/versions/0",
                FORMAT,
                timeline.replace("\"time\": ", "\"from\": \"2026-01-01T00:00:00Z\", \"time\": "),
                CalendarTimeline.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {SlaPolicy.class, TicketHistory.class, Instant.class, TicketEvent[].class, Object.class})
    void nothingIsNoValue(Class<?> type) {
        refused(Reason.INCOMPLETE, "", FORMAT, "null", type);
    }

    @Test
    void nothingIsNoPartOfAListOrMap() {
        refused(Reason.INCOMPLETE, "/targets/0", FORMAT, "{\"id\": \"a\", \"targets\": [null]}", SlaPolicy.class);
        refused(Reason.INCOMPLETE, "/0", FORMAT, "[null]", TicketEvent[].class);
        refused(Reason.INCOMPLETE, "/0", FORMAT, "[null]", TicketCondition[].class);
        refused(
                Reason.INCOMPLETE,
                "/hours/monday/0",
                FORMAT,
                "{\"id\": \"a\", \"zone\": \"UTC\", \"hours\": {\"monday\": [null]}}",
                BusinessCalendar.class);
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, TicketEvent.class, CalendarBook.class, Instant.class})
    void aNumberThatNobodyCanHoldIsRefusedInOurWords(Class<?> type) {
        refused(Reason.WRONG_TYPE, "", FORMAT, "1e-10000000000", type);
    }

    @Test
    void whatIsNoJsonIsRefusedWhereverItIs() {
        refused(
                Reason.NOT_JSON,
                "",
                FORMAT,
                "{\"id\": \"a\", \"hours\": {\"monday\": [\"09:00-12:00\", 00-12:00\"]}}",
                BusinessCalendar.class);
    }

    @Test
    void anEventOfAnUnknownKindIsRefusedUnlessTheReaderChooses() {
        JsonFormatException refusal =
                refused(Reason.UNKNOWN_LABEL, "/events/1/type", FORMAT, HISTORY, TicketHistory.class);
        assertTrue(refusal.rule().contains("ticket_created, message_added"), refusal.rule());
        refused(Reason.UNKNOWN_LABEL, "/type", FORMAT.unknownEvents(UnknownEvents.refuse()), POLL, TicketEvent.class);
        refused(Reason.UNKNOWN_LABEL, "/0/type", FORMAT, "[" + POLL + "]", TicketEvent[].class);
    }

    @Test
    void keptItSaysAllThatItSaidAndIsWrittenAgain() {
        BothFormats keeping = FORMAT.unknownEvents(UnknownEvents.keep());
        TicketHistory history = keeping.read(HISTORY, TicketHistory.class);
        KeptEvent kept = (KeptEvent) history.events().get(1);
        assertEquals(KNOWN, kept.head());
        assertEquals("poll_sent", kept.label());
        assertEquals(
                List.of("answers", "open", "scores"),
                kept.content().keySet().stream().sorted().toList());
        assertEquals(3, kept.content().get("answers"));
        assertEquals(true, kept.content().get("open"));
        List<?> scores = (List<?>) Objects.requireNonNull(kept.content().get("scores"));
        assertEquals(new BigDecimal("1.50"), scores.get(0));
        assertEquals(Map.of("of", "ann"), scores.get(2));
        assertThrows(UnsupportedOperationException.class, scores::clear);
        String written = keeping.write(history);
        assertTrue(written.contains("\"type\" : \"poll_sent\",\n    \"head\""), written);
        assertEquals(history, keeping.read(written, TicketHistory.class));
        assertEquals(kept, keeping.read(POLL, TicketEvent.class));
        assertEquals(List.of(kept), List.of(keeping.read("[" + POLL + "]", TicketEvent[].class)));
        refused(Reason.INCOMPLETE, "/head", keeping, "{\"type\": \"poll_sent\"}", TicketEvent.class);
        refused(Reason.INCOMPLETE, "/type", keeping, "{\"head\": " + HEAD + "}", TicketEvent.class);
    }

    @Test
    void leftOutItIsReported() {
        for (JsonFormat format : List.of(JsonFormat2.standard(), JsonFormat3.standard())) {
            List<KeptEvent> left = new ArrayList<>();
            JsonFormat skipping = format.unknownEvents(UnknownEvents.skip(left::add));
            assertEquals(1, skipping.read(HISTORY, TicketHistory.class).events().size());
            assertEquals(
                    List.of("poll_sent"), left.stream().map(KeptEvent::label).toList());
            JsonFormatException single =
                    assertThrows(JsonFormatException.class, () -> skipping.read(POLL, TicketEvent.class));
            assertEquals(Reason.UNKNOWN_LABEL, single.reason());
        }
    }

    @Test
    void aReaderMayMakeOfItWhatItLikes() {
        BothFormats own = FORMAT.unknownEvents(event -> Optional.of(new Marked(event.head(), event.label(), Map.of())));
        assertEquals(new Marked(KNOWN, "poll_sent", Map.of()), own.read(POLL, TicketEvent.class));
    }
}
