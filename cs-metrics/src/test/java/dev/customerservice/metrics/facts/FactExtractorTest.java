package dev.customerservice.metrics.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Deleted;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.kpi.TicketKpis;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FactExtractorTest {
    private static final TicketId ID = TicketId.of("T-1");
    private static final Instant NINE = Instant.parse("2026-10-05T09:00:00Z");
    private static final Instant AS_OF = Instant.parse("2026-10-31T00:00:00Z");
    private static final Actor ADA = Actor.customer("ada");
    private static final Actor ANA = Actor.agent("ana");
    private static final Actor BEN = Actor.agent("ben");
    private static final TeamId FRONT = TeamId.of("front");
    private static final TeamId BACK = TeamId.of("back");

    /** Answered by Ana, handed to Ben in the back office, solved, objected to, solved again, closed. */
    private static final TicketHistory STORY = TicketHistory.of(
            new TicketCreated(
                    at(0, ADA),
                    TicketDetails.builder()
                            .team(FRONT)
                            .requester(Requester.of(CustomerId.of("ada")))
                            .build()),
            new AssigneeChanged(at(10, ANA), Optional.of(AgentId.of("ana"))),
            MessageAdded.of(at(20, ANA), Audience.INTERNAL),
            MessageAdded.of(at(30, ANA), Audience.CUSTOMER),
            new TeamChanged(at(40, ANA), Optional.of(BACK)),
            new AssigneeChanged(at(40, ANA), Optional.of(AgentId.of("ben"))),
            new StatusChanged(at(60, BEN), Status.SOLVED),
            MessageAdded.of(at(70, ADA), Audience.CUSTOMER),
            new StatusChanged(at(70, ADA), Status.OPEN),
            MessageAdded.of(at(90, BEN), Audience.CUSTOMER),
            new StatusChanged(at(90, BEN), Status.SOLVED),
            new StatusChanged(at(95, BEN), Status.SOLVED),
            new StatusChanged(at(600, Actor.automation("closer")), Status.CLOSED));

    private static EventHead at(long minutes, Actor by) {
        return EventHead.of(ID, minute(minutes), by);
    }

    private static Instant minute(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static TicketFacts ticket(TicketHistory history) {
        return FactExtractor.asOf(AS_OF).extract(history).orElseThrow();
    }

    @Test
    void everyMomentHasTheAttributesOfItsOwnInstant() {
        TicketFacts ticket = ticket(STORY);

        assertEquals(Optional.of(FRONT), ticket.as().team());
        assertEquals(Optional.empty(), ticket.as().agent());
        Moment reply = ticket.firstReply().orElseThrow();
        assertEquals(minute(30), reply.at());
        assertEquals(Optional.of(FRONT), reply.as().team());
        assertEquals(Optional.of(AgentId.of("ana")), reply.as().agent());
        Moment solved = Milestone.FIRST_RESOLVED.of(ticket).orElseThrow();
        assertEquals(Optional.of(BACK), solved.as().team());
        assertEquals(Optional.of(Status.CLOSED), ticket.latest().status());
    }

    @Test
    void theResolutionIsWhatTheRuleSays() {
        TicketFacts ticket = ticket(STORY.stating(StatedValues.builder()
                .putMoment(StatedValues.RESOLVED, minute(123))
                .build()));

        assertEquals(minute(60), resolution(ResolutionRule.FIRST_ENTRY, ticket));
        assertEquals(minute(90), resolution(ResolutionRule.LAST_ENTRY_IF_RESOLVED_NOW, ticket));
        assertEquals(minute(95), resolution(ResolutionRule.LAST_EVENT, ticket));
        assertEquals(minute(123), resolution(ResolutionRule.STATED, ticket));
        TicketFacts reopened = FactExtractor.asOf(minute(80)).extract(STORY).orElseThrow();
        assertEquals(
                Optional.empty(),
                Milestone.resolved(ResolutionRule.LAST_ENTRY_IF_RESOLVED_NOW).of(reopened));
        assertEquals(minute(60), resolution(ResolutionRule.LAST_EVENT, reopened));
        assertEquals(Optional.empty(), Milestone.STATED_OPENED.of(ticket).map(Moment::at));
        assertEquals(
                Optional.of(minute(123)),
                Milestone.either(Milestone.STATED_OPENED, Milestone.STATED_RESOLVED)
                        .of(ticket)
                        .map(Moment::at));
    }

    private static Instant resolution(ResolutionRule rule, TicketFacts ticket) {
        return Milestone.resolved(rule).of(ticket).orElseThrow().at();
    }

    @Test
    void aMessageToADoneTicketIsOwedAReplyThroughItsClosing() {
        TicketHistory reopened = TicketHistory.of(
                new TicketCreated(at(0, ADA), TicketDetails.builder().build()),
                MessageAdded.of(at(10, ANA), Audience.CUSTOMER),
                new StatusChanged(at(20, ANA), Status.SOLVED),
                MessageAdded.of(at(30, ADA), Audience.CUSTOMER),
                new StatusChanged(at(40, Actor.automation("closer")), Status.CLOSED),
                new StatusChanged(at(50, ADA), Status.OPEN),
                MessageAdded.of(at(60, ANA), Audience.CUSTOMER));
        TurnFacts second = ticket(reopened).turns().get(1);
        assertEquals(minute(30), second.at());
        assertEquals(Optional.of(minute(60)), second.reply().map(Moment::at));
    }

    @Test
    @Tag("S0-62")
    void cannedRepliesAreSharesOfReplies() {
        TicketFacts own = ticket(TicketHistory.of(
                new TicketCreated(at(0, ADA), TicketDetails.builder().build()),
                MessageAdded.of(at(10, ANA), Audience.CUSTOMER).withTemplate("reset-password"),
                MessageAdded.of(at(15, ANA), Audience.INTERNAL).withTemplate("note-to-self"),
                MessageAdded.of(at(20, ADA), Audience.CUSTOMER),
                MessageAdded.of(at(30, ANA), Audience.CUSTOMER),
                MessageAdded.of(at(40, ANA), Audience.CUSTOMER)));
        TicketFacts quiet = ticket(TicketHistory.of(
                new TicketCreated(at(0, ADA), TicketDetails.builder().build())));

        assertEquals(1, own.cannedReplies(), "what the customer cannot read is no reply");
        assertEquals(
                Ratio.of(1, 3),
                Stream.of(own, quiet)
                        .collect(TicketKpis.cannedReplyShare().collector())
                        .orElseThrow());
        assertTrue(Stream.of(quiet)
                .collect(TicketKpis.cannedReplyShare().collector())
                .amount()
                .filter(share -> share.value().isPresent())
                .isEmpty());
    }

    @Test
    void aTicketThatAnAgentOpensIsNoContactOfTheCustomer() {
        TicketHistory outbound = TicketHistory.of(
                new TicketCreated(
                        EventHead.of(TicketId.of("T-2"), minute(900), ANA),
                        TicketDetails.builder()
                                .requester(Requester.of(CustomerId.of("ada")))
                                .build()),
                new StatusChanged(EventHead.of(TicketId.of("T-2"), minute(910), ANA), Status.SOLVED));
        Facts facts =
                Facts.of(List.of(STORY, outbound), FactExtractor.asOf(AS_OF)).linked();
        assertEquals(List.of(), facts.tickets().get(1).customerContacts());
        assertEquals(Optional.empty(), facts.tickets().get(0).nextContact(minute(95)));
    }

    @Test
    void factsOfTwoPartsAreNotLinkedUntilTheyAreTogether() {
        FactExtractor extractor = FactExtractor.asOf(AS_OF);
        Facts sum = Facts.of(List.of(STORY), extractor).linked().plus(Facts.of(List.of(), extractor));
        assertFalse(sum.tickets().get(0).linked());
        assertFalse(sum.rows(SolveFacts.class).get(0).linked());
        assertTrue(sum.linked().rows(SolveFacts.class).get(0).linked());
        assertTrue(sum.has(TurnFacts.class));
        assertFalse(sum.has(SlaFacts.class), "no plan was read");
    }

    @Test
    void countersCountWhatTheirNamesSay() {
        TicketFacts ticket = ticket(STORY);

        assertEquals(2, ticket.replies());
        assertEquals(List.of(minute(0), minute(70)), ticket.customerContacts());
        assertEquals(1, ticket.reopens());
        assertEquals(1, ticket.agentChanges());
        assertEquals(1, ticket.teamChanges());
        assertEquals(1, ticket.actorChanges());
        assertEquals(2, ticket.distinctAgents());
        assertEquals(2, ticket.distinctRepliers());
        assertEquals(0, ticket.escalations());
        assertEquals(Optional.empty(), ticket.removedAt());
    }

    @Test
    void eachWaitOfTheCustomerIsATurn() {
        List<TurnFacts> turns = ticket(STORY).turns();

        assertEquals(List.of(NINE, minute(70)), turns.stream().map(Moment::at).toList());
        assertEquals(List.of(true, false), turns.stream().map(TurnFacts::first).toList());
        assertEquals(
                List.of(minute(30), minute(90)),
                turns.stream().map(turn -> turn.reply().orElseThrow().at()).toList());
        TurnFacts open = FactExtractor.asOf(minute(80))
                .extract(STORY)
                .orElseThrow()
                .turns()
                .get(1);
        assertTrue(open.waiting());
        TurnFacts dropped = ticket(TicketHistory.of(
                        new TicketCreated(at(0, ADA), TicketDetails.none()),
                        new StatusChanged(at(5, ANA), Status.SOLVED)))
                .turns()
                .get(0);
        assertTrue(dropped.dropped());
        assertFalse(dropped.waiting());
    }

    @Test
    void staysFollowEachOtherAndSayHowTheyBeganAndEnded() {
        List<StayFacts> stays = ticket(STORY).stays();

        assertEquals(
                List.of("CREATED", "MOVED", "MOVED", "MOVED", "RESOLVED", "REOPENED", "RESOLVED", "MOVED", "MOVED"),
                stays.stream().map(stay -> stay.began().name()).toList());
        assertEquals(
                List.of("MOVED", "MOVED", "MOVED", "RESOLVED", "REOPENED", "RESOLVED", "MOVED", "MOVED", "STILL_THERE"),
                stays.stream().map(stay -> stay.ended().name()).toList());
        for (int i = 1; i < stays.size(); i++) {
            assertEquals(Optional.of(stays.get(i).at()), stays.get(i - 1).until());
            assertEquals(Optional.of(stays.get(i).as()), stays.get(i - 1).after());
            assertEquals(Optional.of(stays.get(i - 1).as()), stays.get(i).before());
        }
        assertEquals(
                List.of(true, false, false, false, true, true, true, true, true),
                stays.stream().map(StayFacts::statusSet).toList());
        assertEquals(minute(10), StayMoment.BEGAN.of(stays.get(1)).orElseThrow().at());
        assertEquals(minute(40), StayMoment.ENDED.of(stays.get(1)).orElseThrow().at());
        assertEquals(Optional.empty(), StayMoment.ENDED.of(stays.get(8)));
    }

    @Test
    void eachSolutionKnowsWhetherItHeld() {
        List<SolveFacts> solves = ticket(STORY).solves();

        assertEquals(
                List.of(minute(60), minute(90)), solves.stream().map(Moment::at).toList());
        assertEquals(
                List.of(Optional.of(minute(70)), Optional.empty()),
                solves.stream().map(SolveFacts::reopenedAt).toList());
        assertTrue(solves.get(0).first());
        assertFalse(solves.get(0).linked());
    }

    @Test
    void aDeletedTicketEndsThere() {
        TicketFacts gone = ticket(TicketHistory.of(
                new TicketCreated(at(0, ADA), TicketDetails.none()),
                new Deleted(at(5, ANA)),
                MessageAdded.of(at(9, ANA), Audience.CUSTOMER)));

        assertEquals(Optional.of(minute(5)), gone.removedAt());
        assertEquals(StayFacts.Ended.REMOVED, gone.stays().get(0).ended());
        assertEquals(0, gone.replies());
    }

    @Test
    void whatComesLaterIsNotKnown() {
        assertEquals(Optional.empty(), FactExtractor.asOf(NINE.minusNanos(1)).extract(STORY));
        assertEquals(
                0, FactExtractor.asOf(minute(29)).extract(STORY).orElseThrow().replies());
    }

    @Test
    void aCustomerWhoComesBackAboutSomethingElseIsSeen() {
        TicketHistory other = TicketHistory.of(new TicketCreated(
                EventHead.of(TicketId.of("T-2"), minute(100), ADA),
                TicketDetails.builder()
                        .requester(Requester.of(CustomerId.of("ada")))
                        .build()));
        Facts facts = Facts.of(List.of(STORY, other), FactExtractor.asOf(AS_OF)).linked();
        ContactLinks links = ContactLinks.of(facts.tickets());

        assertEquals(Optional.of(minute(100)), facts.tickets().get(0).nextContact(minute(60)));
        assertEquals(
                Optional.of(minute(100)), facts.rows(SolveFacts.class).get(1).nextContactAt());
        assertEquals(Optional.empty(), links.next(CustomerId.of("ada"), ID, minute(100)));
        assertEquals(Optional.of(minute(70)), links.next(CustomerId.of("ada"), TicketId.of("T-2"), minute(0)));
        assertTrue(links.knows(CustomerId.of("ada")));
        assertFalse(links.knows(CustomerId.of("bob")));
    }

    @Test
    void factsOfTwoInstantsAreNotMixed() {
        Facts now = Facts.of(List.of(STORY), FactExtractor.asOf(AS_OF));
        Facts before = Facts.of(List.of(STORY), FactExtractor.asOf(minute(80)));

        assertThrows(IllegalArgumentException.class, () -> now.plus(before));
        assertEquals(2, now.plus(now).tickets().size());
        assertEquals(
                2 * now.rows(StayFacts.class).size(),
                now.plus(now).rows(StayFacts.class).size());
        assertThrows(
                IllegalArgumentException.class, () -> now.openAt(List.of(minute(1), minute(0)), Backlog.unsolved()));
    }

    @Test
    void noCustomerReachesALogByAccident() {
        TicketFacts ticket = ticket(STORY);

        assertFalse((ticket + " " + ticket.as() + " " + ticket.stays()).contains("ada"));
        assertEquals(Optional.of(CustomerId.of("ada")), ticket.as().customer());
        assertEquals(Optional.empty(), Attributes.none().status());
    }

    @Test
    void aSetOfStatusesIsNamedAndCanBeTurnedAround() {
        StatusSet waiting = StatusSet.named("user_info", "Awaiting User Info");

        assertTrue(waiting.contains(Status.of("Awaiting User Info", Status.PENDING.category())));
        assertFalse(waiting.contains(Status.PENDING));
        assertTrue(waiting.complement().contains(Status.PENDING));
        assertEquals(waiting, waiting.complement().complement());
        assertTrue(StatusSet.NONE.isEmpty());
        assertEquals("not (SOLVED, CLOSED)", StatusSet.DONE.complement().toString());
    }

    @Test
    void factsReadTwiceAreEqual() {
        TicketFacts once = ticket(STORY);
        TicketFacts again = ticket(STORY);
        TicketFacts earlier = FactExtractor.asOf(minute(200)).extract(STORY).orElseThrow();

        assertEquals(once.stays(), again.stays());
        assertEquals(once.stays().hashCode(), again.stays().hashCode());
        assertEquals(once, again);
        assertFalse(once.stays().get(0).equals(earlier.stays().get(0)), "what is known later is another fact");
        assertFalse(once.stays().get(0).equals(once.stays().get(1)));
        assertEquals(once.solves(), again.solves());
    }

    @Test
    void theStaysOfAllTicketsAreOneListInOrder() {
        List<List<String>> parts = List.of(List.of("a", "b"), List.of(), List.of(), List.of("c"), List.of());
        List<String> joined = new Joined<>(parts);
        Facts facts = Facts.of(List.of(STORY, STORY), FactExtractor.asOf(AS_OF));
        List<StayFacts> own = ticket(STORY).stays();

        assertEquals(List.of("a", "b", "c"), joined);
        assertEquals(List.of("a", "b", "c"), List.of(joined.get(0), joined.get(1), joined.get(2)));
        assertThrows(IndexOutOfBoundsException.class, () -> joined.get(3));
        assertEquals(List.of(), new Joined<>(List.<List<String>>of()));
        assertEquals(2 * own.size(), facts.rows(StayFacts.class).size());
        assertEquals(own, facts.rows(StayFacts.class).subList(own.size(), 2 * own.size()));
    }
}
