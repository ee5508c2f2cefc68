package dev.customerservice.domain.calendar;

import java.util.Arrays;

/**
 * The stretch of an {@link OpenIndex} from 1986 to 2053 once more, in whole seconds: for instants and durations without a
 * fraction of a second, whose conversion to nanoseconds and back would take a third of a call. So many seconds fit an {@code
 * int}, even if all of them are open.
 *
 * <p>It answers only what it can: hours with a fraction of a second, long closed stretches, questions that leave its stretch
 * and amounts of zero are {@link #UNSURE}, for the index to answer.
 */
final class SecondIndex {
    /** The answer to what the index must be asked. */
    static final long UNSURE = Long.MIN_VALUE;

    private static final long PER_SECOND = 1_000_000_000L;
    private static final int SLOT_BITS = 16;
    private static final int SLOTS = 1 << (Integer.SIZE - 1 - SLOT_BITS);

    /** The begin of a slot about the year 2020; all instants in here are seconds from there. */
    private static final long ORIGIN = ((OpenIndex.ORIGIN / PER_SECOND) >> SLOT_BITS) << SLOT_BITS;

    /** What is asked before there is an index; it can tell nothing. */
    static final SecondIndex NONE = new SecondIndex(0, 0, 0, 0, new int[0]);

    /** The stretch of the index it was made of. */
    private final long start;

    private final long end;

    private final int firstSlot;

    private final int[] edges;

    /** The open seconds before each interval, and at last those of all. */
    private final int[] before;

    private final int total;

    /** For each slot the first interval that ends after its begin. */
    private final int[] bySlot;

    /** For each piece of open time the interval in which it begins. */
    private final int[] byOpenTime;

    private final int openBits;

    private SecondIndex(long start, long end, int firstSlot, int endSlot, int[] open) {
        this.start = start;
        this.end = end;
        this.firstSlot = firstSlot;
        int count = open.length / 2;
        edges = Arrays.copyOf(open, open.length + 2);
        edges[2 * count] = Integer.MAX_VALUE;
        edges[2 * count + 1] = Integer.MAX_VALUE;
        before = new int[count + 1];
        for (int i = 0; i < count; i++) {
            before[i + 1] = before[i] + edges[2 * i + 1] - edges[2 * i];
        }
        total = before[count];
        bySlot = new int[endSlot - firstSlot];
        int interval = 0;
        for (int slot = 0; slot < bySlot.length; slot++) {
            while (interval < count && edges[2 * interval + 1] <= (firstSlot + slot) << SLOT_BITS) {
                interval++;
            }
            bySlot[slot] = interval;
        }
        openBits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(Math.max(1, total / Math.max(1, count)));
        byOpenTime = new int[(total >>> openBits) + 2];
        interval = 0;
        for (int piece = 0; piece < byOpenTime.length; piece++) {
            while (interval + 1 < count && before[interval + 1] <= (long) piece << openBits) {
                interval++;
            }
            byOpenTime[piece] = interval;
        }
    }

    /** {@return this, if it was made of that index, else the hours of that index in seconds, as far as they can be told} */
    SecondIndex of(OpenIndex index) {
        return index.start() == start && index.end() == end ? this : made(index);
    }

    private static SecondIndex made(OpenIndex index) {
        long unit = PER_SECOND << SLOT_BITS;
        long origin = ORIGIN * PER_SECOND;
        long first = Math.max(-SLOTS / 2, -Math.floorDiv(origin - index.start(), unit));
        long end = Math.min(SLOTS / 2 - 1, Math.floorDiv(index.end() - origin, unit));
        long[] open = first < end && !index.hasLongGap(index.start(), index.end())
                ? index.open(origin + first * unit, origin + end * unit).toEpochNanos()
                : new long[0];
        if (open.length == 0 || Arrays.stream(open).anyMatch(edge -> edge % PER_SECOND != 0)) {
            return new SecondIndex(index.start(), index.end(), 0, 0, new int[0]);
        }
        int[] seconds = Arrays.stream(open)
                .mapToInt(edge -> (int) (edge / PER_SECOND - ORIGIN))
                .toArray();
        return new SecondIndex(index.start(), index.end(), (int) first, (int) end, seconds);
    }

    /** {@return the epoch second at which so many open seconds after another are used up, or {@link #UNSURE}} */
    long plus(long epochSecond, long openSeconds) {
        long slot = ((epochSecond - ORIGIN) >> SLOT_BITS) - firstSlot;
        if (slot < 0 || slot >= bySlot.length) {
            return UNSURE;
        }
        int counter = counter((int) (epochSecond - ORIGIN), (int) slot);
        if (openSeconds <= 0 || openSeconds > total - counter) {
            return UNSURE;
        }
        int target = counter + (int) openSeconds;
        int interval = intervalOf(target - 1);
        return ORIGIN + edges[2 * interval] + target - before[interval];
    }

    /** {@return the epoch second since which there are so many open seconds until another, or {@link #UNSURE}} */
    long minus(long epochSecond, long openSeconds) {
        long slot = ((epochSecond - ORIGIN) >> SLOT_BITS) - firstSlot;
        if (slot < 0 || slot >= bySlot.length) {
            return UNSURE;
        }
        int counter = counter((int) (epochSecond - ORIGIN), (int) slot);
        if (openSeconds <= 0 || openSeconds > counter) {
            return UNSURE;
        }
        int target = counter - (int) openSeconds;
        int interval = intervalOf(target);
        return ORIGIN + edges[2 * interval] + target - before[interval];
    }

    private int counter(int at, int slot) {
        int interval = bySlot[slot];
        while (edges[2 * interval + 1] <= at) {
            interval++;
        }
        return before[interval] + Math.max(0, at - edges[2 * interval]);
    }

    private int intervalOf(int counter) {
        int piece = counter >>> openBits;
        int low = byOpenTime[piece];
        low += before[low + 1] <= counter ? 1 : 0;
        return before[low + 1] > counter ? low : searched(counter, low + 1, byOpenTime[piece + 1] + 1);
    }

    private int searched(int counter, int first, int end) {
        int found = Arrays.binarySearch(before, first, end, counter);
        return found >= 0 ? found : -found - 2;
    }
}
