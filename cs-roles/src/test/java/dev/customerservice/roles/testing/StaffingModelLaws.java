package dev.customerservice.roles.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.roles.staffing.QueueOutlook;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.StaffingModel;
import dev.customerservice.roles.staffing.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link StaffingModel} keeps; implement it in a test to prove a model of one's own. */
public interface StaffingModelLaws {

    /** Differences up to this are rounding. */
    double ROUNDING = 1e-12;

    /** {@return the model to prove} */
    StaffingModel model();

    @Property(tries = 200)
    default void oneAgentMoreIsNeverWorse(
            @ForAll("workloads") Workload work, @ForAll("thresholds") Duration threshold) {
        int near = (int) Math.ceil(work.offeredLoad());
        QueueOutlook before = model().outlook(work, Math.max(0, near - 3), threshold);
        for (int agents = before.agents() + 1; agents < near + 6; agents++) {
            QueueOutlook now = model().outlook(work, agents, threshold);
            assertTrue(now.serviceLevel() >= before.serviceLevel() - ROUNDING, now::toString);
            assertTrue(now.probabilityOfWait() <= before.probabilityOfWait() + ROUNDING);
            assertTrue(now.probabilityOfBlocking() <= before.probabilityOfBlocking() + ROUNDING);
            assertTrue(now.probabilityOfAbandonment() <= before.probabilityOfAbandonment() + ROUNDING);
            assertTrue(now.occupancy() <= before.occupancy() + ROUNDING);
            assertTrue(before.meanWaitSeconds().isEmpty()
                    || now.meanWaitSeconds().orElseThrow()
                            <= before.meanWaitSeconds().orElseThrow() * (1 + 1e-9) + ROUNDING);
            before = now;
        }
    }

    @Property(tries = 200)
    default void aLongerThresholdIsNeverMissedMore(@ForAll("workloads") Workload work) {
        int agents = (int) Math.ceil(work.offeredLoad()) + 1;
        double before = 0;
        for (int seconds = 0; seconds < 8000; seconds = 2 * seconds + 1) {
            double now =
                    model().outlook(work, agents, Duration.ofSeconds(seconds)).serviceLevel();
            assertTrue(now >= before - ROUNDING && now <= 1 + ROUNDING);
            before = now;
        }
    }

    @Property(tries = 200)
    default void theNumberFoundIsTheLeast(@ForAll("workloads") Workload work, @ForAll("goals") ServiceLevelGoal goal) {
        int agents = model().agents(work, goal);
        assertEquals(agents, model().agents(work, goal));
        assertTrue(goal.isMetBy(model().outlook(work, agents, goal.threshold())));
        assertTrue(agents > 0);
        assertFalse(agents > 1 && goal.isMetBy(model().outlook(work, agents - 1, goal.threshold())));
        model().fractionalAgents(work, goal)
                .ifPresent(real -> assertTrue(real <= agents && real >= agents - 1 - 1e-6, () -> real + " " + agents));
    }

    /** {@return workloads from a hundredth of an Erlang to some hundreds} */
    @Provide
    default Arbitrary<Workload> workloads() {
        return Combinators.combine(
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("0.1"), BigDecimal.valueOf(2000))
                                .ofScale(1),
                        Arbitraries.integers().between(20, 900))
                .as((arrivals, seconds) -> Workload.of(arrivals, Duration.ofMinutes(30), Duration.ofSeconds(seconds)));
    }

    /** {@return thresholds up to ten minutes} */
    @Provide
    default Arbitrary<Duration> thresholds() {
        return Arbitraries.integers().between(0, 600).map(Duration::ofSeconds);
    }

    /** {@return goals with and without further limits} */
    @Provide
    default Arbitrary<ServiceLevelGoal> goals() {
        Arbitrary<BigDecimal> shares = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("0.99"))
                .ofScale(2);
        return Combinators.combine(
                        shares, thresholds(), shares.optional(0.3), shares.optional(0.3), shares.optional(0.3))
                .as((share, within, occupancy, waiting, lost) -> ServiceLevelGoal.of(share, within)
                        .withMaxOccupancy(occupancy)
                        .withMaxProbabilityOfWait(waiting)
                        .withMaxBlocking(lost)
                        .withMaxAbandonment(lost));
    }
}
