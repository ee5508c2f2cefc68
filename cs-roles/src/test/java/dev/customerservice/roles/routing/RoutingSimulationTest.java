package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.Desk.MONDAY_NOON;
import static dev.customerservice.roles.routing.Desk.work;
import static dev.customerservice.roles.routing.RoutingPolicy.longestSinceAssigned;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.QueueOutlook;
import dev.customerservice.roles.staffing.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A day after day of calls that arrive, wait, are routed and end, event by event; what comes out is what queueing theory says. */
class RoutingSimulationTest {

    private static final int AGENTS = 5;
    private static final double MEAN_GAP = 50;
    private static final double MEAN_TALK = 180;
    private static final int CALLS = 20_000;

    private record Event(Instant at, TicketId call, boolean isEnd) {}

    @Test
    void callsWaitAsErlangSays() {
        SplittableRandom random = new SplittableRandom(20_260_302);
        RoutingPolicy policy = withinCapacity().then(longestSinceAssigned());
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < AGENTS; i++) {
            people.add(Desk.person(AgentId.of("a" + i), 1).build());
        }
        CapacityLedger ledger = CapacityLedger.of(CapacityPolicy.standard());
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at)
                .thenComparing(event -> event.call().value()));
        Instant arrival = MONDAY_NOON;
        for (int call = 0; call < CALLS; call++) {
            arrival = arrival.plus(draw(random, MEAN_GAP));
            events.add(new Event(arrival, TicketId.of("c" + call), false));
        }
        List<WorkItem> queue = new ArrayList<>();
        double waited = 0;
        int delayed = 0;
        int served = 0;
        while (!events.isEmpty()) {
            Event event = events.remove();
            if (event.isEnd()) {
                ledger = ledger.release(event.call());
            } else {
                queue.add(work(event.call().value())
                        .channel(Channel.PHONE)
                        .queuedAt(event.at())
                        .build());
            }
            Drain drain = policy.drain(queue, QueueOrder.byAge(), ledger.team(people), event.at());
            for (Routing.Assigned assigned : drain.assigned()) {
                Duration wait = assigned.work().waited(event.at());
                waited += wait.toNanos() / 1e9;
                delayed += wait.isZero() ? 0 : 1;
                served++;
                ledger = ledger.hold(assigned);
                people.replaceAll(person ->
                        person.agent().equals(assigned.to()) ? person.withLastAssignedAt(event.at()) : person);
                events.add(new Event(
                        event.at().plus(draw(random, MEAN_TALK)),
                        assigned.work().id(),
                        true));
            }
            queue = new ArrayList<>(
                    drain.left().stream().map(Routing.Unassigned::work).toList());
            assertTrue(queue.isEmpty() || busy(ledger, people) == AGENTS, "somebody is free while calls wait");
        }
        QueueOutlook theory = ErlangC.model()
                .outlook(
                        Workload.of(36, Duration.ofMinutes(30), Duration.ofMinutes(3)), AGENTS, Duration.ofSeconds(20));
        assertEquals(CALLS, served);
        assertEquals(theory.probabilityOfWait(), (double) delayed / CALLS, 0.04);
        assertEquals(theory.meanWaitSeconds().orElseThrow(), waited / CALLS, 0.15 * waited / CALLS);
    }

    private static long busy(CapacityLedger ledger, List<Candidate> people) {
        return people.stream()
                .filter(person -> ledger.load(person.agent()).signum() > 0)
                .count();
    }

    private static Duration draw(SplittableRandom random, double mean) {
        return Duration.ofNanos((long) (-Math.log(1 - random.nextDouble()) * mean * 1e9));
    }
}
