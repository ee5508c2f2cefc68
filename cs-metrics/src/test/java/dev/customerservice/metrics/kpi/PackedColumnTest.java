package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Absence;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values as whole steps from the least one: how narrow they get, where bounds fall, and what is too wide or too varied. */
class PackedColumnTest {
    private static final long NONE = NumberColumn.ABSENT;
    private static final int MOST_INT = Integer.MAX_VALUE - 200;

    private static Optional<PackedColumn> packed(long... values) {
        return PackedColumn.of(
                values.length, row -> values[row], row -> row % 2 == 0 ? Absence.MISSING : Absence.STILL_RUNNING);
    }

    private static PackedColumn of(long... values) {
        return packed(values).orElseThrow();
    }

    private static void assertHolds(PackedColumn column, long... values) {
        for (int row = 0; row < values.length; row++) {
            assertEquals(values[row], column.value(row), "row " + row);
            if (values[row] == NONE) {
                assertEquals(row % 2 == 0 ? Absence.MISSING : Absence.STILL_RUNNING, column.absence(row));
            }
        }
    }

    private static long[] rising(int size) {
        return IntStream.range(0, size).mapToLong(row -> row).toArray();
    }

    @Test
    void stepsAreOfTheGreatestDivisor() {
        PackedColumn tens = of(30, 10, 70);
        assertEquals(List.of(10L, 20L, 3L), List.of(tens.least(), tens.unit(), tens.last()));
        assertHolds(tens, 30, 10, 70);

        PackedColumn sixes = of(0, 12, 18);
        assertEquals(List.of(0L, 6L, 3L), List.of(sixes.least(), sixes.unit(), sixes.last()));
        assertHolds(sixes, 0, 12, 18);

        PackedColumn coprime = of(-4, 6, 11);
        assertEquals(List.of(-4L, 5L, 3L), List.of(coprime.least(), coprime.unit(), coprime.last()));

        PackedColumn equal = of(5, NONE, 5);
        assertEquals(List.of(5L, 1L, 0L), List.of(equal.least(), equal.unit(), equal.last()));
        assertHolds(equal, 5, NONE, 5);
        assertEquals(List.of(Absence.STILL_RUNNING), equal.reasons());
    }

    @Test
    void whereThereIsNothingOnlyTheReasonsStay() {
        PackedColumn nothing = of(NONE, NONE, NONE);
        assertHolds(nothing, NONE, NONE, NONE);
        assertEquals(List.of(Absence.MISSING, Absence.STILL_RUNNING), nothing.reasons());
        assertEquals(List.of(0L, 1L, 0L), List.of(nothing.least(), nothing.unit(), nothing.last()));
        assertEquals(0, of().last());
    }

    @Test
    void aBoundFallsOnTheNextStepAboveOrBelow() {
        PackedColumn column = of(10, 30, 70);
        long[][] firstFrom = {{-5, 0}, {9, 0}, {10, 0}, {11, 1}, {30, 1}, {31, 2}, {50, 2}, {51, 3}, {70, 3}, {71, 4}};
        for (long[] each : firstFrom) {
            assertEquals(each[1], column.firstFrom(each[0]), "from " + each[0]);
        }
        long[][] lastUpTo = {{-5, -1}, {9, -1}, {10, 0}, {29, 0}, {30, 1}, {69, 2}, {70, 3}, {71, 3}};
        for (long[] each : lastUpTo) {
            assertEquals(each[1], column.lastUpTo(each[0]), "up to " + each[0]);
        }
        assertEquals(3, column.lastUpTo(Long.MAX_VALUE));
        assertEquals(4, column.firstFrom(Long.MAX_VALUE));
    }

    @Test
    void theArrayIsAsNarrowAsTheLastStepAllows() {
        for (long last : new long[] {1, Byte.MAX_VALUE, Byte.MAX_VALUE + 1, MOST_INT, MOST_INT + 1L, 1L << 62}) {
            PackedColumn column = of(0, last, NONE, 1, NONE, NONE, last - 1);
            assertHolds(column, 0, last, NONE, 1, NONE, NONE, last - 1);
            assertEquals(last, column.last());
            assertEquals(last > MOST_INT, column.isWide(), "wide " + last);
            assertEquals(last > Byte.MAX_VALUE, column.presence() != column, "presence of " + last);
            assertEquals(1, column.narrow(), "narrow " + last);
            assertEquals(last > Byte.MAX_VALUE ? 0 : last, column.presence().last());
            for (int row = 0; row < 7; row++) {
                assertEquals(column.value(row) == NONE, column.presence().value(row) == NONE, "presence of " + row);
            }
            assertEquals(Absence.STILL_RUNNING, column.presence().absence(5));
        }
        PackedColumn always = of(0, 1, 1000);
        assertSame(always, always.presence());
        assertEquals(0, always.narrow());
    }

