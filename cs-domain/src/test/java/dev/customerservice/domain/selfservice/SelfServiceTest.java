package dev.customerservice.domain.selfservice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelfServiceTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private static SelfServiceVisit.Builder visit(SelfServiceVisit.Outcome outcome) {
        return SelfServiceVisit.builder()
                .place(SelfServiceVisit.Place.HELP_CENTRE)
                .interval(new Interval(NINE, NINE.plusSeconds(90)))
                .outcome(outcome)
                .addArticle(ArticleId.of("reset-password"));
    }

    @Test
    void onlyAHandoverNamesATicket() {
        TicketId ticket = TicketId.of("T-1");
        SelfServiceVisit handed =
                visit(SelfServiceVisit.Outcome.HANDED_OVER).ticket(ticket).build();
        assertEquals(Optional.of(ticket), handed.ticket());
        assertEquals(List.of(ArticleId.of("reset-password")), handed.articles());
        assertThrows(
                IllegalArgumentException.class,
                () -> visit(SelfServiceVisit.Outcome.LEFT).ticket(ticket).build());
    }

    @Test
    void aVoteDoesNotShowItsReader() {
        ArticleVote vote =
                new ArticleVote(ArticleId.of("a"), NINE, true, Optional.of(CustomerId.of("jane@example.org")));
        assertFalse(vote.toString().contains("jane"));
        assertThrows(IllegalArgumentException.class, () -> ArticleId.of(""));
    }
}
