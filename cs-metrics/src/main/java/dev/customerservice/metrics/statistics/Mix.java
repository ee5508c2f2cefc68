package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by name: tickets by category, open work by agent. Merges by adding.
 *
 * @param counts how many there are of each name, none negative
 */
public record Mix(SortedMap<String, Long> counts) implements Additive<Mix> {
    /** Nothing at all. */
    public static final Mix NONE = new Mix(new TreeMap<>());

    /**
     * One name in the order of size.
     *
     * @param name the name
     * @param count how many
     * @param share its share of all
     * @param upTo the share of this one and all before it
     */
    public record Rank(String name, long count, Ratio share, Ratio upTo) implements Serializable {}

    /** Refuses negative counts and keeps a copy without zeros. */
    public Mix {
        SortedMap<String, Long> copy = new TreeMap<>();
        counts.forEach((name, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException(
                        "Count (" + count + ") must not be negative.\nMaybe it is a difference.");
            }
            if (count > 0) {
                copy.put(name, count);
            }
        });
        counts = Collections.unmodifiableSortedMap(copy);
    }

    /** {@return how many there are in all} */
    public long total() {
        return counts.values().stream().reduce(0L, Math::addExact);
    }

    /** {@return the names by falling count, equal counts by name, with shares and running shares} */
    public List<Rank> ranking() {
        long total = total();
        List<Map.Entry<String, Long>> falling = new ArrayList<>(counts.entrySet());
        falling.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        List<Rank> ranking = new ArrayList<>();
        long running = 0;
        for (Map.Entry<String, Long> entry : falling) {
            running += entry.getValue();
            ranking.add(new Rank(
                    entry.getKey(), entry.getValue(), Ratio.of(entry.getValue(), total), Ratio.of(running, total)));
        }
        return Collections.unmodifiableList(ranking);
    }

    /**
     * Looks at how evenly it is spread over some names. Names without a count carry nothing, which counts.
     *
     * @param names all that could carry something, such as the agents of a team
     * @return the figures over these names; what others carry is not in them
     */
    public Balance balance(Collection<String> names) {
        return Balance.of(names.stream()
                .distinct()
                .mapToLong(name -> counts.getOrDefault(name, 0L))
                .toArray());
    }

    /** {@return the figures over the names that carry something} */
    public Balance balance() {
        return balance(counts.keySet());
    }

    /**
     * Pools two mixes.
     *
     * @param other the counts of another part
     * @return the counts of both together
     */
    @Override
    public Mix plus(Mix other) {
        SortedMap<String, Long> sum = new TreeMap<>(counts);
        other.counts.forEach((name, count) -> sum.merge(name, count, Math::addExact));
        return new Mix(sum);
    }
}
