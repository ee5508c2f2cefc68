package dev.customerservice.metrics.facts;

import java.time.Instant;

/**
 * A row that measures count: something that began at an instant, with the attributes of that instant.
 *
 * <p>Facts are values: they never change, and what happened after {@link #asOf()} is unknown to them.
 */
public interface Fact extends Moment {
    /** {@return the instant up to which the history was read; only facts of one such instant are counted together} */
    Instant asOf();

    /** {@return the attributes as they were last, at {@link #asOf()}} */
    Attributes latest();
}
