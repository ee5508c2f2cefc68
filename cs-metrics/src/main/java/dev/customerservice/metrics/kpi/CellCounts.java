package dev.customerservice.metrics.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the rows of each cell for which something is 1, for many such things at once: four of them in the parts of one long. */
final class CellCounts implements CellAdder {
    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final long LANE = (1L << LANE_BITS) - 1;
    private static final int[] NOTHING = new int[Block.ROWS];

    private final List<Block> counted = new ArrayList<>();
    private final List<long[]> lanes = new ArrayList<>();
    private final List<long[]> totals = new ArrayList<>();
    private final int[] lower = new int[Block.ROWS];
    private final int[] upper = new int[Block.ROWS];
    private int rows;
    private int size;

    /** Counts one more thing, and answers its number. */
    int count(Block ones) {
        int known = counted.indexOf(ones);
        if (known < 0) {
            counted.add(ones);
            totals.add(new long[0]);
            if (lanes.size() * LANES < counted.size()) {
                lanes.add(new long[0]);
            }
        }
        return known < 0 ? counted.size() - 1 : known;
    }

    @Override
    public List<Block> reads() {
        return counted;
    }

    @Override
    public void add(int[] cells, int count, int size) {
        if (rows + count > LANE) {
            spill();
        }
        if (size > this.size) {
            this.size = CellAdder.grown(size);
            lanes.replaceAll(lane -> Arrays.copyOf(lane, this.size));
        }
        for (int lane = 0; lane < lanes.size(); lane++) {
            int first = lane * LANES;
            pack(out(first), out(first + 1), lower, count);
            pack(out(first + 2), out(first + 3), upper, count);
            add(lanes.get(lane), cells, lower, upper, count);
        }
        rows += count;
    }

    private int[] out(int thing) {
        return thing < counted.size() ? counted.get(thing).out : NOTHING;
    }

    private static void pack(int[] one, int[] other, int[] packed, int count) {
        for (int i = 0; i < count; i++) {
            packed[i] = one[i] | other[i] << LANE_BITS;
        }
    }

    private static void add(long[] lanes, int[] cells, int[] lower, int[] upper, int count) {
        for (int i = 0; i < count; i++) {
            lanes[cells[i]] += lower[i] | (long) upper[i] << (2 * LANE_BITS);
        }
    }

    private void spill() {
        for (int thing = 0; thing < counted.size(); thing++) {
            long[] lane = lanes.get(thing / LANES);
            int shift = thing % LANES * LANE_BITS;
            long[] total = Arrays.copyOf(totals.get(thing), lane.length);
            for (int cell = 0; cell < lane.length; cell++) {
                total[cell] += lane[cell] >>> shift & LANE;
            }
            totals.set(thing, total);
        }
        lanes.forEach(lane -> Arrays.fill(lane, 0));
        rows = 0;
    }

    @Override
    public void end() {
        spill();
        lanes.clear();
    }

    /** The count of one thing in some cells together. */
    long count(int thing, int[] cells) {
        long sum = 0;
        for (int cell : cells) {
            sum += cell < totals.get(thing).length ? totals.get(thing)[cell] : 0;
        }
        return sum;
    }
}
