package dev.customerservice.roles.quality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.metrics.statistics.Agreement;
import dev.customerservice.metrics.statistics.PanelAgreement;
import dev.customerservice.metrics.statistics.Ratio;
import dev.customerservice.roles.catalogue.Scale;
import dev.customerservice.roles.evidence.Reason;
import dev.customerservice.roles.quality.AgreementStatistic.Panel;
import dev.customerservice.roles.quality.Calibration.Bias;
import dev.customerservice.roles.quality.SamplingPlan.Choice;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How many contacts are enough, which they are, and whether reviewers mean the same. */
class SamplingAndCalibrationTest {

    private static final AgentId ANA = AgentId.of("ana");
    private static final AgentId BEN = AgentId.of("ben");
    private static final AgentStatistics ALL = new AgentStatistics();

    /** All statistics by name. */
    private static final class AgentStatistics extends LinkedHashMap<String, AgreementStatistic> {
        private static final long serialVersionUID = 1;

        AgentStatistics() {
            put("percent", AgreementStatistic.percent());
            put("fleiss", AgreementStatistic.fleiss());
            put("ac1", AgreementStatistic.gwetAc1());
            put("alpha", AgreementStatistic.krippendorff(PanelAgreement.Level.ORDINAL));
            put("kappa", AgreementStatistic.cohen(Agreement.Weights.LINEAR));
        }
    }

    @Test
    void theUsualSizes() {
        SamplingPlan tenPoints = SamplingPlan.ofHalfWidth("0.10");
        assertEquals(97, tenPoints.size(1_000_000), "96.04 and never rounded down");
        assertEquals(50, tenPoints.size(100), "corrected for a hundred contacts");
        assertEquals(385, SamplingPlan.ofHalfWidth("0.05").size(10_000_000));
        assertEquals(0, tenPoints.size(0));
        assertEquals(1, tenPoints.size(1));
        assertEquals(5, SamplingPlan.ofCount(5).size(40));
        assertEquals(3, SamplingPlan.ofCount(5).size(3));
        assertThrows(
                IllegalArgumentException.class, () -> SamplingPlan.builder().build());
        assertThrows(IllegalArgumentException.class, () -> tenPoints.withCount(5));
        assertThrows(IllegalArgumentException.class, () -> SamplingPlan.ofCount(0));
        assertThrows(IllegalArgumentException.class, () -> SamplingPlan.ofHalfWidth("10"));
        assertThrows(IllegalArgumentException.class, () -> tenPoints.withConfidence(BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> tenPoints.withExpectedShare(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> tenPoints.withDoubleBlindShare(BigDecimal.TEN));
    }

    @Property
    void aNarrowerWidthNeverAsksForFewer(
            @ForAll @IntRange(min = 0, max = 5000) int contacts, @ForAll @IntRange(min = 1, max = 98) int hundredths) {
        int wide = SamplingPlan.ofHalfWidth("0." + String.format("%02d", hundredths + 1))
                .size(contacts);
        int narrow = SamplingPlan.ofHalfWidth("0." + String.format("%02d", hundredths))
                .size(contacts);
        assertTrue(wide <= narrow && narrow <= contacts);
        assertTrue(contacts == 0 || wide > 0);
    }

    @Test
    @Tag("S2-19")
    void theSameNumberChoosesTheSameContacts() {
        List<String> contacts = IntStream.range(0, 40)
                .mapToObj(i -> (i % 4 == 0 ? "phone-" : "chat-") + i)
                .toList();
        SamplingPlan plan = SamplingPlan.ofCount(10).withDoubleBlindShare(new BigDecimal("0.2"));
        Choice<String> choice = plan.choose(contacts, SamplingAndCalibrationTest::channel, 42);
        assertEquals(10, new HashSet<>(choice.contacts()).size());
        long phone = choice.contacts().stream()
                .filter(id -> channel(id).equals("phone"))
                .count();
        assertTrue(phone == 2 || phone == 3, "a quarter of ten");
        assertEquals(2, choice.twice().size());
        assertTrue(choice.contacts().containsAll(choice.twice()));
        List<String> shuffled = new ArrayList<>(contacts);
        Collections.shuffle(shuffled, new Random(1));
        assertEquals(choice, plan.choose(shuffled, SamplingAndCalibrationTest::channel, 42));
        assertNotEquals(choice, plan.choose(contacts, SamplingAndCalibrationTest::channel, 43));
        assertEquals(
                List.of(),
                plan.choose(List.<String>of(), SamplingAndCalibrationTest::channel, 1)
                        .contacts());
        Map<AgentId, Ratio> done = SamplingPlan.ofCount(2)
                .done(
                        Map.of(BEN, 30, ANA, 1),
                        List.of(ScorecardTest.review(1, 1, 1, 1), ScorecardTest.review(2, 1, 1, 1)));
        assertEquals(Map.of(ANA, Ratio.of(1, 1), BEN, Ratio.of(0, 2)), done);
    }

    @Test
    void eachContactHasAnEqualChance() {
        int[] chosen = new int[20];
        SamplingPlan plan = SamplingPlan.ofCount(5);
        List<Integer> contacts = IntStream.range(0, 20).boxed().toList();
        for (int number = 0; number < 4000; number++) {
            plan.choose(contacts, contact -> "all", number).contacts().forEach(contact -> chosen[contact]++);
        }
        for (int times : chosen) {
            assertEquals(1000, times, 150, "5 of 20 in 4,000 draws, five standard errors");
        }
    }

    @Test
    void agreementByHand() {
        Panel panel = panel(new int[][] {{5, 4, 3, 1}, {5, 4, 2, 1}});
        assertEquals(0.75, AgreementStatistic.percent().of(panel).orElseThrow(), 1e-12);
        assertEquals(
                1 - 0.25 / 0.8125,
                AgreementStatistic.cohen(Agreement.Weights.NONE).of(panel).orElseThrow(),
                1e-12);
        Panel same = panel(new int[][] {{3, 3}, {3, 3}});
        assertEquals(Optional.of(1.0), AgreementStatistic.percent().of(same).amount());
        assertEquals(Optional.empty(), AgreementStatistic.fleiss().of(same).amount());
        assertEquals(AgreementStatistic.UNDEFINED.code(), "agreement_undefined");
        Panel three = panel(new int[][] {{3, 3}, {3, 3}, {3, 4}});
        assertEquals(
                Optional.empty(),
                AgreementStatistic.cohen(Agreement.Weights.NONE).of(three).amount());
        assertThrows(IllegalArgumentException.class, () -> panel(new int[][] {{6}, {1}}));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Panel(Scale.AGREEMENT, List.of(List.of(), List.of(OptionalInt.of(1)))));
    }

    @Property
    void theOrderOfReviewersAndContactsIsNothing(@ForAll("panels") List<List<Integer>> rows, @ForAll Random random) {
        Panel panel = panel(rows);
        List<List<Integer>> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);
        Panel same = panel(shuffled.stream()
                .map(row -> {
                    List<Integer> reversed = new ArrayList<>(row);
                    Collections.reverse(reversed);
                    return reversed;
                })
                .toList());
        ALL.forEach((name, statistic) -> {
            Optional<Double> one = statistic.of(panel).amount();
            Optional<Double> other = statistic.of(same).amount();
            assertEquals(one.isPresent(), other.isPresent(), name);
            one.ifPresent(figure -> assertEquals(figure, other.orElseThrow(), 1e-9, name));
        });
    }

