package dev.customerservice.metrics.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was counted for one combination of dimensions, by their values. */
record Cut(List<Dimension<?>> dimensions, Map<List<Optional<?>>, Settled> cells) implements Serializable {
    /** Compares combinations by the values one after another; texts are kept, for some are put together when they are asked for. */
    private static Comparator<List<Optional<?>>> inOrder() {
        Map<Object, String> texts = new HashMap<>();
        return (one, other) -> {
            for (int i = 0; i < one.size(); i++) {
                int order = compare(one.get(i), other.get(i), texts);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        };
    }

    /** Comparable values by their own order, all others by their text. */
    private static int compare(Optional<?> one, Optional<?> other, Map<Object, String> texts) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isEmpty(), other.isEmpty());
        }
        Object left = one.get();
        Object right = other.get();
        if (left instanceof Comparable<?> && left.getClass() == right.getClass()) {
            // values of one class compare with each other
            @SuppressWarnings("unchecked")
            Comparable<Object> comparable = (Comparable<Object>) left;
            return comparable.compareTo(right);
        }
        return texts.computeIfAbsent(left, Object::toString).compareTo(texts.computeIfAbsent(right, Object::toString));
    }

    /** The combinations of values that occurred, in the order of the values, those without a value last. */
    List<List<Optional<?>>> values() {
        return cells.keySet().stream().sorted(inOrder()).toList();
    }

    Optional<Settled> find(List<Optional<?>> values) {
        return Optional.ofNullable(cells.get(values));
    }

    private Object writeReplace() {
        List<@Nullable Object[]> keys = new ArrayList<>();
        cells.keySet()
                .forEach(values -> keys.add(
                        values.stream().map(value -> value.orElse(null)).toArray()));
        return new Sent(dimensions, keys, new ArrayList<>(cells.values()));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(List<Dimension<?>> dimensions, List<@Nullable Object[]> keys, List<Settled> cells)
            implements Serializable {
        private Object readResolve() {
            Map<List<Optional<?>>, Settled> byValues = new LinkedHashMap<>();
            for (int i = 0; i < keys.size(); i++) {
                List<Optional<?>> values = new ArrayList<>();
                for (Object value : keys.get(i)) {
                    values.add(Optional.ofNullable(value));
                }
                byValues.put(values, cells.get(i));
            }
            return new Cut(dimensions, Collections.unmodifiableMap(byValues));
        }
    }
}
