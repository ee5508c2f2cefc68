package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The open intervals of a stretch of time, with two tables that find the interval of an instant, and of an amount of
 * open time, without a search.
 *
 * <p>Every instant is the open time plus the closed time before it, and the closed time stands still during an interval.
 * So an interval is two numbers, and either way between instants and open time is one addition.
 *
 * <p>All tables count ticks: seconds where every interval begins and ends on a whole one, nanoseconds otherwise. Time is
 * cut into slots of 2^16 s (18 h) or 2^46 ns, so that a shift finds the slot; each slot knows the first interval that ends
 * after its begin. Open time is cut in the same way into pieces of about the mean interval.
 *
 * <p>Open time is counted from {@link #ORIGIN}, which every index covers. So indexes of different length agree on every
 * reading.
 */
final class OpenIndex {
    /** A closed stretch longer than this ends every search. */
    static final long LONGEST_GAP = 3660L * 24 * 60 * 60 * 1_000_000_000L;

    private static final long PER_SECOND = 1_000_000_000L;
    private static final int SECOND_SLOT_BITS = 16;
    private static final int NANO_SLOT_BITS = 46;
    private static final long FIRST_LENGTH = 400L * 24 * 60 * 60 * PER_SECOND;

    /** The begin of the year 2026: near most questions, so that first indexes are short. */
    static final long ORIGIN = 1_767_225_600L * PER_SECOND;

    /** The covered stretch in epoch nanoseconds, from and to a whole second. */
    private final long start;

    private final long end;

    /** The nanoseconds of a tick. */
    private final long tick;

    private final int slotBits;
    private final long firstTick;

    /** The stretch that may be asked in seconds, counted from its start; none if ticks are shorter or a gap is too long. */
    private final long seconds;

    /** The open time before each interval, then twice that of all. */
    private final long[] open;

    /** The first and the last of them. */
    private final long leastOpen;

    private final long mostOpen;

    /** The closed time before each interval, then before one that is never reached. */
    private final long[] closed;

    /** For each slot the first interval that ends after its begin. */
    private final int[] bySlot;

    /** For each piece of open time the interval in which it begins. */
    private final int[] byOpenTime;

    private final int openBits;

    /** The gaps longer than {@link #LONGEST_GAP}, as indexes of the interval after each; nearly always none. */
    private final int[] longGaps;

    private OpenIndex(long start, long end, long[] edges) {
        this.start = start;
        this.end = end;
        boolean whole = areWholeSeconds(edges);
        tick = whole ? PER_SECOND : 1;
        slotBits = whole ? SECOND_SLOT_BITS : NANO_SLOT_BITS;
        firstTick = start / tick;
        int count = edges.length / 2;
        open = new long[count + 2];
        closed = new long[count + 1];
        open[0] = -openBeforeOrigin(edges) / tick;
        for (int i = 0; i < count; i++) {
            open[i + 1] = open[i] + edges[2 * i + 1] / tick - edges[2 * i] / tick;
            closed[i] = edges[2 * i] / tick - open[i];
        }
        open[count + 1] = open[count];
        closed[count] = Long.MAX_VALUE / tick - open[count];
        leastOpen = open[0];
        mostOpen = open[count];
        bySlot = slots(count);
        long total = mostOpen - leastOpen;
        long mean = count == 0 ? 1 : Long.divideUnsigned(total, count);
        openBits = Long.SIZE - 1 - Long.numberOfLeadingZeros(mean);
        byOpenTime = pieces(count, total);
        longGaps = longGaps(count);
        seconds = whole && longGaps.length == 0 ? (end / PER_SECOND) - firstTick : 0;
    }

    private static boolean areWholeSeconds(long[] edges) {
        for (long edge : edges) {
            if (edge % PER_SECOND != 0) {
                return false;
            }
        }
        return true;
    }

    private static long openBeforeOrigin(long[] edges) {
        long sum = 0;
        for (int i = 0; i < edges.length && edges[i] < ORIGIN; i += 2) {
            sum += Math.min(edges[i + 1], ORIGIN) - edges[i];
        }
        return sum;
    }

    /** {@return the index of a first year or so} */
    static OpenIndex of(OpenHours hours) {
        return new OpenIndex(ORIGIN, ORIGIN + FIRST_LENGTH, edges(hours, ORIGIN, ORIGIN + FIRST_LENGTH));
    }

    /** {@return the index of hours that nobody has asked yet, which covers no instant} */
    static OpenIndex unasked() {
        return new OpenIndex(ORIGIN, ORIGIN, new long[0]);
    }

    /** {@return this index, or one at least a quarter longer, that covers an instant} */
    OpenIndex covering(long at, OpenHours hours) {
        long wanted = Math.max(EpochNanos.MIN, Math.min(EpochNanos.MAX, at));
        if (covers(wanted)) {
            return this;
        }
        if (start == end) {
            return of(hours).covering(at, hours);
        }
        long wantedSecond = Math.floorDiv(wanted, PER_SECOND);
        long more = (end / PER_SECOND - start / PER_SECOND) / 4;
        long[] known = open(start, end).toEpochNanos();
        if (wanted >= end) {
            long newEnd = nanos(Math.max(wantedSecond + 1, end / PER_SECOND + more));
            return new OpenIndex(start, newEnd, joined(known, edges(hours, end, newEnd)));
        }
        long newStart = nanos(Math.min(wantedSecond, start / PER_SECOND - more));
        return new OpenIndex(newStart, end, joined(edges(hours, newStart, start), known));
    }

    private static long nanos(long epochSecond) {
        return Math.max(EpochNanos.MIN / PER_SECOND, Math.min(EpochNanos.MAX / PER_SECOND, epochSecond)) * PER_SECOND;
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

    private int[] slots(int count) {
        int[] first = new int[(int) ((end / tick - firstTick) >>> slotBits) + 1];
        int interval = 0;
        for (int slot = 0; slot < first.length; slot++) {
            while (interval < count && closingTick(interval) <= firstTick + ((long) slot << slotBits)) {
                interval++;
            }
            first[slot] = interval;
        }
        return first;
    }

    private int[] pieces(int count, long total) {
        int[] holding = new int[(int) (total >>> openBits) + 2];
        int interval = 0;
        for (int piece = 0; piece < holding.length; piece++) {
            long amount = (long) piece << openBits;
            while (interval + 1 < count && Long.compareUnsigned(open[interval + 1] - leastOpen, amount) <= 0) {
                interval++;
            }
            holding[piece] = interval;
        }
        return holding;
    }

    private int[] longGaps(int count) {
        int[] gaps = new int[0];
        for (int i = 0; i <= count; i++) {
            if (isLong(gapStart(i), gapEnd(i))) {
                gaps = Arrays.copyOf(gaps, gaps.length + 1);
                gaps[gaps.length - 1] = i;
            }
        }
        return gaps;
    }

    /** {@return how many intervals there are} */
    int count() {
        return closed.length - 1;
    }

    /** {@return the begin of the covered stretch} */
    long start() {
        return start;
    }

    /** {@return the end of the covered stretch} */
    long end() {
        return end;
    }

    boolean covers(long at) {
        return at >= start && (at < end || (at == end && end == EpochNanos.MAX));
    }

    private long ticks(long nanos) {
        return tick == 1 ? nanos : Math.floorDiv(nanos, PER_SECOND);
    }

    private long openingTick(int interval) {
        return open[interval] + closed[interval];
    }

    private long closingTick(int interval) {
        return open[interval + 1] + closed[interval];
    }

    long opening(int interval) {
        return openingTick(interval) * tick;
    }

    long closing(int interval) {
        return closingTick(interval) * tick;
    }

    /** {@return the first interval that closes after a covered instant, or {@link #count}} */
    int firstClosingAfter(long at) {
        return intervalAt(ticks(at));
    }

    private int intervalAt(long ticks) {
        int interval = bySlot[(int) ((ticks - firstTick) >>> slotBits)];

        while (closingTick(interval) <= ticks) {
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
        long ticks = ticks(at);
        int interval = intervalAt(ticks);
        return ticks >= openingTick(interval) ? at - closed[interval] * tick : open[interval] * tick;
    }

    /** {@return the counter at the begin of the covered stretch} */
    long lowest() {
        return leastOpen * tick;
    }

    /** {@return the counter at the end of the covered stretch} */
    long highest() {
        return mostOpen * tick;
    }

    /** {@return the instant of a counter from lowest to highest: of the two at both sides of a closed stretch the earlier} */
    long earliestAt(long counter) {
        return counter + closed[intervalOf(ticks(counter - 1))] * tick;
    }

    /** {@return the instant of a counter from lowest to highest: of the two at both sides of a closed stretch the later} */
    long latestAt(long counter) {
        return counter + closed[intervalOf(ticks(counter))] * tick;
    }

    /** {@return the last interval before which there is at most so much open time} */
    private int intervalOf(long openTicks) {
        int piece = (int) ((openTicks - leastOpen) >>> openBits);
        int low = byOpenTime[piece];
        return open[low + 1] > openTicks ? low : searched(openTicks, low + 1, byOpenTime[piece + 1]);
    }

    private int searched(long openTicks, int first, int last) {
        int low = first;
        int high = last;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (open[middle] <= openTicks) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** {@return the open time from one instant to a later one, or null if it takes more than this stretch in seconds} */
    @Nullable
    Duration between(Instant startInclusive, Instant endExclusive) {
        long from = startInclusive.getEpochSecond();
        long to = endExclusive.getEpochSecond();
        if (from < firstTick || to <= from || to - firstTick >= seconds) {
            return null;
        }
        int first = intervalAt(from);
        int last = intervalAt(to);
        long whole = Math.max(open[last], to - closed[last]) - Math.max(open[first], from - closed[first]);
        int rest = counted(endExclusive, last) - counted(startInclusive, first);
        return rest == 0 ? Duration.ofSeconds(whole) : Duration.ofSeconds(whole, rest);
    }

    /** {@return what an instant adds to its open seconds} */
    private int counted(Instant at, int interval) {
        int nano = at.getNano();
        return nano != 0 && at.getEpochSecond() >= openingTick(interval) ? nano : 0;
    }

    /** {@return the instant by which open time has passed, or null if it takes more than this stretch in seconds} */
    @Nullable
    Instant plus(Instant at, Duration openTime) {
        long whole = openTime.getSeconds();
        return whole > 0 ? moved(at, whole, openTime.getNano()) : null;
    }

    /** {@return the instant since which open time has passed, or null if it takes more than this stretch in seconds} */
    @Nullable
    Instant minus(Instant at, Duration openTime) {
        long whole = openTime.getSeconds();
        return whole > 0 ? moved(at, -whole, -openTime.getNano()) : null;
    }

    private @Nullable Instant moved(Instant at, long bySeconds, long byNanos) {
        long from = at.getEpochSecond();
        if (!tells(from)) {
            return null;
        }
        int interval = intervalAt(from);
        long rest = byNanos + counted(at, interval);
        int carried = rest < 0 ? -1 : rest < PER_SECOND ? 0 : 1;
        long target = Math.max(open[interval], from - closed[interval]) + bySeconds + carried;
        if (target <= leastOpen || target >= mostOpen) {
            return null;
        }
        long fraction = rest - carried * PER_SECOND;
        boolean endsAtClosing = bySeconds > 0 && fraction == 0;
        long found = target + closed[intervalOf(endsAtClosing ? target - 1 : target)];
        return fraction == 0 ? Instant.ofEpochSecond(found) : Instant.ofEpochSecond(found, fraction);
    }

    private boolean tells(long epochSecond) {
        long second = epochSecond - firstTick;
        return second >= 0 && second < seconds;
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
        return interval == 0 ? start : closing(interval - 1);
    }

    private long gapEnd(int interval) {
        return interval == count() ? end : opening(interval);
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
