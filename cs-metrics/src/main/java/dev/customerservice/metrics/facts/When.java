package dev.customerservice.metrics.facts;

import java.io.Serializable;
import java.util.Optional;

/**
 * Which moment of a fact decides where it is counted: in which period, and under which attributes.
 *
 * <p>It is a policy: the same measure by another moment is the same formula over another cohort. An implementation is a
 * value; equal names must mean equal rules.
 *
 * @param <F> the facts it reads
 */
public interface When<F extends Fact> extends Serializable {
    /** {@return the name in ids and definitions, lower-case words joined by underscores} */
    String id();

    /**
     * Finds the moment.
     *
     * @param fact the fact
     * @return its moment, or empty when the fact has not come to it
     */
    Optional<? extends Moment> of(F fact);

    /**
     * Takes each fact where it began.
     *
     * @param <F> the facts it reads
     * @return the rule that answers the fact itself
     */
    static <F extends Fact> When<F> begun() {
        return begun("begun");
    }

    /**
     * Takes each fact where it began, under the name that this has for its kind, such as the arrival of a call.
     *
     * @param id the name, lower-case words joined by underscores
     * @param <F> the facts it reads
     * @return the rule that answers the fact itself
     */
    static <F extends Fact> When<F> begun(String id) {
        return new Begun<>(id);
    }
}

/** The fact itself is the moment. */
record Begun<F extends Fact>(String id) implements When<F> {
    @Override
    public Optional<? extends Moment> of(F fact) {
        return Optional.of(fact);
    }
}
