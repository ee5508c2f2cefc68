package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.customerservice.metrics.statistics.Absence;
import dev.customerservice.metrics.statistics.Distribution;
import dev.customerservice.metrics.statistics.DurationHistogram;
import dev.customerservice.metrics.statistics.LeftOut;
import dev.customerservice.metrics.testing.Thing;
import java.math.BigInteger;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is added up for each cell, block by block, against a loop over all rows. More cells come up as the blocks go on. */
class CellAddersTest {
    private static final int SIZE = 4 * Block.ROWS + 300;
    /** More rows than one sum of ints has room for. */
    private static final int MANY = 20 * Block.ROWS + 300;

    private static final int[] ONE = {1};
    private static final int[] SOME = {2, 5, 40};

    /** A column, which of its rows count, and the cell of each row: at first few cells, later many. */
    private static final class Rows {
        final PackedColumn column;
        final BlockSteps steps;
        final GivenBlock counts;
        final int[] cells;

        Rows(long least, long mostInclusive, int fewCells, int manyCells) {
            Random random = new Random(mostInclusive);
            long[] values = random.longs(SIZE, least, mostInclusive).toArray();
            values[0] = least;
            values[1] = least + 1;
            values[2] = mostInclusive;
            column = PackedColumn.of(SIZE, row -> values[row], row -> Absence.MISSING)
                    .orElseThrow();
            steps = new BlockSteps(column, null);
            counts = new GivenBlock(
                    random.ints(SIZE, 0, 4).map(any -> any == 0 ? 0 : 1).toArray());
            counts.fill(0, Block.ROWS);
            cells = IntStream.range(0, SIZE)
                    .map(row -> random.nextInt(row < SIZE / 2 ? fewCells : manyCells))
                    .toArray();
        }

        int cellsUpTo(int row) {
            return Arrays.stream(cells, 0, row).max().orElse(0) + 1;
        }

        void addTo(CellAdder adder, Block... more) {
            for (int from = 0; from < SIZE; from += Block.ROWS) {
                int count = Math.min(Block.ROWS, SIZE - from);
                for (Block block : adder.reads()) {
                    block.fill(from, count);
                }
                for (Block block : more) {
                    block.fill(from, count);
                }
                adder.add(Arrays.copyOfRange(cells, from, from + Block.ROWS), count, cellsUpTo(from + count));
            }
            adder.end();
        }

        /** The rows of some cells that count. */
        IntStream counted(int... some) {
            return in(some).filter(row -> counts.at(row) == 1);
        }

        IntStream in(int... some) {
            BitSet wanted = new BitSet();
            Arrays.stream(some).forEach(wanted::set);
            return IntStream.range(0, SIZE).filter(row -> wanted.get(cells[row]));
        }

        long[] values(int... some) {
            return counted(some).mapToLong(column::value).toArray();
        }
    }

