package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationHistogramTest {
    private static DurationHistogram of(long... nanos) {
        DurationHistogram.Builder builder = DurationHistogram.builder();
        LongStream.of(nanos).forEach(builder::addNanos);
        return builder.build();
    }

    private static DurationDistribution exact(long... nanos) {
        return DurationDistribution.of(
                LongStream.of(nanos).mapToObj(Duration::ofNanos).toList());
    }

    /** Lengths of all sizes, up to so many bits. */
    private static long[] drawn(long seed, int size, int bits) {
        Random random = new Random(seed);
        return LongStream.generate(() -> random.nextLong() >>> (64 - random.nextInt(bits + 1)))
                .map(nanos -> nanos < 0 ? 0 : nanos)
                .limit(size)
                .toArray();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 6, 7, 12, 40, 63})
    void quantilesAreWithinTheStatedErrorOfTheExactOnes(int bits) {
        for (long seed = 0; seed < 10; seed++) {
            long[] nanos = drawn(seed, 40, bits);
            for (int percent = 0; percent <= 100; percent += 5) {
                Quantile quantile = Quantile.percentile(percent);
                double known = exact(nanos).quantile(quantile).orElseThrow().toNanos();
                double seen = of(nanos).quantile(quantile).orElseThrow().toNanos();
                assertTrue(
                        Math.abs(seen - known) <= known * DurationHistogram.RELATIVE_ERROR + 1,
                        seen + " is far from " + known);
            }
            assertEquals(exact(nanos).mean(), of(nanos).mean());
            assertEquals(exact(nanos).min(), of(nanos).min());
            assertEquals(exact(nanos).max(), of(nanos).max());
            assertEquals(exact(nanos).count(), of(nanos).count());
        }
    }

    @Test
    void shortLengthsHaveAClassEach() {
        for (long nanos = 0; nanos < 128; nanos++) {
            DurationHistogram three = of(nanos, nanos, 200);
            assertEquals(Optional.of(Duration.ofNanos(nanos)), three.quantile(Quantile.MEDIAN));
        }
    }

    @Test
    void theMiddleOfAClassIsAsFarFromBothEndsInProportion() {
        // the class from 2^20 on is 2^14 long, so the middle lies 2^14 / (2 + 2^14 / 2^20) behind its beginning
        DurationHistogram one = of(1L << 20, (1L << 20) + (1L << 14) - 1, 1L << 40);
        assertEquals(
                Optional.of(Duration.ofNanos((1L << 20) + 8128)),
                one.quantile(Quantile.percentile(0).by(QuantileType.of(1))));
        assertEquals(Optional.of(Duration.ofNanos(1L << 40)), one.quantile(Quantile.percentile(100)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 20, 50, 63})
    void manyAtOnceAreThoseOneByOne(int bits) {
        for (long seed = 0; seed < 20; seed++) {
            DurationHistogram.Builder one = DurationHistogram.builder();
            DurationHistogram.Builder many = DurationHistogram.builder();
            Random random = new Random(seed);
            for (int turn = 0; turn < 5; turn++) {
                long[] nanos = drawn(random.nextLong(), 60, bits);
                int from = random.nextInt(30);
                int to = from + random.nextInt(30);
                LongStream.of(Arrays.copyOfRange(nanos, from, to)).forEach(one::addNanos);
                assertEquals(many, many.addNanos(nanos, from, to));
                assertEquals(one.build(), many.build());
            }
        }
    }

    @Test
    void sumsOfManyLeaveTheRangeOfALongAndStayExact() {
        long[] most = new long[70_000];
        Arrays.fill(most, Long.MAX_VALUE);
        DurationHistogram.Builder many = DurationHistogram.builder();
        many.addNanos(most, 0, most.length);
        many.addNanos(most, 0, 10);
        many.addNanos(1);
        assertEquals(70_011, many.build().count());
        assertEquals(
                Duration.ofNanos(Long.MAX_VALUE).multipliedBy(70_010).plusNanos(1),
                many.build().mean().total());
    }

    @Test
    void negativeLengthsAreRefused() {
        DurationHistogram.Builder builder = DurationHistogram.builder();
        assertThrows(IllegalArgumentException.class, () -> builder.addNanos(-1));
        assertThrows(IllegalArgumentException.class, () -> builder.addNanos(new long[] {3, -1}, 0, 2));
    }

    @Test
    void partsAddUp() {
        DurationHistogram low = of(3, 5, 1000);
        DurationHistogram high = of(1L << 30, 1L << 31);
        DurationHistogram both = of(3, 5, 1000, 1L << 30, 1L << 31);
        assertEquals(both, low.plus(high));
        assertEquals(both, high.plus(low));
        assertEquals(both.hashCode(), high.plus(low).hashCode());
        assertEquals(low, low.plus(DurationHistogram.empty()));
        assertEquals(low, DurationHistogram.empty().plus(low));
        assertEquals(both, DurationHistogram.builder().addAll(low).addAll(high).build());
        assertEquals(
                both,
                DurationHistogram.builder()
                        .addNanos(3)
                        .addAll(of(5, 1000))
                        .addNanos(1L << 30)
                        .addNanos(1L << 31)
                        .build());
        assertEquals(of(3, 3), of(3).plus(of(3)));
        assertNotEquals(of(3, 4), of(3, 3));
        assertNotEquals(of(200), of(201));
        assertNotEquals(of(1), of(2));
        assertNotEquals(of(1, 3), of(2, 2));
    }

    @Test
    void roomIsMadeOnBothSides() {
        DurationHistogram.Builder builder = DurationHistogram.builder();
        long[] order = {1L << 30, 1L << 31, 1L << 29, 1L << 40, 70, 1L << 62, 0, 1L << 30};
        LongStream.of(order).forEach(builder::addNanos);
        long[] sorted = order.clone();
        Arrays.sort(sorted);
        DurationHistogram.Builder inOrder = DurationHistogram.builder();
        LongStream.of(sorted).forEach(inOrder::addNanos);
        assertEquals(inOrder.build(), builder.build());
        assertEquals(8, builder.build().count());
        assertEquals(Optional.of(Duration.ZERO), builder.build().quantile(Quantile.percentile(0)));
    }

    @Test
    void nothingHasNoQuantile() {
        assertEquals(Optional.empty(), DurationHistogram.empty().quantile(Quantile.MEDIAN));
        assertEquals(Optional.empty(), DurationHistogram.empty().min());
        assertEquals(Optional.empty(), DurationHistogram.empty().max());
        assertEquals(DurationHistogram.empty(), DurationHistogram.builder().build());
        assertEquals("0 durations", DurationHistogram.empty().toString());
        assertEquals("2 durations from PT0.000000003S to PT0.000000005S", of(5, 3).toString());
    }
}
