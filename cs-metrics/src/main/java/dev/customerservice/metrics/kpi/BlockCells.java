package dev.customerservice.metrics.kpi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cell of each row of a block: its combination of facet values and its slot. Combinations are numbered as they occur; cell 0 takes the
 * rows of no slot.
 */
final class BlockCells {
    /** Up to this many combinations have a place in a table each. */
    private static final long MOST_DIRECT = 1 << 22;

    final int[] cells = new int[Block.ROWS];

    private final List<PackedColumns.Codes> codes;
    private final List<BlockSteps> places;
    private final int slots;
    private final int[] combined = new int[Block.ROWS];
    private final List<Long> keys = new ArrayList<>();
    /** The first cell of each combination, 0 for one that has not occurred. */
    private final int[] direct;

    private final Map<Long, Integer> sparse = new HashMap<>();

    BlockCells(List<PackedColumns.Codes> codes, List<BlockSteps> places, int slots) {
        this.codes = codes;
        this.places = places;
        this.slots = slots;
        long combinations = 1;
        for (PackedColumns.Codes facet : codes) {
            combinations =
                    Math.multiplyExact(combinations, Math.max(1, facet.values().size()));
        }
        direct = new int[combinations <= MOST_DIRECT ? (int) combinations : 0];
    }

    /** The steps that it reads. */
    List<Block> reads() {
        return List.copyOf(places);
    }

    /** How many cells there are so far. */
    int size() {
        return 1 + keys.size() * slots;
    }

    int keys() {
        return keys.size();
    }

    /** The first cell of a combination; its slots follow. */
    int first(int key) {
        return 1 + key * slots;
    }

    List<Optional<?>> values(int key) {
        long rest = keys.get(key);
        List<Optional<?>> values = new ArrayList<>();
        for (int facet = codes.size() - 1; facet >= 0; facet--) {
            List<Optional<?>> dictionary = codes.get(facet).values();
            values.add(0, dictionary.get(place(facet, rest % dictionary.size())));
            rest /= dictionary.size();
        }
        return values;
    }

    private int place(int facet, long step) {
        return (int) codes.get(facet).places().value(step);
    }

    /** Finds the cells of rows of which some fall in a slot. */
    void fill(int[] slot, int count) {
        if (places.isEmpty()) {
            all(slot, count);
        } else if (direct.length == 0) {
            sparse(slot, count);
        } else {
            System.arraycopy(places.get(0).out, 0, combined, 0, count);
            for (int facet = 1; facet < places.size(); facet++) {
                places.get(facet).append(codes.get(facet).values().size(), combined, count);
            }
            direct(slot, count);
        }
    }

    private void all(int[] slot, int count) {
        if (keys.isEmpty()) {
            keys.add(0L);
        }
        plusOne(slot, cells, count);
    }

    private static void plusOne(int[] slot, int[] cells, int count) {
        for (int i = 0; i < count; i++) {
            cells[i] = slot[i] + 1;
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
        for (int facet = 0; facet < places.size(); facet++) {
            combination = combination * codes.get(facet).values().size()
                    + places.get(facet).at(row);
        }
        return combination;
    }
}
