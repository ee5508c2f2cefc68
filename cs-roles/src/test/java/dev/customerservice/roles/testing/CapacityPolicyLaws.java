package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.routing.Candidate;
import dev.customerservice.roles.routing.CapacityLedger;
import dev.customerservice.roles.routing.CapacityPolicy;
import dev.customerservice.roles.routing.RoutingTeam;
import dev.customerservice.roles.routing.WorkItem;
import dev.customerservice.roles.routing.WorkState;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link CapacityPolicy} keeps; implement it in a test to prove a policy of one's own. */
public interface CapacityPolicyLaws {

    /** {@return the policy to prove} */
    CapacityPolicy policy();

    /** {@return the teams to prove it with} */
    @Provide
    default Arbitrary<RoutingTeam> teams() {
        return Desks.teams();
    }

    /** {@return the queues to prove it with} */
    @Provide
    default Arbitrary<List<WorkItem>> queues() {
        return Desks.queues();
    }

    @Property(tries = 200)
    default void noWeightIsNegativeAndEachIsAlwaysTheSame(@ForAll("queues") List<WorkItem> queue) {
        for (WorkItem work : queue) {
            for (WorkState state : WorkState.values()) {
                BigDecimal weight = policy().weight(work, state);
                assertTrue(weight.signum() >= 0);
                assertEquals(weight, policy().weight(work, state));
            }
        }
    }

    @Property(tries = 200)
    default void noLimitIsNegative(@ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue) {
        for (Candidate candidate : team.candidates()) {
            queue.forEach(work ->
                    policy().limit(candidate, work.channel()).ifPresent(limit -> assertTrue(limit.signum() >= 0)));
        }
    }

    @Property(tries = 200)
    default void whatIsReleasedLeavesNoTrace(
            @ForAll("teams") RoutingTeam team, @ForAll("queues") List<WorkItem> queue, @ForAll WorkState state) {
        CapacityLedger ledger = CapacityLedger.of(policy());
        for (Candidate candidate : team.candidates()) {
            for (WorkItem work : queue) {
                BigDecimal before = ledger.load(candidate.agent());
                CapacityLedger held = ledger.hold(candidate.agent(), work, state);
                assertEquals(
                        0,
                        before.add(policy().weight(work, state)).compareTo(held.load(candidate.agent())),
                        "a load is the sum of the weights");
                assertEquals(
                        0,
                        before.compareTo(held.release(work.id()).load(candidate.agent())),
                        "releasing undoes holding");
            }
        }
    }
}
