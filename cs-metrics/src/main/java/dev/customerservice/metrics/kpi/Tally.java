package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.LeftOut;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what is left out, reason by reason; there are only a few, so they are searched one after the other. */
final class Tally {
    private Absence[] reasons = new Absence[4];
    private long[] counts = new long[4];
    private int size;

    void add(Absence reason) {
        add(reason, 1);
    }

    void add(LeftOut leftOut) {
        leftOut.counts().forEach(this::add);
    }

    private void add(Absence reason, long count) {
        for (int i = 0; i < size; i++) {
            if (reasons[i].equals(reason)) {
                counts[i] += count;
                return;
            }
        }
        if (size == reasons.length) {
            reasons = Arrays.copyOf(reasons, size * 2);
            counts = Arrays.copyOf(counts, size * 2);
        }
        reasons[size] = reason;
        counts[size++] = count;
    }

    LeftOut toLeftOut() {
        SortedMap<Absence, Long> all = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            all.put(reasons[i], counts[i]);
        }
        return size == 0 ? LeftOut.none() : new LeftOut(all);
    }
}
