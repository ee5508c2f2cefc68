package dev.customerservice.metrics.statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Durations counted in classes that grow with the length: a distribution of bounded size whose quantiles are approximate, each within
 * {@link #RELATIVE_ERROR} of the exact one or a nanosecond more. Count, total, mean, least and greatest are exact. Merges in any order with equal results.
 *
 * <p>Classes are log-linear: each doubling of the length has 64 of the same width, and lengths below 64 nanoseconds have one each, so
 * there are at most 3,712 classes, 30 KB, however many durations are counted. A quantile answers a value near the
 * middle of a class, as far from its ends in proportion to them. Use {@link DurationDistribution} wherever the durations themselves can be kept.
 */
public final class DurationHistogram implements Additive<DurationHistogram> {
    /**
     * The greatest relative error of a quantile: half a class in 64, for values between which the definition interpolates as well. As quantiles
     * are whole nanoseconds, it may be a nanosecond more.
     */
    public static final double RELATIVE_ERROR = 1.0 / 128;

    private static final long serialVersionUID = 1;
    private static final int BITS = 6;
    private static final int WIDTH = 1 << BITS;
    private static final DurationHistogram EMPTY =
            new DurationHistogram(0, new long[0], Duration.ZERO, Long.MAX_VALUE, Long.MIN_VALUE);

    /** The number of the first class with a count, and the counts up to the last such class, so that equal histograms have equal arrays. */
    private final int first;

    private final long[] counts;

    private final Duration total;
    private final long least;
    private final long greatest;

    private DurationHistogram(int first, long[] counts, Duration total, long least, long greatest) {
        this.first = first;
        this.counts = counts;
        this.total = total;
        this.least = least;
        this.greatest = greatest;
    }

    /** {@return the histogram of no duration} */
    public static DurationHistogram empty() {
        return EMPTY;
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many durations were counted} */
    public long count() {
        return Arrays.stream(counts).reduce(0, Math::addExact);
    }

    /** {@return the exact mean, as total and count} */
    public DurationMean mean() {
        return new DurationMean(total, count());
    }

    /** {@return the exact least duration, or empty for none} */
    public Optional<Duration> min() {
        return counts.length == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(least));
    }

    /** {@return the exact greatest duration, or empty for none} */
    public Optional<Duration> max() {
        return counts.length == 0 ? Optional.empty() : Optional.of(Duration.ofNanos(greatest));
    }

    /**
     * Estimates a quantile.
     *
     * @param quantile which one, by which definition
     * @return a duration within {@link #RELATIVE_ERROR} of the exact quantile, or empty for none
     */
    public Optional<Duration> quantile(Quantile quantile) {
        long all = count();
        if (all == 0) {
            return Optional.empty();
        }
        Quantile.Position place = quantile.in(all);
        return Optional.of(Duration.ofNanos(place.between(at(place.lower()), at(place.upper()))));
    }

    private long at(long rank) {
        long passed = 0;
        for (int index = 0; index < counts.length; index++) {
            passed += counts[index];
            if (passed > rank) {
                return Math.max(least, Math.min(greatest, middle(first + index)));
            }
        }
        return greatest;
    }

    /**
     * Adds another histogram.
     *
     * @param other the histogram of another part
     * @return the histogram of both together
     */
    @Override
    public DurationHistogram plus(DurationHistogram other) {
        if (counts.length == 0 || other.counts.length == 0) {
            return counts.length == 0 ? other : this;
        }
        int from = Math.min(first, other.first);
        int to = Math.max(first + counts.length, other.first + other.counts.length);
        long[] sum = new long[to - from];
        System.arraycopy(counts, 0, sum, first - from, counts.length);
        for (int index = 0; index < other.counts.length; index++) {
            int place = other.first - from + index;
            sum[place] = Math.addExact(sum[place], other.counts[index]);
        }
        return new DurationHistogram(
                from, sum, total.plus(other.total), Math.min(least, other.least), Math.max(greatest, other.greatest));
    }

    private static int index(long nanos) {
        if (nanos < WIDTH) {
            return (int) nanos;
        }
        int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos);
        return (shift << BITS) + (int) (nanos >>> shift);
    }

    /** As far from both ends in proportion to them, at most 1 / 129: room for rounding below the stated error. */
    private static long middle(int index) {
        if (index < 2 * WIDTH) {
            return index;
        }
        int shift = (index >> BITS) - 1;
        long first = (long) (index - (shift << BITS)) << shift;
        double width = 1L << shift;
        return first + (long) (width / (2 + width / first));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationHistogram that
                && first == that.first
                && Arrays.equals(counts, that.counts)
                && total.equals(that.total)
                && least == that.least
                && greatest == that.greatest;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(counts) + total.hashCode();
    }

    /** {@return the number of durations and their range} */
    @Override
    public String toString() {
        return count() + " durations" + (counts.length == 0 ? "" : " from " + min().get() + " to " + max().get());
    }

    /** Counts durations; for one thread. Its memory grows with the classes between the least and the greatest duration, by 2 bytes each. */
    public static final class Builder {
        /** How many classes are made room for at once on either side. */
        private static final int ROOM = WIDTH / 2;

        /** Sums are estimated with as many bits less than they have. */
        private static final int DROPPED_BITS = 18;

        /** As many durations may be added at once. */
        private static final int AT_ONCE = 1 << 16;

        private int first;
        private char[] counts = new char[0];
        /** How many durations {@link #counts} holds, so that no count leaves the range of a char. */
        private int counted;

        private long part;
        private long least = Long.MAX_VALUE;
        private long greatest = Long.MIN_VALUE;
        private Duration total = Duration.ZERO;
        private DurationHistogram rest = EMPTY;

        private Builder() {}

        /**
         * Counts one duration.
         *
         * @param nanos its nanoseconds, not negative
         * @return this builder
         */
        public Builder addNanos(long nanos) {
            if (nanos < 0) {
                throw new IllegalArgumentException(
                        "Duration (" + nanos + " ns) must not be negative.\nMaybe start and end were swapped.");
            }
            int place = index(nanos) - first;
            if (place < 0 || place >= counts.length) {
                place = makeRoom(index(nanos));
            }
            if (counted == Character.MAX_VALUE) {
                setAside();
                return addNanos(nanos);
            }
            counts[place]++;
            counted++;
            least = Math.min(least, nanos);
            greatest = Math.max(greatest, nanos);
            part += nanos;
            if (part < 0) {
                // the sum left the range of a long; before this duration it had not
                total = total.plusNanos(part - nanos);
                part = nanos;
            }
            return this;
        }

        /**
         * Counts many durations.
         *
         * @param nanos their nanoseconds, not negative
         * @param fromInclusive the place of the first of them
         * @param toExclusive the place behind the last one
         * @return this builder
         */
        public Builder addNanos(long[] nanos, int fromInclusive, int toExclusive) {
            long low = least;
            long high = greatest;
            long sum = 0;
            for (int i = fromInclusive; i < toExclusive; i++) {
                low = Math.min(low, nanos[i]);
                high = Math.max(high, nanos[i]);
                sum += nanos[i] >>> DROPPED_BITS;
            }
            int room = toExclusive - fromInclusive;
            boolean mayLeaveRange = sum > (Long.MAX_VALUE >>> DROPPED_BITS) - (part >>> DROPPED_BITS) - room - 1;
            if (low < 0 || room > AT_ONCE || counted > Character.MAX_VALUE - room || mayLeaveRange) {
                for (int i = fromInclusive; i < toExclusive; i++) {
                    addNanos(nanos[i]);
                }
                return this;
            }
            if (room > 0) {
                makeRoom(index(low));
                makeRoom(index(high));
                part += count(nanos, fromInclusive, toExclusive, counts, first);
                counted += room;
                least = low;
                greatest = high;
            }
            return this;
        }

        private static long count(long[] nanos, int from, int to, char[] counts, int first) {
            long sum = 0;
            for (int i = from; i < to; i++) {
                counts[index(nanos[i]) - first]++;
                sum += nanos[i];
            }
            return sum;
        }

        private int makeRoom(int index) {
            if (index >= first && index < first + counts.length) {
                return index - first;
            }
            int from = counts.length == 0 ? index : Math.min(first, index);
            int to = counts.length == 0 ? index + 1 : Math.max(first + counts.length, index + 1);
            from = from < first || counts.length == 0 ? Math.max(0, from - ROOM) : from;
            to = to > first + counts.length ? to + ROOM : to;
            char[] more = new char[to - from];
            System.arraycopy(counts, 0, more, counts.length == 0 ? 0 : first - from, counts.length);
            first = from;
            counts = more;
            return index - from;
        }

        /** Keeps what was counted so far apart. */
        private void setAside() {
            rest = build();
            counts = new char[0];
            counted = 0;
            part = 0;
            least = Long.MAX_VALUE;
            greatest = Long.MIN_VALUE;
            total = Duration.ZERO;
        }

        /**
         * Adds a histogram.
         *
         * @param histogram the histogram of another part
         * @return this builder
         */
        public Builder addAll(DurationHistogram histogram) {
            rest = rest.plus(histogram);
            return this;
        }

        /** {@return the histogram of all durations so far} */
        public DurationHistogram build() {
            int from = 0;
            int to = counts.length;
            while (from < to && counts[from] == 0) {
                from++;
            }
            while (to > from && counts[to - 1] == 0) {
                to--;
            }
            if (from == to) {
                return rest;
            }
            long[] own = new long[to - from];
            for (int place = from; place < to; place++) {
                own[place - from] = counts[place];
            }
            return new DurationHistogram(first + from, own, total.plusNanos(part), least, greatest).plus(rest);
        }
    }
}
