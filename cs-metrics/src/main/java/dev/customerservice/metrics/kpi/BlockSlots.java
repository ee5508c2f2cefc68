package dev.customerservice.metrics.kpi;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;

/** The stretch of time that each row of a block falls in, or -1. */
final class BlockSlots {
    /** So few that their table stays in the nearest cache. */
    private static final int BUCKETS = 1 << 12;

    /** From here down, the bucket holds a border; how far down says which stretch has begun when it begins. */
    private static final int BORDER = -2;

    final int[] slots = new int[Block.ROWS];

    private final BlockSteps moment;
    private final Set<Block> reads = new LinkedHashSet<>();
    /** The first step of each stretch, not falling, and the first step behind it. */
    private final long[] starts;

    private final long[] ends;
    private final long first;
    private final long last;
    private final int shift;
    /** The stretch that all steps of a bucket fall in, -1 for none. */
    private final int[] ofBucket;

    BlockSlots(BlockSteps moment, long[] startNanos, long[] endNanos) {
        this.moment = moment;
        moment.collect(reads);
        PackedColumn column = moment.column();
        starts = Arrays.stream(startNanos).map(column::firstFrom).toArray();
        ends = Arrays.stream(endNanos).map(column::firstFrom).toArray();
        first = starts.length == 0 ? 0 : starts[0];
        last = ends.length == 0 ? -1 : ends[ends.length - 1] - 1;
        long span = Math.max(0, last - first);
        shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(span / BUCKETS));
        ofBucket = new int[(int) (span >>> shift) + 1];
        int begun = -1;
        for (int bucket = 0; bucket < ofBucket.length; bucket++) {
            long from = first + ((long) bucket << shift);
            begun = begun(begun, from);
            ofBucket[bucket] = ofBucket(begun, from, from + (1L << shift) - 1);
        }
    }

    /** The stretch that all steps of a bucket fall in, -1 for none, or that it holds a border. */
    private int ofBucket(int begun, long from, long to) {
        int slot = slot(begun, from);
        boolean sure = begun(begun, to) == begun && slot == slot(begun, to);
        return sure ? slot : BORDER - 1 - begun;
    }

    /** The last stretch that begins by a step, given one that does, or -1. */
    private int begun(int earlier, long step) {
        int begun = earlier;
        while (begun + 1 < starts.length && starts[begun + 1] <= step) {
            begun++;
        }
        return begun;
    }

    /** The stretch of a step, given the last that begins by it. */
    private int slot(int begun, long step) {
        return begun >= 0 && step < ends[begun] ? begun : -1;
    }

    int size() {
        return ends.length;
    }

    /** Finds the stretches; answers whether any row falls in one. A block of which all rows fall in one, or none, is not read. */
    boolean fill(int from, int count) {
        long low = moment.column().lowest(from / Block.ROWS);
        long high = moment.column().highest(from / Block.ROWS);
        if (high < first || low > last) {
            return false;
        }
        int common = low < first || high > last ? -1 : slot(low);
        if (common >= 0 && common == slot(high)) {
            Arrays.fill(slots, common);
            return true;
        }
        for (Block block : reads) {
            block.fill(from, count);
        }
        return (ends.length == 1 ? moment.outside(first, last, slots, count) : many(count)) < count;
    }

    /** The stretch of a step from the first to the last, or -1. */
    private int slot(long step) {
        int slot = ofBucket[(int) ((step - first) >>> shift)];
        return slot <= BORDER ? slot(begun(BORDER - 1 - slot, step), step) : slot;
    }

    private int many(int count) {
        int outside = 0;
        for (int i = 0; i < count; i++) {
            long step = moment.at(i);
            int slot = step >= first && step <= last ? slot(step) : -1;
            slots[i] = slot;
            outside += slot >>> 31;
        }
        return outside;
    }
}
