package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.roles.shift.Requirement;
import dev.customerservice.roles.shift.Requirement.Need;
import dev.customerservice.roles.staffing.DeferrableWork.Batch;
import dev.customerservice.roles.staffing.DeferrableWork.Capacity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Staffing at its ends: nobody, nothing to do, and what is left out. */
class StaffingEdgesTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);
    private static final Workload CALLS = Workload.of(100, HALF_HOUR, THREE_MINUTES);
    private static final Workload NOTHING = Workload.of(0, HALF_HOUR, THREE_MINUTES);
    private static final ServiceLevelGoal GOAL = ServiceLevelGoal.of("80% in 20s");

    private static Interval halfHour(int number) {
        return new Interval(NINE.plus(HALF_HOUR.multipliedBy(number)), NINE.plus(HALF_HOUR.multipliedBy(number + 1)));
    }

    @Test
    void aPlanBecomesWhatARosterIsHeldAgainst() {
        StaffingPlan plan = StaffingPlan.builder()
                .startInclusive(NINE)
                .addWorkloads(CALLS, NOTHING)
                .model(ErlangC.model())
                .goal(GOAL)
                .build();
        assertEquals(Shrinkage.none(), plan.shrinkage());
        assertEquals(
                new Requirement(List.of(new Need(halfHour(0), 14), new Need(halfHour(1), 0))), plan.requiredOnDuty());
        assertEquals(
                new Requirement(List.of(new Need(halfHour(0), 20), new Need(halfHour(1), 0))),
                plan.withShrinkage(Shrinkage.of("0.30")).requiredScheduled());
        StaffingRequirement idle = plan.slots().get(1).requirement();
        assertEquals(OptionalDouble.of(0), idle.fractional());
        assertEquals(List.of(), idle.binding());
        assertEquals(idle.outlook(), idle.oneFewer());
        assertEquals(1, idle.oneMore().agents());
    }

    @Test
    void whereNothingArrivesNobodyWaits() {
        for (StaffingModel model :
                List.of(ErlangB.model(), ErlangC.model(), ErlangA.of(HOUR), BalancedChat.ofPaces("1", "1.5"))) {
            for (int agents : new int[] {0, 3}) {
                QueueOutlook outlook = model.outlook(NOTHING, agents, Duration.ZERO);
                assertTrue(outlook.isStable(), model::toString);
                assertEquals(0, outlook.probabilityOfWait(), model::toString);
                assertEquals(0, outlook.occupancy(), model::toString);
                assertEquals(0, outlook.meanInService(), model::toString);
                assertEquals(OptionalDouble.of(0), outlook.queueLength(), model::toString);
            }
            assertEquals(0, model.agents(NOTHING, GOAL), model::toString);
        }
        assertEquals(1, ErlangC.model().outlook(NOTHING, 0, Duration.ZERO).serviceLevel());
    }

    @Test
    void nobodyOnDutyIsBusyAndTheQueueGrows() {
        QueueOutlook chats = BalancedChat.ofPaces("1", "1.5").outlook(CALLS, 0, Duration.ZERO);
        assertFalse(chats.isStable());
        assertEquals(1, chats.occupancy());
        assertEquals(200, chats.queueGrowthPerHour().orElseThrow(), 1e-9);
        assertEquals(0, chats.maxThroughputPerHour());
        assertEquals(OptionalDouble.empty(), chats.queueLength());
        QueueOutlook full = BalancedChat.ofPaces("1", "1.5").outlook(CALLS, 4, Duration.ZERO);
        assertEquals(200 - 4 * 1.5 * 20, full.queueGrowthPerHour().orElseThrow(), 1e-9);
        assertEquals(0, full.serviceLevel());
        assertEquals(120, full.maxThroughputPerHour(), 1e-9);
        assertEquals(8, full.places());
        QueueOutlook lines = ErlangB.model().outlook(CALLS, 0, Duration.ZERO);
        assertEquals(1, lines.probabilityOfBlocking());
        assertEquals(1, lines.occupancy());
        QueueOutlook calls = ErlangC.model().outlook(CALLS, 10, Duration.ZERO);
        assertEquals(0, calls.queueGrowthPerHour().orElseThrow(), 1e-9, "as much as can be done is too much");
        assertEquals(1, calls.probabilityOfWait());
    }

    @Test
    void everyContactIsSomewhere() {
        QueueOutlook outlook = ErlangA.of(THREE_MINUTES).outlook(CALLS, 9, Duration.ofSeconds(20));
        assertEquals(1, outlook.answeredWithin() + outlook.abandonedWithin() + outlook.waitsLonger(), 1e-12);
        assertTrue(outlook.waitsLonger() > 0.1);
        assertEquals(
                200.0 / 3600 * outlook.meanWaitSeconds().orElseThrow(),
                outlook.queueLength().orElseThrow(),
                1e-12);
        QueueOutlook lines = ErlangB.model().outlook(CALLS, 9, Duration.ofSeconds(20));
        assertEquals(0, lines.waitsLonger(), 1e-12);
    }

    @Test
    void aModelOfOnesOwnNeedsToSayLittle() {
        QueueOutlook own = QueueOutlook.builder()
                .workload(CALLS)
                .agents(4)
                .threshold(Duration.ofSeconds(20))
                .probabilityOfWait(0.25)
                .answeredWithin(0.8)
                .occupancy(0.5)
                .build();
        assertEquals(0, own.probabilityOfBlocking() + own.probabilityOfAbandonment() + own.abandonedWithin());
        assertEquals(4, own.places());
        assertEquals(2, own.meanInService());
        assertEquals(0.5, own.meanInServicePerAgent());
        assertEquals(80, own.maxThroughputPerHour());
        assertEquals(0.2, own.waitsLonger(), 1e-12);
        assertEquals(OptionalDouble.empty(), own.queueLength());
        assertEquals(List.of(), own.warnings());
        ServiceLevelGoal nothing = ServiceLevelGoal.builder()
                .rule(ServiceLevel.within(Duration.ofSeconds(20)))
                .build();
        assertEquals(BigDecimal.ZERO, nothing.share());
        assertTrue(nothing.isMetBy(own));
        assertTrue(nothing.withMaxProbabilityOfWait(new BigDecimal("0.25")).isMetBy(own));
        assertFalse(nothing.withMaxProbabilityOfWait(new BigDecimal("0.2499")).isMetBy(own));
    }

    @Test
    void aLimitOnWaitingIsKeptByTheSearchOfErlangCToo() {
        ServiceLevelGoal few = GOAL.withMaxProbabilityOfWait(new BigDecimal("0.05"));
        int agents = ErlangC.model().agents(CALLS, few);
        assertTrue(agents > 14);
        assertTrue(ErlangC.model().outlook(CALLS, agents, few.threshold()).probabilityOfWait() <= 0.05);
        assertTrue(ErlangC.model().outlook(CALLS, agents - 1, few.threshold()).probabilityOfWait() > 0.05);
        ServiceLevelGoal soon = GOAL.withMaxMeanWait(Duration.ofSeconds(1));
        int more = ErlangC.model().agents(CALLS, soon);
        assertTrue(ErlangC.model()
                        .outlook(CALLS, more, soon.threshold())
                        .meanWaitSeconds()
                        .orElseThrow()
                <= 1);
        assertTrue(ErlangC.model()
                        .outlook(CALLS, more - 1, soon.threshold())
                        .meanWaitSeconds()
                        .orElseThrow()
                > 1);
    }

    @Test
    void pacesAreReadOffCompletions() {
        List<BigDecimal> counted = List.of(new BigDecimal("6"), new BigDecimal("9"), new BigDecimal("10.5"));
        assertEquals(
                List.of("1", "1.5", "1.75"),
                BalancedChat.ofCompletions(counted).paces().stream()
                        .map(BigDecimal::toPlainString)
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> BalancedChat.ofCompletions(List.of()));
        assertThrows(IllegalArgumentException.class, () -> BalancedChat.ofCompletions(List.of(BigDecimal.ZERO)));
        assertThrows(IllegalArgumentException.class, () -> new BalancedChat(List.of()));
        assertThrows(IllegalArgumentException.class, () -> BalancedChat.ofPaces("1", "1.5", "1.4"));
        assertEquals(2, BalancedChat.ofPaces("1", "1").paces().size());
    }

    @Test
    void lossesLeaveSomeTime() {
        assertThrows(IllegalArgumentException.class, () -> Shrinkage.of("1"));
        assertThrows(IllegalArgumentException.class, () -> Shrinkage.of("-0.01"));
        Shrinkage.Builder all = Shrinkage.builder().planned("leave", "0.5").unplanned("sickness", "0.5");
        assertThrows(IllegalArgumentException.class, all::build);
        Shrinkage product = Shrinkage.builder()
                .planned("leave", "0.5")
                .unplanned("sickness", "0.5")
                .composition(Shrinkage.Composition.MULTIPLICATIVE)
                .build();
        assertEquals(0, new BigDecimal("0.25").compareTo(product.availability()));
        assertEquals(0, BigDecimal.TEN.compareTo(product.scheduledExact(new BigDecimal("2.5"))));
        assertEquals(0, Shrinkage.of("0").scheduled(0));
        assertThrows(IllegalArgumentException.class, () -> product.scheduled(-1));
        assertThrows(IllegalArgumentException.class, () -> product.scheduledExact(BigDecimal.ONE.negate()));
    }

    /** Six hours of work due in two, two of them from the second hour on: three people, or four if all is due then. */
    @Test
    void whatCanWaitNeedsPeopleInItsOpenTime() {
        IntervalSet day = IntervalSet.of(new Interval(NINE, NINE.plus(Duration.ofHours(8))));
        Batch early = new Batch("early", NINE, NINE.plus(Duration.ofHours(2)), Duration.ofHours(4));
        Batch late = new Batch("late", NINE.plus(HOUR), NINE.plus(Duration.ofHours(2)), Duration.ofHours(2));
        assertEquals(OptionalInt.of(2), DeferrableWork.of(early).peopleNeeded(day));
        assertEquals(OptionalInt.of(3), DeferrableWork.of(early, late).peopleNeeded(day));
        Batch urgent = new Batch("urgent", NINE.plus(HOUR), NINE.plus(Duration.ofHours(2)), Duration.ofMinutes(181));
        assertEquals(OptionalInt.of(4), DeferrableWork.of(early, urgent).peopleNeeded(day));
        Batch none = new Batch("none", NINE.plus(Duration.ofHours(8)), NINE.plus(Duration.ofHours(9)), HOUR);
        assertEquals(OptionalInt.empty(), DeferrableWork.of(none).peopleNeeded(day));
        assertEquals(
                OptionalInt.of(0),
                DeferrableWork.of(new Batch("nothing", NINE, NINE.plus(HOUR), Duration.ZERO))
                        .peopleNeeded(IntervalSet.empty()));
        assertEquals(Duration.ofHours(6), DeferrableWork.of(early, late).total());
        DeferrableWork.Filling alone = DeferrableWork.of(early).fill(List.of());
        assertEquals(Duration.ofHours(4), alone.outcomes().get(0).late());
        assertEquals(Duration.ZERO, alone.unused());
        DeferrableWork.Filling after = DeferrableWork.of(early)
                .fill(List.of(new Capacity(new Interval(NINE.plus(HOUR), NINE.plus(Duration.ofHours(4))), 2)));
        assertEquals(Duration.ofHours(2), after.outcomes().get(0).late());
        assertEquals(
                NINE.plus(Duration.ofHours(3)),
                after.outcomes().get(0).finishedAt().orElseThrow());
        assertEquals(Duration.ofHours(2), after.unused());
    }

    @Test
    void whoeverIsHiredWithoutRampIsThereAtOnce() {
        LocalDate july = LocalDate.of(2026, 7, 1);
        HiringPlan plan = HiringPlan.builder()
                .start(LocalDate.of(2026, 1, 1))
                .people(BigDecimal.TEN)
                .recruiting(Period.ofMonths(2))
                .need(july, 12)
                .build();
        assertEquals(
                new HiringPlan.Hire(plan.needs().get(0), 2, july, july.minusMonths(2)),
                plan.hires().get(0));
        assertEquals(0, BigDecimal.TEN.compareTo(plan.productiveOn(july.minusDays(1))));
        assertEquals(0, BigDecimal.valueOf(12).compareTo(plan.productiveOn(july)));
        assertThrows(IllegalArgumentException.class, () -> plan.withMonthlyAttrition(new BigDecimal("-0.01")));
        assertThrows(IllegalArgumentException.class, () -> plan.withRecruiting(Period.ofDays(-1)));
    }
}
