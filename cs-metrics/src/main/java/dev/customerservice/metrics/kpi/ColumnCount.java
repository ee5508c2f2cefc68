package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Facet;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Measures counted from packed facts, for each combination of facets and each stretch of time: the states that the accumulators of the
 * same measures give over the same facts as rows. All measures share one pass. Lengths are copied, in a second one, when the first
 * quantile is asked for; their means need no copy. Immutable; safe for several threads.
 *
 * <p>Reports use it where they can. Use it yourself to feed an engine of your own.
 *
 * @param <F> the facts
 */
public final class ColumnCount<F extends Fact> {
    private final List<List<CellState>> readings = new ArrayList<>();
    /** The first cell of each combination with rows, for each grouping, and its values. */
    private final List<Occurred> occurred = new ArrayList<>();

    private record Occurred(List<List<Optional<?>>> keys, List<Integer> first) {}

    private ColumnCount(PackedFacts<F> facts, Slicing<F> slicing, List<Kpi<F, ?>> kpis) {
        BlockPass<F> pass = new BlockPass<>(facts, slicing);
        Gathering<F> gathering = new Gathering<>(facts, slicing, pass);
        List<CellCounts> rows = new ArrayList<>();
        for (int grouping = 0; grouping < slicing.groupings.size(); grouping++) {
            CellCounts counts = new CellCounts();
            rows.add(counts);
            Cells<F> cells = new Cells<>(facts, pass, grouping, counts, gathering);
            List<CellState> own = new ArrayList<>();
            kpis.forEach(kpi -> own.add(Columnar.of(kpi).orElseThrow().over(cells)));
            pass.add(grouping, counts);
            readings.add(own);
        }
        pass.run();
        for (int grouping = 0; grouping < rows.size(); grouping++) {
            occurred.add(occurred(pass.cells(grouping), rows.get(grouping), slicing.starts.length));
        }
    }

    private static Occurred occurred(BlockCells cells, CellCounts rows, int slots) {
        int[] keys = IntStream.range(0, cells.keys())
                .filter(key -> rows.rows(cells(cells.first(key), 0, slots)) > 0)
                .toArray();
        return new Occurred(
                Arrays.stream(keys).<List<Optional<?>>>mapToObj(cells::values).toList(),
                Arrays.stream(keys).map(cells::first).boxed().toList());
    }

    private static int[] cells(int first, int fromSlot, int toSlotExclusive) {
        return IntStream.range(first + fromSlot, first + toSlotExclusive).toArray();
    }

    /**
     * Counts measures from columns, in one pass.
     *
     * @param facts the facts
     * @param when the moment that dates a fact; measures count the facts that have come to it
     * @param startsInclusive where stretches of time begin, in nanoseconds since 1970, not falling
     * @param endsExclusive where each of them ends, by the start of the next one
     * @param groupings the combinations of facets to tell facts apart by; one without facets takes all together
     * @param kpis the measures, none of which {@link PackedFacts#lacks} anything
     * @param <F> the facts
     * @return the counts
     */
    public static <F extends Fact> ColumnCount<F> of(
            PackedFacts<F> facts,
            When<F> when,
            long[] startsInclusive,
            long[] endsExclusive,
            List<List<Facet<?>>> groupings,
            List<Kpi<F, ?>> kpis) {
        for (Kpi<F, ?> kpi : kpis) {
            List<String> lacking = facts.lacks(kpi);
            if (!lacking.isEmpty()) {
                throw new IllegalArgumentException("Measure (" + kpi.id() + ") must find its columns, but " + lacking
                        + " are not packed.\nMaybe add them, or give rows(...) for what is code of your own.");
            }
        }
        return new ColumnCount<>(
                facts, new Slicing<>(when, startsInclusive.clone(), endsExclusive.clone(), groupings), kpis);
    }

    /**
     * Lists the combinations of a grouping that occur in any of the stretches.
     *
     * @param grouping its place among the groupings
     * @return the values of each combination, in no certain order
     */
    public List<List<Optional<?>>> keys(int grouping) {
        return occurred.get(grouping).keys();
    }

    /**
     * Reads the state of a measure for one combination.
     *
     * @param grouping the place of the grouping
     * @param key the place of the combination among its keys
     * @param fromSlot the first stretch of time
     * @param toSlotExclusive the stretch behind the last one
     * @param kpi the place of the measure
     * @return the state of the facts of that combination in those stretches
     */
    public State<?> state(int grouping, int key, int fromSlot, int toSlotExclusive, int kpi) {
        return readings.get(grouping)
                .get(kpi)
                .of(cells(occurred.get(grouping).first().get(key), fromSlot, toSlotExclusive));
    }

    /**
     * Reads the state of a measure for all combinations of a grouping together.
     *
     * @param grouping the place of the grouping
     * @param fromSlot the first stretch of time
     * @param toSlotExclusive the stretch behind the last one
     * @param kpi the place of the measure
     * @return the state of all facts in those stretches
     */
    public State<?> state(int grouping, int fromSlot, int toSlotExclusive, int kpi) {
        return readings.get(grouping)
                .get(kpi)
                .of(occurred.get(grouping).first().stream()
                        .flatMapToInt(first -> IntStream.range(first + fromSlot, first + toSlotExclusive))
                        .toArray());
    }
}
