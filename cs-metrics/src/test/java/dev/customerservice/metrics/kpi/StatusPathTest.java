package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.Escalated;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TeamChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketEvent;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** One ticket on its way through the statuses: what was set how often, what time is taken off, and who came back when. */
class StatusPathTest {
    /** A Monday; the office of {@link KpiProperties#OFFICE} opens at 7 UTC and closes at 15 UTC. */
    private static final Instant NINE = Instant.parse("2026-10-05T09:00:00Z");

    private static final Actor ADA = Actor.customer("ada");
    private static final Actor ANA = Actor.agent("ana");
    private static final StatusSet OPEN = StatusSet.of("open", StatusCategory.OPEN);

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static final class Path {
        private final TicketId id;
        private final List<TicketEvent> events = new ArrayList<>();

        Path(String id, long created) {
            this.id = TicketId.of(id);
            events.add(new TicketCreated(
                    head(created, ADA),
                    TicketDetails.builder()
                            .requester(Requester.of(CustomerId.of("ada")))
                            .build()));
        }

        private EventHead head(long minutes, Actor by) {
            return EventHead.of(id, at(minutes), by);
        }

        Path status(long minutes, Status to) {
            events.add(new StatusChanged(head(minutes, ANA), to));
            return this;
        }

        Path assigned(long minutes, String agent) {
            events.add(new AssigneeChanged(head(minutes, ANA), Optional.of(AgentId.of(agent))));
            return this;
        }

        Path reply(long minutes) {
            events.add(MessageAdded.of(head(minutes, ANA), Audience.CUSTOMER));
            return this;
        }

        TicketHistory history() {
            return TicketHistory.of(events);
        }

        TicketFacts asOf(long minutes) {
            return FactExtractor.asOf(at(minutes)).extract(history()).orElseThrow();
        }
    }

    /** Pending from 20 to 30 and from 40 to 60, assigned at 25, answered at 50, solved at 60. */
    private static Path solved() {
        return new Path("T-1", 0)
                .status(10, Status.OPEN)
                .status(20, Status.PENDING)
                .assigned(25, "ana")
                .status(30, Status.OPEN)
                .assigned(35, "ben")
                .status(40, Status.PENDING)
                .status(45, Status.PENDING)
                .reply(50)
                .status(60, Status.SOLVED);
    }

    private static long minutes(TicketTimes times, TicketFacts ticket) {
        return times.column().nanos(ticket) / Duration.ofMinutes(1).toNanos();
    }

    @Test
    void aStatusMaySetItselfAgainWhichCountsAsASettingOnly() {
        TicketFacts ticket = solved().asOf(180);
        assertEquals(3, TicketColumns.settings(StatusSet.PENDING).of(ticket));
        assertEquals(2, TicketColumns.settings(OPEN).of(ticket));
        assertEquals(1, TicketColumns.settings(StatusSet.DONE).of(ticket));
        assertEquals(0, TicketColumns.settings(StatusSet.NONE).of(ticket));
        assertEquals(2, TicketColumns.transitions(OPEN, StatusSet.PENDING).of(ticket));
        assertEquals(1, TicketColumns.transitions(StatusSet.PENDING, OPEN).of(ticket));
        assertEquals(
                1,
                TicketColumns.transitions(StatusSet.PENDING, StatusSet.PENDING).of(ticket));
        assertEquals(
                1, TicketColumns.transitions(StatusSet.PENDING, StatusSet.DONE).of(ticket));
        assertEquals(0, TicketColumns.transitions(OPEN, StatusSet.DONE).of(ticket));
        assertEquals(
                "events that set " + StatusSet.PENDING,
                TicketColumns.settings(StatusSet.PENDING).id());
        assertEquals(
                "changes from " + OPEN + " to " + StatusSet.PENDING,
                TicketColumns.transitions(OPEN, StatusSet.PENDING).id());
    }

