package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.Drain;
import dev.customerservice.roles.routing.Routing;
import dev.customerservice.roles.routing.RoutingPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.Shortlist;
import dev.customerservice.roles.routing.WorkItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link RoutingPolicy} keeps; implement it in a test to prove a policy of one's own. */
public interface RoutingPolicyLaws {

    /** {@return the policy to prove} */
    RoutingPolicy policy();

    /** {@return the teams to prove it with; override it where the policy looks at more than these vary} */
    @Provide
    default Arbitrary<RoutingTeam> teams() {
        return Desks.teams();
    }

    /** {@return the queues to prove it with; override it where the policy looks at more than these vary} */
    @Provide
    default Arbitrary<List<WorkItem>> queues() {
        return Desks.queues();
    }

    @Property(tries = 200)
    default void itOnlyTakesFromTheListAndSaysWhy(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        for (WorkItem work : queue) {
            Shortlist all = team.shortlist(work, Desks.NOW);
            Shortlist left = policy().narrow(all);
            assertTrue(all.candidates().containsAll(left.candidates()), "nobody is put on the list");
            List<AgentId> told = new ArrayList<>(
                    left.candidates().stream().map(Candidate::agent).toList());
            told.addAll(left.dropped().keySet());
            assertEquals(
                    ids(team.candidates().stream().map(Candidate::agent).toList()),
                    ids(told),
                    "each is on the list or has one reason");
            assertEquals(left.candidates(), policy().narrow(left).candidates(), "asking twice asks once");
            assertEquals(left.candidates(), policy().narrow(all).candidates(), "the same list gives the same answer");
            assertEquals(left.dropped(), policy().narrow(all).dropped(), "and the same reasons");
        }
    }

    @Property(tries = 200)
    default void theOrderOfTheInputDoesNotMatter(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue, @ForAll long seed) {
        List<Candidate> people = new ArrayList<>(team.candidates());
        Collections.shuffle(people, new Random(seed));
        List<WorkItem> works = new ArrayList<>(queue);
        Collections.shuffle(works, new Random(seed));
        RoutingTeam shuffled = RoutingTeam.of(people).withCapacityPolicy(team.capacityPolicy());
        Drain given = policy().drain(queue, team, Desks.NOW);
        Drain other = policy().drain(works, shuffled, Desks.NOW);
        assertEquals(given.team(), other.team());
        for (int i = 0; i < queue.size(); i++) {
            assertEquals(given.routings().get(i).work(), other.routings().get(i).work());
            assertEquals(
                    given.routings().get(i).explain(), other.routings().get(i).explain());
        }
    }

    @Property(tries = 200)
    default void aDrainLeavesNobodyWaitingForWhomThereIsSomebody(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        Drain drain = policy().drain(queue, team, Desks.NOW);
        for (Routing.Unassigned left : drain.left()) {
            assertFalse(
                    policy().route(left.work(), drain.team(), Desks.NOW).isAssigned(),
                    () -> left.work() + " could still be taken");
        }
    }

    @Property(tries = 100)
    default void aDecisionIsWhatItsExplanationSays(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        RoutingTeam before = team;
        for (Routing routing : policy().drain(queue, team, Desks.NOW).routings()) {
            Routing.Explanation told = routing.explain();
            assertEquals(routing.agent(), told.chosen(), "the explanation chooses the same");
            Shortlist walked = policy().narrow(before.shortlist(routing.work(), Desks.NOW));
            Map<AgentId, Reason> verdicts = told.verdicts();
            assertEquals(walked.dropped(), without(verdicts, walked), "and drops the same for the same reasons");
            assertEquals(walked.isEmpty(), routing.agent().isEmpty());
            before = routing instanceof Routing.Assigned assigned ? before.plus(assigned) : before;
        }
    }

    @Property(tries = 100)
    default void namesAndNeutralPartsChangeNothing(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        List<Candidate> left = new ArrayList<>();
        for (WorkItem work : queue) {
            Shortlist all = team.shortlist(work, Desks.NOW);
            left.addAll(policy().narrow(all).candidates());
            for (RoutingPolicy same : List.of(
                    policy().named("the same"),
                    policy().then(RoutingPolicy.anyone()),
                    RoutingPolicy.anyone().then(policy()),
                    policy().then(policy()),
                    policy().orElse(policy()))) {
                assertEquals(policy().narrow(all).candidates(), same.narrow(all).candidates());
            }
        }
        assertTrue(left.size() <= queue.size() * team.candidates().size());
    }

    private static List<String> ids(List<AgentId> agents) {
        return agents.stream().map(AgentId::value).sorted().toList();
    }

    private static Map<AgentId, Reason> without(Map<AgentId, Reason> verdicts, Shortlist left) {
        return verdicts.entrySet().stream()
                .filter(each -> left.find(each.getKey()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** {@return the instant at which all is decided} */
    static Instant now() {
        return Desks.NOW;
    }
}
