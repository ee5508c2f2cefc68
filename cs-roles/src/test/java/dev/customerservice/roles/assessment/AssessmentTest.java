package dev.customerservice.roles.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.statistics.Measurement;
import dev.customerservice.roles.assessment.Assessment.Combine;
import dev.customerservice.roles.assessment.Assessment.Level;
import dev.customerservice.roles.assessment.AssessmentReading.Result;
import dev.customerservice.roles.assessment.AssessmentReading.Verdict;
import dev.customerservice.roles.catalogue.Catalogue;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final Subject TEAM = Subject.team(TeamId.of("harbour"));
    private static final Instant MONDAY = Instant.parse("2026-03-23T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-24T09:00:00Z");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private static final Assessment PULSE = Assessment.builder()
            .id("pulse")
            .title("Pulse")
            .subject("team")
            .addCriteria(
                    Criterion.rated("teamwork", "team", "We help each other."),
                    Criterion.rated("safe-to-share", "team", "I can say what I think.")
                            .withWeight(new BigDecimal("2"))
                            .withMinimum(HALF))
            .build();

    private static final Assessment STAGES = Assessment.builder()
            .id("stages")
            .title("Stages")
            .subject("team")
            .minimumCoverage(BigDecimal.ZERO)
            .addCriteria(
                    shown("purpose", "purpose.written").withLevel("creating"),
                    shown("channel", "channel.opened").withLevel("creating"),
                    shown("strategy", "strategy.approved").withLevel("developing"),
                    shown("training", "training.completed")
                            .withLevel("developing")
                            .withWeight(new BigDecimal("2")),
                    shown("vision", "vision.acknowledged").withLevel("refining"))
            .addLevels(
                    new Level("creating", "Creating", new TreeMap<>(), List.of("volume"), List.of("benchmark-study")),
                    new Level("developing", "Developing", new TreeMap<>(), List.of("csat"), List.of()),
                    new Level("refining", "Refining", new TreeMap<>(), List.of("nps"), List.of("vision-acknowledged")))
            .build();

    @Test
    void aScoreIsTheWeightedMeanOfWhatIsKnown() {
        AssessmentReading reading = pulse(4, 4, 5, 3);
        // (0.75 + 2 × 0.75) / 3 with teamwork 4 and 4, safe 5 and 3
        assertEquals(0.75, value(reading.score()), 0);
        assertEquals(
                0.75,
                value(Optional.ofNullable(reading.byCategory().get("team")).orElseThrow()),
                0);
        assertEquals(Verdict.COMPLETE, reading.verdict());
        assertEquals(Optional.of("safe-to-share"), reading.weakest().map(Criterion::id), "of equal ones the heaviest");
        assertEquals(BigDecimal.ONE, reading.coverage());
        assertEquals(List.of(), reading.reasons());
    }

    @Test
    void belowAMinimumIsSaid() {
        AssessmentReading reading = pulse(5, 5, 2, 3);
        assertEquals(Verdict.BELOW_MINIMUM, reading.verdict());
        assertEquals(List.of("safe-to-share"), ids(reading.belowMinimum()));
        assertEquals(Optional.of("safe-to-share"), reading.weakest().map(Criterion::id));
        assertEquals(List.of(), ids(reading.criticalFailures(HALF)), "none of them is critical");
        Assessment strict = PULSE.withCriteria(
                PULSE.criteria().stream().map(each -> each.withCritical(true)).toList());
        AssessmentReading same =
                strict.read(EvidenceLog.empty(), ratings(strict, "safe-to-share", 2, 3), TEAM, TUESDAY);
        assertEquals(List.of("safe-to-share"), ids(same.criticalFailures(HALF)));
        assertEquals(List.of(), ids(same.criticalFailures(new BigDecimal("0.375"))));
    }

    @Test
    void whatIsNotKnownIsMissingAndNeverZero() {
        AssessmentReading nothing = PULSE.read(EvidenceLog.empty(), TEAM, TUESDAY);
        assertEquals(absent("nothing_rated"), nothing.score());
        assertEquals(BigDecimal.ZERO, nothing.coverage());
        assertEquals(Verdict.INCOMPLETE, nothing.verdict());
        assertEquals(Optional.empty(), nothing.weakest());
        assertEquals(List.of("teamwork", "safe-to-share"), ids(nothing.missing()));
        assertEquals("NOTHING_RATED by teamwork", nothing.reasons().get(0).toString());

        AssessmentReading light = PULSE.read(EvidenceLog.empty(), ratings(PULSE, "teamwork", 5), TEAM, TUESDAY);
        assertEquals(absent("coverage_too_low"), light.score(), "a third of the weight is not half of it");
        AssessmentReading heavy = PULSE.read(EvidenceLog.empty(), ratings(PULSE, "safe-to-share", 5), TEAM, TUESDAY);
        assertEquals(1, value(heavy.score()), 0);
        assertEquals(Verdict.COMPLETE, heavy.verdict());
        Assessment needed = PULSE.withCriteria(
                PULSE.criteria().get(0).withRequired(true), PULSE.criteria().get(1));
        assertEquals(
                Verdict.INCOMPLETE,
                needed.read(EvidenceLog.empty(), ratings(needed, "safe-to-share", 5), TEAM, TUESDAY)
                        .verdict());
    }

    @Test
    void whatDoesNotApplyLeavesBothSums() {
        List<Rating> ratings = new ArrayList<>(ratings(PULSE, "teamwork", 3));
        ratings.add(Rating.notApplicable(PULSE, "safe-to-share", TEAM, AgentId.of("r0"), MONDAY));
        AssessmentReading reading = PULSE.read(EvidenceLog.empty(), ratings, TEAM, TUESDAY);
        assertEquals(0.5, value(reading.score()), 0);
        assertEquals(BigDecimal.ONE, reading.coverage());
        assertFalse(reading.results().get(1).applies());
        assertFalse(reading.results().get(1).isMissing());
        AssessmentReading without = PULSE.withCriteria(PULSE.criteria().get(0))
                .read(EvidenceLog.empty(), ratings(PULSE, "teamwork", 3), TEAM, TUESDAY);
        assertEquals(without.score(), reading.score());
    }

    @Test
    void theLatestRatingOfAPersonCounts() {
        AgentId ana = AgentId.of("ana");
        List<Rating> ratings = List.of(
                Rating.of(PULSE, "teamwork", TEAM, ana, 5, TUESDAY),
                Rating.of(PULSE, "teamwork", TEAM, ana, 1, MONDAY),
                Rating.of(PULSE, "teamwork", Subject.team(TeamId.of("other")), AgentId.of("ben"), 1, MONDAY),
                new Rating("other", "anything", TEAM, ana, OptionalInt.of(1), MONDAY));
        Assessment one = PULSE.withCriteria(PULSE.criteria().get(0));
        assertEquals(
                1, value(one.read(EvidenceLog.empty(), ratings, TEAM, TUESDAY).score()), 0);
        assertEquals(
                0, value(one.read(EvidenceLog.empty(), ratings, TEAM, MONDAY).score()), 0);
        assertEquals(
                "Rating[pulse, teamwork, 2026-03-24T09:00:00Z]", ratings.get(0).toString());
    }

    @Test
    void aMedianIsNotMovedByOneVoice() {
        Assessment median =
                PULSE.withCombine(Combine.MEDIAN).withCriteria(PULSE.criteria().get(0));
        assertEquals(
                1,
                value(median.read(EvidenceLog.empty(), ratings(median, "teamwork", 5, 5, 1), TEAM, TUESDAY)
                        .score()),
                0);
        assertEquals(
                0.75,
                value(median.read(EvidenceLog.empty(), ratings(median, "teamwork", 5, 1, 3, 5), TEAM, TUESDAY)
                        .score()),
                0);
    }

    @Test
    void aFigureIsDrawnBetweenWorstAndBest() {
        Criterion quick = Criterion.builder()
                .id("quick")
                .category("customer")
                .statement("Replies come in time.")
                .measured(new Criterion.Measured(
                        "kpi.measured",
                        new TreeMap<>(Map.of("kpi", "sla_attainment")),
                        "estimate",
                        HALF,
                        BigDecimal.ONE))
                .build();
        Assessment quickness = PULSE.withCriteria(quick);
        assertEquals(0.86, value(measured(quickness, "0.93", "0.90", "0.95").score()), 0);
        assertEquals(0, value(measured(quickness, "0.2", "0.1", "0.3").score()), 0);
        Result result = measured(quickness, "0.93", "0.90", "0.95").results().get(0);
        assertEquals(Optional.of(new BigDecimal("0.8")), result.low());
        assertEquals(Optional.of(new BigDecimal("0.9")), result.high());
        Assessment slowness = PULSE.withCriteria(quick.withMeasured(
                new Criterion.Measured("kpi.measured", new TreeMap<>(), "estimate", BigDecimal.ONE, BigDecimal.ZERO)));
        assertEquals(0.07, value(measured(slowness, "0.93", "0.90", "0.95").score()), 0);
        assertEquals(
                Optional.of(new BigDecimal("0.05")),
                measured(slowness, "0.93", "0.90", "0.95").results().get(0).low());
        EvidenceLog counted = EvidenceLog.of(Evidence.of("k", "kpi.measured", MONDAY, TEAM)
                .withDetail("kpi", "sla_attainment")
                .withDetail("estimate", new Detail.Quantity(new BigDecimal("0.75"), "share")));
        assertEquals(0.5, value(quickness.read(counted, TEAM, TUESDAY).score()), 0);
        assertEquals(
                "EVIDENCE_MISSING by kpi.measured: detail = estimate",
                quickness
                        .read(EvidenceLog.empty(), TEAM, TUESDAY)
                        .reasons()
                        .get(0)
                        .toString());
    }

    @Test
    void aLevelHoldsOnlyWhenAllBelowHold() {
        AssessmentReading nothing = stages();
        assertEquals(Optional.empty(), nothing.level());
        assertEquals(List.of("purpose", "channel"), ids(nothing.nextSteps()));
        assertEquals(List.of("volume"), nothing.suggestedKpis());
        AssessmentReading gap = stages("purpose.written", "channel.opened", "strategy.approved", "vision.acknowledged");
        assertEquals(Optional.of("creating"), gap.level().map(Level::id));
        assertEquals(List.of("training"), ids(gap.nextSteps()));
        assertEquals(List.of("training"), ids(gap.distanceTo("refining")));
        assertEquals(List.of(), ids(gap.distanceTo("creating")));
        assertEquals(List.of("volume"), gap.suggestedKpis(), "no NPS at this stage, none forbidden");
        AssessmentReading two = stages("purpose.written", "channel.opened");
        assertEquals(List.of("training", "strategy"), ids(two.nextSteps()), "heaviest first");
        assertEquals(List.of("training", "strategy", "vision"), ids(two.distanceTo("refining")));
        AssessmentReading all = stages(
                "purpose.written", "channel.opened", "strategy.approved", "training.completed", "vision.acknowledged");
        assertEquals(Optional.of("refining"), all.level().map(Level::id));
        assertEquals(List.of(), all.nextSteps());
        assertEquals(List.of("volume", "csat", "nps"), all.suggestedKpis());
        assertEquals(List.of("benchmark-study", "vision-acknowledged"), all.suggestedPractices());
        assertThrows(IllegalArgumentException.class, () -> all.distanceTo("dreaming"));
    }

    @Test
    void aLevelMayAskForAMinimumOfEachCategory() {
        Assessment survey = PULSE.withLevels(
                new Level("good", "Good", new TreeMap<>(Map.of("team", HALF)), List.of(), List.of()),
                new Level(
                        "great", "Great", new TreeMap<>(Map.of("team", new BigDecimal("0.9"))), List.of(), List.of()));
        AssessmentReading good = read(survey, 3, 5);
        assertEquals(Optional.of("good"), good.level().map(Level::id));
        assertEquals(List.of("teamwork"), ids(good.nextSteps()), "the one below 0.9");
        assertEquals(Optional.of("great"), read(survey, 5, 5).level().map(Level::id));
        assertEquals(Optional.empty(), read(survey, 1, 2).level());
    }

    @Test
    @Tag("S3-03")
    void whatHasBecomeWorseIsNamed() {
        AssessmentReading before = stages("purpose.written", "channel.opened");
        EvidenceLog retracted = evidence("purpose.written", "channel.opened")
                .plus(evidence("channel.opened").evidence().get(0).retraction("r", TUESDAY));
        AssessmentReading now = STAGES.read(retracted, TEAM, TUESDAY);
        assertEquals(
                List.of(
                        "LEVEL_LOST about team:harbour by creating",
                        "CRITERION_LOST about team:harbour by channel: before = 1 share"),
                now.regressionsSince(before, BigDecimal.ZERO).stream()
                        .map(Reason::toString)
                        .toList(),
                "unknown is not worse, and yet what made the level is named");
        assertEquals(List.of(), before.regressionsSince(now, BigDecimal.ZERO), "what was unknown before is no loss");
        AssessmentReading high = read(PULSE, 5, 5);
        AssessmentReading low = read(PULSE, 4, 5);
        assertEquals(
                List.of("CRITERION_FELL about team:harbour by teamwork: before = 1 share, now = 0.75 share"),
                low.regressionsSince(high, new BigDecimal("0.2")).stream()
                        .map(Reason::toString)
                        .toList());
        assertEquals(List.of(), low.regressionsSince(high, new BigDecimal("0.25")));
        assertEquals(List.of(), high.regressionsSince(low, BigDecimal.ZERO));
    }

    @Test
    void whereNothingIsKnownNothingIsComplete() {
        Assessment open = PULSE.withMinimumCoverage(BigDecimal.ZERO);
        assertEquals(
                AssessmentReading.Verdict.INCOMPLETE,
                open.read(EvidenceLog.empty(), TEAM, TUESDAY).verdict());
        List<Rating> none = PULSE.criteria().stream()
                .map(criterion -> Rating.notApplicable(open, criterion.id(), TEAM, AgentId.of("r0"), TUESDAY))
                .toList();
        AssessmentReading reading = open.read(EvidenceLog.empty(), none, TEAM, TUESDAY);
        assertEquals(AssessmentReading.Verdict.INCOMPLETE, reading.verdict());
        assertEquals(List.of(), reading.missing());
    }

    @Test
    void fewRatersStayHidden() {
        Assessment anonymous =
                PULSE.withAnonymityFloor(5).withCriteria(PULSE.criteria().get(0));
        AssessmentReading four =
                anonymous.read(EvidenceLog.empty(), ratings(anonymous, "teamwork", 5, 5, 5, 5), TEAM, TUESDAY);
        assertEquals(absent("nothing_rated"), four.score());
        assertEquals(
                "ANONYMITY_FLOOR by teamwork: floor = 5 raters",
                four.reasons().get(0).toString());
        AssessmentReading five =
                anonymous.read(EvidenceLog.empty(), ratings(anonymous, "teamwork", 5, 5, 5, 5, 5), TEAM, TUESDAY);
        assertEquals(1, value(five.score()), 0);
    }

    @Test
    void aSegmentIsNotFoundBySubtraction() {
        Assessment anonymous =
                PULSE.withAnonymityFloor(5).withCriteria(PULSE.criteria().get(0));
        assertEquals(List.of("a", "b"), published(anonymous, Map.of("a", 6, "b", 7)));
        assertEquals(
                List.of("b"), published(anonymous, Map.of("a", 5, "b", 7, "c", 2)), "c alone would be a rest of two");
        assertEquals(List.of("a"), published(anonymous, Map.of("a", 5, "b", 3, "c", 2)));
        assertEquals(List.of(), published(anonymous, Map.of("a", 5, "b", 3)));
    }

    @Test
    void adviceHasNoScore() {
        assertEquals(absent("advice_only"), read(PULSE.withAdvice(true), 5, 5).score());
    }

    @Test
    void refusesWhatNamesWhatIsNotThere() {
        Criterion teamwork = PULSE.criteria().get(0);
        refused("must be at least one", () -> PULSE.withCriteria(List.of()));
        refused("must be named once", () -> PULSE.withCriteria(teamwork, teamwork));
        refused(
                "level (none) of assessment pulse must be one of",
                () -> PULSE.withCriteria(teamwork.withLevel("none")));
        refused("must ask for a criterion", () -> PULSE.withLevels(Level.of("empty", "Empty")));
        refused(
                "category (none) of assessment pulse must be one of",
                () -> PULSE.withLevels(new Level("l", "L", new TreeMap<>(Map.of("none", HALF)), List.of(), List.of())));
        refused("must be from 0 to 1", () -> PULSE.withMinimumCoverage(new BigDecimal("50")));
        refused("must be from 0 to 1", () -> PULSE.withMinimumCoverage(new BigDecimal("-0.1")));
        refused("must not be negative", () -> PULSE.withAnonymityFloor(-1));
        refused("must be above zero", () -> teamwork.withWeight(BigDecimal.ZERO));
        refused("must be from 0 to 1", () -> teamwork.withMinimum(new BigDecimal("1.1")));
        refused("must be from 0 to 1", () -> teamwork.withMinimum(new BigDecimal("-1")));
        refused(
                "must differ from best",
                () -> new Criterion.Measured("k", new TreeMap<>(), "d", BigDecimal.ONE, new BigDecimal("1.0")));
        refused(
                "shown or measured",
                () -> shown("x", "k")
                        .withMeasured(
                                new Criterion.Measured("k", new TreeMap<>(), "d", BigDecimal.ONE, BigDecimal.ZERO)));
        refused(
                "must be a point of scale agreement",
                () -> Rating.of(PULSE, "teamwork", TEAM, AgentId.of("r"), 6, MONDAY));
        refused(
                "criterion (gone) must be one of assessment pulse",
                () -> PULSE.read(
                        EvidenceLog.empty(),
                        List.of(Rating.of(PULSE, "gone", TEAM, AgentId.of("r"), 1, MONDAY)),
                        TEAM,
                        MONDAY));
        assertEquals(Scale.AGREEMENT, PULSE.scale());
        assertTrue(teamwork.isRated());
        assertFalse(shown("x", "k").isRated());
        assertEquals(teamwork, Criterion.builder().from(teamwork).build());
        assertEquals(PULSE, Assessment.builder().from(PULSE).build());
        Assessment ours = PULSE.withOrigin(Map.of("weights", Catalogue.Origin.PROJECT));
        assertEquals(Map.of("weights", Catalogue.Origin.PROJECT), ours.origin());
    }

    private static void refused(String rule, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(
                assertThrows(IllegalArgumentException.class, call).getMessage());
        assertTrue(message.contains(rule) && message.contains("\nMaybe "), message);
    }

    private static List<String> published(Assessment assessment, Map<String, Integer> sizes) {
        List<Rating> ratings = new ArrayList<>();
        sizes.forEach((segment, size) -> {
            for (int i = 0; i < size; i++) {
                ratings.add(Rating.of(assessment, "teamwork", TEAM, AgentId.of(segment + i), 4, MONDAY));
            }
        });
        return assessment
                .readSegments(
                        EvidenceLog.empty(),
                        ratings,
                        TEAM,
                        TUESDAY,
                        rater -> rater.value().substring(0, 1))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().score().amount().isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static AssessmentReading measured(Assessment assessment, String value, String low, String high) {
        return assessment.read(
                EvidenceLog.of(Evidence.of("k", "kpi.measured", MONDAY, TEAM)
                        .withDetail("kpi", "sla_attainment")
                        .withDetail(
                                "estimate",
                                new Detail.Estimate(
                                        new BigDecimal(value),
                                        new BigDecimal(low),
                                        new BigDecimal(high),
                                        900,
                                        "share"))),
                TEAM,
                TUESDAY);
    }

    private static Criterion shown(String id, String kind) {
        return Criterion.shown(id, "stage", "There is " + id + ".", Condition.exists(kind));
    }

    private static EvidenceLog evidence(String... kinds) {
        return EvidenceLog.of(List.of(kinds).stream()
                .map(kind -> Evidence.of(kind, kind, MONDAY, TEAM))
                .toList());
    }

    private static AssessmentReading stages(String... kinds) {
        return STAGES.read(evidence(kinds), TEAM, TUESDAY);
    }

    private static AssessmentReading pulse(int teamworkOne, int teamworkTwo, int safeOne, int safeTwo) {
        List<Rating> ratings = new ArrayList<>(ratings(PULSE, "teamwork", teamworkOne, teamworkTwo));
        ratings.addAll(ratings(PULSE, "safe-to-share", safeOne, safeTwo));
        return PULSE.read(EvidenceLog.empty(), ratings, TEAM, TUESDAY);
    }

    private static AssessmentReading read(Assessment assessment, int teamwork, int safe) {
        List<Rating> ratings = new ArrayList<>(ratings(assessment, "teamwork", teamwork));
        ratings.addAll(ratings(assessment, "safe-to-share", safe));
        return assessment.read(EvidenceLog.empty(), ratings, TEAM, TUESDAY);
    }

    private static List<Rating> ratings(Assessment assessment, String criterion, int... scores) {
        List<Rating> ratings = new ArrayList<>();
        for (int score : scores) {
            ratings.add(Rating.of(assessment, criterion, TEAM, AgentId.of("r" + ratings.size()), score, MONDAY));
        }
        return ratings;
    }

    private static double value(Measurement<BigDecimal> score) {
        return score.orElseThrow().doubleValue();
    }

    private static Measurement<BigDecimal> absent(String reason) {
        return Measurement.noData(new Absence(reason), LeftOut.none());
    }

    private static List<String> ids(List<Criterion> criteria) {
        return criteria.stream().map(Criterion::id).toList();
    }
}
