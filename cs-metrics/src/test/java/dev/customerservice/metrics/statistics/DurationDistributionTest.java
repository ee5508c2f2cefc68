package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DurationDistributionTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void nothingHasNoMeanAndNoQuantile() {
        DurationDistribution nothing = DurationDistribution.empty();

        assertEquals(Optional.empty(), nothing.median());
        assertEquals(Optional.empty(), nothing.min());
        assertEquals(Optional.empty(), nothing.max());
        assertEquals(Optional.empty(), nothing.mean().toDuration());
        assertEquals(Duration.ZERO, nothing.total());
        assertEquals(Ratio.of(0, 0), nothing.atMost(HOUR));
    }

    @Test
    void nearestRankAndLinearDifferBetweenTwoValues() {
        DurationDistribution tenSeconds = DurationDistribution.of(
                IntStream.rangeClosed(1, 10).mapToObj(Duration::ofSeconds).toList());

        assertEquals(
                Optional.of(Duration.ofSeconds(9)),
                tenSeconds.quantile(Quantile.percentile(90).by(QuantileType.NEAREST_RANK)));
        assertEquals(Optional.of(Duration.ofMillis(9_100)), tenSeconds.quantile(Quantile.percentile(90)));
        assertEquals(Optional.of(Duration.ofMillis(5_500)), tenSeconds.median());
    }

    @Test
    void theTotalOfABillionTicketsOfThirtyDaysIsExact() {
        DurationMean mean =
                DurationDistribution.times(Duration.ofDays(30), 1_000_000_000).mean();

        assertEquals(Duration.ofDays(30_000_000_000L), mean.total());
        assertEquals(Optional.of(Duration.ofDays(30)), mean.toDuration());
    }

    @Test
    void aMeanIsRoundedOnlyWhenPresented() {
        DurationMean mean = new DurationMean(Duration.ofSeconds(2), 3);

        assertEquals(Optional.of(Duration.ofNanos(666_666_666)), mean.toDuration());
        assertEquals(Optional.of(new BigDecimal("0.667")), mean.seconds(3, RoundingMode.HALF_EVEN));
        assertEquals(new DurationMean(Duration.ofSeconds(3), 4), mean.plus(new DurationMean(Duration.ofSeconds(1), 1)));
        assertThrows(IllegalArgumentException.class, () -> new DurationMean(HOUR, 0));
    }

    @Test
    void negativeNanosecondsAddUp() {
        DurationDistribution signed = DurationDistribution.of(List.of(Duration.ofNanos(-1), Duration.ofNanos(-2)));

        assertEquals(Duration.ofNanos(-3), signed.total());
        assertEquals(Optional.of(Duration.ofNanos(-2)), signed.min());
        assertEquals(Optional.of(Duration.ofNanos(-1)), signed.max());
    }

    @Test
    void anEdgeBelongsToTheClassAboveIt() {
        DurationDistribution ages = DurationDistribution.of(List.of(
                Duration.ZERO, Duration.ofNanos(HOUR.toNanos() - 1), HOUR, HOUR.multipliedBy(2), Duration.ofDays(9)));

        assertEquals(List.of(2L, 1L, 2L), ages.classes(List.of(HOUR, HOUR.multipliedBy(2))));
        assertThrows(IllegalArgumentException.class, () -> ages.classes(List.of(HOUR, HOUR)));
    }

    @Test
    void aLimitIsKeptWhenMetExactly() {
        DurationDistribution one = DurationDistribution.of(List.of(HOUR));

        assertEquals(Ratio.of(1, 1), one.atMost(HOUR));
        assertEquals(Ratio.of(0, 1), one.atMost(HOUR.minusNanos(1)));
    }

    @Test
    void quantileNamesAreIds() {
        assertEquals("p90", Quantile.percentile(90).id());
        assertEquals("median", Quantile.of("0.50").id());
        assertEquals("p99_9", Quantile.of("0.999").id());
        assertEquals(
                "p90_nearest_rank",
                Quantile.percentile(90).by(QuantileType.NEAREST_RANK).id());
        assertEquals(Quantile.of("0.9"), Quantile.percentile(90));
        assertThrows(IllegalArgumentException.class, () -> Quantile.of("90"));
        assertThrows(IllegalArgumentException.class, () -> Quantile.percentile(101));
        assertEquals(QuantileType.HAZEN, QuantileType.of(5));
        assertThrows(IllegalArgumentException.class, () -> QuantileType.of(0));
    }

    @Test
    void numbersKeepTheirOrderAcrossZero() {
        Distribution numbers = Distribution.of(List.of(3.5, -2.0, 0.0, -0.0, 1e300));

        assertEquals(-2.0, numbers.min().orElseThrow());
        assertEquals(1e300, numbers.max().orElseThrow());
        assertEquals(0.0, numbers.median().orElseThrow());
        assertEquals(Ratio.of(4, 5), numbers.atLeast(0));
        assertThrows(IllegalArgumentException.class, () -> Distribution.of(List.of(Double.NaN)));
    }
}
