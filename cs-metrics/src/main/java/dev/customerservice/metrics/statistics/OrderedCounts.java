package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Arrays;

/** A multiset of longs: the distinct values in order, and how many lie at or before each. Immutable. */
final class OrderedCounts implements Serializable {
    private static final long serialVersionUID = 1;
    static final OrderedCounts EMPTY = new OrderedCounts(new long[0], new long[0]);

    private final long[] values;
    private final long[] upTo;

    private OrderedCounts(long[] values, long[] upTo) {
        this.values = values;
        this.upTo = upTo;
    }

    int distinct() {
        return values.length;
    }

    long size() {
        return upTo.length == 0 ? 0 : upTo[upTo.length - 1];
    }

    long value(int place) {
        return values[place];
    }

    long count(int place) {
        return place == 0 ? upTo[0] : upTo[place] - upTo[place - 1];
    }

    /** The value at a rank counted from 0. */
    long at(long rank) {
        int place = Arrays.binarySearch(upTo, rank + 1);
        return values[place >= 0 ? place : -place - 1];
    }

    /** How many values lie below the bound. */
    long below(long boundExclusive) {
        int place = Arrays.binarySearch(values, boundExclusive);
        int first = place >= 0 ? place : -place - 1;
        return first == 0 ? 0 : upTo[first - 1];
    }

    OrderedCounts plus(OrderedCounts other) {
        if (other.size() == 0) {
            return this;
        }
        if (size() == 0) {
            return other;
        }
        long[] merged = new long[values.length + other.values.length];
        long[] counts = new long[merged.length];
        int length = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < values.length || theirs < other.values.length) {
            boolean takeMine =
                    theirs == other.values.length || (mine < values.length && values[mine] <= other.values[theirs]);
            boolean takeTheirs =
                    mine == values.length || (theirs < other.values.length && other.values[theirs] <= values[mine]);
            merged[length] = takeMine ? values[mine] : other.values[theirs];
            counts[length++] = Math.addExact(takeMine ? count(mine) : 0, takeTheirs ? other.count(theirs) : 0);
            mine += takeMine ? 1 : 0;
            theirs += takeTheirs ? 1 : 0;
        }
        return ofRuns(merged, counts, length);
    }

    /** Sorts the first values of a buffer in place and counts equal ones. */
    static OrderedCounts sorting(long[] buffer, int length) {
        if (length == 0) {
            return EMPTY;
        }
        Arrays.sort(buffer, 0, length);
        long[] values = new long[length];
        long[] counts = new long[length];
        int runs = 0;
        for (int i = 0; i < length; i++) {
            if (runs == 0 || values[runs - 1] != buffer[i]) {
                values[runs++] = buffer[i];
            }
            counts[runs - 1]++;
        }
        return ofRuns(values, counts, runs);
    }

    static OrderedCounts times(long value, long count) {
        return count == 0 ? EMPTY : new OrderedCounts(new long[] {value}, new long[] {count});
    }

    private static OrderedCounts ofRuns(long[] values, long[] counts, int length) {
        for (int i = 1; i < length; i++) {
            counts[i] = Math.addExact(counts[i], counts[i - 1]);
        }
        return new OrderedCounts(Arrays.copyOf(values, length), Arrays.copyOf(counts, length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OrderedCounts that
                && Arrays.equals(values, that.values)
                && Arrays.equals(upTo, that.upTo);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
    }

    /** Collects longs without boxing; what has piled up is compacted now and then. */
    static final class Buffer {
        private static final int COMPACT_AT = 1 << 16;

        private OrderedCounts compacted = EMPTY;
        private long[] pending = new long[8];
        private int length;

        void add(long value) {
            if (length == pending.length) {
                if (length >= COMPACT_AT) {
                    compact();
                } else {
                    pending = Arrays.copyOf(pending, length * 2);
                }
            }
            pending[length++] = value;
        }

        void add(OrderedCounts counts) {
            compacted = compacted.plus(counts);
        }

        OrderedCounts toCounts() {
            compact();
            return compacted;
        }

        private void compact() {
            compacted = compacted.plus(sorting(pending, length));
            length = 0;
        }
    }
}