    @Test
    void calibrationNamesTheGenerousAndTheStrict() {
        Map<AgentId, List<OptionalInt>> points = new LinkedHashMap<>();
        points.put(ANA, row(List.of(5, 5, 4, 3, 5, 4)));
        points.put(BEN, row(List.of(4, 4, 3, 2, 4, 4)));
        List<Integer> agreed = List.of(4, 4, 3, 2, 4, 3);
        Calibration calibration = Calibration.of(
                Scale.AGREEMENT, points, agreed, AgreementStatistic.krippendorff(PanelAgreement.Level.INTERVAL));
        Bias ana = calibration.biases().getOrDefault(ANA, new Bias(Optional.empty(), Optional.empty(), 0));
        assertEquals(Optional.of(1.0), ana.mean());
        assertTrue(ana.isCertain());
        assertFalse(calibration.biases().getOrDefault(BEN, ana).isCertain());
        List<Reason> problems = calibration.problems(new BigDecimal("0.8"));
        assertEquals(
                List.of("AGREEMENT_TOO_LOW", "REVIEWER_BIASED"),
                problems.stream().map(Reason::code).toList());
        assertFalse(calibration.isReady(new BigDecimal("0.8")));

        Calibration good = Calibration.of(
                Scale.AGREEMENT, Map.of(BEN, row(agreed), ANA, row(agreed)), agreed, AgreementStatistic.percent());
        assertTrue(good.isReady(BigDecimal.ONE));
        Calibration alone =
                Calibration.of(Scale.AGREEMENT, Map.of(BEN, row(agreed)), agreed, AgreementStatistic.percent());
        assertEquals(
                "AGREEMENT_UNDEFINED", alone.problems(BigDecimal.ONE).get(0).code());
        Calibration empty = Calibration.of(
                Scale.AGREEMENT, Map.of(BEN, List.of(OptionalInt.empty())), List.of(3), AgreementStatistic.percent());
        assertEquals(Optional.empty(), empty.biases().getOrDefault(BEN, ana).mean());
        assertThrows(
                IllegalArgumentException.class,
                () -> Calibration.of(
                        Scale.AGREEMENT, Map.of(BEN, row(agreed)), List.of(3), AgreementStatistic.percent()));
    }

    @Test
    void aFewEqualDistancesAreNoBias() {
        for (int contacts = 2; contacts <= 7; contacts++) {
            List<Integer> agreed = Collections.nCopies(contacts, 3);
            Bias bias = Calibration.of(
                            Scale.AGREEMENT,
                            Map.of(ANA, row(Collections.nCopies(contacts, 4))),
                            agreed,
                            AgreementStatistic.percent())
                    .biases()
                    .getOrDefault(ANA, new Bias(Optional.empty(), Optional.empty(), 0));
            assertEquals(Optional.of(1.0), bias.mean());
            assertEquals(contacts >= 6, bias.isCertain(), contacts + " contacts");
        }
    }

    private static String channel(String contact) {
        return contact.substring(0, contact.indexOf('-'));
    }

    private static List<OptionalInt> row(List<Integer> points) {
        return points.stream()
                .map(point -> point == 0 ? OptionalInt.empty() : OptionalInt.of(point))
                .toList();
    }

    private static Panel panel(int[][] rows) {
        return panel(java.util.Arrays.stream(rows)
                .map(row -> IntStream.of(row).boxed().toList())
                .toList());
    }

    private static Panel panel(List<List<Integer>> rows) {
        return new Panel(
                Scale.AGREEMENT,
                rows.stream().map(SamplingAndCalibrationTest::row).toList());
    }

    @Provide
    Arbitrary<List<List<Integer>>> panels() {
        return Arbitraries.integers()
                .between(0, 5)
                .list()
                .ofSize(5)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
