package dev.customerservice.roles.routing;

import static dev.customerservice.roles.routing.RoutingPolicy.anyone;
import static dev.customerservice.roles.routing.RoutingPolicy.bestSkilled;
import static dev.customerservice.roles.routing.RoutingPolicy.fairShare;
import static dev.customerservice.roles.routing.RoutingPolicy.inRole;
import static dev.customerservice.roles.routing.RoutingPolicy.leastLoaded;
import static dev.customerservice.roles.routing.RoutingPolicy.leastOccupied;
import static dev.customerservice.roles.routing.RoutingPolicy.longestSinceAssigned;
import static dev.customerservice.roles.routing.RoutingPolicy.mostSpare;
import static dev.customerservice.roles.routing.RoutingPolicy.requireSkills;
import static dev.customerservice.roles.routing.RoutingPolicy.rings;
import static dev.customerservice.roles.routing.RoutingPolicy.stickyOwner;
import static dev.customerservice.roles.routing.RoutingPolicy.warmingUp;
import static dev.customerservice.roles.routing.RoutingPolicy.withinAuthority;
import static dev.customerservice.roles.routing.RoutingPolicy.withinCapacity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.RoleId;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.roles.role.JobRole;
import dev.customerservice.roles.routing.SkillRings.Ring;
import dev.customerservice.roles.skill.SkillId;
import dev.customerservice.roles.testing.Desks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of the policies that come with the library, and that the index gives what a walk over everybody gives. */
class RoutingProperties {

    private static final RoleId ASSOCIATE = JobRole.ASSOCIATE.id();
    private static final RoleId ENGINEER = JobRole.ENGINEER.id();

    static final SkillRings RINGS = SkillRings.of(
            Ring.strict(Duration.ofMinutes(10)),
            Ring.strict(Duration.ofMinutes(20)).withLower(1).withSubstitutes(SkillId.of("de"), SkillId.of("fr")),
            Ring.strict(Duration.ofMinutes(1)).withLower(2).withWaived(SkillId.of("billing"), SkillId.of("de")));

    static final List<RoutingPolicy> PREFERENCES = List.of(
            anyone(),
            leastOccupied(),
            leastLoaded(),
            mostSpare(),
            longestSinceAssigned(),
            bestSkilled(),
            fairShare(),
            leastLoaded().then(bestSkilled()));

    static final List<RoutingPolicy> FILTERS = List.of(
            requireSkills(),
            requireSkills().then(withinCapacity()),
            rings(RINGS).then(withinCapacity()),
            withinAuthority().then(requireSkills()).then(withinCapacity()),
            requireSkills()
                    .then(warmingUp(WarmUp.of(Duration.ofMinutes(30), "0.25")))
                    .then(withinCapacity()),
            requireSkills().then(withinCapacity()).then(stickyOwner(Duration.ofMinutes(20))),
            inRole(ASSOCIATE)
                    .then(withinAuthority())
                    .then(withinCapacity())
                    .orElse(inRole(ENGINEER).then(requireSkills()).then(withinCapacity())));

    @Provide
    Arbitrary<RoutingTeam> teams() {
        return Desks.teams();
    }

    @Provide
    Arbitrary<List<WorkItem>> queues() {
        return Desks.queues();
    }

    @Provide
    Arbitrary<RoutingPolicy> policies() {
        return Arbitraries.of(FILTERS)
                .flatMap(filter -> Arbitraries.of(PREFERENCES).map(filter::then));
    }

    @Property(tries = 2000)
    void theIndexGivesWhatAWalkOverEverybodyGives(
            @ForAll("policies") RoutingPolicy policy,
            @ForAll("teams") RoutingTeam team,
            @ForAll("queues") List<WorkItem> queue) {
        RoutingPolicy walked = among -> policy.narrow(among.keep("NEVER", anybody -> true));
        Drain fast = policy.drain(queue, team, Desks.NOW);
        Drain slow = walked.drain(queue, team, Desks.NOW);
        assertEquals(agents(slow), agents(fast));
        assertEquals(slow.team(), fast.team());
        for (int i = 0; i < queue.size(); i++) {
            assertEquals(
                    slow.routings().get(i).explain().verdicts(),
                    fast.routings().get(i).explain().verdicts());
        }
    }

