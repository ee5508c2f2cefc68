package dev.customerservice.metrics.statistics;

import java.nio.LongBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Every duration of a population, exact to the nanosecond and mergeable: any split of the same durations merges to an
 * equal distribution. Equal durations are stored once with their number. Immutable.
 *
 * <p>Lengths range over about 292 years to either side of zero; negative ones occur in measures declared signed.
 */
public final class DurationDistribution implements Additive<DurationDistribution> {
    private static final long serialVersionUID = 1;
    private static final DurationDistribution EMPTY = new DurationDistribution(OrderedCounts.EMPTY);
    private static final long NANOS = 1_000_000_000L;

    private final @Nullable OrderedCounts ordered;
    private final transient @Nullable Selection unordered;
    private final transient @Nullable Duration knownTotal;

    private DurationDistribution(OrderedCounts counts) {
        this.ordered = counts;
        this.unordered = null;
        this.knownTotal = null;
    }

    private DurationDistribution(Selection unordered, Duration total) {
        this.ordered = null;
        this.unordered = unordered;
        this.knownTotal = total;
    }

    /**
     * Takes durations whose number and sum are known already and whose order may never be asked for. Quantiles are selected without putting
     * all durations in order, exact all the same.
     *
     * @param count how many there are
     * @param total their exact sum
     * @param nanos gives their nanoseconds in any order, once, in an array that nobody else uses from then on
     * @return their distribution, equal to that of the same durations put in one by one
     */
    public static DurationDistribution deferred(int count, Duration total, Supplier<LongBuffer> nanos) {
        return count == 0 ? EMPTY : new DurationDistribution(new Selection(count, nanos), total);
    }

    OrderedCounts counts() {
        return ordered == null ? Objects.requireNonNull(unordered).ordered() : ordered;
    }

    private Object writeReplace() {
        return unordered == null ? this : new DurationDistribution(counts());
    }

    /** {@return the distribution of no duration, which merges without effect} */
    public static DurationDistribution empty() {
        return EMPTY;
    }

    /**
     * Collects durations.
     *
     * @param durations the durations, in any order
     * @return their distribution
     */
    public static DurationDistribution of(Collection<Duration> durations) {
        Builder builder = builder();
        durations.forEach(builder::add);
        return builder.build();
    }

