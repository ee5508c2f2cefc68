package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures at the ends of their range; the expected values are of the published formulas in 60 digits (mpmath) or in whole numbers. */
class StatisticsPrecisionTest {
    private static final double LAST_DIGITS = 1e-14;
    private static final int BILLION = 1_000_000_000;

    private static void assertClose(double expected, double found) {
        assertEquals(1, found / expected, LAST_DIGITS);
    }

    @ParameterizedTest
    @CsvSource({
        "WALD, 2.959963983560072e-9",
        "AGRESTI_COULL, 6.270335590497617e-9",
        "WILSON_CONTINUITY, 6.495040639998235e-9",
        "CLOPPER_PEARSON, 5.571643378203115e-9"
    })
    void oneOfABillionKeepsTheDigitsOfItsUpperEnd(ProportionInterval method, double expected) {
        assertClose(expected, method.of(1, BILLION, 0.95).high());
    }

    @Test
    void aConfidenceNearOneKeepsItsDigits() {
        assertClose(
                0.040115328397014656,
                ProportionInterval.WILSON.of(1, 1, 0.999999).low());
        assertEquals(
                1,
                ProportionInterval.WILSON.of(1, 1, Math.nextDown(1.0)).high(),
                "the surest there is has an interval");
    }

    @Test
    void countsThatADoubleCannotTellApartHaveAnInterval() {
        ConfidenceInterval nearlyAll =
                ProportionInterval.WILSON.of(72_739_684_642_916_227L, 72_739_684_642_916_230L, 0.999);
        assertEquals(1, nearlyAll.low(), 1e-15);
        assertEquals(
                1,
                ProportionInterval.WILSON
                        .of(82_931_267_484_065_817L, 82_931_267_484_065_820L, 0.999999)
                        .high());
    }

    @Test
    void allOfABillionAgainstNoneOfTenKeepsTheDigitsOfItsTest() {
        Change change =
                Shares.change(Ratio.of(BILLION, BILLION), Ratio.of(0, 10), 0.95).orElseThrow();
        assertClose(-31622.77675979768, change.z().orElseThrow());
    }

    @Test
    void fishersTestCountsBillions() {
        long each = 3L * BILLION;
        assertClose(
                0.026603698471717833,
                Shares.fisherPValue(Ratio.of(5, each), Ratio.of(16, each)).orElseThrow());
        assertEquals(
                0,
                Shares.fisherPValue(Ratio.of(0, each), Ratio.of(each, each)).orElseThrow(),
                Double.MIN_NORMAL,
                "too small for a double");
        assertEquals(Optional.of(1.0), Shares.fisherPValue(Ratio.of(0, each), Ratio.of(0, 7)));
    }

    @Test
    void theMedianOfBillionsHasAnInterval() {
        DurationDistribution halves = DurationDistribution.times(Duration.ofNanos(1), 2L * BILLION)
                .plus(DurationDistribution.times(Duration.ofNanos(3), 2L * BILLION));
        ConfidenceInterval median = halves.medianInterval(0.95).orElseThrow();
        assertEquals(new ConfidenceInterval(1, 3, median.confidence()), median);
        assertEquals(0.95, median.confidence(), 1e-4);
    }

    @Test
    void aShareThatNeverMovesIsNoSignal() {
        XmrChart flat = XmrChart.of(Collections.nCopies(12, 0.1));
        assertEquals(OptionalDouble.of(0.1), flat.centre(), "12 times 0.1 over 12 is more in doubles");
        assertEquals(List.of(), flat.outside());
        assertEquals(List.of(), flat.runs());
    }

    @Test
    void aShareOnTheCentreBreaksARunAlsoInDecimals() {
        XmrChart chart = XmrChart.of(
                List.of(0.3, 0.3, 0.3, 0.3, 0.2, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1));
        assertEquals(List.of(9), chart.runs(), "the centre is 0.2, though 3.4 over 17 is less in doubles");
    }

    @Test
    void aReviewWithAllPointsHasExactlyAHundred() {
        List<ReviewScore.Item> all = List.of(
                new ReviewScore.Item(0.15, OptionalDouble.of(4), 4, false),
                new ReviewScore.Item(0.1, OptionalDouble.of(4), 4, false),
                new ReviewScore.Item(0.3, OptionalDouble.of(4), 4, false),
                new ReviewScore.Item(2, OptionalDouble.of(4), 4, false),
                new ReviewScore.Item(0.05, OptionalDouble.of(4), 4, false));
        assertEquals(
                OptionalDouble.of(100),
                ReviewScore.of(all, ReviewScore.Critical.ZEROES).value());
    }

    @Test
    void halfOfTheWeightIsHalfAlsoInDecimals() {
        List<WeightedScore.Component> components = List.of(
                new WeightedScore.Component(0.05, OptionalDouble.of(80)),
                new WeightedScore.Component(0.1, OptionalDouble.empty()),
                new WeightedScore.Component(0.2, OptionalDouble.empty()),
                new WeightedScore.Component(0.25, OptionalDouble.of(80)));
        assertEquals(OptionalDouble.of(80), WeightedScore.of(components, 0.5).value(), "0.05 and 0.25 of 0.6");
        assertEquals(
                OptionalDouble.empty(), WeightedScore.of(components, 0.500001).value());
    }

    @Test
    void equalLoadsAreExactlyEven() {
        long load = 2_131_069_448_553_090_312L;
        Balance even = Balance.of(load, load, load, load, load, load);
        assertEquals(OptionalDouble.of(0), even.gini());
        assertEquals(OptionalDouble.of(1), even.jain());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        double[] some = {1, 2, 3};
        double[] broken = {1, Double.NaN};
        double[] endless = {1, Double.POSITIVE_INFINITY};
        assertThrows(IllegalArgumentException.class, () -> RankTest.of(broken, some));
        assertThrows(IllegalArgumentException.class, () -> RankTest.of(some, endless));
        assertThrows(IllegalArgumentException.class, () -> Geometric.of(broken));
        assertThrows(IllegalArgumentException.class, () -> Geometric.of(endless));
        assertThrows(
                IllegalArgumentException.class,
                () -> new WeightedScore.Component(Double.POSITIVE_INFINITY, OptionalDouble.of(1)));
        assertThrows(
                IllegalArgumentException.class, () -> new WeightedScore.Component(1, OptionalDouble.of(Double.NaN)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Strata(List.of(Ratio.of(1, 2))).standardised(List.of(Double.POSITIVE_INFINITY)));
        assertThrows(IllegalArgumentException.class, () -> PChart.of(List.of(Ratio.of(1, 2)), Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> PChart.of(List.of(Ratio.of(1, 2)), -3));
    }

    @Test
    void aNegativeNumberOfNewCustomersIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Retention.ofCounts(100, 90, -10));
    }
}
