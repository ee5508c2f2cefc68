package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.domain.money.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rules that mutation tests found unwatched; expected figures come from formulas worked out beside the code. */
class StatisticsRulesTest {
    private static final double[] DIGITS = {3, 1, 4, 1, 5, 9, 2, 6};

    private static DurationDistribution hours(long... hours) {
        return DurationDistribution.of(
                LongStream.of(hours).mapToObj(Duration::ofHours).toList());
    }

    private static Distribution numbers(double... numbers) {
        return Distribution.of(DoubleStream.of(numbers).boxed().toList());
    }

    // ---- confidence

    @Test
    void aConfidenceInPercentIsRefusedEverywhere() {
        NetScore net = new NetScore(5, 3, 2);
        List<Executable> asked = List.of(
                () -> new ConfidenceInterval(0, 1, 95),
                () -> new ConfidenceInterval(0, 1, 1),
                () -> new ConfidenceInterval(0, 1, 0),
                () -> net.changeFrom(new NetScore(0, 0, 0), 95),
                () -> net.waldInterval(95),
                () -> Moments.of(1).meanInterval(95),
                () -> Shares.change(Ratio.of(0, 0), Ratio.of(0, 0), 95),
                () -> Shares.sampleSize(new BigDecimal("0.05"), new BigDecimal("0.5"), 95, 0),
                () -> new Bootstrap(1, 100).interval(new double[0], all -> 0, 95),
                () -> hours().medianInterval(95));
        for (Executable question : asked) {
            String message = String.valueOf(
                    assertThrows(IllegalArgumentException.class, question).getMessage());
            assertTrue(message.startsWith("Confidence ("), message);
        }
    }

    @Test
    void bothEndsBelongToAnInterval() {
        ConfidenceInterval interval = new ConfidenceInterval(0.2, 0.4, 0.95);
        assertTrue(interval.contains(0.2));
        assertTrue(interval.contains(0.4));
        assertFalse(interval.contains(0.1999));
        assertFalse(interval.contains(0.4001));
    }

    @Test
    void theNormalQuantileIsRightInTheMiddleInTheTailsAndFarOut() {
        Map<Double, Double> known = Map.of(
                0.2, -0.8416212335729142,
                0.05, -1.6448536269514726,
                0.075, -1.4395314709384557,
                0.925, 1.439531470938456,
                0.93, 1.4757910281791708,
                0.999, 3.090232306167813,
                1e-12, -7.034483825301132,
                1e-15, -7.941345326170995);
        known.forEach((probability, z) -> assertEquals(z, NormalQuantile.at(probability), 1e-12 * Math.abs(z)));
    }

    @Test
    void theMedianNeedsSixForNinetyFivePercent() {
        assertEquals(Optional.empty(), hours().medianInterval(0.95));
        assertEquals(Optional.empty(), hours(1, 2, 3, 4, 5).medianInterval(0.95));
        ConfidenceInterval six = hours(1, 2, 3, 4, 5, 6).medianInterval(0.95).orElseThrow();
        assertEquals(3600e9, six.low());
        assertEquals(6 * 3600e9, six.high());
        assertEquals(1 - 2 / 64.0, six.confidence(), 1e-12);
        // five heads of five are 1/32: just enough for 15/16
        assertEquals(
                15 / 16.0,
                hours(1, 2, 3, 4, 5).medianInterval(15 / 16.0).orElseThrow().confidence(),
                1e-12);
    }

    // ---- comparisons

