package dev.customerservice.roles.staffing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import dev.customerservice.metrics.forecast.SeasonalNaive;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.skill.RampCurve;
import dev.customerservice.roles.skill.Skill;
import dev.customerservice.roles.skill.SkillRequirement;
import dev.customerservice.roles.skill.Training;
import dev.customerservice.roles.staffing.DeferrableWork.Batch;
import dev.customerservice.roles.staffing.DeferrableWork.Capacity;
import dev.customerservice.roles.staffing.DeferrableWork.Filling;
import dev.customerservice.roles.staffing.DeferrableWork.Outcome;
import dev.customerservice.roles.staffing.HiringPlan.Hire;
import dev.customerservice.roles.staffing.HiringPlan.Need;
import dev.customerservice.roles.staffing.Shrinkage.Loss;
import dev.customerservice.roles.staffing.StaffingPlan.Slot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StaffingPlanTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private static StaffingPlan morning() {
        List<Double> forecast = new SeasonalNaive(4)
                .forecast(List.of(60.0, 100.0, 100.0, 0.0), 4)
                .orElseThrow();
        return StaffingPlan.builder()
                .startInclusive(NINE)
                .workloads(Workload.series(forecast, HALF_HOUR, Duration.ofMinutes(3)))
                .model(ErlangC.model())
                .goal(ServiceLevelGoal.of("80% in 20s"))
                .shrinkage(Shrinkage.of("0.30"))
                .build();
    }

    @Test
    @Tag("S1-19")
    void aForecastBecomesPeopleIntervalByInterval() {
        StaffingPlan plan = morning();
        List<Integer> onDuty =
                plan.slots().stream().map(slot -> slot.requirement().onDuty()).toList();
        assertEquals(List.of(9, 14, 14, 0), onDuty);
        Slot last = plan.slots().get(3);
        assertEquals(NINE.plus(Duration.ofMinutes(90)), last.during().startInclusive());
        assertEquals(14, plan.peakOnDuty());
        assertEquals(Duration.ofMinutes(37 * 30), plan.onDutyTime());
        assertEquals(Duration.ofMinutes((13 + 20 + 20) * 30), plan.scheduledTime());
        assertEquals(0, plan.withWorkloads(List.of()).peakOnDuty(), "a plan of nothing");
    }

    @Test
    void aForecastBelowZeroIsNobody() {
        assertEquals(
                0, Workload.series(List.of(-2.5), HALF_HOUR, HALF_HOUR).get(0).offeredLoad());
    }

    @Test
    @Tag("S0-08")
    void overtimeBreaksTheRuleAndSaysByHowMuch() {
        StaffingPlan plan = morning();
        Duration needed = Duration.ofMinutes(53 * 30);
        assertEquals(Optional.empty(), plan.withoutOvertime(needed));
        assertEquals(Duration.ZERO, plan.overtime(needed.plusHours(1)));
        Reason reason = plan.withoutOvertime(Duration.ofHours(20)).orElseThrow();
        assertEquals("OVERTIME_NEEDED", reason.code());
        assertEquals(new Detail.Span(Duration.ofMinutes(390)), reason.values().get("overtime"));
    }

    @Test
    void whoIsSpareDoesWhatCanWait() {
        StaffingPlan plan = morning();
        List<Capacity> spare = plan.spare(List.of(12, 14, 16, 3));
        assertEquals(List.of(3, 0, 2, 3), spare.stream().map(Capacity::people).toList());
        DeferrableWork mail = DeferrableWork.of(
                Batch.of("by noon", NINE, NINE.plus(Duration.ofHours(3)), new BigDecimal(20), Duration.ofMinutes(6)),
                Batch.of("by ten", NINE, NINE.plus(HOUR), new BigDecimal(14), Duration.ofMinutes(6)));
        Filling filling = mail.fill(spare);
        assertTrue(filling.isFeasible());
        Outcome first = filling.outcomes().get(0);
        assertEquals("by ten", first.batch().id());
        assertEquals(Optional.of(NINE.plus(Duration.ofMinutes(28))), first.finishedAt());
        assertEquals(Duration.ofMinutes(240 - 84 - 120), filling.unused());
        assertEquals(Duration.ofMinutes(204), mail.total());
        assertThrows(IllegalArgumentException.class, () -> plan.spare(List.of(1)));
    }

    @Test
    void whatIsLateIsToldByHowMuch() {
        DeferrableWork work = DeferrableWork.of(
                new Batch("one", NINE, NINE.plus(HOUR), Duration.ofMinutes(90)),
                new Batch("none", NINE, NINE.plus(HOUR), Duration.ZERO));
        Filling filling = work.fill(List.of(new Capacity(new Interval(NINE, NINE.plus(Duration.ofHours(2))), 1)));
        assertFalse(filling.isFeasible());
        Outcome late = filling.outcomes().get(1);
        assertEquals(Duration.ofMinutes(30), late.late());
        assertEquals(Optional.of(NINE.plus(Duration.ofMinutes(90))), late.finishedAt());
        assertEquals(Optional.of(NINE), filling.outcomes().get(0).finishedAt());
        Filling never = work.fill(List.of());
        assertEquals(Duration.ofMinutes(90), never.outcomes().get(1).late());
        assertEquals(Optional.empty(), never.outcomes().get(1).finishedAt());
        assertEquals(OptionalInt.empty(), work.peopleNeeded(IntervalSet.empty()));
        assertThrows(IllegalArgumentException.class, () -> new Batch("x", NINE, NINE, HOUR));
        assertThrows(IllegalArgumentException.class, () -> new Batch("x", NINE, NINE.plus(HOUR), HOUR.negated()));
        assertThrows(IllegalArgumentException.class, () -> new Capacity(new Interval(NINE, NINE), -1));
    }

    @Test
    void shrinkageIsItemised() {
        Shrinkage shrinkage = Shrinkage.builder()
                .planned("leave", "0.10")
                .planned("training", "0.05")
                .unplanned("sickness", "0.15")
                .build();
        assertEquals(new BigDecimal("0.70"), shrinkage.availability());
        assertEquals(new BigDecimal("0.85"), shrinkage.planned().availability());
        assertEquals(
                List.of(new Loss("sickness", new BigDecimal("0.15"), false)),
                shrinkage.unplanned().losses());
        assertEquals(143, shrinkage.scheduled(100));
        assertEquals(
                138,
                shrinkage.withComposition(Shrinkage.Composition.MULTIPLICATIVE).scheduled(100));
        assertEquals(7, Shrinkage.none().scheduled(new BigDecimal("6.01")));
        assertThrows(IllegalArgumentException.class, () -> shrinkage.scheduled(-1));
    }

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private static HiringPlan growth() {
        return HiringPlan.builder()
                .start(JANUARY)
                .people(new BigDecimal(20))
                .monthlyAttrition(new BigDecimal("0.02"))
                .recruiting(Period.ofWeeks(6))
                .ramp(RampCurve.of("0", "0.25", "0.5", "0.75"))
                .need(JULY, 25)
                .build();
    }

    @Test
    @Tag("S1-04")
    @Tag("S1-31")
    void offersGoOutBeforeRecruitingAndRamp() {
        HiringPlan plan = growth();
        Hire hire = plan.hires().get(0);
        assertEquals(new Need(JULY, new BigDecimal(25)), hire.need());
        assertEquals(8, hire.people(), "20 people of whom 2 % leave each month are 17.7 by July");
        assertEquals(LocalDate.of(2026, 6, 3), hire.startOn());
        assertEquals(LocalDate.of(2026, 4, 22), hire.offerBy());
        assertEquals(List.of(), plan.findings());
        assertTrue(plan.productiveOn(JULY).compareTo(new BigDecimal(25)) >= 0);
        assertEquals(new BigDecimal(20), plan.productiveOn(JANUARY));
        LocalDate thirdWeek = LocalDate.of(2026, 6, 17);
        assertEquals(
                0,
                new BigDecimal("20")
                        .multiply(new BigDecimal("0.98").pow(5))
                        .add(new BigDecimal("4.0"))
                        .compareTo(plan.productiveOn(thirdWeek)));
    }

    @Test
    @Tag("S1-04")
    void aTeamIsHiredAndTaught() {
        Training product = Training.builder()
                .id("product")
                .title("Product")
                .addTeaches(new Training.Lesson(Skill.PRODUCT_KNOWLEDGE.skillId(), 0, 2))
                .hours(Duration.ofHours(40))
                .build();
        Training deeper = Training.builder()
                .id("deeper")
                .title("Deeper")
                .addTeaches(new Training.Lesson(Skill.PRODUCT_KNOWLEDGE.skillId(), 2, 4))
                .hours(Duration.ofHours(24))
                .build();
        HiringPlan plan = growth().withTrainings(product, deeper);
        assertEquals(Duration.ofHours(8 * 64), plan.trainingTime());
        assertEquals(Duration.ZERO, growth().trainingTime());
        SkillRequirement knows = SkillRequirement.of(Skill.PRODUCT_KNOWLEDGE, 4);
        SkillRequirement feels = SkillRequirement.of(Skill.EMPATHY, 1);
        assertEquals(List.of(feels), plan.notTaught(List.of(knows, feels)));
        assertEquals(List.of(knows), plan.withTrainings(deeper).notTaught(List.of(knows)), "it starts at level 2");
    }

    @Test
    void anOfferThatComesTooLateIsNamed() {
        HiringPlan plan = growth().withStart(LocalDate.of(2026, 5, 2));
        Reason late = plan.findings().get(0);
        assertEquals("OFFER_TOO_LATE", late.code());
        assertEquals(Detail.count(10, "days"), late.values().get("late"));
        assertEquals(List.of(), plan.withPeople(new BigDecimal(40)).hires());
        assertThrows(IllegalArgumentException.class, () -> plan.withMonthlyAttrition(BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> plan.withPeople(new BigDecimal(-1)));
        assertThrows(IllegalArgumentException.class, () -> plan.withRecruiting(Period.ofDays(-1)));
    }
}
