package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Fact;
import java.util.Optional;

/** An accumulator that can also be computed from columns, because all it reads are named columns. */
interface Columnar<F extends Fact> {
    /** Names the columns. */
    void read(Inputs<F> inputs);

    /** Plans the sums over cells that give the same state as adding the rows of the cells. */
    CellState over(Cells<F> cells);

    /** Whether all it reads are named columns indeed. */
    default boolean isColumnar() {
        return true;
    }

    /** What a measure is by columns, empty where it is code. */
    static <F extends Fact> Optional<Columnar<F>> of(Kpi<F, ?> kpi) {
        Accumulator<F, ?, ?> accumulator = kpi.base().accumulator();
        // an accumulator of columns reads the facts that it adds
        @SuppressWarnings("unchecked")
        Columnar<F> columnar = accumulator instanceof Columnar<?> own ? (Columnar<F>) own : null;
        return Optional.ofNullable(columnar).filter(Columnar::isColumnar);
    }
}
