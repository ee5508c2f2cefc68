package dev.customerservice.metrics.statistics;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Every number of a population, exact and mergeable: any split of the same numbers merges to an equal distribution with
 * the same mean, bit for bit, because sums run over the sorted values. Equal numbers are stored once. Immutable.
 */
public final class Distribution implements Additive<Distribution> {
    private static final long serialVersionUID = 1;
    private static final Distribution EMPTY = new Distribution(OrderedCounts.EMPTY);

    private final OrderedCounts counts;

    private Distribution(OrderedCounts counts) {
        this.counts = counts;
    }

    /** {@return the distribution of no number, which merges without effect} */
    public static Distribution empty() {
        return EMPTY;
    }

    /**
     * Collects numbers.
     *
     * @param numbers finite numbers, in any order
     * @return their distribution
     */
    public static Distribution of(Collection<? extends Number> numbers) {
        Builder builder = builder();
        numbers.forEach(number -> builder.add(number.doubleValue()));
        return builder.build();
    }

    /**
     * Repeats one number.
     *
     * @param number a finite number
     * @param count how often it occurs, not negative
     * @return the distribution of that many equal numbers
     */
    public static Distribution times(double number, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "Count (" + count + ") of a number must not be negative.\nMaybe it is a difference.");
        }
        return new Distribution(OrderedCounts.times(encode(number), count));
    }

    /** {@return a builder that takes numbers one by one} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many numbers there are} */
    public long count() {
        return counts.size();
    }

    /** {@return whether there is no number} */
    public boolean isEmpty() {
        return count() == 0;
    }

    /** {@return the sum with Neumaier's correction, 0 for no number} */
    public double sum() {
        double sum = 0;
        double correction = 0;
        for (int place = 0; place < counts.distinct(); place++) {
            double term = decode(counts.value(place)) * counts.count(place);
            double next = sum + term;
            correction += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return sum + correction;
    }

    /** {@return the mean, never outside of the numbers, or empty when there is no number} */
    public OptionalDouble mean() {
        // rounding takes three times 0.1 over three beyond 0.1
        return isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.max(min().getAsDouble(), Math.min(max().getAsDouble(), sum() / count())));
    }

    /** {@return the smallest number, or empty when there is none} */
    public OptionalDouble min() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(decode(counts.value(0)));
    }

    /** {@return the largest number, or empty when there is none} */
    public OptionalDouble max() {
        return isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(decode(counts.value(counts.distinct() - 1)));
    }

    /** {@return the median: the middle number or the mean of the two middle ones, or empty when there is none} */
    public OptionalDouble median() {
        return quantile(Quantile.MEDIAN);
    }

    /**
     * Reads a quantile off the sorted numbers.
     *
     * @param quantile which one, by which definition
     * @return the quantile, or empty when there is no number
     */
    public OptionalDouble quantile(Quantile quantile) {
        if (isEmpty()) {
            return OptionalDouble.empty();
        }
        Quantile.Position position = quantile.in(count());
        return OptionalDouble.of(
                position.between(decode(counts.at(position.lower())), decode(counts.at(position.upper()))));
    }

    /**
     * Bounds the median of the population behind these numbers, from their order alone.
     *
     * @param confidence the least two-sided confidence, above 0 and below 1
     * @return the interval with the confidence it reaches; empty where there are too few numbers, such as below 6 for 95 %
     */
    public Optional<ConfidenceInterval> medianInterval(double confidence) {
        return MedianRanks.of(count(), confidence)
                .map(ranks -> new ConfidenceInterval(
                        decode(counts.at(ranks.lower())), decode(counts.at(ranks.upper())), ranks.coverage()));
    }

    /** {@return the median distance from the median, or empty when there is no number} */
    public OptionalDouble medianAbsoluteDeviation() {
        if (isEmpty()) {
            return OptionalDouble.empty();
        }
        double median = median().getAsDouble();
        Builder distances = builder();
        for (int place = 0; place < counts.distinct(); place++) {
            distances.addAll(times(Math.abs(decode(counts.value(place)) - median), counts.count(place)));
        }
        return distances.build().median();
    }

    /**
     * How far a number lies out, by a measure that outliers do not stretch: 0.6745 (x - median) / median absolute deviation, which is
     * a z value for normal numbers.
     *
     * @param number the number
     * @return its robust z, or empty where more than half of the numbers are alike
     */
    public OptionalDouble robustZ(double number) {
        double deviation = medianAbsoluteDeviation().orElse(0);
        return deviation == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(NORMAL_QUARTILE * (number - median().getAsDouble()) / deviation);
    }

    private static final double NORMAL_QUARTILE = 0.674_489_750_196_081_7;

    /**
     * The mean without the ends.
     *
     * @param eachTail the share to drop at each end, 0 to below 0.5; of n numbers, the whole part of share × n goes
     * @return the mean of the rest, or empty when there is no number
     */
    public OptionalDouble trimmedMean(BigDecimal eachTail) {
        if (eachTail.signum() < 0 || eachTail.compareTo(HALF) >= 0) {
            throw new IllegalArgumentException("Share of each tail (" + eachTail
                    + ") must be 0 to below 0.5.\nMaybe it was meant for both tails together.");
        }
        if (isEmpty()) {
            return OptionalDouble.empty();
        }
        long dropped = eachTail.multiply(BigDecimal.valueOf(count())).longValue();
        Builder kept = builder();
        long rank = 0;
        for (int place = 0; place < counts.distinct(); place++) {
            long from = Math.max(rank, dropped);
            rank += counts.count(place);
            long to = Math.min(rank, count() - dropped);
            kept.addAll(times(decode(counts.value(place)), Math.max(0, to - from)));
        }
        return kept.build().mean();
    }

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Counts the numbers from a bound on.
     *
     * @param boundInclusive the bound; a number equal to it counts
     * @return the share of numbers not below the bound
     */
    public Ratio atLeast(double boundInclusive) {
        return new Ratio(count() - counts.below(encode(boundInclusive)), count());
    }

    /**
     * Adds the numbers of another part.
     *
     * @param other the other part
     * @return the distribution of both together
     */
    @Override
    public Distribution plus(Distribution other) {
        return other.isEmpty() ? this : new Distribution(counts.plus(other.counts));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Distribution that && counts.equals(that.counts);
    }

    @Override
    public int hashCode() {
        return counts.hashCode();
    }

    @Override
    public String toString() {
        return isEmpty() ? "no number" : "median " + median().getAsDouble() + ", n = " + count();
    }

    /** Maps finite doubles to longs in the same order. */
    private static long encode(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "Number (" + number + ") must be finite.\nMaybe it was divided by zero.");
        }
        long bits = Double.doubleToLongBits(number + 0.0);
        return bits ^ ((bits >> 63) & Long.MAX_VALUE);
    }

    private static double decode(long code) {
        return Double.longBitsToDouble(code ^ ((code >> 63) & Long.MAX_VALUE));
    }

    /** Takes numbers one by one, without an object for each; not safe for several threads at once. */
    public static final class Builder {
        private final OrderedCounts.Buffer buffer = new OrderedCounts.Buffer();

        private Builder() {}

        /**
         * Adds a number.
         *
         * @param number a finite number
         * @return this builder
         */
        public Builder add(double number) {
            buffer.add(encode(number));
            return this;
        }

        /**
         * Adds all numbers of a distribution.
         *
         * @param numbers the distribution
         * @return this builder
         */
        public Builder addAll(Distribution numbers) {
            buffer.add(numbers.counts);
            return this;
        }

        /** {@return the distribution of what was added so far; the builder can go on} */
        public Distribution build() {
            return new Distribution(buffer.toCounts());
        }
    }
}
