package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {
    private static final double EXACT = 1e-12;

    /** The chance that the interval holds p, added up over every outcome: design table of nominal 95 % intervals. */
    @ParameterizedTest
    @CsvSource({
        "0.90, 10, 0.650, 0.930, 0.930, 0.987, 0.987",
        "0.90, 30, 0.809, 0.974, 0.974, 0.932, 0.992",
        "0.90, 100, 0.932, 0.936, 0.972, 0.956, 0.956",
        "0.97, 10, 0.262, 0.965, 0.965, 0.965, 0.997",
        "0.97, 30, 0.597, 0.940, 0.988, 0.988, 0.988",
        "0.97, 100, 0.802, 0.969, 0.969, 0.921, 0.989"
    })
    void intervalsCoverAsMuchAsTheyAreKnownTo(
            double p, int n, double wald, double wilson, double agrestiCoull, double jeffreys, double clopperPearson) {
        assertEquals(wald, coverage(ProportionInterval.WALD, p, n), 0.001);
        assertEquals(wilson, coverage(ProportionInterval.WILSON, p, n), 0.001);
        assertEquals(agrestiCoull, coverage(ProportionInterval.AGRESTI_COULL, p, n), 0.001);
        assertEquals(jeffreys, coverage(ProportionInterval.JEFFREYS, p, n), 0.001);
        assertEquals(clopperPearson, coverage(ProportionInterval.CLOPPER_PEARSON, p, n), 0.001);
    }

    @Test
    void theUpperEndOfASmallShareOfManyKeepsItsDigits() {
        double none = -Math.expm1(Math.log(0.1) / 5e9);
        assertClose(
                none,
                ProportionInterval.CLOPPER_PEARSON.of(0, 5_000_000_000L, 0.8).high());
        assertClose(
                8.517491079606523e-9,
                ProportionInterval.WILSON.of(1, 1_000_000_000, 0.99).high());
        assertClose(
                9.348403600593934e-10,
                ProportionInterval.JEFFREYS.of(1, 5_000_000_000L, 0.95).high());
        assertEquals(1.0, ProportionInterval.CLOPPER_PEARSON.of(7, 7, 0.95).high());
        assertEquals(1.0, ProportionInterval.JEFFREYS.of(7, 7, 0.95).high());
        assertEquals(1.0, ProportionInterval.WILSON.of(7, 7, 0.95).high());
    }

    private static void assertClose(double expected, double found) {
        assertEquals(1, found / expected, 1e-10);
    }

    private static double coverage(ProportionInterval method, double p, int n) {
        double covered = 0;
        double probability = Math.pow(1 - p, n);
        for (int x = 0; x <= n; x++) {
            covered += method.of(x, n, 0.95).contains(p) ? probability : 0;
            probability *= (double) (n - x) / (x + 1) * (p / (1 - p));
        }
        return covered;
    }

    @Test
    void countsThatFormNoShareAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(0, 0, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(2, 1, 0.95));
        assertThrows(IllegalArgumentException.class, () -> ProportionInterval.WILSON.of(1, 2, 95));
        assertEquals(Optional.empty(), Ratio.of(3, 2).interval(ProportionInterval.JEFFREYS, 0.95));
        assertEquals(Optional.empty(), Shares.change(Ratio.of(1, 2), Ratio.of(0, 0), 0.95));
        assertEquals(Optional.empty(), Shares.fisherPValue(Ratio.of(0, 0), Ratio.of(1, 2)));
    }

    @Test
    void aNetScoreOfNobodyIsUndefinedAndOfOneIsUncertain() {
        NetScore nobody = new NetScore(0, 0, 0);
        assertEquals(OptionalDouble.empty(), nobody.value());
        assertEquals(Optional.empty(), nobody.interval(0.95));
        assertEquals(Optional.empty(), nobody.changeFrom(new NetScore(1, 0, 0), 0.95));
        ConfidenceInterval one = new NetScore(1, 0, 0).interval(0.95).orElseThrow();
        assertTrue(one.low() < 0 && one.high() < 1, one.toString());
        assertEquals(0, new NetScore(1, 0, 0).waldInterval(0.95).orElseThrow().width());
        assertEquals(new NetScore(1, 2, 3), new NetScore(1, 1, 1).plus(new NetScore(0, 1, 2)));
        assertThrows(IllegalArgumentException.class, () -> NetScore.ofRecommendation(11, 1));
    }

    @Test
    void aChangeWithoutSpreadHasNoTest() {
        Change change =
                new NetScore(2, 0, 0).changeFrom(new NetScore(5, 0, 0), 0.95).orElseThrow();
        assertEquals(0, change.difference());
        assertEquals(OptionalDouble.empty(), change.z());
        assertEquals(OptionalDouble.empty(), change.pValue());
    }

    @Test
    void theLastStepsOfACurveSayMoreThan() {
        SurvivalCurve curve = SurvivalCurve.of(
                DurationDistribution.of(List.of(Duration.ofDays(1), Duration.ofDays(3))),
                DurationDistribution.of(List.of(Duration.ofDays(2), Duration.ofDays(5))));
        assertEquals(
                List.of(
                        new SurvivalCurve.Step(Duration.ofDays(1), 0.75),
                        new SurvivalCurve.Step(Duration.ofDays(3), 0.375)),
                curve.steps());
        assertEquals(
                Optional.of(new SurvivalCurve.Reach(Duration.ofDays(3), true)), curve.reach(new BigDecimal("0.5")));
        assertEquals(
                "more than PT120H",
                curve.reach(new BigDecimal("0.9")).orElseThrow().toString());
        assertEquals(Optional.of(1.0), curve.survivalAt(Duration.ofHours(23)));
        assertEquals(Optional.of(0.75), curve.survivalAt(Duration.ofDays(1)));
        assertEquals(Optional.empty(), SurvivalCurve.empty().reach(BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> curve.reach(BigDecimal.ZERO));
        assertEquals("2 ended, 2 running", curve.toString());
    }

    @Test
    void aRunOfEightBreaksAtAPointOnTheCentre() {
        XmrChart broken = XmrChart.of(List.of(1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, -8.0));
        assertEquals(OptionalDouble.of(0), broken.centre());
        assertEquals(List.of(), broken.runs());
        XmrChart run = XmrChart.of(List.of(-8.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0));
        assertEquals(List.of(1), run.runs());
        assertEquals(OptionalDouble.empty(), XmrChart.of(List.of()).centre());
    }

    @Test
    void aPeriodWithoutTrialsIsNoSignal() {
        PChart chart = PChart.of(List.of(Ratio.of(0, 0), Ratio.of(50, 100), Ratio.of(90, 100)), 3);
        assertEquals(
                List.of(false, true, true),
                chart.points().stream().map(PChart.Point::outside).toList());
        assertEquals(OptionalDouble.of(0.7), chart.centre());
    }

    @Test
    void chanceCorrectedAgreementByHand() {
        Agreement skewed = Agreement.of(new long[][] {{40, 5}, {5, 0}});
        assertEquals(0.8, skewed.observed().orElseThrow(), EXACT);
        assertEquals(-0.02 / 0.18, skewed.kappa(Agreement.Weights.NONE).orElseThrow(), EXACT);
        assertEquals(0.62 / 0.82, skewed.ac1().orElseThrow(), EXACT);
        Agreement near = Agreement.of(new long[][] {{5, 2, 0}, {1, 6, 1}, {0, 2, 8}});
        double plain = near.kappa(Agreement.Weights.NONE).orElseThrow();
        double linear = near.kappa(Agreement.Weights.LINEAR).orElseThrow();
        double quadratic = near.kappa(Agreement.Weights.QUADRATIC).orElseThrow();
        assertTrue(plain < linear && linear < quadratic, "near misses cost less and less");
        assertEquals(OptionalDouble.empty(), Agreement.of(new long[][] {{9}}).kappa(Agreement.Weights.NONE));
        assertEquals(OptionalDouble.empty(), Agreement.of(new long[0][0]).observed());
        assertThrows(IllegalArgumentException.class, () -> Agreement.of(new long[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> Agreement.of(new long[][] {{-1}}));
    }

    @Test
    void partsWithoutDataHaveNoWeight() {
        Strata strata = new Strata(List.of(Ratio.of(1, 2), Ratio.of(0, 0), Ratio.of(4, 4)));
        assertEquals(Ratio.of(5, 6), strata.pooled());
        assertEquals(OptionalDouble.of(0.75), strata.meanOfRates());
        assertEquals(0.625, strata.standardised(List.of(3.0, 9.0, 1.0)).orElseThrow(), EXACT);
        assertEquals(OptionalDouble.empty(), strata.standardised(List.of(0.0, 9.0, 0.0)));
        assertEquals(6, strata.effectiveCount(List.of(2.0, 9.0, 4.0)), EXACT);
        assertThrows(IllegalArgumentException.class, () -> strata.standardised(List.of(1.0)));
    }

    @Test
    void nobodyAndNoWorkHaveNoBalance() {
        assertEquals(OptionalDouble.empty(), Balance.of().gini());
        assertEquals(OptionalDouble.empty(), Balance.of(0, 0).jain());
        assertThrows(IllegalArgumentException.class, () -> Balance.of(3, -1));
    }

    @Test
    void manyComparisonsWeakenEach() {
        assertEquals(List.of(0.02, 0.04, 0.04, 0.02), FalseDiscovery.adjust(List.of(0.01, 0.04, 0.03, 0.005)));
        assertEquals(List.of(), FalseDiscovery.adjust(List.of()));
        assertThrows(IllegalArgumentException.class, () -> FalseDiscovery.adjust(List.of(1.5)));
    }

    @Test
    void aBootstrapFollowsFromItsSeedAndNotFromTheOrder() {
        Bootstrap bootstrap = new Bootstrap(7, 1_000);
        double[] sample = {4, 1, 3, 2, 5, 9, 7};
        double[] sorted = {1, 2, 3, 4, 5, 7, 9};
        Optional<ConfidenceInterval> interval = bootstrap.interval(sample, StatisticsTest::mean, 0.95);
        assertEquals(interval, bootstrap.interval(sorted, StatisticsTest::mean, 0.95));
        assertTrue(interval.orElseThrow().contains(mean(sample)));
        assertTrue(interval.orElseThrow().low() > 1 && interval.orElseThrow().high() < 9);
        assertEquals(Optional.empty(), bootstrap.interval(new double[] {1}, StatisticsTest::mean, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(7, 10));
    }

    private static double mean(double[] numbers) {
        return Moments.of(numbers).mean();
    }

    @Test
    void whatHasNoLogarithmIsCounted() {
        Geometric summary = Geometric.of(0, 1, 100, -3);
        assertEquals(2, summary.leftOut());
        assertEquals(10, summary.mean().orElseThrow(), EXACT);
        assertEquals(OptionalDouble.empty(), Geometric.of(5).standardDeviation());
        assertEquals(
                new Geometric.Shift(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()),
                Geometric.of(5).changeFrom(summary));
        assertEquals(
                OptionalDouble.empty(),
                Geometric.of(2, 2).changeFrom(Geometric.of(4, 4)).pValue());
    }

    @Test
    void tiesAndLargeSamplesAreJudgedByTheNormalApproximation() {
        RankTest alike = RankTest.of(new double[] {1, 2, 2}, new double[] {2, 2, 3});
        assertEquals(2.0, alike.u(), EXACT);
        assertTrue(alike.pValue().orElseThrow() > 0.2);
        assertEquals(
                OptionalDouble.empty(),
                RankTest.of(new double[] {}, new double[] {1}).pValue());
        assertEquals(
                OptionalDouble.of(1),
                RankTest.of(new double[] {1, 1}, new double[] {1, 1}).pValue());
    }

    @Test
    void weightsBelowTheLeastCoverageGiveNoScore() {
        List<WeightedScore.Component> half = List.of(
                new WeightedScore.Component(1, OptionalDouble.of(8)),
                new WeightedScore.Component(1, OptionalDouble.empty()));
        assertEquals(OptionalDouble.of(8), WeightedScore.of(half, 0.5).value());
        assertEquals(OptionalDouble.empty(), WeightedScore.of(half, 0.51).value());
        assertThrows(IllegalArgumentException.class, () -> new WeightedScore.Component(-1, OptionalDouble.empty()));
    }

    @Test
    void tooFewNumbersHaveNoMedianInterval() {
        assertEquals(Optional.empty(), Distribution.of(List.of(1, 2, 3, 4, 5)).medianInterval(0.95));
        assertEquals(Optional.empty(), DurationDistribution.empty().medianInterval(0.95));
        assertThrows(
                IllegalArgumentException.class,
                () -> Distribution.of(List.of(1)).trimmedMean(new BigDecimal("0.5")));
        assertEquals(OptionalDouble.empty(), Distribution.empty().trimmedMean(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Moments.none().plus(Double.NaN));
    }

    @Test
    void howManyToLookAt() {
        BigDecimal half = new BigDecimal("0.5");
        assertEquals(97, Shares.sampleSize(new BigDecimal("0.1"), half, 0.95, 1_000_000));
        assertEquals(50, Shares.sampleSize(new BigDecimal("0.1"), half, 0.95, 100));
        assertEquals(0, Shares.sampleSize(new BigDecimal("0.1"), half, 0.95, 0));
        assertEquals(1, Shares.sampleSize(new BigDecimal("0.9"), half, 0.95, 1));
        assertEquals(0, Shares.sampleSize(new BigDecimal("0.1"), BigDecimal.ZERO, 0.95, 50), "nothing varies");
        assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(BigDecimal.TEN, half, 0.95, 9));
        assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(half, BigDecimal.TEN, 0.95, 9));
        assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(half, half, 95, 9));
        assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(half, half, 0.95, -9));
    }
}
