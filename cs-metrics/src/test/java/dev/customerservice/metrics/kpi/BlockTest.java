package dev.customerservice.metrics.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.customerservice.metrics.statistics.Absence;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each step over blocks against its table of answers: 1 yes, 0 no, 2 and above the reason why it is not known. */
class BlockTest {
    private static final int[] ALL = {0, 1, 2, 3, 4, 5};
    private static final int[] KNOWN = {0, 1};
    private static final int[] NEVER_NO = {1, 2, 5};

    private static int[] left(int[] left, int[] right) {
        return Arrays.stream(left)
                .flatMap(one -> Arrays.stream(right).map(other -> one))
                .toArray();
    }

    private static int[] right(int[] left, int[] right) {
        return Arrays.stream(left).flatMap(one -> Arrays.stream(right)).toArray();
    }

    private static int[] answers(Block block, int count) {
        block.fill(0, count);
        return Arrays.copyOf(block.out, count);
    }

    private interface Two {
        Block of(Block one, Block other);
    }

    private static void assertTable(Two of, int[] left, int[] right, IntBinaryOperator expected) {
        int[] ones = left(left, right);
        int[] others = right(left, right);
        Block block = of.of(GivenBlock.filled(ones), GivenBlock.filled(others));
        int[] found = answers(block, ones.length);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected.applyAsInt(ones[i], others[i]), found[i], ones[i] + " and " + others[i]);
        }
    }

    private static void assertTable(Function<Block, Block> of, IntUnaryOperator expected) {
        int[] found = answers(of.apply(GivenBlock.filled(ALL)), ALL.length);
        for (int i = 0; i < found.length; i++) {
            assertEquals(expected.applyAsInt(ALL[i]), found[i], "of " + ALL[i]);
        }
    }

    @Test
    void noDecidesAnAndElseTheFirstThatIsNotYes() {
        IntBinaryOperator and = (one, other) -> one == 0 || other == 0 ? 0 : one == 1 ? other : one;
        for (int[] left : List.of(ALL, KNOWN, NEVER_NO)) {
            for (int[] right : List.of(ALL, KNOWN, NEVER_NO)) {
                assertTable(Block.And::new, left, right, and);
            }
        }
    }

    @Test
    void theSecondIsAskedWhereTheFirstIsYes() {
        IntBinaryOperator then = (first, second) -> first == 1 ? second : first;
        for (int[] left : List.of(ALL, KNOWN, NEVER_NO)) {
            assertTable(Block.Then::new, left, ALL, then);
        }
    }

    @Test
    void anUnknownAnswerHasNoOpposite() {
        assertTable(Block.Not::new, of -> of == 0 ? 1 : of == 1 ? 0 : of);
        assertTable(Block.Known::new, of -> of > 1 ? of : 1);
        assertTable(Block.Yes::new, of -> of == 1 ? 1 : 0);
    }

    @Test
    void aValueThatDoesNotCountHasAReasonOfItsOwn() {
        assertTable(
                (present, counts) -> new Block.Counting(present, counts, 9),
                NEVER_NO,
                KNOWN,
                (present, counts) -> present > 1 ? present : counts == 1 ? 1 : 9);
        Block counting = new Block.Counting(GivenBlock.filled(1, 3), GivenBlock.filled(0, 1), 9);
        assertEquals(Set.of(3, 9), counting.reasons());
        assertTrue(counting.isNeverNo());
    }

    @Test
    void reasonsAreThoseOfThePartsAndWithoutOnesItIsKnown() {
        Block one = GivenBlock.filled(0, 1, 2, 3);
        Block other = GivenBlock.filled(1, 3, 4);
        Block sure = GivenBlock.filled(0, 1);
        assertEquals(Set.of(2, 3, 4), new Block.And(one, other).reasons());
        assertEquals(Set.of(2, 3, 4), new Block.Then(one, other).reasons());
        assertEquals(Set.of(3, 4), new Block.Not(other).reasons());
        assertEquals(Set.of(3, 4), new Block.Known(other).reasons());
        assertEquals(Set.of(), new Block.Yes(one).reasons());
        assertFalse(new Block.And(sure, other).isKnown());
        assertTrue(new Block.And(sure, sure).isKnown());
        assertTrue(new Block.Every().isKnown());
    }

    @Test
    void whatIsNeverNoIsKnownToBe() {
        Block mayBeNo = GivenBlock.filled(0, 1, 2);
        Block neverNo = GivenBlock.filled(1, 2);
        assertTrue(new Block.Then(neverNo, neverNo).isNeverNo());
        assertFalse(new Block.Then(neverNo, mayBeNo).isNeverNo());
        assertFalse(new Block.Then(mayBeNo, neverNo).isNeverNo());
        assertFalse(new Block.And(neverNo, neverNo).isNeverNo());
        assertFalse(new Block.Not(neverNo).isNeverNo());
        assertTrue(new Block.Known(mayBeNo).isNeverNo());
        assertTrue(new Block.Every().isNeverNo());
        assertTrue(new Block.Present(steps(1, 2), 2, Set.of(2)).isNeverNo());
    }

    private static BlockSteps steps(long... values) {
        BlockSteps steps = new BlockSteps(column(values), null);
        steps.fill(0, values.length);
        return steps;
    }

    private static PackedColumn column(long... values) {
        return PackedColumn.of(
                        values.length,
                        row -> values[row],
                        row -> row % 2 == 0 ? Absence.MISSING : Absence.STILL_RUNNING)
                .orElseThrow();
    }

    @Test
    void aStepIsInRangeFromTheFirstToTheLast() {
        for (long unit : new long[] {1, 1000, 1L << 40}) {
            BlockSteps steps = steps(NumberColumn.ABSENT, 0, 7 * unit + 1, 8 * unit + 1, 9 * unit + 1, 1);
            for (long first = 0; first <= 9 * unit + 1; first += first == 0 ? 1 : unit) {
                for (long last = first - 1; last <= 9 * unit + 1; last += unit) {
                    long low = first;
                    long high = last;
                    Block range = new Block.InRange(steps, low, high);
                    int[] found = answers(range, 6);
                    for (int row = 0; row < 6; row++) {
                        boolean inside = steps.at(row) >= low && steps.at(row) <= high;
                        assertEquals(inside ? 1 : 0, found[row], steps.at(row) + " in " + low + " to " + high);
                        assertTrue(range.isKnown());
                    }
                }
            }
        }
    }

    @Test
    void theReasonOfAnAbsentStepFollowsFromHowFarBelowItLies() {
        for (long greatest : new long[] {7, 700, 7L << 40}) {
            BlockSteps steps = steps(greatest, NumberColumn.ABSENT, NumberColumn.ABSENT, 1, 0, NumberColumn.ABSENT);
            Block present = new Block.Present(steps, 5, Set.of(5, 6));
            assertEquals(List.of(1, 5, 6, 1, 1, 5), boxed(answers(present, 6)));
            assertEquals(Set.of(5, 6), present.reasons());
            assertFalse(present.isKnown());
        }
    }

    @Test
    void aLimitBelongsToThePlace() {
        for (long unit : new long[] {1, 1000, 1L << 40}) {
            BlockSteps steps = steps(0, 3 * unit + 1, 3 * unit + 1, 3 * unit + 2, 5 * unit);
            BlockSteps places = steps(0, 0, 1, 1, 2);
            Block kept = new Block.UpToLimit(steps, places, new long[] {0, 3 * unit + 1, -1});
            assertEquals(List.of(1, 0, 1, 0, 0), boxed(answers(kept, 5)));
            Block promised = new Block.OfPlace(places, new int[] {1, 1, 4});
            assertEquals(List.of(1, 1, 1, 1, 4), boxed(answers(promised, 5)));
            assertEquals(Set.of(4), promised.reasons());
            assertTrue(promised.isNeverNo());
            assertTrue(new Block.OfPlace(places, new int[] {1, 1, 1}).isKnown());
        }
    }

    private static List<Integer> boxed(int... answers) {
        return Arrays.stream(answers).boxed().toList();
    }

    @Test
    void anythingIsFilledBehindWhatItIsComputedFrom() {
        Block first = GivenBlock.filled(1);
        Block second = GivenBlock.filled(0);
        Block not = new Block.Not(first);
        Block and = new Block.And(not, second);
        Block whole = new Block.Then(first, and);
        Set<Block> inOrder = new LinkedHashSet<>();
        whole.collect(inOrder);
        not.collect(inOrder);
        assertEquals(List.of(first, not, second, and, whole), List.copyOf(inOrder));
    }

    @Test
    void stepsInWordsAreCutOutOfTheBlockOfWords() {
        PackedWords words = new PackedWords();
        PackedColumn one = column(4, NumberColumn.ABSENT, 5, 6).in(words);
        PackedColumn other = column(7, 8, 9, 7).in(words);
        Block.Words block = new Block.Words(Objects.requireNonNull(one.field()).words());
        BlockSteps ones = new BlockSteps(one, block);
        BlockSteps others = new BlockSteps(other, block);
        Set<Block> inOrder = new LinkedHashSet<>();
        ones.collect(inOrder);
        assertEquals(List.of(block, ones), List.copyOf(inOrder));
        block.fill(1, 3);
        ones.fill(1, 3);
        others.fill(1, 3);
        assertEquals(List.of(-1L, 1L, 2L), List.of(ones.at(0), ones.at(1), ones.at(2)));
        assertEquals(List.of(1L, 2L, 0L), List.of(others.at(0), others.at(1), others.at(2)));
        assertSame(one, ones.column());
    }

    /** Whoever went one row further would leave the block. */
    @Test
    void aWholeBlockIsFilledToItsLastRow() {
        int[] unknown = IntStream.range(0, Block.ROWS).map(row -> row % 4).toArray();
        long[] values = IntStream.range(0, Block.ROWS).mapToLong(row -> row % 4).toArray();
        long[] large = IntStream.range(0, Block.ROWS)
                .mapToLong(row -> (row % 4L << 40) + row % 2)
                .toArray();
        Block one = GivenBlock.filled(unknown);
        BlockSteps steps = steps(values);
        BlockSteps wide = steps(large);
        List<Block> all = List.of(
                new Block.And(one, GivenBlock.filled(unknown)),
                new Block.And(GivenBlock.filled(1), one),
                new Block.Then(one, one),
                new Block.Then(GivenBlock.filled(1), one),
                new Block.Not(one),
                new Block.Known(one),
                new Block.Yes(one),
                new Block.Counting(one, one, 9),
                new Block.Present(steps, 2, Set.of(2)),
                new Block.InRange(steps, 3, 3),
                new Block.InRange(wide, 3L << 40, (3L << 40) + 1),
                new Block.UpToLimit(steps, steps, new long[] {-1, -1, -1, 3}),
                new Block.OfPlace(steps, new int[] {5, 6, 7, 8}));
        List<Integer> last = all.stream()
                .map(block -> answers(block, Block.ROWS)[Block.ROWS - 1])
                .toList();
        assertEquals(List.of(3, 0, 3, 0, 3, 3, 0, 3, 1, 1, 1, 1, 8), last);
    }
}
