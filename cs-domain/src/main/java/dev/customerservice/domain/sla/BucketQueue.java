package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;

/** The queue, in lists of clocks that come due about the same time, and a heap of those that are due now. */
final class BucketQueue implements BreachQueue {
    // Due times are sorted no further than they need to be. Far ones lie unsorted in lists of 2^48 ns (78 hours). The
    // list
    // that comes due next is spread over lists of 2^36 ns (69 s). What is due now stands in a heap, small and so
    // cached.
    private static final int FAR_BITS = 48;
    private static final int NEAR_BITS = 36;
    private static final int NEAR_LISTS = 1 << (FAR_BITS - NEAR_BITS);
    private static final int FAR_LISTS = (int) (farOf(EpochNanos.MAX) + 1);
    private static final long NOT_HERE = Long.MIN_VALUE;
    private static final int NONE = -1;
    private static final int IN_HEAP = -2;

    private long[] due = new long[0];
    /** The next clock of the list, or a mark that the clock is in the heap. */
    private int[] next = new int[0];
    /** The clock before it in the list, or the place in the heap. */
    private int[] before = new int[0];

    private final int[] far = empty(FAR_LISTS);
    private final BitSet farUsed = new BitSet(FAR_LISTS);
    private final int[] near = empty(NEAR_LISTS);
    private final BitSet nearUsed = new BitSet(NEAR_LISTS);
    /** Which far list is spread over the near ones. */
    private int spread = NONE;

    private int[] heap = new int[16];
    private int heapSize;
    /** Whatever is due before this is in the heap. */
    private long heapUntil = EpochNanos.MIN;

    private int size;

    private static int[] empty(int lists) {
        int[] heads = new int[lists];
        Arrays.fill(heads, NONE);
        return heads;
    }

    private static long farOf(long dueAt) {
        // Unsigned, because the whole range is longer than a signed difference.
        return (dueAt - EpochNanos.MIN) >>> FAR_BITS;
    }

