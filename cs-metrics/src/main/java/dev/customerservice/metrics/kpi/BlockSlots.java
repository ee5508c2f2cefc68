package dev.customerservice.metrics.kpi;

import java.util.Arrays;

/** The stretch of time that each row of a block falls in, or -1. */
final class BlockSlots {
    private static final int BUCKETS = 1 << 14;

    final int[] slots = new int[Block.ROWS];

    private final Block moment;
    /** The first step of each stretch, rising, with one behind all steps; and the first step behind each stretch. */
    private final long[] starts;

    private final long[] ends;
    private final int shift;
    /** The last stretch that begins by the first step of a bucket. */
    private final int[] ofBucket;

    BlockSlots(PackedColumn moment, long[] startNanos, long[] endNanos) {
        this.moment = new Block.Steps(moment);
        starts = Arrays.copyOf(Arrays.stream(startNanos).map(moment::firstFrom).toArray(), startNanos.length + 1);
        starts[startNanos.length] = Long.MAX_VALUE;
        ends = Arrays.stream(endNanos).map(moment::firstFrom).toArray();
        long span = ends.length == 0 ? 0 : Math.max(0, ends[ends.length - 1] - starts[0]);
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span / BUCKETS));
        ofBucket = new int[(int) (span >>> shift) + 1];
        int slot = 0;
        for (int bucket = 0; bucket < ofBucket.length; bucket++) {
            while (starts[slot + 1] <= starts[0] + ((long) bucket << shift)) {
                slot++;
            }
            ofBucket[bucket] = slot;
        }
    }

    int size() {
        return ends.length;
    }

    /** Finds the stretches; answers whether any row falls in one. */
    boolean fill(int from, int count) {
        moment.fill(from, count);
        if (ends.length == 0) {
            return false;
        }
        long first = Math.max(0, starts[0]);
        long last = ends[ends.length - 1];
        long outside = ends.length == 1
                ? one(moment.out, first, last, slots, count)
                : many(moment.out, starts, ends, ofBucket, shift, slots, count);
        return outside < count;
    }

    private static long one(long[] steps, long first, long end, int[] slots, int count) {
        int outside = 0;
        for (int i = 0; i < count; i++) {
            int out = (int) (((steps[i] - first) | (end - 1 - steps[i])) >>> 63);
            slots[i] = -out;
            outside += out;
        }
        return outside;
    }

    private static long many(
            long[] steps, long[] starts, long[] ends, int[] ofBucket, int shift, int[] slots, int count) {
        long first = starts[0];
        long end = ends[ends.length - 1];
        int outside = 0;
        for (int i = 0; i < count; i++) {
            long step = steps[i];
            int slot = -1;
            if (step >= 0 && step >= first && step < end) {
                slot = ofBucket[(int) ((step - first) >>> shift)];
                while (starts[slot + 1] <= step) {
                    slot++;
                }
                slot = step < ends[slot] ? slot : -1;
            }
            slots[i] = slot;
            outside += slot >>> 31;
        }
        return outside;
    }
}
