package dev.customerservice.domain.time;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A set of instants, held as sorted, disjoint, non-empty half-open intervals; intervals that touch are one.
 *
 * <p>Two sets are equal exactly if they hold the same instants. Immutable. Every end lies in the range of
 * {@link EpochNanos}. All operations take one pass over both sets.
 */
public final class IntervalSet implements Serializable {
    private static final long serialVersionUID = 1;

    private static final int IN_THIS = 1 << 1;
    private static final int IN_OTHER = 1 << 2;
    private static final int IN_BOTH = 1 << 3;

    private static final IntervalSet EMPTY = new IntervalSet(new long[0]);

    /** Epoch nanoseconds at which the set begins, ends, begins, ends ...: strictly increasing, an even number. */
    private final long[] edges;

    private IntervalSet(long[] edges) {
        this.edges = edges;
    }

    /** {@return the set without any instant} */
    public static IntervalSet empty() {
        return EMPTY;
    }

    /**
     * Joins intervals in any order, overlapping or not, to one set.
     *
     * @param intervals the intervals; empty ones add nothing
     * @return the instants that lie in at least one of them
     * @throws IllegalArgumentException if an end lies outside the range of {@link EpochNanos}
     */
    public static IntervalSet of(Interval... intervals) {
        return of(List.of(intervals));
    }

    /**
     * Joins intervals in any order, overlapping or not, to one set.
     *
     * @param intervals the intervals; empty ones add nothing
     * @return the instants that lie in at least one of them
     * @throws IllegalArgumentException if an end lies outside the range of {@link EpochNanos}
     */
    public static IntervalSet of(Collection<Interval> intervals) {
        long[][] sorted = intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .map(interval ->
                        new long[] {EpochNanos.of(interval.startInclusive()), EpochNanos.of(interval.endExclusive())})
                .sorted((one, other) -> Long.compare(one[0], other[0]))
                .toArray(long[][]::new);
        long[] joined = new long[2 * sorted.length];
        int size = 0;
        for (long[] interval : sorted) {
            if (size > 0 && interval[0] <= joined[size - 1]) {
                joined[size - 1] = Math.max(joined[size - 1], interval[1]);
            } else {
                joined[size++] = interval[0];
                joined[size++] = interval[1];
            }
        }
        return trusted(joined, size);
    }

    /**
     * Takes the primitive form: the epoch nanoseconds at which the set begins, ends, begins, ends and so on.
     *
     * @param edges an even number of strictly increasing values
     * @return the set with these edges
     * @throws IllegalArgumentException if the number is odd or the values do not increase
     */
    public static IntervalSet ofEpochNanos(long... edges) {
        if (edges.length % 2 != 0) {
            throw new IllegalArgumentException("The number of edges (" + edges.length
                    + ") of an interval set must be even.\nMaybe the last interval lacks its end.");
        }
        for (int i = 1; i < edges.length; i++) {
            if (edges[i] <= edges[i - 1]) {
                throw new IllegalArgumentException("The edge (" + EpochNanos.toInstant(edges[i])
                        + ") of an interval set must be after the one before it (" + EpochNanos.toInstant(edges[i - 1])
                        + ").\nMaybe the intervals are not sorted, or two of them touch or overlap.");
            }
        }
        return trusted(edges, edges.length);
    }

    private static IntervalSet trusted(long[] edges, int size) {
        return size == 0 ? EMPTY : new IntervalSet(Arrays.copyOf(edges, size));
    }

    /** {@return the primitive form: the epoch nanoseconds at which the set begins, ends, begins, ends and so on} */
    public long[] toEpochNanos() {
        return edges.clone();
    }

    /** {@return the maximal intervals of the set in ascending order} */
    public List<Interval> intervals() {
        return IntStream.range(0, edges.length / 2)
                .mapToObj(i -> new Interval(EpochNanos.toInstant(edges[2 * i]), EpochNanos.toInstant(edges[2 * i + 1])))
                .toList();
    }

    /** {@return whether the set holds no instant} */
    public boolean isEmpty() {
        return edges.length == 0;
    }

    /**
     * Asks for one instant.
     *
     * @param at the instant to look for
     * @return whether it lies in the set
     * @throws IllegalArgumentException if the instant lies outside the range of {@link EpochNanos}
     */
    public boolean contains(Instant at) {
        int found = Arrays.binarySearch(edges, EpochNanos.of(at));
        int begunOrEnded = found >= 0 ? found + 1 : -found - 1;
        return begunOrEnded % 2 == 1;
    }

    /** {@return the sum of the lengths of all intervals; zero for the empty set} */
    public Duration total() {
        long nanos = 0;
        for (int i = 0; i < edges.length; i += 2) {
            nanos += edges[i + 1] - edges[i];
        }
        return EpochNanos.between(0, nanos);
    }

    /**
     * Joins two sets.
     *
     * @param other the other set
     * @return the instants that lie in this set or the other
     */
    public IntervalSet union(IntervalSet other) {
        return merge(other, IN_BOTH | IN_THIS | IN_OTHER);
    }

    /**
     * Finds what two sets have in common.
     *
     * @param other the other set
     * @return the instants that lie in this set and the other
     */
    public IntervalSet intersection(IntervalSet other) {
        return merge(other, IN_BOTH);
    }

    /**
     * Takes another set away from this one.
     *
     * @param other the set to take away
     * @return the instants of this set that do not lie in the other
     */
    public IntervalSet difference(IntervalSet other) {
        return merge(other, IN_THIS);
    }

    /**
     * Cuts the set to a window.
     *
     * @param window the interval to keep
     * @return the instants of this set that lie in the window
     * @throws IllegalArgumentException if the window reaches outside the range of {@link EpochNanos}
     */
    public IntervalSet within(Interval window) {
        return intersection(of(window));
    }

    /** {@return the instants of the kinds kept, a sum of {@link #IN_THIS}, {@link #IN_OTHER} and {@link #IN_BOTH}} */
    private IntervalSet merge(IntervalSet other, int kept) {
        long[] merged = new long[edges.length + other.edges.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < edges.length || j < other.edges.length) {
            long mine = i < edges.length ? edges[i] : Long.MAX_VALUE;
            long theirs = j < other.edges.length ? other.edges[j] : Long.MAX_VALUE;
            if (mine <= theirs) {
                i++;
            }
            if (theirs <= mine) {
                j++;
            }
            boolean inside = (kept >>> (i % 2 + 2 * (j % 2)) & 1) != 0;
            if (inside != (size % 2 == 1)) {
                merged[size++] = Math.min(mine, theirs);
            }
        }
        return trusted(merged, size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet set && Arrays.equals(edges, set.edges);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(edges);
    }

    /** {@return the intervals in ISO-8601 form, such as {@code [start/end, start/end]}} */
    @Override
    public String toString() {
        return intervals().stream().map(Interval::toString).collect(Collectors.joining(", ", "[", "]"));
    }
}
