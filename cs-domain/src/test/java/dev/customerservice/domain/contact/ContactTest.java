package dev.customerservice.domain.contact;

import static dev.customerservice.domain.contact.ContactSegment.Kind.HOLD;
import static dev.customerservice.domain.contact.ContactSegment.Kind.QUEUE;
import static dev.customerservice.domain.contact.ContactSegment.Kind.TALK;
import static dev.customerservice.domain.contact.ContactSegment.Kind.WRAP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContactTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final AgentId ANA = AgentId.of("ana");

    private static Interval seconds(int startInclusive, int endExclusive) {
        return new Interval(NINE.plusSeconds(startInclusive), NINE.plusSeconds(endExclusive));
    }

    private static Contact.Builder call() {
        return Contact.builder()
                .id(ContactId.of("c-1"))
                .channel(Channel.PHONE)
                .addSegment(ContactSegment.queue(seconds(0, 20)));
    }

    @Test
    void theStretchesOfACallAddUp() {
        Contact call = call().addSegment(ContactSegment.of(TALK, seconds(20, 120), ANA))
                .addSegment(ContactSegment.of(HOLD, seconds(120, 150), ANA))
                .addSegment(ContactSegment.of(TALK, seconds(150, 200), ANA))
                .addSegment(ContactSegment.of(WRAP, seconds(200, 245), ANA))
                .build();
        assertTrue(call.isAnswered());
        assertFalse(call.isAbandoned());
        assertEquals(NINE, call.arrivedAt());
        assertEquals(Duration.ofSeconds(20), call.total(QUEUE));
        assertEquals(Duration.ofSeconds(150), call.total(TALK));
        assertEquals(Duration.ofSeconds(225), call.handleTime());
    }

    @Test
    void whoeverWasNotAnsweredAbandonedUnlessRedirected() {
        assertTrue(call().build().isAbandoned());
        assertFalse(call().redirected(true).build().isAbandoned());
        assertEquals(Duration.ZERO, call().build().handleTime());
    }

    @Test
    void whatCannotBeACallIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Contact.builder()
                        .id(ContactId.of("c-1"))
                        .channel(Channel.CHAT)
                        .build());
        assertThrows(
                IllegalArgumentException.class,
                () -> call().addSegment(ContactSegment.of(TALK, seconds(19, 30), ANA))
                        .build());
        assertThrows(IllegalArgumentException.class, () -> new ContactSegment(QUEUE, seconds(0, 1), Optional.of(ANA)));
        assertThrows(IllegalArgumentException.class, () -> new ContactSegment(TALK, seconds(0, 1), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> ContactId.of(" "));
    }

    @Test
    void anActivityNamesTheAgent() {
        AgentActivity idle = new AgentActivity(ANA, AgentActivity.Kind.IDLE, seconds(0, 60));
        assertEquals(Duration.ofMinutes(1), idle.interval().duration());
        assertEquals(ANA, idle.agent());
    }
}
