package dev.customerservice.domain.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.testing.Histories;
import dev.customerservice.domain.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TicketHistoryProperties {
    @Provide
    Arbitrary<TicketHistory> histories() {
        return Histories.any();
    }

    @Property(tries = 300)
    void everyPrefixIsAPossibleHistoryAndItsLatestIsThePast(@ForAll("histories") TicketHistory history) {
        List<TicketEvent> events = history.events();
        for (int count = 1; count <= events.size(); count++) {
            TicketHistory prefix = TicketHistory.of(events.subList(0, count));
            boolean lastOfItsInstant = count == events.size()
                    || events.get(count).at().isAfter(events.get(count - 1).at());
            if (lastOfItsInstant) {
                assertEquals(
                        Optional.of(prefix.latest()),
                        history.at(events.get(count - 1).at()));
                assertEquals(
                        Optional.of(prefix), history.until(events.get(count - 1).at()));
            }
        }
    }

    @Property(tries = 300)
    void addingEventsOneByOneIsTheWholeHistory(@ForAll("histories") TicketHistory history) {
        TicketHistory grown = TicketHistory.of(history.events().get(0));
        for (TicketEvent event : history.events().subList(1, history.events().size())) {
            grown = grown.plus(event);
        }
        assertEquals(history, grown);
        assertEquals(history.hashCode(), grown.hashCode());
        assertEquals(history.latest(), grown.latest());
    }

    /** The fold against the plainest counts over the list of events. */
    @Property(tries = 300)
    void theFoldCountsWhatAPlainCountFinds(@ForAll("histories") TicketHistory history) {
        List<Status> statuses = new ArrayList<>();
        int replies = 0;
        int messages = 0;
        for (TicketEvent event : history.events()) {
            if (event instanceof TicketCreated created) {
                statuses.add(created.details().status());
            } else if (event instanceof StatusChanged changed) {
                statuses.add(changed.to());
            } else if (event instanceof MessageAdded message && message.isReply()) {
                replies++;
            } else if (event instanceof MessageAdded message && message.isFromCustomer()) {
                messages++;
            }
        }
        int reopenings = 0;
        for (int i = 1; i < statuses.size(); i++) {
            if (statuses.get(i - 1).isDone() && !statuses.get(i).isDone()) {
                reopenings++;
            }
        }
        Ticket ticket = history.latest();
        assertEquals(reopenings, ticket.reopenings());
        assertEquals(replies, ticket.replies());
        assertEquals(messages, ticket.customerMessages());
        assertEquals(statuses.get(statuses.size() - 1), ticket.status());
        assertTrue(!ticket.awaitingNextReply() || ticket.unansweredSince().isPresent());
    }

    @Property(tries = 100)
    void theCursorSeesWhatEveryPrefixSays(@ForAll("histories") TicketHistory history) {
        TicketCursor cursor = history.cursor();
        int position = 0;
        while (cursor.next()) {
            assertEquals(position, cursor.position());
            assertEquals(history.events().get(position), cursor.event());
            position++;
            assertEquals(TicketHistory.of(history.events().subList(0, position)).latest(), cursor.snapshot());
        }
        assertEquals(history.events().size(), position);
    }

    @Property(tries = 100)
    void instantsStandBesideTheEvents(@ForAll("histories") TicketHistory history) {
        TicketHistory prefix = history.until(history.events().get(0).at()).orElseThrow();
        for (int position = 0; position < history.events().size(); position++) {
            long expected = EpochNanos.of(history.events().get(position).at());
            assertEquals(expected, history.epochNanosAt(position));
            if (position < prefix.events().size()) {
                assertEquals(expected, prefix.epochNanosAt(position));
            }
        }
    }
}
