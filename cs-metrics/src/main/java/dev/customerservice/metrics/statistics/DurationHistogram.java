package dev.customerservice.metrics.statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Durations counted in classes that grow with the length: a distribution of bounded size whose quantiles are approximate, each within
 * {@link #RELATIVE_ERROR} of the exact one. Count, total, mean, least and greatest are exact. Merges in any order with equal results.
 *
 * <p>Classes are log-linear: each doubling of the length has 64 of the same width, and lengths below 64 nanoseconds have one each, so
 * there are at most 3,712 classes, 30 KB, however many durations are counted. A quantile answers a value near the
 * middle of a class, as far from its ends in proportion to them. Use {@link DurationDistribution} wherever the durations themselves can be kept.
 */
public final class DurationHistogram implements Additive<DurationHistogram> {
    /** The greatest relative error of a quantile: half a class in 64, for values between which the definition interpolates as well. */
    public static final double RELATIVE_ERROR = 1.0 / 128;

    private static final long serialVersionUID = 1;
    private static final int BITS = 6;
    private static final int WIDTH = 1 << BITS;
    private static final DurationHistogram EMPTY =
            new DurationHistogram(new long[0], Duration.ZERO, Long.MAX_VALUE, Long.MIN_VALUE);

    /** Up to the last class with a count, so that equal histograms have equal arrays. */
    private final long[] counts;

    private final Duration total;
    private final long least;
    private final long greatest;

    private DurationHistogram(long[] counts, Duration total, long least, long greatest) {
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
                return Math.max(least, Math.min(greatest, middle(index)));
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
        boolean longer = counts.length >= other.counts.length;
        long[] sum = (longer ? counts : other.counts).clone();
        long[] shorter = longer ? other.counts : counts;
        for (int index = 0; index < shorter.length; index++) {
            sum[index] = Math.addExact(sum[index], shorter[index]);
        }
        return new DurationHistogram(
                sum, total.plus(other.total), Math.min(least, other.least), Math.max(greatest, other.greatest));
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

    /** Counts durations; for one thread. */
    public static final class Builder {
        private long[] counts = new long[0];
        private Duration total = Duration.ZERO;
        private long part;
        private long least = Long.MAX_VALUE;
        private long greatest = Long.MIN_VALUE;

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
            int index = index(nanos);
            if (index >= counts.length) {
                counts = Arrays.copyOf(counts, index + 1);
            }
            counts[index]++;
            least = Math.min(least, nanos);
            greatest = Math.max(greatest, nanos);
            part += nanos;
            if (part < 0) {
                // the sum left the range of a long; before this duration it had not
                carry(part - nanos);
                part = nanos;
            }
            return this;
        }

        private void carry(long nanos) {
            total = total.plusNanos(nanos);
        }

        /**
         * Adds a histogram.
         *
         * @param histogram the histogram of another part
         * @return this builder
         */
        public Builder addAll(DurationHistogram histogram) {
            DurationHistogram sum = build().plus(histogram);
            counts = sum.counts.clone();
            total = sum.total;
            part = 0;
            least = sum.least;
            greatest = sum.greatest;
            return this;
        }

        /** {@return the histogram of all durations so far} */
        public DurationHistogram build() {
            return counts.length == 0
                    ? EMPTY
                    : new DurationHistogram(counts.clone(), total.plusNanos(part), least, greatest);
        }
    }
}
