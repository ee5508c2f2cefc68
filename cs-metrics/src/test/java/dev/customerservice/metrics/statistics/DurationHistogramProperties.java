package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DurationHistogramProperties {
    @Provide
    static Arbitrary<List<Long>> lengths() {
        Arbitrary<Long> any = Arbitraries.integers()
                .between(0, 62)
                .flatMap(bits -> Arbitraries.longs().between(0, 1L << bits));
        return any.list().ofMaxSize(60);
    }

    private static DurationHistogram histogram(List<Long> nanos) {
        DurationHistogram.Builder builder = DurationHistogram.builder();
        nanos.forEach(builder::addNanos);
        return builder.build();
    }

    @Property
    void everyQuantileIsWithinTheStatedErrorOfTheExactOne(
            @ForAll("lengths") List<Long> nanos, @ForAll @IntRange(max = 100) int percent) {
        DurationDistribution exact =
                DurationDistribution.of(nanos.stream().map(Duration::ofNanos).toList());
        for (QuantileType type : QuantileType.values()) {
            Quantile quantile = Quantile.percentile(percent).by(type);
            assertEquals(
                    exact.quantile(quantile).isPresent(),
                    histogram(nanos).quantile(quantile).isPresent());
            exact.quantile(quantile).ifPresent(known -> {
                double seen = histogram(nanos).quantile(quantile).orElseThrow().toNanos();
                double allowed = known.toNanos() * DurationHistogram.RELATIVE_ERROR + 1;
                assertTrue(Math.abs(seen - known.toNanos()) <= allowed, seen + " is far from " + known.toNanos());
            });
        }
    }

    /** Both values between which the definition interpolates begin a class, so that nothing of the error is left for rounding. */
    @Example
    void theStatedErrorHoldsWhereAClassBegins() {
        List<Long> nanos = new ArrayList<>(Collections.nCopies(25, 0L));
        nanos.addAll(List.of(1L << 61, (1L << 61) + (1L << 55)));
        for (int percent = 90; percent <= 100; percent++) {
            everyQuantileIsWithinTheStatedErrorOfTheExactOne(nanos, percent);
        }
    }

    @Property
    void countMeanAndEndsAreExact(@ForAll("lengths") List<Long> nanos) {
        DurationDistribution exact =
                DurationDistribution.of(nanos.stream().map(Duration::ofNanos).toList());

        assertEquals(exact.count(), histogram(nanos).count());
        assertEquals(exact.mean(), histogram(nanos).mean());
        assertEquals(exact.min(), histogram(nanos).min());
        assertEquals(exact.max(), histogram(nanos).max());
    }

    @Property
    void partsInAnyOrderGiveTheSameHistogram(@ForAll("lengths") List<Long> some, @ForAll("lengths") List<Long> more) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(more);

        assertEquals(histogram(all), histogram(some).plus(histogram(more)));
        assertEquals(histogram(some).plus(histogram(more)), histogram(more).plus(histogram(some)));
        assertEquals(histogram(some), DurationHistogram.empty().plus(histogram(some)));
    }

    @Example
    void itsSizeHasABound() throws IOException {
        DurationHistogram widest = histogram(List.of(0L, Long.MAX_VALUE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(widest);
        }

        assertTrue(bytes.size() < 32_000, bytes.size() + " bytes");
        assertTrue(DurationHistogram.RELATIVE_ERROR < 0.01);
    }
}
