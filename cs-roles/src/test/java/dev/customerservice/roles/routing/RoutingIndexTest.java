package dev.customerservice.roles.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.testing.Desks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The index and a walk over everybody give the same, for the policies of {@link RoutingProperties} and a few hundred desks that stay the same. */
class RoutingIndexTest {

    private static final int DESKS = 200;

    private static List<RoutingPolicy> policies() {
        List<RoutingPolicy> policies = new ArrayList<>();
        RoutingProperties.FILTERS.forEach(
                filter -> RoutingProperties.PREFERENCES.forEach(preference -> policies.add(filter.then(preference))));
        return policies;
    }

    @Test
    void theIndexGivesWhatAWalkOverEverybodyGives() {
        List<RoutingPolicy> policies = policies();
        int assigned = 0;
        for (long seed = 0; seed < DESKS; seed++) {
            RoutingTeam team = Desks.team(seed);
            List<WorkItem> queue = Desks.queue(seed + DESKS);
            RoutingPolicy policy = policies.get((int) (seed % policies.size()));
            RoutingPolicy walked = among -> policy.narrow(among.keep("NEVER", anybody -> true));
            Drain fast = policy.drain(queue, team, Desks.NOW);
            Drain slow = walked.drain(queue, team, Desks.NOW);
            String desk = policy.name() + ", desk " + seed;
            assertEquals(given(slow), given(fast), desk);
            assertEquals(slow.team(), fast.team(), desk);
            for (Routing routing : fast.routings()) {
                assertEquals(routing.agent(), routing.explain().chosen(), desk);
            }
            assigned += fast.assigned().size();
        }
        assertTrue(assigned > DESKS, "the desks have room for more than a piece of work each: " + assigned);
    }

    /** Whoever is left free by all that is refused is found again, though many others come before in the line. */
    @Test
    void fewWhoFitAreFoundAmongMany() {
        List<Candidate> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            var person = Candidate.builder().agent(AgentId.of("p%02d".formatted(i)));
            people.add(
                    i % 33 == 32
                            ? person.capacity(2).knows(Desk.GERMAN, 3).build()
                            : person.capacity(2).knows(Desk.GERMAN, 1).build());
        }
        List<WorkItem> queue = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            queue.add(Desk.work("t" + i, Desk.GERMAN, 3).build());
        }
        RoutingPolicy policy = RoutingPolicy.requireSkills()
                .then(RoutingPolicy.withinCapacity())
                .then(RoutingPolicy.leastOccupied());
        Drain drain = policy.drain(queue, RoutingTeam.of(people), Desk.MONDAY_NOON);
        assertEquals(
                List.of("p32", "p65", "p98", "p32", "p65", "p98"),
                drain.assigned().stream().map(each -> each.to().value()).toList());
        assertEquals(2, drain.left().size());
    }

    private static List<Object> given(Drain drain) {
        List<Object> given = new ArrayList<>();
        drain.routings().forEach(routing -> given.add(List.of(routing.work(), routing.agent())));
        return given;
    }
}
