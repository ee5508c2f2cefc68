package dev.customerservice.roles.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.kpi.Direction;
import dev.customerservice.metrics.kpi.Unit;
import dev.customerservice.metrics.report.Period;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Finding;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import dev.customerservice.roles.plan.GoalProgress.State;
import dev.customerservice.roles.practice.Cadence;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** First contact resolution by month of 2025, and goals for the middle of 2026: one dreamt, one slept through, one worth having. */
class GoalNeverAchievableTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<BigDecimal> YEAR_2025 = Stream.of(
                    "0.60", "0.61", "0.60", "0.62", "0.63", "0.62", "0.63", "0.64", "0.63", "0.65", "0.64", "0.65")
            .map(BigDecimal::new)
            .toList();
    private static final SmartGoal GOAL = SmartGoal.builder()
            .id("fcr-2026")
            .owner(AgentId.of("mara"))
            .specific(new SmartGoal.Specific("ask", "A question is answered the first time it is asked."))
            .measurable(new SmartGoal.Measurable(
                    "first_contact_resolution",
                    Unit.SHARE,
                    Direction.HIGHER_IS_BETTER,
                    YEAR_2025,
                    new BigDecimal("0.69")))
            .achievable(new SmartGoal.Achievable(List.of("fcr-2025")))
            .relevant("loyalty")
            .timeBound(new SmartGoal.TimeBound(
                    LocalDate.of(2025, 12, 31), LocalDate.of(2026, 6, 30), Cadence.each(Cadence.Unit.MONTH)))
            .build();
    private static final Period MARCH = Period.month(2026, Month.MARCH, BERLIN);

    @Test
    @Tag("S0-48")
    void aTargetIsComparedWithTheBestTheTeamEverDid() {
        Reason dreamt = refusal(StretchPolicy.standard().judge(aimingAt("0.90")));
        assertEquals("NOT_ACHIEVABLE", dreamt.code());
        assertEquals(quantity("0.25"), dreamt.values().get("required"));
        assertEquals(quantity("0.03"), dreamt.values().get("bestChange"));
        assertEquals(quantity("0.695"), dreamt.values().get("highestTarget"));
        assertEquals(25.0 / 3, new BigDecimal("0.25").doubleValue() / 0.03, 1e-9);

        Reason slept = refusal(StretchPolicy.standard().judge(aimingAt("0.67")));
        assertEquals("TOO_EASY", slept.code());
        Detail.Estimate forecast =
                assertInstanceOf(Detail.Estimate.class, slept.values().get("forecast"));
        assertEquals(58115.0 / 85800, forecast.value().doubleValue(), 1e-9);
        assertEquals(0.655, forecast.low().doubleValue(), 0.0005);
        assertEquals(0.699, forecast.high().doubleValue(), 0.0005);

        Finding accepted = StretchPolicy.standard().judge(GOAL);
        assertEquals(
                List.of("fcr-2025"),
                assertInstanceOf(Finding.Met.class, accepted).evidence());
        assertTrue(StretchPolicy.standard().judge(aimingAt("0.695")).isMet(), "the highest that passes");
        assertEquals(
                "NOT_ACHIEVABLE",
                refusal(StretchPolicy.standard().judge(aimingAt("0.6951"))).code());
        assertEquals(
                "OFF_RANGE",
                refusal(StretchPolicy.standard().judge(aimingAt("1.05"))).code());

        SmartGoal.Measurable figure = GOAL.measurable().orElseThrow();
        SmartGoal eight = GOAL.withMeasurable(new SmartGoal.Measurable(
                figure.kpi(), figure.unit(), figure.direction(), YEAR_2025.subList(4, 12), figure.target()));
        Finding tooShort = StretchPolicy.standard().judge(eight);
        assertTrue(tooShort.isUnknown());
        assertEquals("BASELINE_TOO_SHORT", tooShort.reasons().get(0).code());
    }

    @Test
    @Tag("S0-49")
    void progressIsReadFromTheWholeInterval() {
        assertEquals(6, GOAL.timeBound().orElseThrow().measurements().size());
        GoalProgress surely = GOAL.progress(MARCH, share(600, 850));
        assertEquals(0, new BigDecimal("0.67").compareTo(surely.expected().orElseThrow()));
        assertEquals(State.ON_TRACK, surely.state());
        assertEquals(0.674, surely.measured().orElseThrow().low().doubleValue(), 0.0005);
        assertEquals(0.736, surely.measured().orElseThrow().high().doubleValue(), 0.0005);
        assertEquals(State.UNDECIDED, GOAL.progress(MARCH, share(571, 850)).state(), "above the line, not surely");
        assertEquals(State.OFF_TRACK, GOAL.progress(MARCH, share(540, 850)).state());
        GoalProgress without = GOAL.progress(MARCH, Measurement.noData(Absence.NO_FACTS, LeftOut.none()));
        assertEquals(State.NO_DATA, without.state());
        assertEquals(Optional.of("no_facts"), without.reason());
        assertEquals(State.NO_DATA, GOAL.progress(MARCH, share(0, 0)).state());
        assertEquals(
                List.of(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 31)),
                GOAL.missed(List.of(LocalDate.of(2026, 1, 31)), LocalDate.of(2026, 4, 2)));
    }

    @Test
    void fewerHoursAreJudgedAsMoreShares() {
        List<BigDecimal> hours =
                YEAR_2025.stream().map(BigDecimal.ONE::subtract).toList();
        SmartGoal mirrored = GOAL.withMeasurable(new SmartGoal.Measurable(
                "hours_to_resolve", Unit.DURATION, Direction.LOWER_IS_BETTER, hours, new BigDecimal("0.31")));
        assertTrue(StretchPolicy.standard().judge(mirrored).isMet());
        assertEquals(
                "NOT_ACHIEVABLE",
                refusal(StretchPolicy.standard().judge(hoursTo(mirrored, "0.10")))
                        .code());
        assertEquals(
                "TOO_EASY",
                refusal(StretchPolicy.standard().judge(hoursTo(mirrored, "0.33")))
                        .code());
        assertEquals(
                "OFF_RANGE",
                refusal(StretchPolicy.standard().judge(hoursTo(mirrored, "-0.05")))
                        .code());
        LocalDate march = LocalDate.of(2026, 3, 31);
        for (int solved : List.of(600, 571, 540, 700, 850)) {
            Detail.Estimate share = Detail.Estimate.of(Ratio.of(solved, 850)).orElseThrow();
            Detail.Estimate other = new Detail.Estimate(
                    BigDecimal.ONE.subtract(share.value()),
                    BigDecimal.ONE.subtract(share.high()),
                    BigDecimal.ONE.subtract(share.low()),
                    850,
                    "hours");
            assertEquals(
                    GOAL.progress(march, share).state(),
                    mirrored.progress(march, other).state());
        }
    }

    @Test
    void theEndOfAGoal() {
        LocalDate june = LocalDate.of(2026, 6, 30);
        assertEquals(State.REACHED, GOAL.progress(MARCH, share(850, 850)).state());
        assertEquals(State.MISSED, GOAL.progress(june, estimate(540)).state());
        assertEquals(State.UNDECIDED, GOAL.progress(june, estimate(590)).state());
        assertEquals(State.REACHED, GOAL.progress(june, estimate(640)).state());
        assertEquals(
                State.NOT_STARTED,
                GOAL.progress(LocalDate.of(2026, 1, 30), estimate(540)).state());
        assertEquals(
                0,
                new BigDecimal("0.69")
                        .compareTo(GOAL.expected(LocalDate.of(2027, 1, 1)).orElseThrow()));
    }

    @Test
    @Tag("S0-47")
    void eachOfTheFiveFacetsIsAskedFor() {
        assertEquals(List.of(), GOAL.problems());
        SmartGoal draft =
                SmartGoal.builder().id("draft").owner(AgentId.of("mara")).build();
        assertEquals(
                List.of("SPECIFIC", "MEASURABLE", "ACHIEVABLE", "RELEVANT", "TIME_BOUND"),
                draft.problems().stream().map(Reason::where).toList());
        assertTrue(StretchPolicy.standard().judge(draft).isUnknown());
        assertEquals(
                Optional.of("goal_incomplete"),
                draft.progress(MARCH.from(), estimate(1)).reason());
        assertEquals(List.of(), draft.missed(List.of(), MARCH.from()));
        assertEquals(
                List.of("TARGET_WORSE_THAN_BASELINE"),
                aimingAt("0.65").problems().stream().map(Reason::code).toList());
        SmartGoal.TimeBound time = GOAL.timeBound().orElseThrow();
        SmartGoal backwards =
                GOAL.withTimeBound(new SmartGoal.TimeBound(time.deadline(), time.start(), time.measured()));
        assertEquals("DEADLINE_BEFORE_START", backwards.problems().get(0).code());
        SmartGoal once =
                GOAL.withTimeBound(new SmartGoal.TimeBound(time.start(), LocalDate.of(2026, 2, 27), time.measured()));
        assertEquals("MEASURED_TOO_RARELY", once.problems().get(0).code());
        assertThrows(
                IllegalArgumentException.class,
                () -> new SmartGoal.Measurable("x", Unit.COUNT, Direction.NEITHER, List.of(), BigDecimal.ONE));
    }

    @Test
    void aRatioSaysLittleAboutShares() {
        StretchPolicy ratio = StretchPolicy.ratioToForecast(new BigDecimal("1.02"), new BigDecimal("1.2"));
        assertEquals("RATIO_OF_SHARES", refusal(ratio.judge(GOAL)).code());
        List<BigDecimal> contacts =
                YEAR_2025.stream().map(share -> share.movePointRight(3)).toList();
        for (Direction direction : List.of(Direction.HIGHER_IS_BETTER, Direction.LOWER_IS_BETTER)) {
            boolean more = direction == Direction.HIGHER_IS_BETTER;
            SmartGoal counted = GOAL.withMeasurable(new SmartGoal.Measurable(
                    "solved", Unit.COUNT, direction, contacts, new BigDecimal(more ? 720 : 640)));
            assertTrue(ratio.judge(counted).isMet());
            SmartGoal easy = GOAL.withMeasurable(new SmartGoal.Measurable(
                    "solved", Unit.COUNT, direction, contacts, new BigDecimal(more ? 680 : 675)));
            assertEquals("TOO_EASY", refusal(ratio.judge(easy)).code());
            SmartGoal dreamt = GOAL.withMeasurable(new SmartGoal.Measurable(
                    "solved", Unit.COUNT, direction, contacts, new BigDecimal(more ? 900 : 500)));
            assertEquals("NOT_ACHIEVABLE", refusal(ratio.judge(dreamt)).code());
        }
        assertThrows(IllegalArgumentException.class, () -> StretchPolicy.byBestChange(BigDecimal.ZERO));
    }

    @Test
    @Tag("S2-32")
    void aBrokenAssumptionIsFound() {
        Evidence broken = Evidence.of(
                "e1", "assumption.broken", Instant.parse("2026-02-03T09:00:00Z"), Subject.of("goal", "fcr-2026"));
        Evidence other = Evidence.of(
                "e2", "assumption.broken", Instant.parse("2026-02-03T09:00:00Z"), Subject.of("goal", "other"));
        assertEquals(List.of(broken), GOAL.brokenAssumptions(EvidenceLog.of(broken, other)));
    }

    private static SmartGoal hoursTo(SmartGoal goal, String target) {
        SmartGoal.Measurable figure = goal.measurable().orElseThrow();
        return goal.withMeasurable(new SmartGoal.Measurable(
                figure.kpi(), figure.unit(), figure.direction(), figure.baseline(), new BigDecimal(target)));
    }

    private static SmartGoal aimingAt(String target) {
        return hoursTo(GOAL, target);
    }

    private static Measurement<Ratio> share(long solved, long all) {
        return Measurement.value(Ratio.of(solved, all), all, LeftOut.none());
    }

    private static Detail.Estimate estimate(long solved) {
        return Detail.Estimate.of(Ratio.of(solved, 850)).orElseThrow();
    }

    private static Detail quantity(String value) {
        return new Detail.Quantity(new BigDecimal(value), "first_contact_resolution");
    }

    private static Reason refusal(Finding finding) {
        return assertInstanceOf(Finding.NotMet.class, finding).reasons().get(0);
    }
}
