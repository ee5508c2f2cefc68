package dev.customerservice.domain.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.calendar.CalendarBook;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.sla.SlaMetric;
import dev.customerservice.domain.sla.SlaPlan;
import dev.customerservice.domain.sla.SlaPolicy;
import dev.customerservice.domain.sla.SlaTarget;
import dev.customerservice.domain.testing.BothFormats;
import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.KeptEvent;
import dev.customerservice.domain.ticket.TicketCondition;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Without personal data a text says neither who nor what they wrote, is read again, and the clocks on it stand the same. */
class JsonRedactionProperties {
    private static final BothFormats FORMAT = BothFormats.STANDARD.unknownEvents(UnknownEvents.keep());
    private static final BothFormats REDACTED = FORMAT.redacted(JsonRedactionProperties::pseudonym);
    private static final EventHead HEAD =
            EventHead.of(TicketId.of("T-1"), Instant.parse("2026-11-02T09:00:00Z"), Actor.agent("ana"));

    private static final SlaPlan PLAN = SlaPolicy.builder()
            .id("all")
            .addTarget(SlaTarget.of(SlaMetric.FIRST_REPLY, Duration.ofHours(1)))
            .addTarget(SlaTarget.of(SlaMetric.RESOLUTION, Duration.ofHours(8)))
            .build()
            .resolve(CalendarBook.of());

    private static String pseudonym(String id) {
        return "p" + Integer.toHexString(id.hashCode());
    }

    private static List<TicketEvent> every() {
        List<TicketEvent> events = new ArrayList<>(JsonHistoryProperties.EVERY_EVENT);
        events.add(new KeptEvent(HEAD, "poll_sent", Map.of("of", "jane doe")));
        return events;
    }

    @Example
    void neitherTextsNorIdsAreWritten() {
        String plain = FORMAT.write(every().toArray(TicketEvent[]::new));
        String redacted = REDACTED.write(every().toArray(TicketEvent[]::new));
        for (String personal : List.of(
                "\"c-1\"",
                "\"c-2\"",
                "\"ana\"",
                "\"ben\"",
                "\"acme\"",
                "\"courier\"",
                "\"Broken\"",
                "mail-7",
                "\"cup\"",
                "jane doe",
                "\"lot\"")) {
            assertTrue(plain.contains(personal), personal);
            assertFalse(redacted.contains(personal), personal);
        }
        for (String kept :
                List.of("\"gold\"", "\"pt-BR\"", "\"T-1\"", "\"rule\"", "\"product\"", "poll_sent", "\"vip\"")) {
            assertTrue(redacted.contains(kept), kept);
        }
        assertTrue(redacted.contains("\"" + pseudonym("ana") + "\""), "the same word for the same person");
        assertEquals(redacted, REDACTED.write(REDACTED.read(plain, TicketEvent[].class)));
        String texts = FORMAT.redacted(UnaryOperator.identity()).write(every().toArray(TicketEvent[]::new));
        assertTrue(texts.contains("\"ana\"") && !texts.contains("Broken"), "ids may stay");
    }

    @Example
    void aConditionAsksForPeopleByTheSameOtherWords() {
        String text = REDACTED.write(new TicketCondition[] {
            TicketCondition.is(Attribute.ASSIGNEE, "ana"), TicketCondition.is(Attribute.TIER, "ana")
        });
        assertEquals(
                List.of(
                        TicketCondition.is(Attribute.ASSIGNEE, pseudonym("ana")),
                        TicketCondition.is(Attribute.TIER, "ana")),
                List.of(FORMAT.read(text, TicketCondition[].class)));
    }

    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Property(tries = 100)
    void theClocksStandTheSame(@ForAll("histories") TicketHistory history) {
        TicketHistory other = FORMAT.read(REDACTED.write(history), TicketHistory.class);
        Instant asOf = Histories.FIRST_MONDAY.plus(Duration.ofDays(30));
        assertEquals(
                PLAN.read(history, asOf).all().toString(),
                PLAN.read(other, asOf).all().toString());
    }
}
