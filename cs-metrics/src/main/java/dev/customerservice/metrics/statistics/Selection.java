package dev.customerservice.metrics.statistics;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Longs in any order, fetched when their order is first asked for, of which a rank is found by selection: each question puts the longs a
 * bit more in order, and the next one begins where they are in order already. Safe for several threads; others may use other parts of the
 * array, under its lock.
 */
final class Selection {
    /** So few are sorted rather than divided further. */
    private static final int FEW = 24;

    private final int size;
    private @Nullable Supplier<LongBuffer> source;
    private long[] values = new long[0];
    private int offset;

    /** Places, from the offset on, before which nothing is greater than anything behind; rising. */
    private int[] cuts = new int[0];

    private int cutCount;
    private @Nullable OrderedCounts ordered;

    Selection(int size, Supplier<LongBuffer> source) {
        this.size = size;
        this.source = source;
    }

    int size() {
        return size;
    }

    /** The value at a rank counted from 0. */
    synchronized long at(int rank) {
        if (ordered != null) {
            return ordered.at(rank);
        }
        fetch();
        long[] shared = values;
        synchronized (shared) {
            return select(shared, rank);
        }
    }

    private long select(long[] values, int rank) {
        int upper = Arrays.binarySearch(cuts, 0, cutCount, rank);
        upper = upper >= 0 ? upper + 1 : -upper - 1;
        int from = cuts[upper - 1];
        int to = cuts[upper];
        for (int turn = 0; to - from > FEW && turn < Integer.SIZE; turn++) {
            int cut = divide(from, to);
            if (cut == to) {
                return values[offset + rank];
            }
            cut(cut);
            from = rank < cut ? from : cut;
            to = rank < cut ? cut : to;
        }
        Arrays.sort(values, offset + from, offset + to);
        return values[offset + rank];
    }

    /** All values in order. */
    synchronized OrderedCounts ordered() {
        OrderedCounts known = ordered;
        if (known == null) {
            fetch();
            long[] shared = values;
            synchronized (shared) {
                known = OrderedCounts.sorting(Arrays.copyOfRange(shared, offset, offset + size), size);
            }
            ordered = known;
            values = new long[0];
        }
        return known;
    }

    private void fetch() {
        Supplier<LongBuffer> unread = source;
        if (unread != null) {
            LongBuffer buffer = unread.get();
            if (buffer.remaining() != size) {
                throw new IllegalArgumentException("Number of lengths (" + buffer.remaining() + ") must be " + size
                        + " as announced.\nMaybe some were filtered.");
            }
            values = buffer.array();
            offset = buffer.arrayOffset() + buffer.position();
            cuts = new int[] {0, size, 0, 0};
            cutCount = 2;
            source = null;
        }
    }

    private void cut(int cut) {
        int place = -Arrays.binarySearch(cuts, 0, cutCount, cut) - 1;
        if (place >= 0) {
            cuts = cutCount == cuts.length ? Arrays.copyOf(cuts, cutCount * 2) : cuts;
            System.arraycopy(cuts, place, cuts, place + 1, cutCount - place);
            cuts[place] = cut;
            cutCount++;
        }
    }

    /** Puts what is smaller than some middle value before the rest; answers where the rest begins, which is nowhere where all are equal. */
    private int divide(int from, int to) {
        long pivot = middle(offset + from, offset + to - 1);
        int cut = smallerFirst(values, offset + from, offset + to, pivot) - offset;
        return cut > from ? cut : smallerFirst(values, offset + from, offset + to, pivot + 1) - offset;
    }

    /** Without a branch on the values, which nobody could predict. */
    private static int smallerFirst(long[] values, int from, int to, long pivot) {
        int cut = from;
        for (int i = from; i < to; i++) {
            long value = values[i];
            values[i] = values[cut];
            values[cut] = value;
            cut += value < pivot ? 1 : 0;
        }
        return cut;
    }

    private long middle(int first, int last) {
        int step = (last - first) / 8;
        int centre = (first + last) >>> 1;
        return middle(
                middle(values[first], values[first + step], values[first + 2 * step]),
                middle(values[centre - step], values[centre], values[centre + step]),
                middle(values[last - 2 * step], values[last - step], values[last]));
    }

    private static long middle(long a, long b, long c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
