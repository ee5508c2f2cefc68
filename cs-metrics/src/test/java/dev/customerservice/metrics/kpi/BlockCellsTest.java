package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.testing.Thing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The cell of each row says its combination and its slot, however many combinations there are. */
class BlockCellsTest {
    private static final When<Thing> WHEN = Thing.BEGUN;
    private static final int SIZE = 3 * Block.ROWS + 100;

    /** Facets with so many values each; row r has the value r times a prime of the facet, and none for the first of them. */
    private record Facets(List<Integer> sizes) {
        private static final int[] PRIMES = {7919, 104_729, 1_299_709};

        int place(int facet, int row) {
            return (int) (row * (long) PRIMES[facet] % sizes.get(facet)) - 1;
        }

        List<Optional<?>> values(int row) {
            List<Optional<?>> values = new ArrayList<>();
            for (int facet = 0; facet < sizes.size(); facet++) {
                int place = place(facet, row);
                values.add(place < 0 ? Optional.empty() : Optional.of("value " + place));
            }
            return values;
        }

        List<PackedColumns.Codes> codes() {
            PackedColumns columns = new PackedColumns(SIZE);
            List<PackedColumns.Codes> codes = new ArrayList<>();
            for (int facet = 0; facet < sizes.size(); facet++) {
                int own = facet;
                List<String> dictionary = IntStream.range(0, sizes.get(facet) - 1)
                        .mapToObj(value -> "value " + value)
                        .toList();
                // the first and the last row hold the least and the greatest place, so that the dictionary is as large
                // as said
                columns.putCodes("facet " + facet, WHEN, dictionary, row -> place(own, row));
                codes.add(Objects.requireNonNull(columns.codes("facet " + facet, WHEN)));
            }
            return codes;
        }
    }

    private static BlockCells assertCells(int slots, int... sizes) {
        Facets facets = new Facets(IntStream.of(sizes).boxed().toList());
        List<PackedColumns.Codes> codes = facets.codes();
        List<BlockSteps> places =
                codes.stream().map(own -> new BlockSteps(own.places(), null)).toList();
        BlockCells cells = new BlockCells(codes, places, slots);
        assertEquals(List.copyOf(places), cells.reads());
        int[] slot = new int[Block.ROWS];
        Set<List<Optional<?>>> seen = new HashSet<>();
        for (int from = 0; from < SIZE; from += Block.ROWS) {
            int start = from;
            int count = Math.min(Block.ROWS, SIZE - from);
            // in the third block no row falls in a slot
            for (int row = 0; row < count; row++) {
                slot[row] = from == 2 * Block.ROWS ? -1 : (from + row) % (slots + 1) - 1;
            }
            places.forEach(block -> block.fill(start, count));
            cells.fill(slot, count);
            for (int row = 0; row < count; row++) {
                int cell = cells.cells[row];
                if (slot[row] < 0) {
                    assertEquals(0, cell);
                } else {
                    int key = (cell - 1) / slots;
                    assertEquals(cells.first(key) + slot[row], cell);
                    assertEquals(facets.values(from + row), cells.values(key), "row " + (from + row));
                    assertTrue(cell < cells.size());
                    seen.add(cells.values(key));
                }
            }
        }
        assertTrue(seen.size() <= cells.keys());
        assertEquals(1 + cells.keys() * slots, cells.size());
        return cells;
    }

    @Test
    void fewCombinationsHaveTheirCellsFromTheBeginning() {
        assertEquals(6, assertCells(5, 2, 3).keys());
        assertEquals(1, assertCells(7).keys());
        assertEquals(11, assertCells(1, 11).keys());
        assertEquals(8192, assertCells(1, 128, 64).keys());
        assertEquals(4096, assertCells(2, 64, 64).keys());
    }

    @Test
    void aTableHasCellsForThoseThatOccurInASlot() {
        BlockCells cells = assertCells(3, 91, 97);
        assertTrue(cells.keys() < 91 * 97);
        assertTrue(cells.keys() > 3000);
        Set<List<Optional<?>>> all = new HashSet<>();
        for (int key = 0; key < cells.keys(); key++) {
            assertTrue(all.add(cells.values(key)));
        }
        assertCells(3, 64, 64);
    }

    @Test
    void beyondATableCombinationsAreLookedUp() {
        BlockCells cells = assertCells(2, 211, 199, 193);
        // two of three rows of three blocks fall in a slot, each in a combination of its own
        assertEquals(
                IntStream.range(0, SIZE).filter(BlockCellsTest::inSlotOfTwo).count(), cells.keys());
        assertFalse(cells.values(0).equals(cells.values(1)));
    }

    private static boolean inSlotOfTwo(int row) {
        return row / Block.ROWS != 2 && row % 3 > 0;
    }
}