    @Test
    void onlyThePartOfAStayBetweenBothMomentsIsTakenOff() {
        TicketFacts ticket = solved().asOf(180);
        TicketTimes whole = TicketKpis.fullResolutionTime();
        assertEquals(60, minutes(whole, ticket));
        assertEquals(60 - 10 - 20, minutes(whole.netOf(StatusSet.PENDING), ticket));
        assertEquals(60 - 10 - 10, minutes(whole.netOf(OPEN), ticket));
        assertEquals(60, minutes(whole.netOf(StatusSet.CLOSED), ticket));
        TicketTimes assigned = TicketKpis.time("assigned", Milestone.FIRST_ASSIGNED, Milestone.FIRST_REPLY);
        assertEquals(25, minutes(assigned, ticket));
        assertEquals(25 - 5 - 10, minutes(assigned.netOf(StatusSet.PENDING), ticket));
        TicketTimes reply = TicketKpis.time("reply", Milestone.FIRST_REPLY, Milestone.RESOLVED);
        assertEquals(0, minutes(reply.netOf(StatusSet.PENDING), ticket));
        assertEquals(10, minutes(reply.netOf(OPEN), ticket));
    }

    @Test
    void timeSoFarIsNetToo() {
        TicketFacts open = solved().asOf(55);
        DurationColumn<TicketFacts> gross = TicketKpis.fullResolutionTime().column();
        DurationColumn<TicketFacts> net =
                TicketKpis.fullResolutionTime().netOf(StatusSet.PENDING).column();
        assertEquals(DurationColumn.ABSENT, net.nanos(open));
        assertEquals(Absence.STILL_RUNNING, net.absence(open));
        assertEquals(Duration.ofMinutes(55).toNanos(), gross.soFar(open));
        assertEquals(Duration.ofMinutes(55 - 10 - 15).toNanos(), net.soFar(open));

        TicketFacts done = solved().asOf(180);
        assertEquals(DurationColumn.ABSENT, gross.soFar(done));
        TicketTimes never = TicketKpis.time("never", Milestone.STATED_OPENED, Milestone.RESOLVED);
        assertEquals(DurationColumn.ABSENT, never.column().nanos(done));
        assertEquals(DurationColumn.ABSENT, never.column().soFar(open));
        assertEquals(Absence.MISSING, never.column().absence(open));
    }

    @Test
    void aWrongOrderIsNotHiddenByClosedHours() {
        // created in closed time at 17:00 UTC, solved at 18:00, in the office from 9 to 17 of Rome
        TicketFacts late = new Path("T-2", 480).status(540, Status.SOLVED).asOf(600);
        TicketTimes backwards = TicketKpis.time("backwards", Milestone.RESOLVED, Milestone.CREATED);
        assertEquals(-60, minutes(backwards, late));
        assertEquals(-60, minutes(backwards.on("office", KpiProperties.OFFICE), late));
        assertEquals(-60, minutes(backwards.asSigned(), late));
        assertEquals(0, minutes(backwards.on("office", KpiProperties.OFFICE).asSigned(), late));

        TicketFacts early = new Path("T-3", 0).status(30, Status.SOLVED).asOf(600);
        assertEquals(-30, minutes(backwards.on("office", KpiProperties.OFFICE).asSigned(), early));
        TicketTimes atOnce = TicketKpis.time("at_once", Milestone.RESOLVED, Milestone.RESOLVED);
        assertEquals(0, minutes(atOnce.netOf(StatusSet.DONE), early));
    }

    @Test
    void whoCameBackAtTheVeryEndOfTheWindowCameBack() {
        FlagColumn<TicketFacts> back = TicketColumns.contactWithin(Milestone.RESOLVED, Duration.ofMinutes(100));
        TicketHistory solved = solved().history();
        assertSame(Answer.YES, back.of(linked(solved, 160, 161)));
        assertSame(Answer.NO, back.of(linked(solved, 161, 170)));
        assertSame(Answer.YES, back.of(linked(solved, 61, 161)));
        // as of the very end of the window nobody knows yet
        assertEquals(
                Optional.of(Absence.WINDOW_OPEN),
                back.of(linked(solved, 61, 160)).reason());
        assertEquals(
                Optional.of(Absence.NOT_LINKED), back.of(solved().asOf(170)).reason());
        assertEquals(Optional.of(Absence.MISSING), back.of(solved().asOf(50)).reason());
        assertEquals("new contact within PT1H40M after " + Milestone.RESOLVED.id(), back.id());
    }

    private static TicketFacts linked(TicketHistory first, long again, long asOf) {
        return Facts.of(List.of(first, new Path("T-9", again).history()), FactExtractor.asOf(at(asOf)))
                .linked()
                .tickets()
                .get(0);
    }

