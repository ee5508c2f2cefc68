package dev.customerservice.roles.shift;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.util.Arrays;

/** Counts people over time: collects intervals, sorts their edges once and goes over them once. */
final class Sweep {

    /** The intervals of one kind, cut to the window. */
    final class Layer {
        private long[] starts = new long[16];
        private long[] ends = new long[16];
        private int[] people = new int[16];
        private int size;

        void add(Interval during, int count) {
            add(EpochNanos.of(during.startInclusive()), EpochNanos.of(during.endExclusive()), count);
        }

        void add(long start, long end, int count) {
            long from = Math.max(start, windowStart);
            long to = Math.min(end, windowEnd);
            if (from >= to || count == 0) {
                return;
            }
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, 2 * size);
                ends = Arrays.copyOf(ends, 2 * size);
                people = Arrays.copyOf(people, 2 * size);
            }
            starts[size] = from;
            ends[size] = to;
            people[size++] = count;
        }

        private int copyEdges(long[] edges, int from) {
            System.arraycopy(starts, 0, edges, from, size);
            System.arraycopy(ends, 0, edges, from + size, size);
            return from + 2 * size;
        }

        /** The number of people between each edge and the next. */
        private int[] over(long[] edges) {
            int[] count = new int[edges.length];
            for (int i = 0; i < size; i++) {
                count[Arrays.binarySearch(edges, starts[i])] += people[i];
                count[Arrays.binarySearch(edges, ends[i])] -= people[i];
            }
            for (int i = 1; i < count.length; i++) {
                count[i] += count[i - 1];
            }
            return count;
        }
    }

    final Layer required = new Layer();
    final Layer planned = new Layer();
    final Layer absent = new Layer();

    private final long windowStart;
    private final long windowEnd;

    Sweep(Interval window) {
        this.windowStart = EpochNanos.of(window.startInclusive());
        this.windowEnd = EpochNanos.of(window.endExclusive());
    }

    Coverage coverage() {
        long[] edges = edges();
        int[] plannedPeople = planned.over(edges);
        int[] present = absent.over(edges);
        for (int i = 0; i < present.length; i++) {
            present[i] = plannedPeople[i] - present[i];
        }
        return new Coverage(edges, required.over(edges), plannedPeople, present);
    }

    private long[] edges() {
        long[] edges = new long[2 + 2 * (required.size + planned.size + absent.size)];
        edges[0] = windowStart;
        edges[1] = windowEnd;
        absent.copyEdges(edges, planned.copyEdges(edges, required.copyEdges(edges, 2)));
        Arrays.sort(edges);
        int distinct = 1;
        for (int i = 1; i < edges.length; i++) {
            if (edges[i] != edges[distinct - 1]) {
                edges[distinct++] = edges[i];
            }
        }
        return Arrays.copyOf(edges, distinct);
    }
}
