package dev.customerservice.roles.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;

/**
 * The best assignment of some to others: as many pairs as possible, and among these the largest total.
 *
 * <p>It is found by successive best augmenting paths (Busacker and Gowen 1960; Edmonds and Karp 1972), so its time grows with the
 * number of pairs times the square of those who may be paired; a few hundred on each side are quick.
 *
 * @param pairs who was assigned to whom, in the order given
 * @param total the sum of the scores of the pairs
 * @param unmatched who is left, with the cause, in the order given
 * @param contested those who compete for too few: all who would have to give way so that somebody left gets a partner, with those
 *     left; empty when nobody is left (the deficient set of Hall's theorem, 1935)
 * @param <L> those who get a partner each
 * @param <R> those who may get several
 */
public record Matching<L, R>(Map<L, R> pairs, long total, Map<L, Cause> unmatched, Set<L> contested) {

    /** Copies everything, keeping the order. */
    public Matching {
        pairs = Collections.unmodifiableMap(new LinkedHashMap<>(pairs));
        unmatched = Collections.unmodifiableMap(new LinkedHashMap<>(unmatched));
        contested = Collections.unmodifiableSet(new LinkedHashSet<>(contested));
    }

    /** Why somebody is left. */
    public enum Cause {
        /** No pair with this one is allowed. */
        NOBODY_FITS,
        /** Those who fit are taken by others. */
        TOO_FEW
    }

    /**
     * Finds the best assignment.
     *
     * @param left those who get one partner at most, none twice
     * @param right those who may be partner of several, none twice
     * @param score how well two go together; empty when they must not be paired
     * @param capacity how many each of the right may be paired with, not negative
     * @param <L> those who get a partner each
     * @param <R> those who may get several
     * @return an assignment of the most pairs and, among these, of the largest total
     * @throws IllegalArgumentException when somebody is given twice or a capacity is negative
     */
    public static <L, R> Matching<L, R> best(
            Collection<? extends L> left,
            Collection<? extends R> right,
            BiFunction<? super L, ? super R, OptionalInt> score,
            ToIntFunction<? super R> capacity) {
        List<L> ls = List.copyOf(left);
        List<R> rs = List.copyOf(right);
        requireOnce(ls);
        requireOnce(rs);
        Assignment assignment = new Assignment(ls.size(), rs.size());
        for (int j = 0; j < rs.size(); j++) {
            assignment.capacity[j] = requireCapacity(capacity.applyAsInt(rs.get(j)));
            for (int i = 0; i < ls.size(); i++) {
                OptionalInt fit = score.apply(ls.get(i), rs.get(j));
                assignment.allowed[i][j] = fit.isPresent();
                assignment.score[i][j] = fit.orElse(0);
            }
        }
        assignment.solve();
        Map<L, R> pairs = new LinkedHashMap<>();
        Map<L, Cause> unmatched = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < ls.size(); i++) {
            int partner = assignment.partner[i];
            if (partner >= 0) {
                pairs.put(ls.get(i), rs.get(partner));
                total += assignment.score[i][partner];
            } else {
                unmatched.put(ls.get(i), assignment.fitsNobody(i) ? Cause.NOBODY_FITS : Cause.TOO_FEW);
            }
        }
        Set<L> contested = new LinkedHashSet<>();
        boolean[] reached = assignment.contested();
        for (int i = 0; i < ls.size(); i++) {
            if (reached[i]) {
                contested.add(ls.get(i));
            }
        }
        return new Matching<>(pairs, total, unmatched, contested);
    }

    private static void requireOnce(List<?> list) {
        if (new LinkedHashSet<>(list).size() < list.size()) {
            throw new IllegalArgumentException(
                    "side (" + list.size() + " given) must name each once\nMaybe raise a capacity instead.");
        }
    }

    private static int requireCapacity(int capacity) {
        if (capacity < 0) {
            throw new IllegalArgumentException(
                    "capacity (" + capacity + ") must not be negative\nMaybe 0, for somebody who takes nobody.");
        }
        return capacity;
    }

    /** The assignment while it grows, on positions in the two lists. */
    private static final class Assignment {
        private static final long NONE = Long.MIN_VALUE;

        private final int[][] score;
        private final boolean[][] allowed;
        private final int[] capacity;
        private final int[] partner;
        private final int[] taken;

        Assignment(int left, int right) {
            score = new int[left][right];
            allowed = new boolean[left][right];
            capacity = new int[right];
            taken = new int[right];
            partner = new int[left];
            Arrays.fill(partner, -1);
        }

        void solve() {
            while (augment()) {
                // each round adds one pair
            }
        }

        /** Adds a pair along the path of the largest gain, by relaxing until nothing gets better. */
        private boolean augment() {
            long[] gain = new long[capacity.length];
            int[] from = new int[capacity.length];
            Arrays.fill(gain, NONE);
            Arrays.fill(from, -1);
            for (int i = 0; i < partner.length; i++) {
                if (partner[i] < 0) {
                    relax(i, 0, gain, from);
                }
            }
            boolean better = true;
            while (better) {
                better = false;
                for (int i = 0; i < partner.length; i++) {
                    if (partner[i] >= 0 && gain[partner[i]] != NONE) {
                        better |= relax(i, gain[partner[i]] - score[i][partner[i]], gain, from);
                    }
                }
            }
            int end = -1;
            for (int j = 0; j < capacity.length; j++) {
                if (taken[j] < capacity[j] && gain[j] != NONE && (end < 0 || gain[j] > gain[end])) {
                    end = j;
                }
            }
            if (end < 0) {
                return false;
            }
            taken[end]++;
            for (int j = end; j >= 0; ) {
                int i = from[j];
                int before = partner[i];
                partner[i] = j;
                j = before;
            }
            return true;
        }

        private boolean relax(int i, long base, long[] gain, int[] from) {
            boolean better = false;
            for (int j = 0; j < capacity.length; j++) {
                if (allowed[i][j] && partner[i] != j && base + score[i][j] > gain[j]) {
                    gain[j] = base + score[i][j];
                    from[j] = i;
                    better = true;
                }
            }
            return better;
        }

        boolean fitsNobody(int i) {
            for (int j = 0; j < capacity.length; j++) {
                if (allowed[i][j] && capacity[j] > 0) {
                    return false;
                }
            }
            return true;
        }

        boolean[] contested() {
            boolean[] reached = new boolean[partner.length];
            Queue<Integer> open = new ArrayDeque<>();
            for (int i = 0; i < partner.length; i++) {
                if (partner[i] < 0) {
                    reached[i] = true;
                    open.add(i);
                }
            }
            while (!open.isEmpty()) {
                int i = open.remove();
                for (int other = 0; other < partner.length; other++) {
                    if (!reached[other] && partner[other] >= 0 && allowed[i][partner[other]]) {
                        reached[other] = true;
                        open.add(other);
                    }
                }
            }
            return reached;
        }
    }
}
