package dev.customerservice.metrics.statistics;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Parts of a whole time by name, such as the paid time lost to breaks and to training. Merges by adding.
 *
 * @param parts the time of each part, none negative
 * @param whole the time of which they are parts, not negative
 */
public record TimeSplit(SortedMap<String, Duration> parts, Duration whole) implements Additive<TimeSplit> {
    /** No part of no time. */
    public static final TimeSplit NONE = new TimeSplit(new TreeMap<>(), Duration.ZERO);

    /** Refuses negative time and keeps a copy without empty parts. */
    public TimeSplit {
        SortedMap<String, Duration> copy = new TreeMap<>();
        parts.forEach((name, time) -> {
            if (time.isNegative()) {
                throw new IllegalArgumentException(
                        "Part (" + time + ") of a time must not be negative.\nMaybe an interval was reversed.");
            }
            if (!time.isZero()) {
                copy.put(name, time);
            }
        });
        if (whole.isNegative()) {
            throw new IllegalArgumentException(
                    "Whole (" + whole + ") must not be negative.\nMaybe an interval was reversed.");
        }
        parts = Collections.unmodifiableSortedMap(copy);
    }

    /** {@return all parts together over the whole} */
    public DurationRatio total() {
        return new DurationRatio(parts.values().stream().reduce(Duration.ZERO, Duration::plus), whole);
    }

    /**
     * Relates one part to the whole.
     *
     * @param name the part
     * @return its time over the whole; a part that never occurred is zero
     */
    public DurationRatio share(String name) {
        return new DurationRatio(parts.getOrDefault(name, Duration.ZERO), whole);
    }

    /** {@return 1 - Π (1 - part / whole), for parts that each apply to what the ones before left; empty over no time} */
    public OptionalDouble successive() {
        if (whole.isZero()) {
            return OptionalDouble.empty();
        }
        double kept = 1;
        for (String name : parts.keySet()) {
            kept *= 1 - share(name).value().orElse(0);
        }
        return OptionalDouble.of(1 - kept);
    }

    /** {@return 1 / (1 - total / whole), the factor from people needed at work to people to plan; empty where nothing is left} */
    public OptionalDouble grossUp() {
        DurationRatio lost = total();
        Duration left = whole.minus(lost.part());
        return left.isNegative() || left.isZero() ? OptionalDouble.empty() : new DurationRatio(whole, left).value();
    }

    /**
     * Pools two splits.
     *
     * @param other the split of another time
     * @return the split of both together
     */
    @Override
    public TimeSplit plus(TimeSplit other) {
        SortedMap<String, Duration> sum = new TreeMap<>(parts);
        for (Map.Entry<String, Duration> part : other.parts.entrySet()) {
            sum.merge(part.getKey(), part.getValue(), Duration::plus);
        }
        return new TimeSplit(sum, whole.plus(other.whole));
    }

    @Override
    public boolean isDefined() {
        return !whole.isZero();
    }
}