    @Test
    void theBootstrapOfASeedIsAlwaysTheSame() {
        Bootstrap seven = new Bootstrap(7, 100);
        assertEquals(
                Optional.of(new ConfidenceInterval(2.625, 5.75, 0.9)),
                seven.interval(DIGITS, StatisticsRulesTest::mean, 0.9));
        assertEquals(
                Optional.of(new ConfidenceInterval(2.25, 5.75, 0.95)),
                new Bootstrap(7, 1000).interval(DIGITS, StatisticsRulesTest::mean, 0.95));
        double[] reversed = IntStream.range(0, DIGITS.length)
                .mapToDouble(i -> DIGITS[DIGITS.length - 1 - i])
                .toArray();
        assertEquals(
                seven.interval(DIGITS, StatisticsRulesTest::mean, 0.9),
                seven.interval(reversed, StatisticsRulesTest::mean, 0.9),
                "the order of the sample does not matter");
        assertEquals(
                Optional.of(new ConfidenceInterval(10, 20, 0.8)),
                new Bootstrap(42, 101).interval(new double[] {10, 20}, StatisticsRulesTest::mean, 0.8));
        assertEquals(Optional.empty(), seven.interval(new double[] {1}, StatisticsRulesTest::mean, 0.9));
        assertThrows(IllegalArgumentException.class, () -> new Bootstrap(1, 99));
    }

    private static double mean(double[] all) {
        return DoubleStream.of(all).average().orElseThrow();
    }

    @Test
    void ranksWithTiesAreComparedByTheNormalLaw() {
        RankTest ties = RankTest.of(new double[] {9, 7, 3, 3, 1}, new double[] {3, 2, 2, 10});
        assertEquals(11, ties.u());
        assertEquals(0.9004375366342199, ties.pValue().orElseThrow(), 1e-12);
        RankTest within = RankTest.of(new double[] {2}, new double[] {3, 7, 7, 6});
        assertEquals(
                0.27650048008343264, within.pValue().orElseThrow(), 1e-12, "alike within one sample is alike, too");
        RankTest shifted = RankTest.of(new double[] {1, 2, 2, 3, 5, 8}, new double[] {9, 2, 4, 4, 6, 7, 9});
        assertEquals(10, shifted.u());
        assertEquals(0.13040223813337404, shifted.pValue().orElseThrow(), 1e-12);
        double[] many = IntStream.range(0, 60).mapToDouble(i -> i * 7 % 61).toArray();
        double[] others =
                IntStream.range(0, 45).mapToDouble(i -> i * 5 % 53 + 0.5).toArray();
        RankTest large = RankTest.of(many, others);
        assertEquals(1521, large.u());
        assertEquals(0.2695808774939632, large.pValue().orElseThrow(), 1e-12);
        assertEquals(
                OptionalDouble.of(1),
                RankTest.of(new double[] {4, 4}, new double[] {4}).pValue(),
                "all alike");
    }

    @Test
    void geometricFiguresOfLengthsAreThoseOfTheirSeconds() {
        DurationDistribution lengths = hours(1, 1, 4, 16, 0);
        Geometric seconds = Geometric.of(3600, 3600, 4 * 3600, 16 * 3600, 0);
        Geometric known = Geometric.of(lengths);
        assertEquals(1, known.leftOut());
        assertEquals(seconds.leftOut(), known.leftOut());
        assertEquals(seconds.mean().orElseThrow(), known.mean().orElseThrow(), 1e-9);
        assertEquals(
                seconds.standardDeviation().orElseThrow(),
                known.standardDeviation().orElseThrow(),
                1e-12);
        assertEquals(2, Geometric.of(hours(0, 0, 3)).leftOut());
        assertTrue(Geometric.of(1, 2).standardDeviation().isPresent());
        assertTrue(Geometric.of(1, 2).changeFrom(Geometric.of(2, 5)).pValue().isPresent());
        assertTrue(Geometric.of(1).changeFrom(Geometric.of(2, 5)).factor().isEmpty());
        assertTrue(Geometric.of(1, 2).changeFrom(Geometric.of(5)).factor().isEmpty());
        assertTrue(Geometric.of(2, 2).changeFrom(Geometric.of(1, 1)).t().isEmpty());
        assertEquals(
                2, Geometric.of(2, 2).changeFrom(Geometric.of(1, 1)).factor().orElseThrow(), 1e-12);
    }

