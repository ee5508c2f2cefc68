package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Quantiles that are selected are those of the sorted lengths, whatever was asked before. */
class SelectionProperties {
    private static DurationDistribution deferred(long[] all, int from, int count) {
        Duration total = Duration.ZERO;
        for (int i = from; i < from + count; i++) {
            total = total.plusNanos(all[i]);
        }
        return DurationDistribution.deferred(count, total, () -> LongBuffer.wrap(all, from, count));
    }

    private static DurationDistribution of(long[] nanos) {
        return DurationDistribution.of(
                LongStream.of(nanos).mapToObj(Duration::ofNanos).toList());
    }

    @Property(tries = 300)
    void selectedIsSorted(@ForAll long seed) {
        Random random = new Random(seed);
        long width = List.of(1L, 3L, 1000L, 1L << 40).get(random.nextInt(4));
        long[] all = random.longs(random.nextInt(2000), -width / 2, width).toArray();
        int cut = random.nextInt(all.length + 1);
        long[] left = Arrays.copyOf(all, cut);
        long[] right = Arrays.copyOfRange(all, cut, all.length);
        DurationDistribution one = deferred(all, 0, cut);
        DurationDistribution other = deferred(all, cut, all.length - cut);

        for (int i = 0; i < 20; i++) {
            Quantile quantile = Quantile.percentile(random.nextInt(101)).by(QuantileType.of(1 + random.nextInt(9)));
            assertEquals(of(left).quantile(quantile), one.quantile(quantile));
            assertEquals(of(right).quantile(quantile), other.quantile(quantile));
        }
        assertEquals(of(left).max(), one.max());
        assertEquals(of(left).min(), one.min());
        assertEquals(of(left).mean(), one.mean());
        assertEquals(of(left).count(), one.count());
        assertEquals(of(left), one);
        assertEquals(of(right).hashCode(), other.hashCode());
        assertEquals(of(all), one.plus(other));
        assertEquals(of(left).median(), one.median());
    }

    @Example
    void itIsWrittenInOrder() throws IOException, ClassNotFoundException {
        DurationDistribution three = deferred(new long[] {5, 3, 4}, 0, 3);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(three);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertEquals(three, in.readObject());
        }
    }

    @Example
    void theNumberMustBeTheOneAnnounced() {
        DurationDistribution wrong =
                DurationDistribution.deferred(2, Duration.ofNanos(3), () -> LongBuffer.wrap(new long[] {3}));
        assertThrows(IllegalArgumentException.class, wrong::median);
    }

    @Property(tries = 100)
    void manyLengthsAtOnceAreThoseOneByOne(@ForAll long seed) {
        Random random = new Random(seed);
        DurationHistogram.Builder one = DurationHistogram.builder();
        DurationHistogram.Builder many = DurationHistogram.builder();
        for (int turn = 0; turn < 4; turn++) {
            long[] nanos = random.longs(random.nextInt(50), 0, 1L << (1 + random.nextInt(62)))
                    .toArray();
            Arrays.stream(nanos).forEach(one::addNanos);
            many.addNanos(nanos, 0, nanos.length);
            assertEquals(one.build(), many.build());
        }
        assertThrows(IllegalArgumentException.class, () -> many.addNanos(new long[] {1, -1}, 0, 2));
    }
}
