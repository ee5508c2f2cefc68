package dev.customerservice.metrics.facts;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The other face of facts: the same facts as columns, for whoever counts many of them at once. {@link Facts} keeps it beside the rows, or
 * in their place.
 *
 * @param <F> the facts
 */
public interface FactColumns<F extends Fact> extends Serializable {
    /** {@return the type of the facts} */
    Class<F> kind();

    /** {@return the instant up to which the facts are known} */
    Instant asOf();

    /** {@return how many facts there are} */
    int size();

    /** {@return the facts as rows in the same order, empty where they are kept as columns only} */
    Optional<List<F>> rows();

    /**
     * Puts the facts of another part behind these.
     *
     * @param other the other part, as of the same instant
     * @return the columns that both parts have
     */
    FactColumns<F> plus(FactColumns<F> other);
}
