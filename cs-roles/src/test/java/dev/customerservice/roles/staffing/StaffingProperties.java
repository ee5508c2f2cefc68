package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;

class StaffingProperties {

    private static final Duration HOUR = Duration.ofHours(1);

    private static Workload load(double erlangs) {
        return Workload.ofLoad(BigDecimal.valueOf(erlangs));
    }

    @Property(tries = 300)
    void blockingIsThatOfTheRecursion(
            @ForAll @DoubleRange(min = 0.01, max = 300) double erlangs,
            @ForAll @IntRange(min = 0, max = 400) int servers) {
        double expected = Oracle.blocking(servers, erlangs);
        double found =
                ErlangB.model().outlook(load(erlangs), servers, Duration.ZERO).probabilityOfBlocking();
        assertEquals(expected, found, 1e-12 * expected + 1e-300);
    }

    /** The recursion B(n) from B(n-1) holds between whole numbers, too. */
    @Property(tries = 300)
    void blockingAtARealNumberKeepsTheRecursion(
            @ForAll @DoubleRange(min = 0.01, max = 5000) double erlangs,
            @ForAll @DoubleRange(min = 0.01, max = 6000) double servers) {
        double one = ErlangB.inverse(servers, erlangs);
        double next = ErlangB.inverse(servers + 1, erlangs);
        if (next < 1e300) {
            assertEquals(1, (1 + one * (servers + 1) / erlangs) / next, 1e-10);
        }
    }

    @Property(tries = 200)
    void erlangAIsTheSumOverStates(
            @ForAll @DoubleRange(min = 0.1, max = 60) double erlangs,
            @ForAll @IntRange(min = 1, max = 80) int agents,
            @ForAll @DoubleRange(min = 0.05, max = 20) double patience,
            @ForAll @DoubleRange(min = 0, max = 2) double threshold) {
        double[] expected = Oracle.patient(erlangs, agents, patience, threshold);
        QueueOutlook found = ErlangA.of(hours(patience)).outlook(load(erlangs), agents, hours(threshold));
        assertEquals(expected[0], found.probabilityOfWait(), 1e-9);
        assertEquals(expected[1], found.probabilityOfAbandonment(), 1e-9);
        assertEquals(expected[2], found.answeredWithin(), 1e-9);
    }

    /** One agent, sixty calls at once and much patience: the queue's states weigh far more than a double holds. */
    @Example
    void aVeryLongQueueHasAnOracleToo() {
        erlangAIsTheSumOverStates(60, 1, 20, 2);
    }

    @Property(tries = 200)
    void chatsAreTheSumOverStates(
            @ForAll @DoubleRange(min = 0.1, max = 0.99) double use, @ForAll @IntRange(min = 1, max = 40) int agents) {
        double erlangs = use * agents * 2.5;
        QueueOutlook found = BalancedChat.ofPaces("1", "1.7", "2.5").outlook(load(erlangs), agents, Duration.ZERO);
        double expected = Oracle.full(erlangs, agents, 1, 1.7, 2.5);
        assertEquals(expected, found.probabilityOfWait(), 1e-9 * expected);
    }

    @Property(tries = 300)
    void fewerAreTurnedAwayThanWouldWait(
            @ForAll @DoubleRange(min = 0.01, max = 1000) double erlangs,
            @ForAll @IntRange(min = 0, max = 1200) int agents) {
        double blocked =
                ErlangB.model().outlook(load(erlangs), agents, Duration.ZERO).probabilityOfBlocking();
        double waiting =
                ErlangC.model().outlook(load(erlangs), agents, Duration.ZERO).probabilityOfWait();
        assertTrue(blocked <= waiting + 1e-15);
    }

    @Property(tries = 300)
    void moreLoadIsNeverBetter(
            @ForAll @DoubleRange(min = 0.1, max = 90) double erlangs,
            @ForAll @DoubleRange(min = 0.01, max = 10) double more,
            @ForAll @IntRange(min = 1, max = 100) int agents) {
        for (StaffingModel model :
                List.of(ErlangB.model(), ErlangC.model(), ErlangA.of(HOUR), BalancedChat.ofPaces("1", "1.5"))) {
            QueueOutlook light = model.outlook(load(erlangs), agents, Duration.ofMinutes(6));
            QueueOutlook heavy = model.outlook(load(erlangs + more), agents, Duration.ofMinutes(6));
            assertTrue(heavy.serviceLevel() <= light.serviceLevel() + 1e-12, model::toString);
            assertTrue(heavy.occupancy() >= light.occupancy() - 1e-12, model::toString);
        }
    }

