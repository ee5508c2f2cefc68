package dev.customerservice.metrics.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rank, in an order in which nothing was asked before, is that of the sorted longs; what lies beside them stays where it is. */
class SelectionTest {
    private static final int BESIDE = 5;

    private static long[] drawn(long seed, int size, long width) {
        return new Random(seed).longs(size + 2L * BESIDE, 0, width).toArray();
    }

    private static Selection selection(long[] values) {
        int size = values.length - 2 * BESIDE;
        return new Selection(size, () -> LongBuffer.wrap(values, BESIDE, size));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 9",
        "2, 24, 9",
        "3, 25, 1000",
        "4, 300, 3",
        "5, 300, 1000000",
        "6, 2000, 1",
        "7, 2000, 1000000000000"
    })
    void everyRankIsThatOfTheSortedLongs(long seed, int size, long width) {
        long[] values = drawn(seed, size, width);
        long[] sorted = Arrays.copyOfRange(values, BESIDE, BESIDE + size);
        Arrays.sort(sorted);
        long[] before = values.clone();
        Selection selection = selection(values);
        Random random = new Random(seed);
        for (int i = 0; i < 3 * size; i++) {
            int rank = i < size ? random.nextInt(size) : i % size;
            assertEquals(sorted[rank], selection.at(rank), "rank " + rank + " of " + size);
        }
        for (int i = 0; i < BESIDE; i++) {
            assertEquals(before[i], values[i]);
            assertEquals(before[BESIDE + size + i], values[BESIDE + size + i]);
        }
        assertEquals(size, selection.size());
    }

    @Test
    void aQuestionLeavesTheLongsOnlyPartlyInOrder() {
        long[] values = drawn(8, 5000, 1L << 40);
        long[] sorted = Arrays.copyOfRange(values, BESIDE, BESIDE + 5000);
        Arrays.sort(sorted);
        selection(values).at(10);
        int rising = 0;
        for (int i = BESIDE; i + 1 < BESIDE + 5000; i++) {
            rising += values[i] <= values[i + 1] ? 1 : 0;
        }
        assertEquals(sorted[10], values[BESIDE + 10]);
        assertEquals(true, rising < 4500, rising + " of 4999 neighbours are in order");
    }

    @Test
    void allInOrderAnswersRanksToo() {
        long[] values = drawn(9, 100, 50);
        long[] sorted = Arrays.copyOfRange(values, BESIDE, BESIDE + 100);
        Arrays.sort(sorted);
        Selection selection = selection(values);
        assertEquals(sorted[99], selection.ordered().at(99));
        assertEquals(sorted[40], selection.at(40));
        assertEquals(selection.ordered(), selection.ordered());
    }

    @Test
    void theNumberMustBeTheOneAnnounced() {
        assertThrows(
                IllegalArgumentException.class, () -> new Selection(3, () -> LongBuffer.wrap(new long[] {1, 2})).at(0));
    }
}
