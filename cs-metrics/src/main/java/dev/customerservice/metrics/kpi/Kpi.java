package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import dev.customerservice.metrics.statistics.Measurement;
import java.io.Serializable;
import java.util.stream.Collector;

/**
 * A measure: its definition, the facts it counts, and how.
 *
 * <p>Built-in measures are records of data. A measure of your own may be any implementation; it runs beside them.
 *
 * @param <F> the facts it counts
 * @param <V> what it measures, for example {@link dev.customerservice.metrics.statistics.Ratio}
 */
public interface Kpi<F extends Fact, V> extends Serializable {
    /** {@return what it means} */
    KpiDefinition definition();

    /** {@return which facts it counts, and by which moment they are dated} */
    Cohort<F> cohort();

    /** {@return how it is computed} */
    Accumulator<F, ?, V> accumulator();

    /** {@return the stable id of its definition} */
    default String id() {
        return definition().id();
    }

    /** {@return the measure whose state this one reads: itself, unless it is a view} */
    default Kpi<F, ?> base() {
        return this;
    }

    /**
     * Looks at the same state in another way. All views of one base are computed from one state.
     *
     * @param suffix what is added to the id, such as {@code p90}; equal suffixes must mean equal views
     * @param view the function from this amount to the other one
     * @param <W> what the view shows
     * @return the view as a measure of its own
     */
    default <W> Kpi<F, W> as(String suffix, SerializableFunction<? super V, ? extends W> view) {
        return KpiView.of(this, suffix, definition().unit(), view);
    }

    /** {@return a collector that measures the facts of a plain stream} */
    default Collector<F, ?, Measurement<V>> collector() {
        return collecting(accumulator());
    }

    private static <F, S extends State<S>, V> Collector<F, ?, Measurement<V>> collecting(
            Accumulator<F, S, V> accumulator) {
        return Collector.of(
                accumulator::buffer,
                Accumulator.Buffer::add,
                (left, right) -> {
                    left.merge(right.state());
                    return left;
                },
                buffer -> accumulator.result(buffer.state()),
                Collector.Characteristics.UNORDERED);
    }
}
