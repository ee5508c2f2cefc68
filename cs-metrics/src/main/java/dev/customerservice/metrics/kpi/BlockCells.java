package dev.customerservice.metrics.kpi;

import java.util.ArrayList;
import java.util.Arrays;
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
    private final List<Block> places;
    private final int slots;
    private final long[] combined = new long[Block.ROWS];
    private final List<Long> keys = new ArrayList<>();
    private final int[] direct;
    private final Map<Long, Integer> sparse = new HashMap<>();

    BlockCells(List<PackedColumns.Codes> codes, List<Block> places, int slots) {
        this.codes = codes;
        this.places = places;
        this.slots = slots;
        long combinations = 1;
        for (PackedColumns.Codes facet : codes) {
            combinations =
                    Math.multiplyExact(combinations, Math.max(1, facet.values().size()));
        }
        direct = new int[combinations <= MOST_DIRECT ? (int) combinations : 0];
        Arrays.fill(direct, -1);
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

    void fill(int[] slot, int count) {
        Arrays.fill(combined, 0, count, 0);
        for (int facet = 0; facet < codes.size(); facet++) {
            combine(combined, places.get(facet).out, codes.get(facet).values().size(), count);
        }
        if (direct.length == 0) {
            for (int i = 0; i < count; i++) {
                cells[i] = slot[i] < 0 ? 0 : 1 + sparse.computeIfAbsent(combined[i], this::next) * slots + slot[i];
            }
        } else {
            fill(direct, slot, count);
        }
    }

    private static void combine(long[] combined, long[] steps, long size, int count) {
        for (int i = 0; i < count; i++) {
            combined[i] = combined[i] * size + steps[i];
        }
    }

    private void fill(int[] table, int[] slot, int count) {
        for (int i = 0; i < count; i++) {
            int key = table[(int) combined[i]];
            if (slot[i] < 0) {
                cells[i] = 0;
            } else {
                cells[i] = 1 + (key < 0 ? direct(combined[i]) : key) * slots + slot[i];
            }
        }
    }

    private int direct(long combination) {
        int key = next(combination);
        direct[(int) combination] = key;
        return key;
    }

    private int next(long combination) {
        keys.add(combination);
        return keys.size() - 1;
    }
}