    /**
     * Repeats one duration.
     *
     * @param duration the duration
     * @param count how often it occurs, not negative
     * @return the distribution of that many equal durations
     */
    public static DurationDistribution times(Duration duration, long count) {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "Count (" + count + ") of a duration must not be negative.\nMaybe it is a difference.");
        }
        return new DurationDistribution(OrderedCounts.times(duration.toNanos(), count));
    }

    /** {@return a builder that takes durations one by one} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return how many durations there are} */
    public long count() {
        return unordered == null ? counts().size() : unordered.size();
    }

    private long at(long rank) {
        return unordered == null ? counts().at(rank) : unordered.at((int) rank);
    }

    /** {@return whether there is no duration} */
    public boolean isEmpty() {
        return count() == 0;
    }

    /** {@return the exact sum, zero for no duration} */
    public Duration total() {
        if (knownTotal != null) {
            return knownTotal;
        }
        OrderedCounts counts = counts();
        Duration sum = Duration.ZERO;
        for (int place = 0; place < counts.distinct(); place++) {
            long value = counts.value(place);
            long times = counts.count(place);
            sum = sum.plusSeconds(Math.multiplyExact(Math.floorDiv(value, NANOS), times))
                    .plus(Duration.ofNanos(Math.floorMod(value, NANOS)).multipliedBy(times));
        }
        return sum;
    }

    /** {@return the mean as total and count} */
    public DurationMean mean() {
        return new DurationMean(total(), count());
    }

    /** {@return the shortest duration, or empty when there is none} */
    public Optional<Duration> min() {
        return isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(at(0)));
    }

    /** {@return the longest duration, or empty when there is none} */
    public Optional<Duration> max() {
        return isEmpty() ? Optional.empty() : Optional.of(Duration.ofNanos(at(count() - 1)));
    }

    /** {@return the median: the middle duration or the mean of the two middle ones, or empty when there is none} */
    public Optional<Duration> median() {
        return quantile(Quantile.MEDIAN);
    }

    /**
     * Reads a quantile off the sorted durations.
     *
     * @param quantile which one, by which definition
     * @return the quantile, cut after the nanosecond where it lies between two durations, or empty when there is none
     */
    public Optional<Duration> quantile(Quantile quantile) {
        if (isEmpty()) {
            return Optional.empty();
        }
        Quantile.Position position = quantile.in(count());
        return Optional.of(Duration.ofNanos(position.between(at(position.lower()), at(position.upper()))));
    }

    /**
     * Bounds the median of the population behind these durations, from their order alone.
     *
     * @param confidence the least two-sided confidence, above 0 and below 1
     * @return the ends in nanoseconds with the confidence they reach; empty where there are too few, such as below 6 for 95 %
     */
    public Optional<ConfidenceInterval> medianInterval(double confidence) {
        return MedianRanks.of(count(), confidence)
                .map(ranks -> new ConfidenceInterval(at(ranks.lower()), at(ranks.upper()), ranks.coverage()));
    }

    int distinct() {
        return counts().distinct();
    }

    long nanos(int place) {
        return counts().value(place);
    }

    long times(int place) {
        return counts().count(place);
    }

    /** How many last at least some nanoseconds. */
    long fromOn(long nanosInclusive) {
        return count() - counts().below(nanosInclusive);
    }

    /**
     * Counts the durations that keep a limit.
     *
     * @param limitInclusive the limit; a duration equal to it keeps it
     * @return the share of durations not above the limit
     */
    public Ratio atMost(Duration limitInclusive) {
        long limit = limitInclusive.toNanos();
        return new Ratio(limit == Long.MAX_VALUE ? count() : counts().below(limit + 1), count());
    }

    /**
     * Counts the durations by class: below the first edge, from each edge to the next, and from the last edge on.
     *
     * @param edges the boundaries in rising order; each belongs to the class above it
     * @return one count for each class, one more than there are edges; they add up to {@link #count()}
     */
    public List<Long> classes(List<Duration> edges) {
        List<Long> result = new ArrayList<>(edges.size() + 1);
        long before = 0;
        long last = Long.MIN_VALUE;
        for (Duration edge : edges) {
            long bound = edge.toNanos();
            if (bound <= last) {
                throw new IllegalArgumentException(
                        "Class edges (" + edges + ") must rise.\nMaybe two of them are equal or swapped.");
            }
            last = bound;
            long below = counts().below(bound);
            result.add(below - before);
            before = below;
        }
        result.add(count() - before);
        return Collections.unmodifiableList(result);
    }

    /**
     * Adds the durations of another part.
     *
     * @param other the other part
     * @return the distribution of both together
     */
    @Override
    public DurationDistribution plus(DurationDistribution other) {
        return other.isEmpty() ? this : new DurationDistribution(counts().plus(other.counts()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationDistribution that && counts().equals(that.counts());
    }

    @Override
    public int hashCode() {
        return counts().hashCode();
    }

    @Override
    public String toString() {
        return median().map(median -> "median " + median + ", n = " + count()).orElse("no duration");
    }

    /** Takes durations one by one, without an object for each; not safe for several threads at once. */
    public static final class Builder {
        private final OrderedCounts.Buffer buffer = new OrderedCounts.Buffer();

        private Builder() {}

        /**
         * Adds a duration.
         *
         * @param duration the duration
         * @return this builder
         */
        public Builder add(Duration duration) {
            return addNanos(duration.toNanos());
        }

        /**
         * Adds a duration given in nanoseconds.
         *
         * @param nanos its length
         * @return this builder
         */
        public Builder addNanos(long nanos) {
            buffer.add(nanos);
            return this;
        }

        /**
         * Adds all durations of a distribution.
         *
         * @param durations the distribution
         * @return this builder
         */
        public Builder addAll(DurationDistribution durations) {
            buffer.add(durations.counts());
            return this;
        }

        /** {@return the distribution of what was added so far; the builder can go on} */
        public DurationDistribution build() {
            return new DurationDistribution(buffer.toCounts());
        }
    }
}