    @Test
    void whatLiesTooFarApartIsNotPacked() {
        assertEquals(1L << 62, of(0, 1, 1L << 62).last());
        assertTrue(packed(0, 1, (1L << 62) + 1).isEmpty());
        assertTrue(packed(-(1L << 62), 1L << 62).isEmpty());
        assertTrue(packed(Long.MIN_VALUE + 200, 0, 1).isEmpty());
        PackedColumn least = of(Long.MIN_VALUE + 101);
        assertEquals(Long.MIN_VALUE + 101, least.value(0));
        assertTrue(packed(Long.MIN_VALUE + 100).isEmpty());
    }

    @Test
    void aHundredReasonsArePackedAndNoMore() {
        PackedColumn hundred = PackedColumn.of(100, row -> NONE, row -> new Absence("reason_" + row))
                .orElseThrow();
        assertEquals(100, hundred.reasons().size());
        assertEquals(new Absence("reason_99"), hundred.absence(99));
        assertEquals(NONE, hundred.value(99));
        assertTrue(PackedColumn.of(101, row -> NONE, row -> new Absence("reason_" + row))
                .isEmpty());
        PackedColumn repeated = PackedColumn.of(500, row -> NONE, row -> new Absence("reason_" + row % 3))
                .orElseThrow();
        assertEquals(3, repeated.reasons().size());
        assertEquals(new Absence("reason_1"), repeated.absence(499));
    }

    @Test
    void eachBlockOfRowsKnowsItsLeastAndItsGreatestStep() {
        long[] values = rising(2 * Block.ROWS + 5);
        values[Block.ROWS + 7] = NONE;
        PackedColumn ints = of(values);
        assertEquals(List.of(0L, -1L, 4096L), List.of(ints.lowest(0), ints.lowest(1), ints.lowest(2)));
        assertEquals(List.of(2047L, 4095L, 4100L), List.of(ints.highest(0), ints.highest(1), ints.highest(2)));

        for (int row = 0; row < values.length; row++) {
            values[row] *= values[row] == NONE ? 1 : 1L << 40;
        }
        values[0] = 1;
        PackedColumn longs = of(values);
        assertTrue(longs.isWide());
        assertEquals(List.of(0L, -1L), List.of(longs.lowest(0), longs.lowest(1)));
        assertEquals((2047L << 40) - 1, longs.highest(0));
        assertEquals((4100L << 40) - 1, longs.highest(2));

        PackedColumn bytes = of(NONE, NONE, 3, 7);
        assertEquals(-2, bytes.lowest(0));
        assertEquals(1, bytes.highest(0));
        assertEquals(-2, bytes.lowest(1));
    }

    @Test
    void aSumOfStepsIsASumOfValues() {
        // 30 + 10 + 70, which are the steps 1, 0 and 3
        assertEquals(BigInteger.valueOf(110), of(30, 10, 70).total(BigInteger.valueOf(4), 3));
        assertEquals(BigInteger.ZERO, of(30, 10, 70).total(BigInteger.ZERO, 0));
    }

    @Test
    void narrowColumnsShareTheBitsOfWords() {
        PackedWords words = new PackedWords();
        long[][] values = {
            {0, 127, 64, NONE, 1},
            {3, 3, 3, 3, 3},
            {NONE, 5, NONE, 6, 7},
            {0, 127, 1, 2, 3},
            {-100, 0, 3, 1, 2},
            {0, 1, 0, 1, 1}
        };
        PackedColumn[] shared = new PackedColumn[values.length];
        for (int column = 0; column < values.length; column++) {
            PackedColumn alone = of(values[column]);
            assertNull(alone.field());
            shared[column] = alone.in(words);
            assertEquals(alone.least(), shared[column].least());
            assertEquals(alone.reasons(), shared[column].reasons());
        }
        for (int column = 0; column < values.length; column++) {
            assertHolds(shared[column], values[column]);
        }
        // they need 8, 1, 2, 7, 7 and 1 bits
        PackedWords.Field first = field(shared[0]);
        for (int column = 0; column < values.length; column++) {
            assertSame(first.words(), field(shared[column]).words(), "column " + column);
        }
        assertEquals(List.of(0, 8, 9, 11, 18, 25), shifts(shared));

        PackedColumn seven = of(0, 127, 1).in(words);
        assertNotSame(first.words(), field(seven).words());
        assertEquals(0, field(seven).shift());
        PackedColumn six = of(0, 63, 1).in(words);
        assertSame(first.words(), field(six).words());
        assertEquals(26, field(six).shift());
    }

    private static PackedWords.Field field(PackedColumn column) {
        return Objects.requireNonNull(column.field());
    }

    private static List<Integer> shifts(PackedColumn... columns) {
        return List.of(columns).stream().map(column -> field(column).shift()).toList();
    }

    @Test
    void onlyWhatIsNarrowOfAWideColumnGoesIntoWords() {
        PackedWords words = new PackedWords();
        PackedColumn ints = of(0, 1000, NONE, 1);
        PackedColumn shared = ints.in(words);
        assertNull(shared.field());
        assertHolds(shared, 0, 1000, NONE, 1);
        assertNotNull(shared.presence().field());
        assertEquals(NONE, shared.presence().value(2));
        assertFalse(shared.presence().value(3) == NONE);

        PackedColumn always = of(0, 1000, 1);
        assertSame(always, always.in(words));
    }
}