    private static int nearOf(long dueAt) {
        return (int) ((dueAt - EpochNanos.MIN) >>> NEAR_BITS) & (NEAR_LISTS - 1);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void schedule(int clock, Instant dueAt) {
        scheduleNanos(clock, EpochNanos.of(dueAt));
    }

    @Override
    public void scheduleNanos(int clock, long dueAt) {
        checkArgument(clock >= 0, "The clock (%s) must be a number from 0.", clock);
        checkArgument(
                dueAt >= EpochNanos.MIN && dueAt <= EpochNanos.MAX,
                "The due time (%s) must lie in the library's time range.\nMaybe the clock has no due time: remove it instead.",
                dueAt);
        if (clock >= due.length) {
            grow(clock);
        }
        if (due[clock] != NOT_HERE) {
            take(clock);
        }
        size++;
        put(clock, dueAt);
    }

    @Override
    public boolean remove(int clock) {
        if (!contains(clock)) {
            return false;
        }
        take(clock);
        return true;
    }

    @Override
    public Optional<Instant> dueAt(int clock) {
        return contains(clock) ? Optional.of(EpochNanos.toInstant(due[clock])) : Optional.empty();
    }

    private boolean contains(int clock) {
        return clock >= 0 && clock < due.length && due[clock] != NOT_HERE;
    }

    @Override
    public Optional<Instant> nextDueAt() {
        if (size == 0) {
            return Optional.empty();
        }
        if (heapSize > 0) {
            return Optional.of(EpochNanos.toInstant(due[heap[0]]));
        }
        spreadNext();
        long first = Long.MAX_VALUE;
        for (int clock = near[nearUsed.nextSetBit(0)]; clock != NONE; clock = next[clock]) {
            first = Math.min(first, due[clock]);
        }
        return Optional.of(EpochNanos.toInstant(first));
    }

    @Override
    public void dueUntil(Instant untilInclusive, IntConsumer action) {
        long until = EpochNanos.of(untilInclusive);
        while (size > 0) {
            if (heapSize == 0 && !openList(until)) {
                return;
            }
            int clock = heap[0];
            if (due[clock] > until) {
                return;
            }
            take(clock);
            action.accept(clock);
        }
    }

    private void grow(int clock) {
        int old = due.length;
        int length = Math.max(clock + 1, Math.max(64, (int) Math.min(Integer.MAX_VALUE - 8L, old * 2L)));
        due = Arrays.copyOf(due, length);
        Arrays.fill(due, old, length, NOT_HERE);
        next = Arrays.copyOf(next, length);
        before = Arrays.copyOf(before, length);
    }

    private void put(int clock, long dueAt) {
        due[clock] = dueAt;
        int list = (int) farOf(dueAt);
        if (dueAt < heapUntil) {
            next[clock] = IN_HEAP;
            if (heapSize == heap.length) {
                heap = Arrays.copyOf(heap, heapSize * 2);
            }
            rise(heapSize++, clock);
        } else if (list == spread) {
            link(near, nearUsed, nearOf(dueAt), clock);
        } else {
            link(far, farUsed, list, clock);
        }
    }

    private void link(int[] heads, BitSet used, int list, int clock) {
        int head = heads[list];
        next[clock] = head;
        before[clock] = NONE;
        if (head == NONE) {
            used.set(list);
        } else {
            before[head] = clock;
        }
        heads[list] = clock;
    }

    private void take(int clock) {
        if (next[clock] == IN_HEAP) {
            takeFromHeap(before[clock]);
        } else {
            unlink(clock);
        }
        due[clock] = NOT_HERE;
        size--;
    }

    private void unlink(int clock) {
        int after = next[clock];
        int previous = before[clock];
        if (after != NONE) {
            before[after] = previous;
        }
        if (previous != NONE) {
            next[previous] = after;
            return;
        }
        int list = (int) farOf(due[clock]);
        boolean isNear = list == spread;
        int place = isNear ? nearOf(due[clock]) : list;
        (isNear ? near : far)[place] = after;
        if (after == NONE) {
            (isNear ? nearUsed : farUsed).clear(place);
        }
    }

    /** Moves the first list, if it begins by an instant, to the empty heap; says whether there is something now. */
    private boolean openList(long until) {
        spreadNext();
        int first = nearUsed.nextSetBit(0);
        long begin = EpochNanos.MIN + ((long) spread << FAR_BITS) + ((long) first << NEAR_BITS);
        if (begin > until) {
            return false;
        }
        int clock = near[first];
        near[first] = NONE;
        nearUsed.clear(first);
        heapUntil = begin + (1L << NEAR_BITS);
        while (clock != NONE) {
            int after = next[clock];
            put(clock, due[clock]);
            clock = after;
        }
        return true;
    }

    /** Spreads the first list that is used over the near ones, unless it is spread already. */
    private void spreadNext() {
        int first = farUsed.nextSetBit(0);
        if (first == NONE || (!nearUsed.isEmpty() && spread < first)) {
            return;
        }
        int former = spread;
        spread = first;
        for (int list = nearUsed.nextSetBit(0); list >= 0; list = nearUsed.nextSetBit(list)) {
            int clock = near[list];
            near[list] = NONE;
            nearUsed.clear(list);
            moveTo(far, farUsed, former, clock);
        }
        int clock = far[first];
        far[first] = NONE;
        farUsed.clear(first);
        while (clock != NONE) {
            int after = next[clock];
            link(near, nearUsed, nearOf(due[clock]), clock);
            clock = after;
        }
    }

    private void moveTo(int[] heads, BitSet used, int list, int first) {
        int clock = first;
        while (clock != NONE) {
            int after = next[clock];
            link(heads, used, list, clock);
            clock = after;
        }
    }

    private boolean isBefore(int clock, int other) {
        return due[clock] < due[other] || (due[clock] == due[other] && clock < other);
    }

    private void rise(int from, int clock) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBefore(clock, heap[parent])) {
                break;
            }
            stand(place, heap[parent]);
            place = parent;
        }
        stand(place, clock);
    }

    private void sink(int from, int clock) {
        int place = from;
        while (true) {
            int child = 2 * place + 1;
            if (child >= heapSize) {
                break;
            }
            if (child + 1 < heapSize && isBefore(heap[child + 1], heap[child])) {
                child++;
            }
            if (!isBefore(heap[child], clock)) {
                break;
            }
            stand(place, heap[child]);
            place = child;
        }
        stand(place, clock);
    }

    private void stand(int place, int clock) {
        heap[place] = clock;
        before[clock] = place;
    }

    private void takeFromHeap(int place) {
        int last = heap[--heapSize];
        if (place < heapSize) {
            sink(place, last);
            rise(before[last], last);
        }
    }
}
