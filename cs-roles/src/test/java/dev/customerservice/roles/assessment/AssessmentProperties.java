package dev.customerservice.roles.assessment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.roles.assessment.Assessment.Combine;
import dev.customerservice.roles.assessment.Assessment.Level;
import dev.customerservice.roles.evidence.Condition;
import dev.customerservice.roles.evidence.Evidence;
import dev.customerservice.roles.evidence.EvidenceLog;
import dev.customerservice.roles.evidence.Subject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Laws of assessments: scores and levels only rise with better ratings and more evidence. */
class AssessmentProperties {

    private static final Subject TEAM = Subject.of("team", "harbour");
    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<String> KINDS = List.of("a", "b", "c", "d", "e", "f");

    private static Assessment rated(Combine combine, List<Integer> weights) {
        Assessment.Builder assessment = Assessment.builder()
                .id("r")
                .title("R")
                .subject("team")
                .minimumCoverage(BigDecimal.ZERO)
                .combine(combine)
                .addLevels(
                        new Level(
                                "low",
                                "Low",
                                new TreeMap<>(Map.of("all", new BigDecimal("0.3"))),
                                List.of(),
                                List.of()),
                        new Level(
                                "high",
                                "High",
                                new TreeMap<>(Map.of("all", new BigDecimal("0.7"))),
                                List.of(),
                                List.of()));
        for (int i = 0; i < weights.size(); i++) {
            assessment.addCriteria(
                    Criterion.rated("c" + i, "all", "s").withWeight(BigDecimal.valueOf(weights.get(i), 1)));
        }
        return assessment.build();
    }

