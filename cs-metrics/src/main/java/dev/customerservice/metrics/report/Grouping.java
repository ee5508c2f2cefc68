package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The cells of one combination of dimensions, by their values; without dimensions, one cell for all. */
final class Grouping {
    private final List<Dimension<?>> dimensions;
    private final Map<Object, Cell> cells = new HashMap<>();
    private final Map<Object, List<Optional<?>>> keys = new HashMap<>();
    private final Supplier<Cell> opening;
    private @Nullable Cell whole;

    Grouping(List<Dimension<?>> dimensions, Supplier<Cell> opening) {
        this.dimensions = dimensions;
        this.opening = opening;
    }

    List<Dimension<?>> dimensions() {
        return dimensions;
    }

    Cell cell(Fact fact, Attributes at) {
        if (!dimensions.isEmpty()) {
            return keyed(fact, at);
        }
        Cell all = whole;
        if (all == null) {
            all = keyed(fact, at);
            whole = all;
        }
        return all;
    }

    private Cell keyed(Fact fact, Attributes at) {
        Object key = key(fact, at);
        Cell known = cells.get(key);
        if (known != null) {
            return known;
        }
        Cell cell = opening.get();
        cells.put(key, cell);
        keys.put(key, values(fact, at));
        return cell;
    }

    private Object key(Fact fact, Attributes at) {
        return dimensions.size() == 1 ? dimensions.get(0).of(fact, at) : values(fact, at);
    }

    private List<Optional<?>> values(Fact fact, Attributes at) {
        List<Optional<?>> values = new ArrayList<>(dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            values.add(dimensions.get(i).of(fact, at));
        }
        return values;
    }

    Optional<Cell> find(List<Optional<?>> values) {
        return Optional.ofNullable(cells.get(dimensions.size() == 1 ? values.get(0) : values));
    }

    List<List<Optional<?>>> keys() {
        return List.copyOf(keys.values());
    }

    Grouping settled() {
        cells.values().forEach(Cell::settled);
        return this;
    }
}
