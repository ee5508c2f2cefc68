package dev.customerservice.domain.sla;

import java.util.Arrays;
import java.util.BitSet;

/** Numbered lists of clocks, of which most are empty. */
final class ClockLists {
    private static final int[] EMPTY = {};
    private static final int FIRST_CAPACITY = 8;

    private final int[][] lists;
    private final int[] sizes;
    private final BitSet used;
    /** Whatever list lies before this is empty. */
    private int first;

    ClockLists(int count) {
        lists = new int[count][];
        Arrays.fill(lists, EMPTY);
        sizes = new int[count];
        used = new BitSet(count);
    }

    void add(int list, int clock) {
        int size = sizes[list]++;
        if (size == lists[list].length) {
            used.set(list);
            first = Math.min(first, list);
            lists[list] = Arrays.copyOf(lists[list], Math.max(FIRST_CAPACITY, 2 * size));
        }
        lists[list][size] = clock;
    }

    boolean isEmpty() {
        return used.isEmpty();
    }

    /** {@return the first list that is not empty, if there is one} */
    int first() {
        first = used.nextSetBit(first);
        return first;
    }

    int size(int list) {
        return sizes[list];
    }

    /** {@return what was in a list, in no order; the list is empty now} */
    int[] takeAll(int list) {
        int[] clocks = Arrays.copyOf(lists[list], sizes[list]);
        lists[list] = EMPTY;
        sizes[list] = 0;
        used.clear(list);
        return clocks;
    }

    void clear() {
        while (!isEmpty()) {
            takeAll(first());
        }
    }
}