    @Property
    void raisingARatingNeverLowersScoreOrLevel(
            @ForAll Combine combine,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 5) Integer> scores,
            @ForAll @IntRange(max = 11) int raised) {
        Assessment assessment = rated(combine, weights);
        List<Integer> better = new ArrayList<>(scores);
        better.set(raised, 5);
        AssessmentReading before = read(assessment, scores);
        AssessmentReading after = read(assessment, better);
        assertTrue(score(after).compareTo(score(before)) >= 0);
        assertTrue(rank(after) >= rank(before));
        assertTrue(score(before).signum() >= 0 && score(before).compareTo(BigDecimal.ONE) <= 0);
    }

    @Property
    void weightsTimesAConstantChangeNothing(
            @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 5) Integer> scores,
            @ForAll @IntRange(min = 2, max = 1000) int factor) {
        List<Integer> scaled = weights.stream().map(weight -> weight * factor).toList();
        AssessmentReading plain = read(rated(Combine.MEAN, weights), scores);
        AssessmentReading same = read(rated(Combine.MEAN, scaled), scores);
        assertEquals(plain.score(), same.score());
        assertEquals(plain.level(), same.level());
        assertEquals(0, plain.coverage().compareTo(same.coverage()));
    }

    @Property
    void aCriterionThatAppliesToNobodyIsAsGoodAsNotWritten(
            @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> weights,
            @ForAll @Size(12) List<@IntRange(min = 1, max = 5) Integer> scores,
            @ForAll @IntRange(min = 1, max = 9) int weight) {
        Assessment assessment = rated(Combine.MEAN, weights);
        List<Criterion> more = new ArrayList<>(assessment.criteria());
        more.add(Criterion.rated("never", "all", "s").withWeight(BigDecimal.valueOf(weight)));
        Assessment longer = assessment.withCriteria(more);
        List<Rating> ratings = new ArrayList<>(ratings(assessment, scores));
        ratings.add(new Rating("r", "never", TEAM, AgentId.of("r0"), OptionalInt.empty(), NOW));
        AssessmentReading with = longer.read(EvidenceLog.empty(), ratings, TEAM, NOW);
        AssessmentReading without = read(assessment, scores);
        assertEquals(without.score(), with.score());
        assertEquals(without.level(), with.level());
        assertEquals(0, without.coverage().compareTo(with.coverage()));
    }

    @Property
    void moreEvidenceNeverLowersTheStageOfAGrowingAssessment(
            @ForAll("seen") List<Integer> seen, @ForAll @IntRange(max = 5) int more) {
        Assessment.Builder stages = Assessment.builder()
                .id("s")
                .title("S")
                .subject("team")
                .minimumCoverage(BigDecimal.ZERO)
                .addLevels(Level.of("one", "One"), Level.of("two", "Two"), Level.of("three", "Three"));
        for (int i = 0; i < KINDS.size(); i++) {
            stages.addCriteria(Criterion.shown("c" + i, "all", "s", Condition.exists(KINDS.get(i)))
                    .withLevel(List.of("one", "two", "three").get(i / 2)));
        }
        Assessment assessment = stages.build();
        assertTrue(assessment.criteria().stream()
                .allMatch(each -> each.shown().orElseThrow().isGrowing()));
        AssessmentReading before = assessment.read(log(seen), TEAM, NOW);
        AssessmentReading after =
                assessment.read(log(seen).plus(Evidence.of("more", KINDS.get(more), NOW, TEAM)), TEAM, NOW);
        assertTrue(rank(after) >= rank(before));
        // the oracle: a stage holds when its two kinds and all below are seen
        int expected = (int) IntStream.range(0, 3)
                        .takeWhile(stage -> seen.contains(2 * stage) && seen.contains(2 * stage + 1))
                        .count()
                - 1;
        assertEquals(expected, rank(before));
        assertEquals(before.nextSteps().isEmpty(), rank(before) == 2);
    }

    @Property
    void nobodyIsFoundBySubtraction(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 12) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 8) int floor) {
        Assessment assessment = rated(Combine.MEAN, List.of(1)).withAnonymityFloor(floor);
        List<Rating> ratings = new ArrayList<>();
        Map<String, Integer> bySegment = new HashMap<>();
        for (int segment = 0; segment < sizes.size(); segment++) {
            bySegment.put("s" + segment, sizes.get(segment));
            for (int i = 0; i < sizes.get(segment); i++) {
                ratings.add(Rating.of(assessment, "c0", TEAM, AgentId.of("s" + segment + "/" + i), 3, NOW));
            }
        }
        int hidden = 0;
        for (Map.Entry<String, AssessmentReading> each : assessment
                .readSegments(
                        EvidenceLog.empty(),
                        ratings,
                        TEAM,
                        NOW,
                        rater -> rater.value().split("/", 2)[0])
                .entrySet()) {
            int size = bySegment.getOrDefault(each.getKey(), 0);
            if (each.getValue().score().amount().isPresent()) {
                assertTrue(size >= floor, "a published segment is large enough");
            } else {
                hidden += size;
            }
        }
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        assertTrue(hidden == 0 || hidden >= floor || hidden == total, "and so is what is left of the whole");
    }

    @Provide
    Arbitrary<List<Integer>> seen() {
        return Arbitraries.integers().between(0, 5).list().ofMaxSize(12);
    }

    private static EvidenceLog log(List<Integer> seen) {
        List<Evidence> evidence = new ArrayList<>();
        for (int kind : seen) {
            evidence.add(Evidence.of("e" + evidence.size(), KINDS.get(kind), NOW, TEAM));
        }
        return EvidenceLog.of(evidence);
    }

    private static AssessmentReading read(Assessment assessment, List<Integer> scores) {
        return assessment.read(EvidenceLog.empty(), ratings(assessment, scores), TEAM, NOW);
    }

    private static List<Rating> ratings(Assessment assessment, List<Integer> scores) {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            ratings.add(Rating.of(
                    assessment, "c" + i % assessment.criteria().size(), TEAM, AgentId.of("r" + i), scores.get(i), NOW));
        }
        return ratings;
    }

    private static BigDecimal score(AssessmentReading reading) {
        return reading.score().orElseThrow();
    }

    private static int rank(AssessmentReading reading) {
        return reading.level().map(reading.assessment().levels()::indexOf).orElse(-1);
    }
}
