package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many observations a number left out, by reason; two of them add up.
 *
 * @param counts the count of each reason, in the order of the codes; reasons that never occurred are absent
 */
public record LeftOut(SortedMap<Absence, Long> counts) implements Serializable {
    private static final LeftOut NONE = new LeftOut(new TreeMap<>());

    /** Keeps a copy of the counts that are above zero. */
    public LeftOut {
        SortedMap<Absence, Long> copy = new TreeMap<>();
        counts.forEach((reason, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("Count (" + count + ") of what was left out must not be negative."
                        + "\nMaybe it was computed by a subtraction.");
            }
            if (count > 0) {
                copy.put(reason, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** {@return the value that leaves nothing out} */
    public static LeftOut none() {
        return NONE;
    }

    /**
     * Leaves one kind of observation out.
     *
     * @param reason why
     * @param count how many, not negative
     * @return the value with this single reason
     */
    public static LeftOut of(Absence reason, long count) {
        return count == 0 ? NONE : new LeftOut(new TreeMap<>(Map.of(reason, count)));
    }

    /**
     * Counts the observations of one reason.
     *
     * @param reason why they were left out
     * @return their number, 0 when there was none
     */
    public long count(Absence reason) {
        return counts.getOrDefault(reason, 0L);
    }

    /** {@return the number of all observations that were left out} */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Adds what another part left out.
     *
     * @param other the other part
     * @return the sum of both, reason by reason
     */
    public LeftOut plus(LeftOut other) {
        if (other.counts.isEmpty()) {
            return this;
        }
        if (counts.isEmpty()) {
            return other;
        }
        SortedMap<Absence, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new LeftOut(sum);
    }

    @Override
    public String toString() {
        return counts.isEmpty() ? "nothing" : counts.toString();
    }
}
