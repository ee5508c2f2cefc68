package dev.customerservice.domain.sla;

import java.util.Arrays;

/** Clocks with the due times at which they were put in, the earliest first, of one instant the lowest number. */
final class DueHeap {
    private long[] dues = new long[16];
    private int[] clocks = new int[16];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    long firstDue() {
        return dues[0];
    }

    int firstClock() {
        return clocks[0];
    }

    void clear() {
        size = 0;
    }

    void add(int clock, long dueAt) {
        if (size == dues.length) {
            dues = Arrays.copyOf(dues, 2 * size);
            clocks = Arrays.copyOf(clocks, 2 * size);
        }
        int place = size++;
        while (place > 0) {
            int parent = (place - 1) >>> 1;
            if (!isBefore(dueAt, clock, parent)) {
                break;
            }
            stand(place, dues[parent], clocks[parent]);
            place = parent;
        }
        stand(place, dueAt, clock);
    }

    void removeFirst() {
        size--;
        long dueAt = dues[size];
        int clock = clocks[size];
        int place = 0;
        int child = 1;
        while (child < size) {
            if (child + 1 < size && isBefore(dues[child + 1], clocks[child + 1], child)) {
                child++;
            }
            if (isBefore(dueAt, clock, child)) {
                break;
            }
            stand(place, dues[child], clocks[child]);
            place = child;
            child = 2 * place + 1;
        }
        stand(place, dueAt, clock);
    }

    private boolean isBefore(long dueAt, int clock, int place) {
        return dueAt < dues[place] || (dueAt == dues[place] && clock < clocks[place]);
    }

    private void stand(int place, long dueAt, int clock) {
        dues[place] = dueAt;
        clocks[place] = clock;
    }
}
