package dev.customerservice.metrics.kpi;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of a computation over blocks of rows: a value for each row of the block.
 *
 * <p>An answer is 1 for yes, 0 for no and from 2 on the number of a reason why it is not known. The loops are arithmetic without branches,
 * which the compiler of the virtual machine turns into vector instructions.
 */
abstract class Block {
    /** How many rows are worked on at once: few enough that all steps stay in the cache. */
    static final int ROWS = 1024;

    final long[] out = new long[ROWS];

    /** Fills {@link #out} for some rows. */
    abstract void fill(int from, int count);

    /** The answers from 2 on that it may give; where there are none it is never unknown. */
    Set<Integer> reasons() {
        return Set.of();
    }

    final boolean isKnown() {
        return reasons().isEmpty();
    }

    /** Yes for every row. */
    static final class Every extends Block {
        Every() {
            Arrays.fill(out, 1);
        }

        @Override
        void fill(int from, int count) {
            // filled once for all
        }
    }

    /** The steps of a column as they are stored. */
    static final class Steps extends Block {
        private final PackedColumn column;

        Steps(PackedColumn column) {
            this.column = column;
        }

        @Override
        void fill(int from, int count) {
            column.read(from, count, out);
        }
    }

    /** Whether a step is at least one and at most another; what is absent is below all steps. */
    static final class InRange extends Block {
        private final Block steps;
        private final long first;
        private final long last;

        InRange(Block steps, long first, long last) {
            this.steps = steps;
            this.first = first;
            this.last = last;
        }

        @Override
        void fill(int from, int count) {
            inRange(steps.out, first, last, out, count);
        }

        private static void inRange(long[] steps, long first, long last, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = (((steps[i] - first) | (last - steps[i])) >>> 63) ^ 1;
            }
        }
    }

    /** Yes where there is a value, else the reason. */
    static final class Present extends Block {
        private final Block steps;
        private final int firstReason;
        private final Set<Integer> reasons;

        Present(Block steps, int firstReason, Set<Integer> reasons) {
            this.steps = steps;
            this.firstReason = firstReason;
            this.reasons = reasons;
        }

        @Override
        void fill(int from, int count) {
            present(steps.out, firstReason - 1L, out, count);
        }

        private static void present(long[] steps, long reason, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long absent = steps[i] >>> 63;
                out[i] = ((reason - steps[i]) & -absent) | (absent ^ 1);
            }
        }

        @Override
        Set<Integer> reasons() {
            return reasons;
        }
    }

    /** Yes from a step on, one reason below it and others where there is no value. */
    static final class From extends Block {
        private final Block present;
        private final Block steps;
        private final long first;
        private final int below;

        From(Block present, Block steps, long first, int below) {
            this.present = present;
            this.steps = steps;
            this.first = first;
            this.below = below;
        }

        @Override
        void fill(int from, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = present.out[i] != 1 ? present.out[i] : steps.out[i] < first ? below : 1;
            }
        }

        @Override
        Set<Integer> reasons() {
            return union(present.reasons(), Set.of(below));
        }
    }

    /** What the second answers where the first is yes, else what the first answers. */
    static final class Then extends Block {
        private final Block first;
        private final Block second;

        private final boolean known;

        Then(Block first, Block second) {
            this.first = first;
            this.second = second;
            this.known = first.isKnown();
        }

        @Override
        void fill(int from, int count) {
            if (known) {
                masked(first.out, second.out, out, count);
            } else {
                then(first.out, second.out, out, count);
            }
        }

        private static void masked(long[] first, long[] second, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = second[i] & -first[i];
            }
        }

        private static void then(long[] first, long[] second, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long unknown = -(first[i] >>> 1) >>> 63;
                long yes = first[i] & ~unknown;
                out[i] = (second[i] & -(yes & 1)) | (first[i] & -unknown);
            }
        }

        @Override
        Set<Integer> reasons() {
            return union(first.reasons(), second.reasons());
        }
    }

    /** No where one of two is no, else the first that is not yes. */
    static final class And extends Block {
        private final Block one;
        private final Block other;

        And(Block one, Block other) {
            this.one = one;
            this.other = other;
        }

        @Override
        void fill(int from, int count) {
            if (one.isKnown()) {
                Then.masked(one.out, other.out, out, count);
            } else if (other.isKnown()) {
                Then.masked(other.out, one.out, out, count);
            } else {
                both(one.out, other.out, out, count);
            }
        }

        private static void both(long[] one, long[] other, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long unknown = -(one[i] >>> 1) >>> 63;
                long yes = one[i] & ~unknown & 1;
                long notNo = -other[i] >>> 63;
                out[i] = (other[i] & -yes) | (one[i] & -(unknown & notNo));
            }
        }

        @Override
        Set<Integer> reasons() {
            return union(one.reasons(), other.reasons());
        }
    }

    /** The opposite where it is known. */
    static final class Not extends Block {
        private final Block of;

        Not(Block of) {
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            not(of.out, out, count);
        }

        private static void not(long[] of, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long unknown = -(of[i] >>> 1) >>> 63;
                out[i] = of[i] ^ (unknown ^ 1);
            }
        }

        @Override
        Set<Integer> reasons() {
            return of.reasons();
        }
    }

    /** Yes where the answer is yes or no, else its reason. */
    static final class Known extends Block {
        private final Block of;

        Known(Block of) {
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            known(of.out, out, count);
        }

        private static void known(long[] of, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long unknown = -(of[i] >>> 1) >>> 63;
                out[i] = (of[i] & -unknown) | (unknown ^ 1);
            }
        }

        @Override
        Set<Integer> reasons() {
            return of.reasons();
        }
    }

    /** 1 where the answer is yes, else 0. */
    static final class Yes extends Block {
        private final Block of;

        Yes(Block of) {
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            yes(of.out, out, count);
        }

        private static void yes(long[] of, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                long unknown = -(of[i] >>> 1) >>> 63;
                out[i] = of[i] & ~unknown & 1;
            }
        }
    }

    /** Whether a step is at most the limit that belongs to a place in a dictionary. */
    static final class UpToLimit extends Block {
        private final Block steps;
        private final Block places;
        private final long[] limits;

        UpToLimit(Block steps, Block places, long[] limits) {
            this.steps = steps;
            this.places = places;
            this.limits = limits;
        }

        @Override
        void fill(int from, int count) {
            upToLimit(steps.out, places.out, limits, out, count);
        }

        private static void upToLimit(long[] steps, long[] places, long[] limits, long[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = ((limits[(int) places[i]] - steps[i]) >>> 63) ^ 1;
            }
        }
    }

    /** The answer that belongs to a place in a dictionary: yes, or a reason. */
    static final class OfPlace extends Block {
        private final Block places;
        private final int[] answers;

        OfPlace(Block places, int[] answers) {
            this.places = places;
            this.answers = answers;
        }

        @Override
        void fill(int from, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = answers[(int) places.out[i]];
            }
        }

        @Override
        Set<Integer> reasons() {
            return Arrays.stream(answers).filter(answer -> answer > 1).boxed().collect(Collectors.toUnmodifiableSet());
        }
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