    @Property(tries = 500)
    void takingPartsTogetherInAnyWayIsTheSame(
            @ForAll("policies") RoutingPolicy policy,
            @ForAll("policies") RoutingPolicy next,
            @ForAll("policies") RoutingPolicy last,
            @ForAll("teams") RoutingTeam team,
            @ForAll("queues") List<WorkItem> queue) {
        for (WorkItem work : queue) {
            Shortlist all = team.shortlist(work, Desks.NOW);
            assertEquals(
                    policy.then(next).then(last).narrow(all).dropped(),
                    policy.then(next.then(last)).narrow(all).dropped());
        }
    }

    @Property(tries = 500)
    void capacityIsNeverExceededNorNegative(
            @ForAll("policies") RoutingPolicy preference,
            @ForAll("teams") RoutingTeam team,
            @ForAll("queues") List<WorkItem> queue) {
        Drain drain = preference.then(withinCapacity()).drain(queue, team, Desks.NOW);
        for (Candidate after : drain.team().candidates()) {
            Candidate before = team.find(after.agent()).orElseThrow();
            assertTrue(after.spare().signum() >= 0);
            assertTrue(after.load().compareTo(before.load().max(before.capacity())) <= 0);
        }
        BigDecimal given = drain.assigned().stream()
                .map(routing -> team.capacityPolicy().weight(routing.work(), WorkState.ACTIVE))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal more = sum(drain.team()).subtract(sum(team));
        assertEquals(0, given.compareTo(more), "what is given is what is had more");
    }

    @Property(tries = 500)
    void eachRingLetsInAllOfTheRingBefore(@ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        for (WorkItem work : queue) {
            Set<AgentId> narrower = Set.of();
            for (int minutes = 0; minutes <= 40; minutes += 5) {
                Instant at = work.queuedAt().plus(Duration.ofMinutes(minutes));
                Set<AgentId> wider = new HashSet<>();
                rings(RINGS).narrow(team.shortlist(work, at)).candidates().forEach(each -> wider.add(each.agent()));
                assertTrue(wider.containsAll(narrower));
                narrower = wider;
            }
        }
    }

    /** Every minute comes urgent work, as much as can be served; work without any urgency is served all the same. */
    @Property(tries = 50)
    void nobodyStarves(@ForAll long seed) {
        Instant start = Desks.NOW;
        WorkItem patient = work("patient", start, Priority.LOW);
        Candidate one = Candidate.builder().agent(AgentId.of("ana")).capacity(1).build();
        List<WorkItem> queue = new ArrayList<>(List.of(patient));
        Duration step = Duration.ofMinutes(1);
        int rankGap = Priority.URGENT.rank() - Priority.LOW.rank();
        for (int minute = 0; minute <= rankGap + 1; minute++) {
            Instant now = start.plus(Duration.ofMinutes(minute));
            queue.add(work("u" + (minute ^ (seed & 7)), now, Priority.URGENT));
            Drain drain = withinCapacity().drain(queue, QueueOrder.aging(step), RoutingTeam.of(one), now);
            queue = new ArrayList<>(
                    drain.left().stream().map(Routing.Unassigned::work).toList());
            if (!queue.contains(patient)) {
                assertTrue(minute >= rankGap, "not before it has made up for the urgency of the others");
                return;
            }
        }
        throw new AssertionError("it was never served");
    }

    private static WorkItem work(String id, Instant queuedAt, Priority priority) {
        return Desk.work(id).queuedAt(queuedAt).priority(priority).build();
    }

    private static List<Object> agents(Drain drain) {
        List<Object> agents = new ArrayList<>();
        drain.routings().forEach(routing -> agents.add(List.of(routing.work(), routing.agent())));
        return agents;
    }

    private static BigDecimal sum(RoutingTeam team) {
        return team.candidates().stream().map(Candidate::load).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
