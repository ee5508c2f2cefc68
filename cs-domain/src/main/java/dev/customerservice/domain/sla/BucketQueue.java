package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The queue, in lists of clocks that come due about the same time, and a heap of those that are due now.
 *
 * <p>Due times are sorted no further than they need to be. Far ones lie unsorted in lists of 2^48 ns (78 hours). The list that comes
 * due next is spread over lists of 2^36 ns (69 s). What is due now stands in a heap, small and so cached.
 *
 * <p>A clock that moves leaves its old place behind, so that no list is ever searched. The place counts for nothing, for the clock is
 * no longer due there; when there are twice as many places as numbers, all are made anew.
 */
final class BucketQueue implements BreachQueue {
    private static final int FAR_BITS = 48;
    private static final int NEAR_BITS = 36;
    private static final int NEAR_LISTS = 1 << (FAR_BITS - NEAR_BITS);
    private static final int FAR_LISTS = farOf(EpochNanos.MAX) + 1;
    private static final int SHORT_LIST = 64;
    private static final int NONE = -1;

    /** No list is so long that this would lie in it. */
    private static final long NOT_HERE = Long.MIN_VALUE;

    private long[] due = new long[0];
    private int size;
    private long places;

    private final ClockLists far = new ClockLists(FAR_LISTS);
    private final ClockLists near = new ClockLists(NEAR_LISTS);
    /** Which far list is spread over the near ones. */
    private int spread = NONE;

    private final DueHeap heap = new DueHeap();
    /** Whatever is due before this is in the heap. */
    private long heapUntil = EpochNanos.MIN;

    private static int farOf(long dueAt) {
        // Unsigned, because the whole range is longer than a signed difference.
        return (int) ((dueAt - EpochNanos.MIN) >>> FAR_BITS);
    }

    private static int nearOf(long dueAt) {
        return (int) ((dueAt - EpochNanos.MIN) >>> NEAR_BITS) & (NEAR_LISTS - 1);
    }

    private static long begin(int far, int near) {
        return EpochNanos.MIN + ((long) far << FAR_BITS) + ((long) near << NEAR_BITS);
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
        if (due[clock] == NOT_HERE) {
            size++;
        }
        due[clock] = dueAt;
        place(clock, dueAt);
        if (places > 2L * due.length) {
            placeAll();
        }
    }

    @Override
    public boolean remove(int clock) {
        if (!contains(clock)) {
            return false;
        }
        due[clock] = NOT_HERE;
        size--;
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
        while (size > 0) {
            if (heapHasFirst()) {
                return Optional.of(EpochNanos.toInstant(heap.firstDue()));
            }
            int list = firstNear();
            if (near.size(list) > SHORT_LIST) {
                open(list);
            } else {
                // It stays a list: were it in the heap, whatever comes due earlier would have to stand there too.
                long first = placeAgain(near.takeAll(list), begin(spread, list), NEAR_BITS);
                if (first != Long.MAX_VALUE) {
                    return Optional.of(EpochNanos.toInstant(first));
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void dueUntil(Instant untilInclusive, IntConsumer action) {
        long until = EpochNanos.of(untilInclusive);
        while (size > 0) {
            if (heapHasFirst()) {
                if (heap.firstDue() > until) {
                    return;
                }
                int clock = heap.firstClock();
                removeFirst();
                remove(clock);
                action.accept(clock);
            } else {
                int list = firstNear();
                if (begin(spread, list) > until) {
                    return;
                }
                open(list);
            }
        }
    }

    private void grow(int clock) {
        int old = due.length;
        int length = Math.max(clock + 1, Math.max(64, (int) Math.min(Integer.MAX_VALUE - 8L, old * 2L)));
        due = Arrays.copyOf(due, length);
        Arrays.fill(due, old, length, NOT_HERE);
    }

    private void place(int clock, long dueAt) {
        places++;
        if (dueAt < heapUntil) {
            heap.add(clock, dueAt);
        } else if (farOf(dueAt) == spread) {
            near.add(nearOf(dueAt), clock);
        } else {
            far.add(farOf(dueAt), clock);
        }
    }

    private void placeAll() {
        far.clear();
        near.clear();
        heap.clear();
        places = 0;
        for (int clock = 0; clock < due.length; clock++) {
            if (due[clock] != NOT_HERE) {
                place(clock, due[clock]);
            }
        }
    }

    /** Places the clocks of a former list that are still due in its time; says when the first of them is. */
    private long placeAgain(int[] clocks, long begin, int bits) {
        places -= clocks.length;
        // On its own, because then the processor waits for many of these due times at once.
        long[] dues = new long[clocks.length];
        for (int i = 0; i < clocks.length; i++) {
            dues[i] = due[clocks[i]];
        }
        long first = Long.MAX_VALUE;
        for (int i = 0; i < clocks.length; i++) {
            if ((dues[i] - begin) >>> bits == 0) {
                place(clocks[i], dues[i]);
                first = Math.min(first, dues[i]);
            }
        }
        return first;
    }

    /** Moves a near list to the heap. */
    private void open(int list) {
        long begin = begin(spread, list);
        heapUntil = begin + (1L << NEAR_BITS);
        placeAgain(near.takeAll(list), begin, NEAR_BITS);
    }

    /** {@return the near list that begins first, of a queue that has clocks and none in the heap} */
    private int firstNear() {
        while (near.isEmpty() || (!far.isEmpty() && far.first() < spread)) {
            spread(far.first());
        }
        return near.first();
    }

    /** Spreads a far list over the near ones, after what they hold has gone back to its own far list. */
    private void spread(int list) {
        int former = spread;
        spread = list;
        while (!near.isEmpty()) {
            int back = near.first();
            placeAgain(near.takeAll(back), begin(former, back), NEAR_BITS);
        }
        placeAgain(far.takeAll(list), begin(list, 0), FAR_BITS);
    }

    private boolean heapHasFirst() {
        while (!heap.isEmpty() && due[heap.firstClock()] != heap.firstDue()) {
            removeFirst();
        }
        return !heap.isEmpty();
    }

    private void removeFirst() {
        heap.removeFirst();
        places--;
    }
}
