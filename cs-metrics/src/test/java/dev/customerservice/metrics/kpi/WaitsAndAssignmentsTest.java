package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.AssigneeChanged;
import dev.customerservice.domain.ticket.Audience;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.MessageAdded;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusChanged;
import dev.customerservice.domain.ticket.TicketCreated;
import dev.customerservice.domain.ticket.TicketDetails;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.metrics.facts.FactExtractor;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every wait of the customer, the first and later ones, and who had the ticket since when. */
class WaitsAndAssignmentsTest {
    private static final TicketId ID = TicketId.of("T-1");
    private static final Instant NINE = Instant.parse("2026-10-05T09:00:00Z");
    private static final Actor ADA = Actor.customer("ada");
    private static final Actor ANA = Actor.agent("ana");

    private static EventHead at(long minutes, Actor by) {
        return EventHead.of(ID, NINE.plus(Duration.ofMinutes(minutes)), by);
    }

    /** Answered after 30 minutes, after another 20, and not yet. */
    private static final TicketFacts TICKET = FactExtractor.asOf(NINE.plus(Duration.ofHours(3)))
            .extract(TicketHistory.of(
                    new TicketCreated(at(0, ADA), TicketDetails.none()),
                    new AssigneeChanged(at(10, ANA), Optional.of(AgentId.of("ana"))),
                    MessageAdded.of(at(30, ANA), Audience.CUSTOMER),
                    new AssigneeChanged(at(40, ANA), Optional.empty()),
                    new AssigneeChanged(at(45, ANA), Optional.of(AgentId.of("ben"))),
                    new StatusChanged(at(60, ANA), Status.SOLVED),
                    MessageAdded.of(at(70, ADA), Audience.CUSTOMER),
                    new StatusChanged(at(70, ADA), Status.OPEN),
                    MessageAdded.of(at(90, ANA), Audience.CUSTOMER),
                    new StatusChanged(at(95, ANA), Status.SOLVED),
                    MessageAdded.of(at(100, ADA), Audience.CUSTOMER)))
            .orElseThrow();

    private static Measurement<DurationDistribution> minutes(int open, long... minutes) {
        DurationDistribution.Builder all = DurationDistribution.builder();
        for (long each : minutes) {
            all.add(Duration.ofMinutes(each));
        }
        return Measurement.value(all.build(), minutes.length, LeftOut.of(Absence.STILL_RUNNING, open));
    }

    private static Measurement<DurationDistribution> of(DurationKpi<TurnFacts> kpi) {
        return TICKET.turns().stream().collect(kpi.collector());
    }

    @Test
    void allResponsesAreTheFirstReplyAndTheNextOnes() {
        Measurement<DurationDistribution> all = of(TicketKpis.responseTime());
        Measurement<DurationDistribution> next = of(TicketKpis.nextReplyTime());
        assertEquals(minutes(1, 30, 20), all);
        assertEquals(minutes(1, 20), next);
        assertEquals(
                Optional.of(Duration.ofMinutes(25)),
                all.amount().orElseThrow().mean().toDuration());
    }

    @Test
    void theyHaveABusinessClockToo() {
        Clock wall = new Clock("wall", BusinessTime.always());
        assertEquals("response_time.on_wall", TicketKpis.responseTime(wall).id());
        assertEquals("next_reply_time.on_wall", TicketKpis.nextReplyTime(wall).id());
        assertEquals(of(TicketKpis.nextReplyTime()), of(TicketKpis.nextReplyTime(wall)));
    }

    @Test
    void anAgentHasItFromTheFirstAssignmentOn() {
        assertEquals(
                Optional.of(NINE.plus(Duration.ofMinutes(10))),
                Milestone.FIRST_ASSIGNED.of(TICKET).map(moment -> moment.at()));
        assertEquals("first_assigned", Milestone.FIRST_ASSIGNED.id());
        assertEquals(
                Optional.of(Duration.ofMinutes(10)),
                List.of(TICKET).stream()
                        .collect(TicketKpis.unassignedTime().mean().collector())
                        .amount()
                        .flatMap(mean -> mean.toDuration()));
        assertEquals(
                Optional.of(Duration.ofMinutes(85)),
                List.of(TICKET).stream()
                        .collect(TicketKpis.assignmentToResolutionTime().mean().collector())
                        .amount()
                        .flatMap(mean -> mean.toDuration()));
    }
}
