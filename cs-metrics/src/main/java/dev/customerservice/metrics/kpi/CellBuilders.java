package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.statistics.Additive;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One builder for each cell that something is added to, and the sum of what those of some cells have built. */
final class CellBuilders<B, V extends Additive<V>> {
    private final Supplier<B> begun;
    private final Function<B, V> built;
    private final V none;
    private final List<@Nullable B> cells = new ArrayList<>();

    CellBuilders(Supplier<B> begun, Function<B, V> built) {
        this.begun = begun;
        this.built = built;
        this.none = built.apply(begun.get());
    }

    B of(int cell) {
        while (cells.size() <= cell) {
            cells.add(null);
        }
        B known = cells.get(cell);
        if (known == null) {
            known = begun.get();
            cells.set(cell, known);
        }
        return known;
    }

    V sum(int[] some) {
        V sum = none;
        for (int cell : some) {
            B own = cell < cells.size() ? cells.get(cell) : null;
            sum = own == null ? sum : sum.plus(built.apply(own));
        }
        return sum;
    }
}
