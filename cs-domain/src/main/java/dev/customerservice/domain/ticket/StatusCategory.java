package dev.customerservice.domain.ticket;

/** The meaning of a {@link Status}, whatever a help desk calls it. */
public enum StatusCategory {
    /** Nobody has worked on it. */
    NEW,
    /** The team works on it or must. */
    OPEN,
    /** It waits for the customer. */
    PENDING,
    /** It waits for somebody else, such as a supplier. */
    ON_HOLD,
    /** The team considers it done; the customer may still object. */
    SOLVED,
    /** It is done for good. */
    CLOSED;

    /** {@return whether the work is considered done: solved or closed} */
    public boolean isDone() {
        return this == SOLVED || this == CLOSED;
    }
}