    private static BigInteger sum(long... values) {
        return Arrays.stream(values).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<Rows> rows(long least) {
        return List.of(
                new Rows(least, 100, 2, 60),
                new Rows(least, 1_000_000, 9, 2000),
                new Rows(least, Integer.MAX_VALUE - 2000L, 2, 60),
                new Rows(least, 1L << 40, 9, 2000),
                new Rows(least, (1L << 62) - 1000, 2, 60));
    }

    @Test
    void sumsOverflowNowhere() {
        for (Rows rows : rows(-1000)) {
            CellSums sums = new CellSums(rows.steps, rows.counts);
            rows.addTo(sums);
            for (int[] cells : List.of(ONE, SOME, new int[] {59}, new int[] {5000})) {
                long[] values = rows.values(cells);
                assertEquals(values.length, sums.count(cells));
                assertEquals(sum(values), sums.total(cells), "up to " + rows.column.last());
            }
        }
    }

    @Test
    void aCellOfTheGreatestStepsOverflowsNothing() {
        for (long step : new long[] {127, Integer.MAX_VALUE - 200, 1L << 62}) {
            long[] values = new long[MANY];
            Arrays.fill(values, step);
            values[0] = 0;
            values[1] = 1;
            BlockSteps steps = new BlockSteps(
                    PackedColumn.of(MANY, row -> values[row], row -> Absence.MISSING)
                            .orElseThrow(),
                    null);
            int[] ones = new int[MANY];
            Arrays.fill(ones, 1);
            CellSums sums = new CellSums(steps, new GivenBlock(ones));
            for (int from = 0; from < MANY; from += Block.ROWS) {
                int count = Math.min(Block.ROWS, MANY - from);
                for (Block block : sums.reads()) {
                    block.fill(from, count);
                }
                sums.add(new int[Block.ROWS], count, 1);
            }
            sums.end();
            assertEquals(MANY, sums.count(new int[] {0}));
            assertEquals(sum(values), sums.total(new int[] {0}));
        }
    }

    @Test
    void manyThingsAreCountedAtOnce() {
        Random random = new Random(3);
        for (int things : new int[] {0, 1, 3, 4, 7, 8, 14, 15}) {
            Rows rows = new Rows(-1000, 100, 3, 500);
            CellCounts counts = new CellCounts();
            List<GivenBlock> ones = new ArrayList<>();
            for (int thing = 0; thing < things; thing++) {
                int often = thing % 3;
                GivenBlock block = new GivenBlock(
                        random.ints(SIZE, 0, 3).map(any -> any <= often ? 1 : 0).toArray());
                ones.add(block);
                assertEquals(thing, counts.count(block));
                assertEquals(thing / 2, counts.count(ones.get(thing / 2)));
            }
            assertEquals(List.copyOf(ones), counts.reads());
            rows.addTo(counts);
            for (int[] cells : List.of(ONE, SOME, new int[] {499}, new int[] {0, 1, 2})) {
                assertEquals(rows.in(cells).count(), counts.rows(cells));
                for (int thing = 0; thing < things; thing++) {
                    GivenBlock block = ones.get(thing);
                    assertEquals(
                            rows.in(cells).filter(row -> block.at(row) == 1).count(), counts.count(thing, cells));
                }
            }
            assertEquals(0, counts.rows(new int[] {100_000}));
        }
    }

    @Test
    void lengthsWaitAndAreCountedInClasses() {
        for (Rows rows : rows(0)) {
            CellLengths lengths = new CellLengths(rows.steps, rows.counts);
            rows.addTo(lengths);
            for (int[] cells : List.of(ONE, SOME, new int[] {59}, new int[] {5000})) {
                assertEquals(histogram(rows.values(cells)), lengths.sum(cells), "up to " + rows.column.last());
            }
            // cell 0 takes the rows of no slot
            assertEquals(DurationHistogram.empty(), lengths.sum(new int[] {0}));
        }
    }

    private static DurationHistogram histogram(long... nanos) {
        DurationHistogram.Builder all = DurationHistogram.builder();
        Arrays.stream(nanos).forEach(all::addNanos);
        return all.build();
    }

    @Test
    void numbersAreCollectedCellByCell() {
        for (Rows rows : List.of(new Rows(-1000, 100, 3, 50), new Rows(-1000, 1L << 40, 3, 50))) {
            CellNumbers numbers = new CellNumbers(rows.steps, rows.counts);
            rows.addTo(numbers);
            for (int[] cells : List.of(ONE, SOME, new int[] {5000})) {
                Distribution.Builder all = Distribution.builder();
                Arrays.stream(rows.values(cells)).forEach(value -> all.add((double) value));
                assertEquals(all.build(), numbers.sum(cells));
            }
            assertEquals(Distribution.empty(), numbers.sum(new int[] {0}));
        }
    }

    @Test
    void lengthsOfACellLieSideBySide() {
        for (Rows rows : rows(-1000)) {
            long[] sizes = new long[rows.cellsUpTo(SIZE)];
            IntStream.range(0, SIZE).forEach(row -> sizes[rows.cells[row]] += rows.counts.at(row));
            CellScatter scatter = new CellScatter(rows.steps, rows.counts, sizes.length, cell -> sizes[cell]);
            rows.addTo(scatter);
            for (int[] cells : List.of(ONE, new int[] {59}, SOME)) {
                LongBuffer found = scatter.lengths(cells);
                long[] sorted = new long[found.remaining()];
                found.get(sorted);
                Arrays.sort(sorted);
                long[] expected = rows.values(cells);
                Arrays.sort(expected);
                assertEquals(
                        Arrays.stream(expected).boxed().toList(),
                        Arrays.stream(sorted).boxed().toList());
            }
        }
    }

    @Test
    void reasonsAreCountedCellByCell() {
        Absence[] reasons = {Absence.MISSING, Absence.STILL_RUNNING, Absence.CANCELLED};
        Random random = new Random(5);
        long[] values = random.longs(SIZE, -3, 3).toArray();
        PackedColumn column = PackedColumn.of(
                        SIZE,
                        row -> values[row] < 0 ? NumberColumn.ABSENT : values[row],
                        row -> reasons[(int) values[row] + 3])
                .orElseThrow();
        BlockPlan<Thing> plan =
                new BlockPlan<>(PackedFacts.builder(Thing.class, 0, Thing.AS_OF).build());
        Block present = plan.present(column);
        CellReasons adder = new CellReasons(present, plan);
        Rows rows = new Rows(-1000, 100, 3, 500);
        rows.addTo(adder, plan.steps(column), present);
        for (int[] cells : List.of(ONE, SOME, new int[] {499}, new int[] {100_000})) {
            LeftOut expected = LeftOut.none();
            for (int reason = 0; reason < 3; reason++) {
                long value = reason - 3L;
                expected = expected.plus(LeftOut.of(
                        reasons[reason],
                        rows.in(cells).filter(row -> values[row] == value).count()));
            }
            assertEquals(expected, adder.leftOut(cells));
        }
        assertEquals(List.of(present), adder.reads());
    }
}
