package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.Kpi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cells of one combination of dimensions, by their values; without dimensions, one cell for all. */
final class Grouping {
    private final List<Dimension<?>> dimensions;
    private final Map<Object, Cell> cells = new HashMap<>();
    private final Map<Object, List<Optional<?>>> keys = new HashMap<>();
    private final int slots;
    private final int bases;
    private @Nullable Cell whole;

    Grouping(List<Dimension<?>> dimensions, int slots, int bases) {
        this.dimensions = dimensions;
        this.slots = slots;
        this.bases = bases;
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
        Object key = dimensions.size() == 1 ? dimensions.get(0).of(fact, at) : values(fact, at);
        Cell known = cells.get(key);
        return known == null ? opened(key, values(fact, at)) : known;
    }

    private Cell opened(Object key, List<Optional<?>> values) {
        Cell cell = new Cell(slots, bases);
        cells.put(key, cell);
        keys.put(key, values);
        return cell;
    }

    /** The cell of some values, which facts in columns or another part have. */
    Cell cell(List<Optional<?>> values) {
        Object key = dimensions.size() == 1 ? values.get(0) : values;
        Cell known = cells.get(key);
        return known == null ? opened(key, values) : known;
    }

    private List<Optional<?>> values(Fact fact, Attributes at) {
        List<Optional<?>> values = new ArrayList<>(dimensions.size());
        for (int i = 0; i < dimensions.size(); i++) {
            values.add(dimensions.get(i).of(fact, at));
        }
        return values;
    }

    void merge(Cut part, List<Kpi<?, ?>> kpis) {
        part.cells().forEach((values, settled) -> cell(values).merge(settled, kpis));
    }

    Cut settled(boolean last, List<Kpi<?, ?>> kpis) {
        Map<List<Optional<?>>, Settled> settled = new LinkedHashMap<>();
        keys.forEach((key, values) -> {
            Cell cell = cells.get(key);
            if (cell != null) {
                settled.put(values, cell.settled(last, kpis));
            }
        });
        return new Cut(dimensions, Collections.unmodifiableMap(settled));
    }
}