    @Property(tries = 200)
    void endlessPatienceIsErlangC(
            @ForAll @DoubleRange(min = 0.1, max = 50) double erlangs, @ForAll @IntRange(min = 1, max = 20) int more) {
        int agents = (int) erlangs + more;
        Duration threshold = Duration.ofMinutes(3);
        QueueOutlook patient = ErlangA.of(Duration.ofDays(10_000_000)).outlook(load(erlangs), agents, threshold);
        QueueOutlook endless = ErlangC.model().outlook(load(erlangs), agents, threshold);
        double close = 1e-4 / (agents - erlangs);
        assertEquals(endless.probabilityOfWait(), patient.probabilityOfWait(), close);
        assertEquals(endless.serviceLevel(), patient.serviceLevel(), close);
    }

    @Property(tries = 300)
    void whoGivesUpWaitedTheirPatience(
            @ForAll @DoubleRange(min = 0.1, max = 2000) double erlangs,
            @ForAll @IntRange(min = 0, max = 2200) int agents,
            @ForAll @IntRange(min = 1, max = 10_000) int patienceSeconds,
            @ForAll @IntRange(min = 0, max = 7200) int thresholdSeconds) {
        QueueOutlook outlook = ErlangA.of(Duration.ofSeconds(patienceSeconds))
                .outlook(load(erlangs), agents, Duration.ofSeconds(thresholdSeconds));
        double mean = outlook.meanWaitSeconds().orElseThrow();
        assertEquals(mean / patienceSeconds, outlook.probabilityOfAbandonment(), 1e-12);
        assertEquals(erlangs * (1 - outlook.probabilityOfAbandonment()), outlook.occupancy() * agents, 1e-9 * erlangs);
        double offered = outlook.serviceLevel(Abandons.NEGATIVE).orElseThrow();
        double ignored = outlook.serviceLevel(Abandons.IGNORED).orElse(offered);
        double counted = outlook.serviceLevel(Abandons.POSITIVE).orElseThrow();
        assertTrue(offered <= ignored + 1e-12 && ignored <= counted + 1e-12 && counted <= 1 + 1e-12);
        assertTrue(outlook.occupancy() <= 1 + 1e-12 && offered >= 0);
    }

    @Property(tries = 200)
    void oneQueueNeedsNoMoreThanTwo(
            @ForAll @DoubleRange(min = 0.1, max = 100) double one,
            @ForAll @DoubleRange(min = 0.1, max = 100) double other,
            @ForAll @IntRange(min = 1, max = 10) int sparse,
            @ForAll @IntRange(min = 1, max = 10) int rich) {
        int first = (int) one + sparse;
        int second = (int) other + rich;
        Duration threshold = Duration.ofMinutes(5);
        double apart = (one
                                * ErlangC.model()
                                        .outlook(load(one), first, threshold)
                                        .meanWaitSeconds()
                                        .orElseThrow()
                        + other
                                * ErlangC.model()
                                        .outlook(load(other), second, threshold)
                                        .meanWaitSeconds()
                                        .orElseThrow())
                / (one + other);
        double pooled = ErlangC.model()
                .outlook(load(one + other), first + second, threshold)
                .meanWaitSeconds()
                .orElseThrow();
        assertTrue(pooled <= apart * (1 + 1e-12));
    }

    @Property
    void scheduledIsTheLeastThatLeavesEnough(
            @ForAll @IntRange(min = 0, max = 5000) int onDuty,
            @ForAll @Size(max = 4) List<@BigRange(min = "0", max = "0.24") @Scale(3) BigDecimal> shares,
            @ForAll Shrinkage.Composition composition) {
        Shrinkage.Builder losses = Shrinkage.builder();
        losses.composition(composition);
        shares.forEach(share -> losses.unplanned("loss", share.toPlainString()));
        Shrinkage shrinkage = losses.build();
        BigDecimal scheduled = BigDecimal.valueOf(shrinkage.scheduled(onDuty));
        BigDecimal needed = BigDecimal.valueOf(onDuty);
        assertTrue(scheduled.multiply(shrinkage.availability()).compareTo(needed) >= 0);
        assertTrue(onDuty == 0
                || scheduled
                                .subtract(BigDecimal.ONE)
                                .multiply(shrinkage.availability())
                                .compareTo(needed)
                        < 0);
    }

    @Property(tries = 100)
    void theFractionIsWhereTheGoalBeginsToHold(@ForAll @DoubleRange(min = 0.1, max = 500) double erlangs) {
        ServiceLevelGoal goal = ServiceLevelGoal.of("80% in 6m");
        double real = ErlangC.model().fractionalAgents(load(erlangs), goal).orElseThrow();
        double inverse = ErlangB.inverse(real, erlangs);
        double waiting = real / (inverse * (real - erlangs) + erlangs);
        assertEquals(0.8, 1 - waiting * Math.exp(-(real - erlangs) / 10), 1e-6);
    }

    private static Duration hours(double hours) {
        return Duration.ofNanos((long) (hours * 3.6e12) + 1);
    }
}
