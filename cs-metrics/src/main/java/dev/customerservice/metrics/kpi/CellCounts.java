package dev.customerservice.metrics.kpi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the rows of each cell for which something is 1, for many such things at once, and all rows of each cell. */
final class CellCounts implements CellAdder {
    private static final int[] NOTHING = new int[Block.ROWS];

    private final List<Block> counted = new ArrayList<>();
    private final List<Lanes> lanes = new ArrayList<>();
    private final int[] lower = new int[Block.ROWS];
    private final int[] upper = new int[Block.ROWS];

    CellCounts() {
        lanes.add(new Lanes());
    }

    /**
     * Seven counts and that of the rows in the bytes of one long for each cell. The highest bit is that of 128 rows: when it is set, the counts
     * of the cell are set aside before one of them could overflow.
     */
    private static final class Lanes {
        static final int COUNTS = 8;
        static final int ROWS = 7;
        static final int BITS = 8;
        static final long LANE = (1 << BITS) - 1;
        /** One row, in the highest of four bytes. */
        static final int ROW = 1 << (3 * BITS);

        private long[] current = new long[0];
        private long[] total = new long[0];

        void grow(int size) {
            if (size > current.length) {
                current = Arrays.copyOf(current, CellAdder.grown(size));
                total = Arrays.copyOf(total, current.length * COUNTS);
            }
        }

        void add(int[] cells, int[] lower, int[] upper, int count) {
            add(current, total, cells, lower, upper, count);
        }

        private static void add(long[] current, long[] total, int[] cells, int[] lower, int[] upper, int count) {
            for (int i = 0; i < count; i++) {
                int cell = cells[i];
                long sum = current[cell] + (lower[i] | (long) upper[i] << Integer.SIZE);
                current[cell] = sum;
                if (sum < 0) {
                    setAside(current, total, cell);
                }
            }
        }

        private static void setAside(long[] current, long[] total, int cell) {
            for (int lane = 0; lane < COUNTS; lane++) {
                total[cell * COUNTS + lane] += (current[cell] >>> (lane * BITS)) & LANE;
            }
            current[cell] = 0;
        }

        void end() {
            for (int cell = 0; cell < current.length; cell++) {
                setAside(current, total, cell);
            }
            current = new long[0];
        }

        long total(int lane, int cell) {
            int place = cell * COUNTS + lane;
            return place < total.length ? total[place] : 0;
        }
    }

    /** Counts one more thing, and answers its number. */
    int count(Block ones) {
        int known = counted.indexOf(ones);
        if (known >= 0) {
            return known;
        }
        counted.add(ones);
        if (lanes.size() * Lanes.ROWS < counted.size()) {
            lanes.add(new Lanes());
        }
        return counted.size() - 1;
    }

    @Override
    public List<Block> reads() {
        return counted;
    }

    @Override
    public void add(int[] cells, int count, int size) {
        for (int place = 0; place < lanes.size(); place++) {
            int first = place * Lanes.ROWS;
            pack(out(first), out(first + 1), out(first + 2), out(first + 3), lower, count);
            pack(out(first + 4), out(first + 5), out(first + 6), upper, count);
            lanes.get(place).grow(size);
            lanes.get(place).add(cells, lower, upper, count);
        }
    }

    private int[] out(int thing) {
        return thing < counted.size() ? counted.get(thing).out : NOTHING;
    }

    private static void pack(int[] one, int[] two, int[] three, int[] four, int[] packed, int count) {
        for (int i = 0; i < count; i++) {
            packed[i] = one[i] | two[i] << Lanes.BITS | three[i] << (2 * Lanes.BITS) | four[i] << (3 * Lanes.BITS);
        }
    }

    private static void pack(int[] one, int[] two, int[] three, int[] packed, int count) {
        for (int i = 0; i < count; i++) {
            packed[i] = one[i] | two[i] << Lanes.BITS | three[i] << (2 * Lanes.BITS) | Lanes.ROW;
        }
    }

    @Override
    public void end() {
        lanes.forEach(Lanes::end);
    }

    /** The count of one thing in some cells together. */
    long count(int thing, int[] cells) {
        return sum(lanes.get(thing / Lanes.ROWS), thing % Lanes.ROWS, cells);
    }

    /** How many rows some cells have together. */
    long rows(int[] cells) {
        return sum(lanes.get(0), Lanes.ROWS, cells);
    }

    private static long sum(Lanes of, int lane, int[] cells) {
        long sum = 0;
        for (int cell : cells) {
            sum += of.total(lane, cell);
        }
        return sum;
    }
}
