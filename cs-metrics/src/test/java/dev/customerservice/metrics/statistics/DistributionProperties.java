package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

class DistributionProperties {
    @Property
    void anySplitAndOrderMergesToTheSameDistribution(
            @ForAll List<@LongRange(min = -9, max = 9) Long> nanos, @ForAll @IntRange(max = 30) int cut) {
        int at = Math.min(cut, nanos.size());
        DurationDistribution whole = of(nanos);
        DurationDistribution left = of(nanos.subList(0, at));
        DurationDistribution right = of(nanos.subList(at, nanos.size()));

        assertEquals(whole, left.plus(right));
        assertEquals(whole, right.plus(left));
        assertEquals(whole, whole.plus(DurationDistribution.empty()));
        assertEquals(whole, DurationDistribution.empty().plus(whole));
        assertEquals(whole.hashCode(), right.plus(left).hashCode());
    }

    @Property
    void twiceTheSameDoublesTheTotalAndKeepsTheMean(@ForAll @NotEmpty List<@LongRange(min = 0) Long> nanos) {
        DurationDistribution once = of(nanos);
        DurationDistribution twice = once.plus(once);

        assertEquals(once.total().multipliedBy(2), twice.total());
        assertEquals(once.mean().toDuration(), twice.mean().toDuration());
        assertEquals(2 * once.count(), twice.count());
    }

    @Property
    void quantilesRiseAndStayWithinTheValues(
            @ForAll @NotEmpty @Size(max = 40) List<Long> nanos,
            @ForAll @IntRange(max = 100) int one,
            @ForAll @IntRange(max = 100) int other,
            @ForAll QuantileType type) {
        DurationDistribution durations = of(nanos);
        Duration lower = durations
                .quantile(Quantile.percentile(Math.min(one, other)).by(type))
                .orElseThrow();
        Duration upper = durations
                .quantile(Quantile.percentile(Math.max(one, other)).by(type))
                .orElseThrow();

        assertTrue(lower.compareTo(upper) <= 0, lower + " > " + upper);
        assertTrue(durations.min().orElseThrow().compareTo(lower) <= 0);
        assertTrue(upper.compareTo(durations.max().orElseThrow()) <= 0);
    }

    @Property
    void typeSevenAndNearestRankAgreeWithTheSortedList(
            @ForAll @NotEmpty @Size(max = 40) List<@IntRange(min = -1000, max = 1000) Integer> numbers,
            @ForAll @IntRange(max = 1000) int thousandths) {
        List<Integer> sorted = new ArrayList<>(numbers);
        Collections.sort(sorted);
        BigDecimal p = BigDecimal.valueOf(thousandths, 3);
        Distribution distribution = Distribution.of(numbers);

        int rank = p.multiply(BigDecimal.valueOf(sorted.size()))
                .setScale(0, RoundingMode.CEILING)
                .intValue();
        assertEquals(
                sorted.get(Math.max(0, rank - 1)).doubleValue(),
                distribution
                        .quantile(new Quantile(p, QuantileType.NEAREST_RANK))
                        .orElseThrow());
        BigDecimal index = p.multiply(BigDecimal.valueOf(sorted.size() - 1));
        int below = index.intValue();
        int above = Math.min(below + 1, sorted.size() - 1);
        double expected = BigDecimal.valueOf(sorted.get(above) - sorted.get(below))
                .multiply(index.subtract(BigDecimal.valueOf(below)), MathContext.DECIMAL128)
                .add(BigDecimal.valueOf(sorted.get(below)))
                .doubleValue();
        assertEquals(
                expected,
                distribution.quantile(new Quantile(p, QuantileType.LINEAR)).orElseThrow(),
                1e-9);
    }

    @Property
    void classesPartitionTheDurations(@ForAll List<@LongRange(min = 0, max = 100) Long> nanos) {
        List<Long> classes = of(nanos).classes(List.of(Duration.ofNanos(10), Duration.ofNanos(50)));

        assertEquals(nanos.size(), classes.stream().mapToLong(Long::longValue).sum());
        assertEquals(nanos.stream().filter(n -> n < 10).count(), classes.get(0));
        assertEquals(nanos.stream().filter(n -> n >= 50).count(), classes.get(2));
    }

    @Property
    void sumsDoNotDependOnTheOrder(@ForAll List<@LongRange(min = -1L << 40, max = 1L << 40) Long> numbers) {
        List<Double> scaled = numbers.stream().map(n -> n / 3.0).toList();
        List<Double> reversed = new ArrayList<>(scaled);
        Collections.reverse(reversed);

        assertEquals(Distribution.of(scaled).sum(), Distribution.of(reversed).sum());
        assertEquals(Distribution.of(scaled), Distribution.of(reversed));
    }

    @Property
    void wilsonHoldsTheShareInsideZeroAndOneAndGrowsWithConfidence(
            @ForAll @LongRange(min = 1, max = 2_000_000_000) long n,
            @ForAll @LongRange(min = 0, max = 1000) long part) {
        Ratio share = Ratio.of(n * part / 1000, n);
        ConfidenceInterval usual = share.interval(0.95).orElseThrow();
        ConfidenceInterval sure = share.interval(0.999).orElseThrow();

        assertTrue(usual.contains(share.value().orElseThrow()), share.numerator() + "/" + n + " " + usual);
        assertTrue(0 <= usual.low() && usual.high() <= 1);
        assertTrue(sure.width() > usual.width());
        ConfidenceInterval mirrored = share.complement().interval(0.95).orElseThrow();
        assertEquals(1 - usual.high(), mirrored.low(), 1e-15);
    }

    private static DurationDistribution of(List<Long> nanos) {
        DurationDistribution.Builder builder = DurationDistribution.builder();
        nanos.forEach(builder::addNanos);
        return builder.build();
    }
}
