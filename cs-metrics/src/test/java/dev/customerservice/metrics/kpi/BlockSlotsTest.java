package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.metrics.statistics.Absence;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The stretch of each row against a search through all stretches. */
class BlockSlotsTest {
    private static final long NONE = NumberColumn.ABSENT;

    private static int slot(long moment, long[] starts, long[] ends) {
        if (moment == NONE) {
            return -1;
        }
        return IntStream.range(0, starts.length)
                .filter(slot -> starts[slot] <= moment && moment < ends[slot])
                .findFirst()
                .orElse(-1);
    }

    private static void assertSlots(long[] moments, long[] starts, long[] ends) {
        PackedColumn column = PackedColumn.of(moments.length, row -> moments[row], row -> Absence.MISSING)
                .orElseThrow();
        BlockSlots slots = new BlockSlots(new BlockSteps(column, null), starts, ends);
        assertEquals(starts.length, slots.size());
        for (int from = 0; from < moments.length; from += Block.ROWS) {
            int count = Math.min(Block.ROWS, moments.length - from);
            boolean any = slots.fill(from, count);
            int inside = 0;
            for (int row = 0; row < count; row++) {
                int expected = slot(moments[from + row], starts, ends);
                inside += expected >= 0 ? 1 : 0;
                if (any) {
                    assertEquals(expected, slots.slots[row], "moment " + moments[from + row]);
                }
            }
            assertEquals(inside > 0, any, "block from " + from);
        }
    }

    private static long[] of(long... values) {
        return values;
    }

    private static long[] rising(int size, long unit) {
        return LongStream.range(0, size).map(row -> row * unit).toArray();
    }

    @Test
    void oneStretchBeginsAtItsStartAndEndsBeforeItsEnd() {
        for (long unit : of(1, 3, 1L << 40)) {
            long[] moments = rising(3 * Block.ROWS + 10, unit);
            moments[17] = NONE;
            moments[18] = 1;
            assertSlots(moments, of(0), of(10 * unit));
            assertSlots(moments, of(16 * unit), of(20 * unit));
            assertSlots(moments, of(2047 * unit), of(2048 * unit));
            assertSlots(moments, of(2048 * unit), of(4096 * unit));
            assertSlots(moments, of(2048 * unit), of(4095 * unit));
            assertSlots(moments, of(2049 * unit), of(4096 * unit));
            assertSlots(moments, of(-5 * unit), of(-1));
            assertSlots(moments, of(-5 * unit), of(0));
            assertSlots(moments, of(7000 * unit), of(8000 * unit));
            assertSlots(moments, of(Long.MIN_VALUE + 1), of(Long.MAX_VALUE));
            assertSlots(moments, of(40 * unit), of(40 * unit));
        }
    }

    @Test
    void stretchesMeetLieApartOrAreEmpty() {
        for (long unit : of(1, 5, 1L << 40)) {
            long[] moments = rising(5 * Block.ROWS, unit);
            moments[3] = NONE;
            moments[4] = 1;
            // they meet at 2048 and at 4000, one is empty, the last begins after a gap and within a block
            assertSlots(
                    moments,
                    of(100 * unit, 2048 * unit, 4000 * unit, 4000 * unit, 5000 * unit, 5003 * unit),
                    of(2048 * unit, 4000 * unit, 4000 * unit, 4100 * unit, 5002 * unit, 9000 * unit));
            // whole blocks in one stretch, and whole blocks in a gap
            assertSlots(
                    moments,
                    of(0, 2 * Block.ROWS * unit, 4 * Block.ROWS * unit),
                    of(Block.ROWS * unit, 4 * Block.ROWS * unit, 5 * Block.ROWS * unit));
            assertSlots(moments, of(0, 7 * unit), of(7 * unit, 20_000 * unit));
            assertSlots(moments, of(), of());
        }
    }

    @Test
    void manyNarrowStretchesShareABucket() {
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            long span = round % 2 == 0 ? 3_000_000 : 1L << 45;
            long[] moments = random.longs(3000, 0, span).toArray();
            moments[5] = NONE;
            long[] edges = random.longs(2 + random.nextInt(200), 0, round % 4 == 0 ? 50_000 : span)
                    .sorted()
                    .toArray();
            for (int near = 0; near < 400; near++) {
                // at an edge, one before it and one behind it
                moments[1000 + near] = Math.max(0, edges[near % edges.length] + near % 3 - 1);
            }
            int slots = edges.length - 1;
            long[] ends = Arrays.copyOfRange(edges, 1, slots + 1);
            for (int slot = 0; slot < slots; slot += 3) {
                ends[slot] -= (ends[slot] - edges[slot]) / 2;
            }
            assertSlots(moments, Arrays.copyOf(edges, slots), ends);
        }
    }
}
