package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.kpi.Accumulator;
import dev.customerservice.metrics.kpi.Cohort;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.kpi.KpiDefinition;
import dev.customerservice.metrics.kpi.State;
import dev.customerservice.metrics.statistics.Measurement;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The measures of a report, and the bases that they are views of: one state for each base. */
@SuppressWarnings("serial") // array lists and hash maps
final class Measures implements Serializable {
    private static final long serialVersionUID = 1;

    private final List<Kpi<?, ?>> measures = new ArrayList<>();
    private final Map<String, Kpi<?, ?>> byId = new LinkedHashMap<>();
    private final Map<String, Integer> baseIndex = new LinkedHashMap<>();
    private final List<Kpi<?, ?>> bases = new ArrayList<>();
    /** The bases of the very measures that were asked for: each cell is read by them, and an id is words put together. */
    private final IdentityHashMap<Kpi<?, ?>, Integer> indexOfAsked = new IdentityHashMap<>();

    void add(Kpi<?, ?> kpi) {
        Kpi<?, ?> known = byId.get(kpi.id());
        if (known != null) {
            requireSame(known, kpi);
            return;
        }
        Kpi<?, ?> base = kpi.base();
        Kpi<?, ?> sameBase = byId.get(base.id());
        if (sameBase != null) {
            requireSame(sameBase, base);
        }
        byId.put(base.id(), base);
        byId.put(kpi.id(), kpi);
        measures.add(kpi);
        int index = baseIndex.computeIfAbsent(base.id(), any -> {
            bases.add(base);
            return bases.size() - 1;
        });
        indexOfAsked.put(kpi, index);
    }

    Measures copy() {
        Measures copy = new Measures();
        measures.forEach(copy::add);
        return copy;
    }

    private static void requireSame(Kpi<?, ?> known, Kpi<?, ?> other) {
        boolean data = known.getClass().isRecord() || other.getClass().isRecord();
        if (!known.equals(other) && (data || !known.definition().equals(other.definition()))) {
            throw new IllegalArgumentException(
                    "KPI id (" + known.id()
                            + ") must mean one definition, but two differ.\nMaybe the two use different clocks or filters; give one another id.");
        }
    }

    List<Kpi<?, ?>> all() {
        return List.copyOf(measures);
    }

    List<Kpi<?, ?>> bases() {
        return bases;
    }

    /** The bases that are counted over the same facts at the same moment, so that both are looked up once. */
    Map<Cohort<?>, List<Integer>> byCohort() {
        Map<Cohort<?>, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < bases.size(); i++) {
            groups.computeIfAbsent(bases.get(i).cohort(), any -> new ArrayList<>())
                    .add(i);
        }
        return groups;
    }

    <F extends Fact> List<Kpi<F, ?>> kpis(List<Integer> ofOneCohort) {
        // bases of one cohort read its kind of facts
        @SuppressWarnings("unchecked")
        List<Kpi<F, ?>> own = (List<Kpi<F, ?>>)
                (List<?>) ofOneCohort.stream().<Kpi<?, ?>>map(bases::get).toList();
        return own;
    }

    /** The place of the base that a measure reads. */
    int index(Kpi<?, ?> kpi) {
        Integer asked = indexOfAsked.get(kpi);
        return asked == null ? indexOfEqual(kpi) : asked;
    }

    private int indexOfEqual(Kpi<?, ?> kpi) {
        Integer index = baseIndex.get(kpi.base().id());
        if (index == null) {
            throw new IllegalArgumentException("KPI (" + kpi.id() + ") must be measured by this report, which measures "
                    + measures.stream().map(Kpi::id).collect(Collectors.joining(", "))
                    + ".\nMaybe add it with measure(...).");
        }
        requireSame(bases.get(index), kpi.base());
        return index;
    }

    static <V> Measurement<V> read(Kpi<?, V> kpi, @Nullable State<?> state) {
        return read(kpi.accumulator(), state);
    }

    private static <F, S extends State<S>, V> Measurement<V> read(
            Accumulator<F, S, V> accumulator, @Nullable State<?> state) {
        // the state was made by the base of this measure, and a view reads the states of its base
        @SuppressWarnings("unchecked")
        S own = state == null ? accumulator.empty() : (S) state;
        return accumulator.result(own);
    }

    /** Whether two reports ask for the same, also when one of them was made on another machine. */
    boolean isSame(Measures other) {
        return definitions().equals(other.definitions());
    }

    private List<KpiDefinition> definitions() {
        return measures.stream().map(Kpi::definition).toList();
    }

    static <F extends Fact> Accumulator.Buffer<F, ?> buffer(Kpi<F, ?> kpi) {
        return kpi.accumulator().buffer();
    }

    static <F, S extends State<S>> void merge(Accumulator.Buffer<F, S> buffer, State<?> state) {
        // both were made by the accumulator of one base
        @SuppressWarnings("unchecked")
        S own = (S) state;
        buffer.merge(own);
    }
}
