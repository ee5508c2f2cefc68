package dev.customerservice.metrics.report;

import dev.customerservice.metrics.facts.Attributes;
import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.facts.Facts;
import dev.customerservice.metrics.kpi.Kpi;
import dev.customerservice.metrics.statistics.Measurement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A part of a report: one combination of dimension values, or all of it, in one period. Immutable. */
public final class Slice {
    /** The label of facts that have no value in a dimension. */
    public static final String NONE = "none";

    private final KpiReport report;
    private final List<Dimension<?>> dimensions;
    private final List<Optional<?>> values;
    private final Settled cell;
    private final int slot;

    Slice(KpiReport report, List<Dimension<?>> dimensions, List<Optional<?>> values, Settled cell, int slot) {
        this.report = report;
        this.dimensions = dimensions;
        this.values = values;
        this.cell = cell;
        this.slot = slot;
    }

    /** {@return the period that it covers} */
    public Period period() {
        return report.slots().period(slot);
    }

    /** {@return whether the period had ended at the instant up to which the facts are known; else its figures are so far} */
    public boolean isComplete() {
        return !period().endExclusive().isAfter(report.asOf());
    }

    /**
     * Reads a measure.
     *
     * @param kpi a measure of the report, or another view of one
     * @param <V> what it measures
     * @return the value in this slice, or why there is none
     */
    public <V> Measurement<V> value(Kpi<?, V> kpi) {
        return report.value(kpi, cell, slot);
    }

    /**
     * Reads a dimension.
     *
     * @param dimension a dimension of the slice
     * @param <D> its values
     * @return the value that all facts of the slice share, empty for facts without one
     */
    public <D> Optional<D> value(Dimension<D> dimension) {
        int place = dimensions.indexOf(dimension);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "Dimension (" + dimension + ") must be one of " + dimensions + ".\nMaybe add it with by(...).");
        }
        // the value was read by an equal dimension
        @SuppressWarnings("unchecked")
        Optional<D> value = (Optional<D>) values.get(place);
        return value;
    }

    /** {@return the text of each dimension's value, by the id of the dimension; {@link #NONE} without a value} */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            labels.put(dimensions.get(i).id(), label(dimensions.get(i), values.get(i)));
        }
        return Collections.unmodifiableMap(labels);
    }

    private static <D> String label(Dimension<D> dimension, Optional<?> value) {
        // the value was read by this dimension
        @SuppressWarnings("unchecked")
        Optional<D> own = (Optional<D>) value;
        return own.map(dimension::label).orElse(NONE);
    }

    /** {@return the same slice for each part of the period, empty unless the report was cut with {@code every}} */
    public List<Slice> series() {
        return report.partsOf(slot).stream()
                .map(part -> new Slice(report, dimensions, values, cell, part))
                .toList();
    }

    /**
     * Compares with the period before.
     *
     * @param kpi a measure of the report, or another view of one
     * @param <V> what it measures
     * @return the values of this slice in both periods
     */
    public <V> Comparison<V> comparison(Kpi<?, V> kpi) {
        return new Comparison<>(report.value(kpi, cell, report.slotBefore(slot)), value(kpi));
    }

    /**
     * Lists the facts behind a measure: those that entered it, those left out with the reason, and those whose end is not known yet.
     *
     * @param kpi a measure of the report, or another view of one
     * @param facts the facts that the report was collected from
     * @param <F> the facts it counts
     * @return the facts of this slice that are in the population of the measure
     */
    public <F extends Fact> Explanation<F> explain(Kpi<F, ?> kpi, Facts facts) {
        value(kpi);
        return Explanation.of(kpi, this, facts);
    }

    /** The same slice one period earlier. */
    Slice previous() {
        return new Slice(report, dimensions, values, cell, report.slotBefore(slot));
    }

    boolean holds(Fact fact, Attributes at) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (!dimensions.get(i).of(fact, at).equals(values.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return "Slice" + labels() + " " + period();
    }
}