    @Test
    void handingOnWithinATeamIsNoTransfer() {
        TicketHistory history = TicketHistory.of(List.of(
                new TicketCreated(EventHead.of(TicketId.of("T-4"), at(0), ADA), TicketDetails.none()),
                team(10, "front"),
                new AssigneeChanged(EventHead.of(TicketId.of("T-4"), at(20), ANA), Optional.of(AgentId.of("ana"))),
                team(30, "back"),
                new StatusChanged(EventHead.of(TicketId.of("T-4"), at(40), ANA), Status.SOLVED)));
        Facts facts = Facts.of(List.of(history), FactExtractor.asOf(at(60)));
        assertEquals(2, count(facts, BacklogKpis.transferredIn()));
        assertEquals(2, count(facts, BacklogKpis.transferredOut()));
        assertEquals(1, count(facts, BacklogKpis.created()));
        assertEquals(1, count(facts, BacklogKpis.resolved()));
        assertEquals(0, count(facts, BacklogKpis.reopened()));
        assertEquals(0, count(facts, BacklogKpis.removed()));
    }

    @Test
    void eachCounterCountsItsOwn() {
        TicketHistory history = TicketHistory.of(List.of(
                new TicketCreated(EventHead.of(TicketId.of("T-4"), at(0), ADA), TicketDetails.none()),
                agent(5, "ana"),
                message(10, ANA),
                message(12, ADA),
                message(15, ANA).withTemplate("hello"),
                agent(20, "ben"),
                agent(25, "ana"),
                agent(26, "ben"),
                agent(27, "cyd"),
                message(30, Actor.agent("ben")).withTemplate("hello"),
                message(35, Actor.agent("cyd")).withTemplate("bye"),
                team(36, "front"),
                team(37, "back"),
                team(38, "front"),
                new Escalated(EventHead.of(TicketId.of("T-4"), at(39), ANA), 1, Optional.empty()),
                new StatusChanged(EventHead.of(TicketId.of("T-4"), at(40), ANA), Status.SOLVED),
                message(41, ADA),
                new StatusChanged(EventHead.of(TicketId.of("T-4"), at(42), ANA), Status.OPEN),
                new StatusChanged(EventHead.of(TicketId.of("T-4"), at(43), ANA), Status.SOLVED)));
        TicketFacts ticket = FactExtractor.asOf(at(60)).extract(history).orElseThrow();
        Map<TicketNumber, Long> expected = new EnumMap<>(TicketNumber.class);
        expected.put(TicketNumber.REPLIES, 4L);
        expected.put(TicketNumber.CANNED_REPLIES, 3L);
        expected.put(TicketNumber.CUSTOMER_CONTACTS, 3L);
        expected.put(TicketNumber.REOPENS, 1L);
        expected.put(TicketNumber.SOLVES, 2L);
        // ana, ben, ana, ben, cyd
        expected.put(TicketNumber.AGENT_CHANGES, 4L);
        expected.put(TicketNumber.TEAM_CHANGES, 2L);
        // ana until 27, ben at 30, cyd at 35, ana from 36 on
        expected.put(TicketNumber.ACTOR_CHANGES, 3L);
        expected.put(TicketNumber.DISTINCT_AGENTS, 3L);
        expected.put(TicketNumber.DISTINCT_REPLIERS, 3L);
        expected.put(TicketNumber.ESCALATIONS, 1L);
        Map<TicketNumber, Long> found = new EnumMap<>(TicketNumber.class);
        for (TicketNumber number : TicketNumber.values()) {
            found.put(number, number.of(ticket));
        }
        assertEquals(expected, found);
        assertEquals("canned_replies", TicketNumber.CANNED_REPLIES.id());
        assertEquals("neither merged nor deleted", TicketColumns.kept().text());
        assertEquals("stated_solved", TicketColumns.statedVerdict("solved").id());
    }

    private static MessageAdded message(long minutes, Actor by) {
        return MessageAdded.of(EventHead.of(TicketId.of("T-4"), at(minutes), by), Audience.CUSTOMER);
    }

    private static TicketEvent agent(long minutes, String agent) {
        return new AssigneeChanged(EventHead.of(TicketId.of("T-4"), at(minutes), ANA), Optional.of(AgentId.of(agent)));
    }

    private static TicketEvent team(long minutes, String team) {
        return new TeamChanged(EventHead.of(TicketId.of("T-4"), at(minutes), ANA), Optional.of(TeamId.of(team)));
    }

    private static long count(Facts facts, FormulaKpi<StayFacts, Long> kpi) {
        return facts.rows(StayFacts.class).stream().collect(kpi.collector()).orElseThrow();
    }
}
