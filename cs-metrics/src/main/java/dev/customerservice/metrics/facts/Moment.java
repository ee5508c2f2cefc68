package dev.customerservice.metrics.facts;

import java.io.Serializable;
import java.time.Instant;

/** A point in the life of a ticket, with the attributes that the ticket had then. */
public interface Moment extends Serializable {
    /** {@return when it was} */
    Instant at();

    /** {@return the attributes as they were right after the event that made the moment} */
    Attributes as();

    /**
     * Notes a moment.
     *
     * @param at when it was
     * @param as the attributes as they were then
     * @return the moment
     */
    static Moment of(Instant at, Attributes as) {
        return new Noted(at, as);
    }
}

/** A moment and nothing else. */
record Noted(Instant at, Attributes as) implements Moment {}
