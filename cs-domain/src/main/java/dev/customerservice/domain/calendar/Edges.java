package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.IntervalSet;
import java.util.Arrays;

/** Collects intervals in ascending order, clipped to a window, joined where they touch. */
final class Edges {
    private static final int FIRST_CAPACITY = 64;

    private final long startInclusive;
    private final long endExclusive;
    private long[] edges = new long[FIRST_CAPACITY];
    private int size;

    Edges(long startInclusive, long endExclusive) {
        this.startInclusive = startInclusive;
        this.endExclusive = endExclusive;
    }

    void add(long start, long end) {
        long from = Math.max(start, size == 0 ? startInclusive : edges[size - 1]);
        long to = Math.min(end, endExclusive);
        if (from >= to) {
            return;
        }
        if (size > 0 && from == edges[size - 1]) {
            edges[size - 1] = to;
            return;
        }
        if (size == edges.length) {
            edges = Arrays.copyOf(edges, 2 * size);
        }
        edges[size++] = from;
        edges[size++] = to;
    }

    void addAll(IntervalSet set) {
        long[] more = set.toEpochNanos();
        for (int i = 0; i < more.length; i += 2) {
            add(more[i], more[i + 1]);
        }
    }

    IntervalSet toSet() {
        return IntervalSet.ofEpochNanos(Arrays.copyOf(edges, size));
    }
}
