package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.kpi.ServiceLevel;
import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.evidence.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ErlangTest {

    private static final Duration TWENTY_SECONDS = Duration.ofSeconds(20);
    private static final Workload CALLS = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
    private static final ServiceLevelGoal EIGHTY_TWENTY = ServiceLevelGoal.of("80% in 20s");

    @Test
    void aHundredCallsInHalfAnHourNeedFourteen() {
        StaffingRequirement requirement = ErlangC.model().require(CALLS, EIGHTY_TWENTY, Shrinkage.of("0.30"));
        assertEquals(14, requirement.onDuty());
        assertEquals(20, requirement.scheduled());
        assertEquals(0.888, requirement.outlook().serviceLevel(), 0.001);
        assertEquals(0.796, requirement.oneFewer().serviceLevel(), 0.001);
        assertTrue(requirement.oneMore().serviceLevel() > 0.93);
        assertEquals(13.037, requirement.fractional().orElseThrow(), 0.001);
        assertEquals(Duration.ofHours(10), requirement.scheduledTime());
        assertEquals(List.of("SERVICE_LEVEL_MISSED"), codes(requirement.binding()));
        assertEquals(10, requirement.work().offeredLoad());
        assertEquals(200, CALLS.arrivalsPerHour());
    }

    @Test
    void fractionsAreAddedBeforeTheyAreRounded() {
        Workload small = Workload.of(9, Duration.ofMinutes(30), Duration.ofMinutes(3));
        double real = ErlangC.model().fractionalAgents(small, EIGHTY_TWENTY).orElseThrow();
        int apart = 10 * ErlangC.model().agents(small, EIGHTY_TWENTY);
        int together = Shrinkage.none().scheduled(BigDecimal.valueOf(10 * real));
        assertEquals(30, apart);
        assertTrue(together < apart, () -> together + " for ten queues, not " + apart);
    }

    @Test
    void theSumOfAllWorkAnswersWithoutWaiting() {
        Workload nothing = Workload.of(0, Duration.ofMinutes(30), Duration.ofMinutes(3));
        for (StaffingModel model : List.of(
                ErlangB.model(), ErlangC.model(), ErlangA.of(TWENTY_SECONDS), BalancedChat.ofPaces("1", "1.5"))) {
            assertEquals(0, model.agents(nothing, EIGHTY_TWENTY), model::toString);
            StaffingRequirement none = model.require(nothing, EIGHTY_TWENTY, Shrinkage.none());
            assertEquals(List.of(), none.binding());
            assertEquals(0, none.scheduled());
            QueueOutlook outlook = model.outlook(nothing, 2, TWENTY_SECONDS);
            assertEquals(1, outlook.serviceLevel(), model::toString);
            assertEquals(0, outlook.occupancy());
        }
        assertEquals(1, ErlangC.model().outlook(nothing, 0, TWENTY_SECONDS).serviceLevel());
    }

    @Test
    void aQueueWithoutEndSaysSo() {
        QueueOutlook outlook = ErlangC.model().outlook(CALLS, 8, TWENTY_SECONDS);
        assertFalse(outlook.isStable());
        assertEquals(OptionalDouble.of(40), outlook.queueGrowthPerHour());
        assertTrue(outlook.meanWait().isEmpty());
        assertTrue(outlook.queueLength().isEmpty());
        assertEquals("UNSTABLE", outlook.warnings().get(0).code());
        assertEquals(0, outlook.serviceLevel());
        assertFalse(EIGHTY_TWENTY.isMetBy(outlook));
        assertEquals(
                List.of("MEAN_WAIT_MISSED"),
                codes(ServiceLevelGoal.of(BigDecimal.ZERO, TWENTY_SECONDS)
                        .withMaxMeanWait(TWENTY_SECONDS)
                        .missedBy(outlook)));
    }

    @Test
    void doubtsAreTold() {
        Workload rare = Workload.of(1, Duration.ofHours(1), Duration.ofMinutes(10));
        QueueOutlook outlook = ErlangC.model().outlook(rare, 1, Duration.ofSeconds(5));
        assertEquals(List.of("TINY_GROUP", "THRESHOLD_SHORT", "PATIENCE_UNKNOWN"), codes(outlook.warnings()));
        assertEquals(
                List.of(),
                codes(ErlangA.of(Duration.ofMinutes(5))
                        .outlook(CALLS, 14, TWENTY_SECONDS)
                        .warnings()));
        assertEquals(
                List.of("PATIENCE_UNKNOWN", "SPREAD_EVENLY"),
                codes(BalancedChat.ofPaces("1", "1.7")
                        .outlook(CALLS, 14, TWENTY_SECONDS)
                        .warnings()));
    }

    @Test
    void threeServiceLevelsHaveTheirNames() {
        QueueOutlook outlook = ErlangA.of(Duration.ofMinutes(5)).outlook(CALLS, 8, TWENTY_SECONDS);
        assertEquals(0.2265, outlook.serviceLevel(Abandons.NEGATIVE).orElseThrow(), 1e-4);
        assertEquals(0.2389, outlook.serviceLevel(Abandons.IGNORED).orElseThrow(), 1e-4);
        assertEquals(0.2787, outlook.serviceLevel(Abandons.POSITIVE).orElseThrow(), 1e-4);
        assertEquals(
                outlook.answeredWithin() / (1 - outlook.probabilityOfAbandonment()),
                outlook.serviceLevel(Abandons.ANSWERED_ONLY).orElseThrow());
        ServiceLevelGoal strict = EIGHTY_TWENTY;
        ServiceLevelGoal counted =
                strict.withRule(ServiceLevel.within(TWENTY_SECONDS).with(Abandons.POSITIVE));
        ErlangA model = ErlangA.of(Duration.ofSeconds(30));
        assertTrue(model.agents(CALLS, counted) < model.agents(CALLS, strict));
    }

    @Test
    void theMeanWaitIsToTheNearestNanosecondHoweverLong() {
        Workload quarter = Workload.of(45, Duration.ofHours(1), TWENTY_SECONDS);
        QueueOutlook outlook = ErlangC.model().outlook(quarter, 1, TWENTY_SECONDS);
        assertEquals(20.0 / 3, outlook.meanWaitSeconds().orElseThrow(), 1e-14);
        assertEquals(Duration.ofSeconds(6, 666_666_667), outlook.meanWait().orElseThrow());
        QueueOutlook brink = outlook.withMeanWaitSeconds(1e13 + 0.25);
        assertEquals(
                Duration.ofSeconds(10_000_000_000_000L, 250_000_000),
                brink.meanWait().orElseThrow());
    }

    @Test
    void nobodyOnDutyLosesEverybodyWhoIsPatientFor30Seconds() {
        QueueOutlook outlook = ErlangA.of(Duration.ofSeconds(30)).outlook(CALLS, 0, TWENTY_SECONDS);
        assertEquals(1, outlook.probabilityOfAbandonment());
        assertEquals(Duration.ofSeconds(30), outlook.meanWait().orElseThrow());
        assertEquals(1 - Math.exp(-20.0 / 30), outlook.abandonedWithin(), 1e-15);
        assertEquals(OptionalDouble.empty(), outlook.serviceLevel(Abandons.ANSWERED_ONLY));
        assertEquals(0, outlook.meanInServicePerAgent());
    }

    @Test
    void patienceIsReadOffWaitsThatAreCutShort() {
        DurationDistribution gaveUp = DurationDistribution.times(Duration.ofSeconds(60), 2);
        DurationDistribution answered = DurationDistribution.times(Duration.ofSeconds(10), 18);
        assertEquals(
                Duration.ofSeconds(150),
                ErlangA.patience(SurvivalCurve.of(gaveUp, answered)).orElseThrow());
        assertEquals(
                ErlangA.NOBODY_GAVE_UP,
                reason(ErlangA.patience(SurvivalCurve.of(DurationDistribution.empty(), answered))));
        assertEquals(Absence.NO_FACTS, reason(ErlangA.patience(SurvivalCurve.empty())));
    }

    @Test
    void linesForTwoPercentBlocked() {
        ServiceLevelGoal lines =
                ServiceLevelGoal.of(BigDecimal.ZERO, Duration.ZERO).withMaxBlocking(new BigDecimal("0.02"));
        Workload ten = Workload.ofLoad(BigDecimal.TEN);
        assertEquals(17, ErlangB.model().agents(ten, lines));
        double real = ErlangB.model().fractionalAgents(ten, lines).orElseThrow();
        assertEquals(1 / 0.02, ErlangB.inverse(real, 10), 1e-6);
        assertEquals(
                List.of("BLOCKING_MISSED"), codes(lines.missedBy(ErlangB.model().outlook(ten, 16, Duration.ZERO))));
        assertEquals(
                ErlangA.of(Duration.ofMinutes(2)).agents(ten, EIGHTY_TWENTY),
                Math.ceil(ErlangA.of(Duration.ofMinutes(2))
                        .fractionalAgents(ten, EIGHTY_TWENTY)
                        .orElseThrow()));
    }

    @Test
    void moreChatsAtOnceArePlacesBeforeTheyAreThroughput() {
        Workload chats = Workload.atPace(new BigDecimal(60), new BigDecimal(6), Duration.ofHours(1));
        assertEquals(Duration.ofMinutes(10), chats.handleTime());
        QueueOutlook one = BalancedChat.ofPaces("1").outlook(chats, 12, TWENTY_SECONDS);
        QueueOutlook more = BalancedChat.ofPaces("1", "1").outlook(chats, 12, TWENTY_SECONDS);
        assertEquals(one.maxThroughputPerHour(), more.maxThroughputPerHour());
        assertEquals(24, more.places());
        QueueOutlook plain = ErlangC.model().outlook(chats, 12, TWENTY_SECONDS);
        assertEquals(plain.probabilityOfWait(), one.probabilityOfWait(), 1e-12);
        assertEquals(plain.occupancy(), one.occupancy(), 1e-12);
        QueueOutlook endless = BalancedChat.ofPaces("1", "1.5").outlook(chats, 6, TWENTY_SECONDS);
        assertEquals(6, endless.queueGrowthPerHour().orElseThrow(), 1e-9);
        assertTrue(BalancedChat.ofPaces("1", "1.5")
                .fractionalAgents(chats, EIGHTY_TWENTY)
                .isEmpty());
    }

    @Test
    void everyLimitIsNamedWhenItIsMissed() {
        ServiceLevelGoal all = ServiceLevelGoal.of("99% in 1s")
                .withMaxOccupancy(new BigDecimal("0.5"))
                .withMaxMeanWait(Duration.ofSeconds(1))
                .withMaxProbabilityOfWait(new BigDecimal("0.01"))
                .withMaxAbandonment(new BigDecimal("0.001"));
        List<Reason> missed = all.missedBy(ErlangA.of(Duration.ofMinutes(5)).outlook(CALLS, 8, TWENTY_SECONDS));
        assertEquals(
                List.of(
                        "SERVICE_LEVEL_MISSED",
                        "OCCUPANCY_MISSED",
                        "MEAN_WAIT_MISSED",
                        "PROBABILITY_OF_WAIT_MISSED",
                        "ABANDONMENT_MISSED"),
                codes(missed));
        assertEquals(ServiceLevelGoal.Limit.values().length, missed.size() + 1);
        assertTrue(all.isMetBy(ErlangA.of(Duration.ofMinutes(5))
                .outlook(CALLS, ErlangA.of(Duration.ofMinutes(5)).agents(CALLS, all), Duration.ofSeconds(1))));
    }

    @Test
    void nonsenseIsRefused() {
        assertRefused("share (1.00) must", () -> ServiceLevelGoal.of("100% in 20s"));
        assertRefused("goal (80/20) must", () -> ServiceLevelGoal.of("80/20"));
        assertRefused("maxMeanWait", () -> EIGHTY_TWENTY.withMaxMeanWait(Duration.ZERO));
        assertRefused("maxBlocking", () -> EIGHTY_TWENTY.withMaxBlocking(new BigDecimal("1.1")));
        assertRefused(
                "rule",
                () -> EIGHTY_TWENTY.withRule(
                        ServiceLevel.within(TWENTY_SECONDS).withoutAbandonsBelow(Duration.ofSeconds(5))));
        assertRefused("arrivals (-1) must", () -> CALLS.withArrivals(new BigDecimal(-1)));
        assertRefused("interval (PT0S) must", () -> CALLS.withInterval(Duration.ZERO));
        assertRefused("handleTime (PT0S) must", () -> CALLS.withHandleTime(Duration.ZERO));
        assertRefused("offeredLoad", () -> CALLS.withHandleTime(Duration.ofDays(10_000_000)));
        assertRefused("completions", () -> Workload.atPace(BigDecimal.ONE, BigDecimal.ZERO, TWENTY_SECONDS));
        assertRefused("agents (-1) must", () -> ErlangC.model().outlook(CALLS, -1, TWENTY_SECONDS));
        assertRefused("threshold", () -> ErlangC.model().outlook(CALLS, 1, Duration.ofSeconds(-1)));
        assertRefused("meanPatience", () -> ErlangA.of(Duration.ZERO));
        assertRefused("paces", () -> BalancedChat.ofPaces("1", "0.9"));
        assertRefused("paces", () -> BalancedChat.ofPaces("2"));
        assertRefused("completions", () -> BalancedChat.ofCompletions(List.of()));
        StaffingModel hopeless = (work, agents, threshold) -> ErlangC.model().outlook(work, 1, threshold);
        assertRefused("goal must be met", () -> hopeless.agents(CALLS, EIGHTY_TWENTY));
    }

    @Test
    void goalsAreReadAsTheyAreSpoken() {
        assertEquals(EIGHTY_TWENTY, ServiceLevelGoal.of(new BigDecimal("0.80"), TWENTY_SECONDS));
        assertEquals(Duration.ofHours(1), ServiceLevelGoal.of("97.5 % in 1h").threshold());
        assertEquals(
                new BigDecimal("0.975"), ServiceLevelGoal.of("97.5 % in 1h").share());
    }

    private static void assertRefused(String start, org.junit.jupiter.api.function.Executable misuse) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, misuse).getMessage());
        assertTrue(message.startsWith(start), message);
        assertTrue(message.contains("\nMaybe "), message);
    }

    private static Absence reason(Measurement<Duration> measured) {
        return ((Measurement.NoData<Duration>) measured).reason();
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}