    @Test
    void theSizeOfASampleHasItsBounds() {
        BigDecimal five = new BigDecimal("0.05");
        BigDecimal half = new BigDecimal("0.5");
        assertEquals(370, Shares.sampleSize(five, half, 0.95, 10_000));
        assertEquals(0, Shares.sampleSize(five, half, 0.95, 0));
        assertEquals(1, Shares.sampleSize(five, half, 0.95, 1));
        assertEquals(1, Shares.sampleSize(five, BigDecimal.ZERO, 0.95, 1));
        assertEquals(0, Shares.sampleSize(five, BigDecimal.ONE, 0.95, 100));
        for (BigDecimal width : List.of(BigDecimal.ZERO, BigDecimal.ONE)) {
            assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(width, half, 0.95, 10));
        }
        for (String share : List.of("-0.1", "1.1")) {
            assertThrows(
                    IllegalArgumentException.class, () -> Shares.sampleSize(five, new BigDecimal(share), 0.95, 10));
        }
        assertThrows(IllegalArgumentException.class, () -> Shares.sampleSize(five, half, 0.95, -1));
    }

    @Test
    void weightedAnswersAreWorthFewer() {
        Strata strata = new Strata(List.of(Ratio.of(5, 10), Ratio.of(10, 40), Ratio.of(0, 0)));
        // (0.5 + 0.5)² / (0.25 / 10 + 0.25 / 40)
        assertEquals(32, strata.effectiveCount(List.of(0.5, 0.5, 7.0)), 1e-12);
        assertEquals(0, strata.effectiveCount(List.of(0.0, 0.0, 1.0)));
        assertThrows(IllegalArgumentException.class, () -> strata.effectiveCount(List.of(0.5, 0.5)));
        assertThrows(IllegalArgumentException.class, () -> strata.effectiveCount(List.of(0.5, -0.5, 0.0)));
    }

    // ---- distributions

    @Test
    void distributionsAreEqualByTheirNumbers() {
        assertEquals(numbers(1, 2, 2), numbers(2, 1, 2));
        assertEquals(numbers(1, 2, 2).hashCode(), numbers(2, 1, 2).hashCode());
        assertNotEquals(numbers(1, 2, 2), numbers(1, 1, 2));
        assertNotEquals(numbers(1, 2, 2), numbers(1, 2));
        assertNotEquals(numbers(1, 2), numbers(1, 3));
        assertNotEquals(numbers(1, 2).hashCode(), numbers(1, 3).hashCode());
        assertNotEquals(numbers(1, 2, 2).hashCode(), numbers(1, 1, 2).hashCode());
        assertNotEquals((Object) numbers(1), "1");
        assertEquals(hours(1, 2, 2), hours(2, 1, 2));
        assertNotEquals(hours(1, 2, 2), hours(1, 1, 2));
        assertNotEquals(hours(1).hashCode(), hours(2).hashCode());
        assertNotEquals((Object) hours(1), "1");
        SurvivalCurve curve = SurvivalCurve.of(hours(1, 2), hours(3));
        assertEquals(curve, SurvivalCurve.of(hours(2, 1), hours(3)));
        assertEquals(curve.hashCode(), SurvivalCurve.of(hours(2, 1), hours(3)).hashCode());
        assertNotEquals(curve, SurvivalCurve.of(hours(1, 2), hours(4)));
        assertNotEquals(curve, SurvivalCurve.of(hours(1, 3), hours(3)));
        assertNotEquals(
                curve.hashCode(), SurvivalCurve.of(hours(3), hours(1, 2)).hashCode());
        assertNotEquals((Object) curve, "1");
    }

    @Test
    void partsAddUp() {
        assertEquals(hours(1, 2, 3), hours(1).plus(hours(2, 3)));
        assertEquals(hours(1), hours(1).plus(hours()));
        assertEquals(hours(1), hours().plus(hours(1)));
        assertEquals(
                hours(1, 2, 3),
                DurationDistribution.builder()
                        .add(Duration.ofHours(1))
                        .addNanos(Duration.ofHours(2).toNanos())
                        .addAll(hours(3))
                        .build());
        assertEquals(
                numbers(1, 2, 3),
                Distribution.builder().add(1).addAll(numbers(2, 3)).build());
        SurvivalCurve sum = SurvivalCurve.of(hours(1), hours(5)).plus(SurvivalCurve.of(hours(2), hours(6)));
        assertEquals(SurvivalCurve.of(hours(1, 2), hours(5, 6)), sum);
        assertEquals(hours(5, 6), sum.running());
        assertEquals(hours(), DurationDistribution.times(Duration.ofHours(1), 0));
        DurationDistribution.Builder many = DurationDistribution.builder();
        for (int i = 0; i < 100_000; i++) {
            many.addNanos(i % 7);
        }
        assertEquals(100_000, many.build().count());
        assertEquals(Optional.of(Duration.ofNanos(3)), many.build().median());
    }

    @Test
    void outliersAreJudgedByMedians() {
        Distribution some = numbers(1, 2, 3, 4, 100);
        assertEquals(OptionalDouble.of(1), some.medianAbsoluteDeviation());
        assertEquals(OptionalDouble.empty(), numbers().medianAbsoluteDeviation());
        assertEquals(0.6744897501960817 * 97, some.robustZ(100).orElseThrow(), 1e-9);
        assertEquals(
                0.6744897501960817 / 4,
                numbers(0, 2, 4, 8, 8, 10, 16).robustZ(9).orElseThrow(),
                1e-9);
        assertEquals(OptionalDouble.empty(), numbers(1, 1, 1, 5).robustZ(5));
    }

    @Test
    void classesBeginWithTheirEdge() {
        assertEquals(List.of(1L, 2L, 1L), hours(1, 2, 3, 4).classes(List.of(Duration.ofHours(2), Duration.ofHours(4))));
        assertThrows(
                IllegalArgumentException.class,
                () -> hours(1).classes(List.of(Duration.ofHours(2), Duration.ofHours(2))));
    }

    @Test
    void aShareIsReachedOrNot() {
        SurvivalCurve curve = SurvivalCurve.of(hours(1, 2), hours(3, 4));
        assertEquals("PT2H", curve.reach(new BigDecimal("0.5")).orElseThrow().toString());
        assertEquals("more than PT4H", curve.reach(BigDecimal.ONE).orElseThrow().toString());
        assertThrows(IllegalArgumentException.class, () -> curve.reach(BigDecimal.ZERO));
        assertThrows(IllegalArgumentException.class, () -> curve.reach(new BigDecimal("1.1")));
        assertEquals("2 ended, 2 running", curve.toString());
    }

    @Test
    void theHistogramAnswersLikeTheExactDistribution() {
        DurationDistribution.Builder exact = DurationDistribution.builder();
        DurationHistogram.Builder first = DurationHistogram.builder();
        DurationHistogram.Builder second = DurationHistogram.builder();
        long nanos = 1;
        for (int i = 0; i < 330; i++) {
            exact.addNanos(nanos + i);
            (i % 3 == 0 ? first : second).addNanos(nanos + i);
            nanos += nanos / 9 + 1;
        }
        DurationHistogram histogram = first.build().plus(second.build());
        DurationDistribution known = exact.build();
        assertEquals(known.count(), histogram.count());
        assertEquals(known.mean(), histogram.mean());
        assertEquals(known.min(), histogram.min());
        assertEquals(known.max(), histogram.max());
        for (int percent = 0; percent <= 100; percent++) {
            Quantile quantile = Quantile.percentile(percent);
            double right = known.quantile(quantile).orElseThrow().toNanos();
            double seen = histogram.quantile(quantile).orElseThrow().toNanos();
            assertEquals(right, seen, right * DurationHistogram.RELATIVE_ERROR + 1, "percentile " + percent);
        }
        assertEquals(histogram, second.build().plus(first.build()));
        assertEquals(histogram, first.addAll(second.build()).build());
        assertEquals(histogram.hashCode(), first.build().hashCode());
        assertNotEquals(histogram, second.build());
        assertNotEquals(histogram.hashCode(), second.build().hashCode());
        assertNotEquals((Object) histogram, "histogram");
        DurationHistogram none = DurationHistogram.empty();
        assertEquals(none, DurationHistogram.builder().build());
        assertEquals(Optional.empty(), none.quantile(Quantile.MEDIAN));
        assertEquals(Optional.empty(), none.min());
        assertEquals(Optional.empty(), none.max());
        assertEquals("0 durations", none.toString());
        assertEquals(
                "2 durations from PT0.000000003S to PT0.000000005S",
                DurationHistogram.builder().addNanos(5).addNanos(3).build().toString());
        DurationHistogram hour = DurationHistogram.builder().addNanos(100).build();
        assertNotEquals(
                hour, DurationHistogram.builder().addNanos(100).addNanos(100).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> DurationHistogram.builder().addNanos(-1));
        assertEquals(
                Duration.ofNanos(Long.MAX_VALUE).multipliedBy(3),
                DurationHistogram.builder()
                        .addNanos(Long.MAX_VALUE)
                        .addNanos(Long.MAX_VALUE)
                        .addNanos(Long.MAX_VALUE)
                        .build()
                        .mean()
                        .total());
    }

    // ---- words

    @Test
    void figuresShowWhatTheyAre() {
        assertEquals("median 2.0, n = 3", numbers(1, 2, 3).toString());
        assertEquals("no number", numbers().toString());
        assertEquals("median PT2H, n = 3", hours(1, 2, 3).toString());
        assertEquals("no duration", hours().toString());
        assertEquals("no answer", new NetScore(0, 0, 0).toString());
        assertTrue(new NetScore(5, 3, 2).toString().startsWith("0.300 ["));
        assertEquals("PT2H", new DurationMean(Duration.ofHours(6), 3).toString());
        assertEquals("PT1H/PT2H", new DurationRatio(Duration.ofHours(1), Duration.ofHours(2)).toString());
        Money ten = new Money(1000, Currency.getInstance("USD"));
        assertEquals(ten + " for 4", new MoneyMean(ten, 4).toString());
        LeftOut left = LeftOut.of(Absence.MISSING, 2);
        assertEquals("7, n = 3", Measurement.value(7, 3, LeftOut.none()).toString());
        assertEquals(
                "7, n = 3, left out: " + left, Measurement.value(7, 3, left).toString());
        assertFalse(TimeSplit.NONE.isDefined());
    }

    @Test
    void whatWasLeftOutIsCountedWhereThereIsAny() {
        assertEquals(LeftOut.none(), LeftOut.of(Absence.MISSING, 0));
        assertThrows(IllegalArgumentException.class, () -> new LeftOut(new TreeMap<>(Map.of(Absence.MISSING, -1L))));
        assertEquals(
                1, Quantile.percentile(50).by(QuantileType.NEAREST_RANK).type().number());
        assertThrows(IllegalArgumentException.class, () -> Quantile.percentile(-1));
        assertThrows(IllegalArgumentException.class, () -> Quantile.percentile(101));
        assertEquals(
                OptionalDouble.of(50),
                WeightedScore.of(
                                List.of(
                                        new WeightedScore.Component(1, OptionalDouble.of(50)),
                                        new WeightedScore.Component(3, OptionalDouble.empty())),
                                0.25)
                        .value());
        assertEquals(0, new WeightedScore.Component(0, OptionalDouble.of(50)).weight());
    }
}
