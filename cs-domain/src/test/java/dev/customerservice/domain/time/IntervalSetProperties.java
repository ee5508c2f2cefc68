package dev.customerservice.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Interval sets over a line of 40 nanoseconds against bit sets. */
class IntervalSetProperties {
    private static final int LENGTH = 40;

    @Provide
    Arbitrary<List<Interval>> intervals() {
        Arbitrary<Integer> ends = Arbitraries.integers().between(0, LENGTH);
        return Combinators.combine(ends, ends)
                .as((one, other) -> new Interval(
                        EpochNanos.toInstant(Math.min(one, other)), EpochNanos.toInstant(Math.max(one, other))))
                .list()
                .ofMaxSize(6);
    }

    private static BitSet bits(List<Interval> intervals) {
        BitSet bits = new BitSet();
        for (Interval interval : intervals) {
            bits.set((int) EpochNanos.of(interval.startInclusive()), (int) EpochNanos.of(interval.endExclusive()));
        }
        return bits;
    }

    private static void assertSame(BitSet expected, IntervalSet actual) {
        for (int i = 0; i <= LENGTH; i++) {
            assertEquals(expected.get(i), actual.contains(EpochNanos.toInstant(i)), "at " + i);
        }
        assertEquals(Duration.ofNanos(expected.cardinality()), actual.total());
        long[] edges = actual.toEpochNanos();
        for (int i = 1; i < edges.length; i++) {
            assertTrue(edges[i - 1] < edges[i], "sorted, disjoint, joined");
        }
    }

    @Property
    void algebraIsThatOfSets(@ForAll("intervals") List<Interval> here, @ForAll("intervals") List<Interval> there) {
        IntervalSet one = IntervalSet.of(here);
        IntervalSet other = IntervalSet.of(there);
        assertSame(bits(here), one);
        BitSet union = bits(here);
        union.or(bits(there));
        assertSame(union, one.union(other));
        BitSet intersection = bits(here);
        intersection.and(bits(there));
        assertSame(intersection, one.intersection(other));
        BitSet difference = bits(here);
        difference.andNot(bits(there));
        assertSame(difference, one.difference(other));
    }

    @Property
    void equalSetsHoldTheSameInstants(
            @ForAll("intervals") List<Interval> here, @ForAll("intervals") List<Interval> there) {
        IntervalSet one = IntervalSet.of(here);
        IntervalSet other = IntervalSet.of(there);
        assertEquals(bits(here).equals(bits(there)), one.equals(other));
        assertEquals(one.union(other), other.union(one));
        assertEquals(one.union(other).hashCode(), other.union(one).hashCode());
        assertEquals(one, IntervalSet.of(one.intervals()));
        assertFalse(one.equals("something else"));
    }

    @Property
    void aWindowKeepsWhatLiesInIt(
            @ForAll("intervals") List<Interval> here,
            @ForAll @IntRange(max = LENGTH) int one,
            @ForAll @IntRange(max = LENGTH) int other) {
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        BitSet expected = bits(here).get(0, to);
        expected.clear(0, from);
        assertSame(
                expected,
                IntervalSet.of(here).within(new Interval(EpochNanos.toInstant(from), EpochNanos.toInstant(to))));
    }
}
