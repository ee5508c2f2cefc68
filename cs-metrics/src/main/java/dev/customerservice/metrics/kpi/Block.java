package dev.customerservice.metrics.kpi;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One step of a computation over blocks of rows: an answer for each row of the block.
 *
 * <p>An answer is 1 for yes, 0 for no and from 2 on the number of a reason why it is not known. The loops are arithmetic without branches,
 * which the compiler of the virtual machine turns into vector instructions.
 */
abstract class Block {
    /** How many rows are worked on at once: few enough that all steps stay in the cache. */
    static final int ROWS = 2048;

    final int[] out = new int[ROWS];

    private final List<Block> inputs;

    Block(List<Block> inputs) {
        this.inputs = inputs;
    }

    /** Fills {@link #out} for some rows, when its inputs are filled. */
    abstract void fill(int from, int count);

    /** Adds all that this is computed from, and this behind it. */
    final void collect(Set<Block> inOrder) {
        if (!inOrder.contains(this)) {
            inputs.forEach(input -> input.collect(inOrder));
            inOrder.add(this);
        }
    }

    /** The answers from 2 on that it may give; where there are none it is never unknown. */
    Set<Integer> reasons() {
        return Set.of();
    }

    final boolean isKnown() {
        return reasons().isEmpty();
    }

    /** Whether it answers yes wherever it knows. */
    boolean isNeverNo() {
        return false;
    }

    /** Yes for every row. */
    static final class Every extends Block {
        Every() {
            super(List.of());
            Arrays.fill(out, 1);
        }

        @Override
        void fill(int from, int count) {
            // filled once for all
        }

        @Override
        boolean isNeverNo() {
            return true;
        }
    }

    /** Ints that several narrow columns have some bits of: copied, because a loop over arrays at unlike places does not become vector instructions. */
    static final class Words extends Block {
        private final int[] words;

        Words(int[] words) {
            super(List.of());
            this.words = words;
        }

        @Override
        void fill(int from, int count) {
            System.arraycopy(words, from, out, 0, count);
        }
    }

    /** Whether a step is at least one and at most another; what is absent is below all steps. */
    static final class InRange extends Block {
        private final BlockSteps steps;
        private final long first;
        private final long last;

        InRange(BlockSteps steps, long first, long last) {
            super(List.of(steps));
            this.steps = steps;
            this.first = first;
            this.last = last;
        }

        @Override
        void fill(int from, int count) {
            steps.inRange(first, last, out, count);
        }
    }

    /** Yes where there is a value, else the reason. */
    static final class Present extends Block {
        final BlockSteps steps;

        private final int firstReason;
        private final Set<Integer> reasons;

        Present(BlockSteps steps, int firstReason, Set<Integer> reasons) {
            super(List.of(steps));
            this.steps = steps;
            this.firstReason = firstReason;
            this.reasons = reasons;
        }

        @Override
        void fill(int from, int count) {
            steps.present(firstReason, out, count);
        }

        @Override
        Set<Integer> reasons() {
            return reasons;
        }

        @Override
        boolean isNeverNo() {
            return true;
        }
    }

    /** Yes where a value counts, one reason where there is another value, and others where there is none. */
    static final class Counting extends Block {
        final Block counts;

        private final Block present;
        private final int other;

        Counting(Block present, Block counts, int other) {
            super(List.of(present, counts));
            this.present = present;
            this.counts = counts;
            this.other = other;
        }

        @Override
        void fill(int from, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = present.out[i] != 1 ? present.out[i] : counts.out[i] == 0 ? other : 1;
            }
        }

        @Override
        Set<Integer> reasons() {
            return union(present.reasons(), Set.of(other));
        }

        @Override
        boolean isNeverNo() {
            return true;
        }
    }

    /** What the second answers where the first is yes, else what the first answers. */
    static final class Then extends Block {
        final Block first;
        final Block second;

        private final boolean known;

        Then(Block first, Block second) {
            super(List.of(first, second));
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

        private static void masked(int[] first, int[] second, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = second[i] & -first[i];
            }
        }

        private static void then(int[] first, int[] second, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                int unknown = -(first[i] >>> 1) >>> 31;
                int yes = first[i] & ~unknown;
                out[i] = (second[i] & -(yes & 1)) | (first[i] & -unknown);
            }
        }

        @Override
        Set<Integer> reasons() {
            return union(first.reasons(), second.reasons());
        }

        @Override
        boolean isNeverNo() {
            return first.isNeverNo() && second.isNeverNo();
        }
    }

    /** No where one of two is no, else the first that is not yes. */
    static final class And extends Block {
        final Block one;
        final Block other;

        And(Block one, Block other) {
            super(List.of(one, other));
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

        private static void both(int[] one, int[] other, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                int unknown = -(one[i] >>> 1) >>> 31;
                int yes = one[i] & ~unknown & 1;
                int notNo = -other[i] >>> 31;
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
        final Block of;

        Not(Block of) {
            super(List.of(of));
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            not(of.out, out, count);
        }

        private static void not(int[] of, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                int unknown = -(of[i] >>> 1) >>> 31;
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
        final Block of;

        Known(Block of) {
            super(List.of(of));
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            known(of.out, out, count);
        }

        private static void known(int[] of, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                int unknown = -(of[i] >>> 1) >>> 31;
                out[i] = (of[i] & -unknown) | (unknown ^ 1);
            }
        }

        @Override
        Set<Integer> reasons() {
            return of.reasons();
        }

        @Override
        boolean isNeverNo() {
            return true;
        }
    }

    /** 1 where the answer is yes, else 0. */
    static final class Yes extends Block {
        private final Block of;

        Yes(Block of) {
            super(List.of(of));
            this.of = of;
        }

        @Override
        void fill(int from, int count) {
            yes(of.out, out, count);
        }

        private static void yes(int[] of, int[] out, int count) {
            for (int i = 0; i < count; i++) {
                int unknown = -(of[i] >>> 1) >>> 31;
                out[i] = of[i] & ~unknown & 1;
            }
        }
    }

    /** Whether a step is at most the limit that belongs to a place in a dictionary. */
    static final class UpToLimit extends Block {
        private final BlockSteps steps;
        private final BlockSteps places;
        private final long[] limits;

        UpToLimit(BlockSteps steps, BlockSteps places, long[] limits) {
            super(List.of(steps, places));
            this.steps = steps;
            this.places = places;
            this.limits = limits;
        }

        @Override
        void fill(int from, int count) {
            steps.upToLimit(places, limits, out, count);
        }
    }

    /** The answer that belongs to a place in a dictionary: yes, or a reason. */
    static final class OfPlace extends Block {
        private final BlockSteps places;
        private final int[] answers;

        OfPlace(BlockSteps places, int[] answers) {
            super(List.of(places));
            this.places = places;
            this.answers = answers;
        }

        @Override
        void fill(int from, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = answers[(int) places.at(i)];
            }
        }

        @Override
        Set<Integer> reasons() {
            return Arrays.stream(answers).filter(answer -> answer > 1).boxed().collect(Collectors.toUnmodifiableSet());
        }

        @Override
        boolean isNeverNo() {
            return true;
        }
    }

    private static Set<Integer> union(Set<Integer> one, Set<Integer> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
