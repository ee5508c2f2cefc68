package dev.customerservice.examples.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.forecast.CountRange;
import dev.customerservice.metrics.forecast.SeasonalNaive;
import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import dev.customerservice.metrics.statistics.DurationDistribution;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.SurvivalCurve;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.staffing.BalancedChat;
import dev.customerservice.roles.staffing.DeferrableWork;
import dev.customerservice.roles.staffing.DeferrableWork.Batch;
import dev.customerservice.roles.staffing.DeferrableWork.Filling;
import dev.customerservice.roles.staffing.ErlangA;
import dev.customerservice.roles.staffing.ErlangC;
import dev.customerservice.roles.staffing.HiringPlan;
import dev.customerservice.roles.staffing.HiringPlan.Hire;
import dev.customerservice.roles.staffing.QueueOutlook;
import dev.customerservice.roles.staffing.ServiceLevelGoal;
import dev.customerservice.roles.staffing.Shrinkage;
import dev.customerservice.roles.staffing.StaffingPlan;
import dev.customerservice.roles.staffing.StaffingRequirement;
import dev.customerservice.roles.staffing.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The snippets of docs/guide/staffing.md, with what they give. */
class StaffingGuideTest {

    // region staffing-given
    private static final Workload CALLS = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3));
    private static final ServiceLevelGoal GOAL = ServiceLevelGoal.of("80% in 20s");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    // endregion

    @Test
    void howMany() {
        // region staffing-agents
        Workload calls = Workload.of(100, Duration.ofMinutes(30), Duration.ofMinutes(3)); // 10 Erlang
        ServiceLevelGoal goal = ServiceLevelGoal.of("80% in 20s");
        StaffingRequirement need = ErlangC.model().require(calls, goal, Shrinkage.of("0.30"));
        int onDuty = need.onDuty(); // 14
        int scheduled = need.scheduled(); // 20
        // endregion
        assertEquals(14, onDuty);
        assertEquals(20, scheduled);
        // region staffing-why
        double level = need.outlook().serviceLevel(); // 0.888
        List<Reason> why =
                need.binding(); // SERVICE_LEVEL_MISSED: agents = 13 people, found = 0.7955… share, limit = 0.8 share
        double oneMore = need.oneMore().serviceLevel(); // 0.941
        OptionalDouble unrounded = need.fractional(); // 13.04
        // endregion
        assertEquals(0.888, level, 5e-4);
        assertTrue(why.toString().startsWith("[SERVICE_LEVEL_MISSED: agents = 13 people, found = 0.7955"));
        assertEquals(0.941, oneMore, 5e-4);
        assertEquals(13.04, unrounded.orElseThrow(), 5e-3);
    }

    @Test
    void howSure() {
        // region staffing-sure
        CountRange range = CountRange.poisson(100, 0.9); // 84 to 117 calls
        Workload busy = CALLS.withArrivals(BigDecimal.valueOf(range.high()));
        double onABusyDay = ErlangC.model().outlook(busy, 14, GOAL.threshold()).serviceLevel(); // 0.67
        int forABusyDay = ErlangC.model().agents(busy, GOAL); // 15
        // endregion
        assertEquals(new CountRange(84, 117, 0.9), range);
        assertEquals(0.67, onABusyDay, 5e-3);
        assertEquals(15, forABusyDay);
    }

    @Test
    void whoGivesUp() {
        DurationDistribution gaveUp = DurationDistribution.times(Duration.ofSeconds(50), 40);
        DurationDistribution answered = DurationDistribution.times(Duration.ofSeconds(10), 400);
        // region staffing-patience
        Measurement<Duration> patience = ErlangA.patience(SurvivalCurve.of(gaveUp, answered)); // PT2M30S
        ErlangA model = ErlangA.of(patience.orElseThrow());
        int agents = model.agents(CALLS, GOAL); // 12
        QueueOutlook outlook = model.outlook(CALLS, 13, GOAL.threshold());
        double lost = outlook.probabilityOfAbandonment(); // 0.035
        OptionalDouble ofAll = outlook.serviceLevel(Abandons.NEGATIVE); // 0.881
        OptionalDouble withoutThem = outlook.serviceLevel(Abandons.IGNORED); // 0.899
        OptionalDouble asIfAnswered = outlook.serviceLevel(Abandons.POSITIVE); // 0.901
        // endregion
        assertEquals(Duration.ofSeconds(150), patience.orElseThrow());
        assertEquals(12, agents);
        assertEquals(0.035, lost, 5e-4);
        assertEquals(0.881, ofAll.orElseThrow(), 5e-4);
        assertEquals(0.899, withoutThem.orElseThrow(), 5e-4);
        assertEquals(0.901, asIfAnswered.orElseThrow(), 5e-4);
    }

    @Test
    void furtherLimits() {
        // region staffing-limits
        ServiceLevelGoal gentle = GOAL.withMaxOccupancy(new BigDecimal("0.70")).withMaxMeanWait(Duration.ofSeconds(10));
        int agents = ErlangC.model().agents(CALLS, gentle); // 15
        Shrinkage shrinkage = Shrinkage.builder()
                .planned("leave", "0.10")
                .planned("training", "0.05")
                .unplanned("sickness", "0.15")
                .build();
        int scheduled = shrinkage.scheduled(agents); // 22, of 21.43
        // endregion
        assertEquals(15, agents);
        assertEquals(22, scheduled);
    }

    @Test
    void aWholeMorning() {
        List<Double> lastWeek = List.of(60.0, 80.0, 100.0, 100.0, 90.0, 70.0);
        // region staffing-plan
        List<Double> forecast = new SeasonalNaive(6).forecast(lastWeek, 6).orElseThrow();
        StaffingPlan plan = StaffingPlan.builder()
                .startInclusive(NINE)
                .workloads(Workload.series(forecast, Duration.ofMinutes(30), Duration.ofMinutes(3)))
                .model(ErlangC.model())
                .goal(GOAL)
                .shrinkage(Shrinkage.of("0.30"))
                .build();
        int peak = plan.peakOnDuty(); // 14
        Optional<Reason> overtime = plan.withoutOvertime(Duration.ofHours(50)); // OVERTIME_NEEDED, 1 hour
        // endregion
        assertEquals(14, peak);
        assertEquals("OVERTIME_NEEDED", overtime.orElseThrow().code());
        assertEquals(Duration.ofHours(1), plan.overtime(Duration.ofHours(50)));
        // region staffing-mail
        DeferrableWork mail =
                DeferrableWork.of(Batch.of("overnight", NINE, NOON, new BigDecimal(60), Duration.ofMinutes(5)));
        Filling filling = mail.fill(plan.spare(List.of(14, 14, 14, 14, 14, 14)));
        boolean inTime = filling.isFeasible();
        // endregion
        assertTrue(inTime);
    }

    @Test
    void severalChatsAtOnce() {
        // region staffing-chat
        Workload chats = Workload.of(60, Duration.ofHours(1), Duration.ofMinutes(10));
        int oneAtATime = BalancedChat.ofPaces("1").agents(chats, GOAL); // 14
        int two = BalancedChat.ofPaces("1", "1.7").agents(chats, GOAL); // 8
        int three = BalancedChat.ofPaces("1", "1.7", "2.5").agents(chats, GOAL); // 6
        // endregion
        assertEquals(List.of(14, 8, 6), List.of(oneAtATime, two, three));
    }

    @Test
    void hireAhead() {
        // region staffing-hiring
        HiringPlan growth = HiringPlan.builder()
                .start(LocalDate.of(2026, 1, 1))
                .people(new BigDecimal(20))
                .monthlyAttrition(new BigDecimal("0.02"))
                .recruiting(Period.ofWeeks(6))
                .ramp(RampCurve.of("0", "0.25", "0.5", "0.75"))
                .need(LocalDate.of(2026, 7, 1), 25)
                .build();
        Hire hire = growth.hires().get(0); // 8 people, first day 3 June, offers by 22 April
        // endregion
        assertEquals(8, hire.people());
        assertEquals(LocalDate.of(2026, 6, 3), hire.startOn());
        assertEquals(LocalDate.of(2026, 4, 22), hire.offerBy());
    }
}
