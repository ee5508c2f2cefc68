package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.IntervalSet;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The open intervals of a stretch of time, with two tables that find the interval of an instant, and of an amount of
 * open time, without a search.
 *
 * <p>Time is cut into slots of 2^46 ns (19.5 h), so that a shift finds the slot; each slot knows the first interval that
 * ends after its begin. Open time is cut in the same way into pieces of about the mean interval.
 *
 * <p>The counter {@code before} is zero at {@link #ORIGIN}, which every index covers. So indexes of different length
 * agree on every reading.
 */
final class OpenIndex {
    /** A closed stretch longer than this ends every search. */
    static final long LONGEST_GAP = 3660L * 24 * 60 * 60 * 1_000_000_000L;

    private static final int SLOT_BITS = 46;
    private static final int ORIGIN_SLOT = slot(1_577_836_800L * 1_000_000_000L);
    private static final int FIRST_SLOT = slot(EpochNanos.MIN);
    private static final int END_SLOT = slot(EpochNanos.MAX) + 1;
    private static final int FIRST_LENGTH = 512;

    /** The begin of the slot in which the year 2020 begins: near most questions, so that first indexes are short. */
    static final long ORIGIN = (long) ORIGIN_SLOT << SLOT_BITS;

    private final int firstSlot;
    private final int endSlot;

    /** Begin and end of each interval, then of one that is never reached. */
    private final long[] edges;

    /** The counter at the begin of each interval, and at last the counter at the end. */
    private final long[] before;

    private final long lowest;

    private final long highest;

    /** For each slot the first interval that ends after its begin. */
    private final int[] bySlot;

    /** For each piece of open time the interval in which it begins. */
    private final int[] byOpenTime;

    private final int openBits;

    /** The gaps longer than {@link #LONGEST_GAP}, as indexes of the interval after each; nearly always none. */
    private final int[] longGaps;

    private OpenIndex(int firstSlot, int endSlot, long[] open) {
        this.firstSlot = firstSlot;
        this.endSlot = endSlot;
        int count = open.length / 2;
        edges = Arrays.copyOf(open, open.length + 2);
        edges[2 * count] = Long.MAX_VALUE;
        edges[2 * count + 1] = Long.MAX_VALUE;
        before = counters(count);
        lowest = before[0];
        highest = before[count];
        bySlot = slots(count);
        long total = before[count] - before[0];
        long mean = count == 0 ? 1 : Long.divideUnsigned(total, count);
        openBits = Long.SIZE - 1 - Long.numberOfLeadingZeros(mean);
        byOpenTime = pieces(count, total);
        longGaps = IntStream.rangeClosed(0, count)
                .filter(i -> isLong(gapStart(i), gapEnd(i)))
                .toArray();
    }

    /** {@return the index of a first year or so} */
    static OpenIndex of(OpenHours hours) {
        int endSlot = ORIGIN_SLOT + FIRST_LENGTH;
        return new OpenIndex(ORIGIN_SLOT, endSlot, edges(hours, ORIGIN, begin(endSlot)));
    }

    /** {@return the index of hours that nobody has asked yet, which covers no instant} */
    static OpenIndex unasked() {
        return new OpenIndex(ORIGIN_SLOT, ORIGIN_SLOT, new long[0]);
    }

    /** {@return this index, or one at least a quarter longer, that covers an instant} */
    OpenIndex covering(long at, OpenHours hours) {
        int wanted = slot(Math.max(EpochNanos.MIN, Math.min(EpochNanos.MAX, at)));
        if (wanted >= firstSlot && wanted < endSlot) {
            return this;
        }
        if (firstSlot == endSlot) {
            return of(hours).covering(at, hours);
        }
        int more = (endSlot - firstSlot) / 4;
        long[] known = Arrays.copyOf(edges, 2 * count());
        if (wanted >= endSlot) {
            int newEnd = Math.min(END_SLOT, Math.max(wanted + 1, endSlot + more));
            return new OpenIndex(firstSlot, newEnd, joined(known, edges(hours, end(), begin(newEnd))));
        }
        int newFirst = Math.max(FIRST_SLOT, Math.min(wanted, firstSlot - more));
        return new OpenIndex(newFirst, endSlot, joined(edges(hours, begin(newFirst), start()), known));
    }

    private static long[] edges(OpenHours hours, long startInclusive, long endExclusive) {
        return hours.open(startInclusive, endExclusive).toEpochNanos();
    }

    /** {@return the edges of two neighbouring stretches; hours open across the seam become one interval} */
    private static long[] joined(long[] earlier, long[] later) {
        boolean open = earlier.length > 0 && later.length > 0 && earlier[earlier.length - 1] == later[0];
        int seam = open ? 1 : 0;
        long[] all = Arrays.copyOf(earlier, earlier.length + later.length - 2 * seam);
        System.arraycopy(later, seam, all, earlier.length - seam, later.length - seam);
        return all;
    }

    private static int slot(long at) {
        return (int) (at >> SLOT_BITS);
    }

    private static long begin(int slot) {
        return Math.max(EpochNanos.MIN, Math.min(EpochNanos.MAX, (long) slot << SLOT_BITS));
    }

    private long[] counters(int count) {
        long[] counters = new long[count + 1];
        long atOrigin = 0;
        for (int i = 0; i < count; i++) {
            counters[i + 1] = counters[i] + closing(i) - opening(i);
            if (opening(i) < ORIGIN) {
                atOrigin += Math.min(closing(i), ORIGIN) - opening(i);
            }
        }
        for (int i = 0; i <= count; i++) {
            counters[i] -= atOrigin;
        }
        return counters;
    }

    private int[] slots(int count) {
        int[] first = new int[endSlot - firstSlot];
        int interval = 0;
        for (int slot = firstSlot; slot < endSlot; slot++) {
            while (interval < count && closing(interval) <= (long) slot << SLOT_BITS) {
                interval++;
            }
            first[slot - firstSlot] = interval;
        }
        return first;
    }

    private int[] pieces(int count, long total) {
        int[] holding = new int[(int) (total >>> openBits) + 2];
        int interval = 0;
        for (int piece = 0; piece < holding.length; piece++) {
            long amount = (long) piece << openBits;
            while (interval + 1 < count && Long.compareUnsigned(before[interval + 1] - before[0], amount) <= 0) {
                interval++;
            }
            holding[piece] = interval;
        }
        return holding;
    }

    /** {@return how many intervals there are} */
    int count() {
        return before.length - 1;
    }

    /** {@return the begin of the covered stretch} */
    long start() {
        return begin(firstSlot);
    }

    /** {@return the end of the covered stretch} */
    long end() {
        return begin(endSlot);
    }

    boolean covers(long at) {
        int slot = slot(at) - firstSlot;
        return slot >= 0 && slot < bySlot.length;
    }

    long opening(int interval) {
        return edges[2 * interval];
    }

    long closing(int interval) {
        return edges[2 * interval + 1];
    }

    long counterAtOpening(int interval) {
        return before[interval];
    }

    /** {@return the first interval that closes after a covered instant, or {@link #count}} */
    int firstClosingAfter(long at) {
        int interval = bySlot[slot(at) - firstSlot];
        // Whether one step is needed is a toss-up, which a processor adds faster than it guesses; more than one is
        // rare.
        interval += closing(interval) <= at ? 1 : 0;
        while (closing(interval) <= at) {
            interval++;
        }
        return interval;
    }

    /** {@return the last interval that opens before a covered instant, or -1} */
    int lastOpeningBefore(long at) {
        int interval = firstClosingAfter(at);
        return interval < count() && opening(interval) < at ? interval : interval - 1;
    }

    /** {@return the counter at a covered instant} */
    long counter(long at) {
        int interval = firstClosingAfter(at);
        long opening = opening(interval);
        // Not by the greater of two differences: an interval may be longer than a signed number holds.
        return before[interval] + (at > opening ? at - opening : 0);
    }

    /** {@return the counter at the begin of the covered stretch} */
    long lowest() {
        return lowest;
    }

    /** {@return the counter at the end of the covered stretch} */
    long highest() {
        return highest;
    }

    /** {@return the last interval at whose opening the counter is at most the given reading, from lowest to highest} */
    int intervalOf(long counter) {
        int piece = (int) ((counter - lowest) >>> openBits);
        int low = byOpenTime[piece];
        low += before[low + 1] <= counter ? 1 : 0;
        return before[low + 1] > counter ? low : searched(counter, low + 1, byOpenTime[piece + 1]);
    }

    private int searched(long counter, int first, int last) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (before[middle] <= counter) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@return whether a search would cross too long a closed stretch between two covered instants} */
    boolean hasLongGap(long startInclusive, long endExclusive) {
        for (int gap : longGaps) {
            if (isLong(Math.max(gapStart(gap), startInclusive), Math.min(gapEnd(gap), endExclusive))) {
                return true;
            }
        }
        return false;
    }

    /** {@return whether a closed stretch of that length ends every search} */
    static boolean isLong(long startInclusive, long endExclusive) {
        // Not by their difference, which may be more than a signed number holds.
        return startInclusive < endExclusive - LONGEST_GAP;
    }

    private long gapStart(int interval) {
        return interval == 0 ? start() : closing(interval - 1);
    }

    private long gapEnd(int interval) {
        return interval == count() ? end() : opening(interval);
    }

    /** {@return the open time between two covered instants} */
    IntervalSet open(long startInclusive, long endExclusive) {
        Edges window = new Edges(startInclusive, endExclusive);
        for (int i = firstClosingAfter(startInclusive); i < count() && opening(i) < endExclusive; i++) {
            window.add(opening(i), closing(i));
        }
        return window.toSet();
    }
}
