package dev.customerservice.metrics.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cell of each row of a block: its combination of facet values and its slot. Where there are few combinations, each has its cells;
 * else they are numbered as they occur. Cell 0 takes the rows of no slot.
 */
final class BlockCells {
    /** Up to this many cells, each combination has its own. */
    private static final long MOST_CELLS = 1 << 13;

    /** Up to this many combinations have a place in a table each. */
    private static final long MOST_DIRECT = 1 << 22;

    final int[] cells = new int[Block.ROWS];

    private final List<PackedColumns.Codes> codes;
    private final List<BlockSteps> places;
    private final int slots;
    private final boolean few;
    private final long combinations;
    private final int[] combined = new int[Block.ROWS];
    /** The combinations that have cells, in their order, unless all have. */
    private final List<Long> keys = new ArrayList<>();
    /** The first cell of each combination, 0 for one that has not occurred. */
    private final int[] direct;

    private final Map<Long, Integer> sparse = new HashMap<>();

    BlockCells(List<PackedColumns.Codes> codes, List<BlockSteps> places, int slots) {
        this.codes = codes;
        this.places = places;
        this.slots = slots;
        long all = 1;
        for (BlockSteps place : places) {
            all = Math.multiplyExact(all, radix(place));
        }
        combinations = all;
        few = all <= MOST_CELLS && all * slots <= MOST_CELLS;
        direct = new int[few || all > MOST_DIRECT ? 0 : (int) all];
    }

    private static long radix(BlockSteps places) {
        return places.column().last() + 1;
    }

    /** The steps that it reads. */
    List<Block> reads() {
        return List.copyOf(places);
    }

    /** How many cells there are so far. */
    int size() {
        return 1 + keys() * slots;
    }

    /** How many combinations have cells, whether rows fall in them or not. */
    int keys() {
        return few ? (int) combinations : keys.size();
    }

    /** The first cell of a combination; its slots follow. */
    int first(int key) {
        return 1 + key * slots;
    }

    List<Optional<?>> values(int key) {
        long rest = few ? key : keys.get(key);
        List<Optional<?>> values = new ArrayList<>();
        for (int facet = codes.size() - 1; facet >= 0; facet--) {
            long radix = radix(places.get(facet));
            values.add(0, codes.get(facet).ofStep(rest % radix));
            rest /= radix;
        }
        return values;
    }

    /** Finds the cells of rows of which some fall in a slot. */
    void fill(int[] slot, int count) {
        if (!few && direct.length == 0) {
            sparse(slot, count);
            return;
        }
        combine(count);
        if (few) {
            few(combined, slots, slot, cells, count);
        } else {
            direct(slot, count);
        }
    }

    private void combine(int count) {
        if (!places.isEmpty()) {
            System.arraycopy(places.get(0).out, 0, combined, 0, count);
        }
        for (int facet = 1; facet < places.size(); facet++) {
            places.get(facet).append((int) radix(places.get(facet)), combined, count);
        }
    }

    private static void few(int[] combined, int slots, int[] slot, int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            cells[i] = (combined[i] * slots + slot[i] + 1) & ~(slot[i] >> 31);
        }
    }

    private void direct(int[] slot, int count) {
        if (direct(direct, combined, slot, cells, count) < 0) {
            for (int i = 0; i < count; i++) {
                if (slot[i] >= 0 && direct[combined[i]] == 0) {
                    direct[combined[i]] = opened(combined[i]);
                }
            }
            direct(direct, combined, slot, cells, count);
        }
    }

    /** Answers something below 0 if a row in a slot has a combination that has not occurred. */
    private static int direct(int[] firstCell, int[] combined, int[] slot, int[] cells, int count) {
        int unknown = 0;
        for (int i = 0; i < count; i++) {
            int first = firstCell[combined[i]];
            int inside = ~(slot[i] >> 31);
            cells[i] = (first + slot[i]) & inside;
            unknown |= (first - 1) & inside;
        }
        return unknown;
    }

    private int opened(long combination) {
        keys.add(combination);
        return first(keys.size() - 1);
    }

    private void sparse(int[] slot, int count) {
        for (int i = 0; i < count; i++) {
            cells[i] = slot[i] < 0 ? 0 : sparse.computeIfAbsent(combination(i), this::opened) + slot[i];
        }
    }

    private long combination(int row) {
        long combination = 0;
        for (BlockSteps place : places) {
            combination = combination * radix(place) + place.at(row);
        }
        return combination;
    }
}
