package dev.customerservice.domain.ticket;

import dev.customerservice.domain.text.NotBlank;
import java.io.Serializable;

/**
 * A status of a ticket: the name that a help desk shows, and what it means.
 *
 * <p>Rules name categories or statuses; a report shows names. An import maps every name of a log to one of these, or reports it.
 *
 * @param name the name as shown, not blank
 * @param category the meaning
 */
public record Status(String name, StatusCategory category) implements Serializable {
    /** Just created. */
    public static final Status NEW = new Status("new", StatusCategory.NEW);
    /** Being worked on. */
    public static final Status OPEN = new Status("open", StatusCategory.OPEN);
    /** Waiting for the customer. */
    public static final Status PENDING = new Status("pending", StatusCategory.PENDING);
    /** Waiting for somebody else. */
    public static final Status ON_HOLD = new Status("on_hold", StatusCategory.ON_HOLD);
    /** Solved, open to objection. */
    public static final Status SOLVED = new Status("solved", StatusCategory.SOLVED);
    /** Closed for good. */
    public static final Status CLOSED = new Status("closed", StatusCategory.CLOSED);

    /** Refuses a blank name. */
    public Status {
        NotBlank.require("The name of a status", name);
    }

    /**
     * A status with a name of the caller's own.
     *
     * @param name the name as shown, not blank
     * @param category the meaning
     * @return the status
     */
    public static Status of(String name, StatusCategory category) {
        return new Status(name, category);
    }

    /**
     * The standard status of a category.
     *
     * @param category the meaning
     * @return the constant of this class with that meaning
     */
    public static Status of(StatusCategory category) {
        return switch (category) {
            case NEW -> NEW;
            case OPEN -> OPEN;
            case PENDING -> PENDING;
            case ON_HOLD -> ON_HOLD;
            case SOLVED -> SOLVED;
            case CLOSED -> CLOSED;
        };
    }

    /** {@return whether the work is considered done in this status} */
    public boolean isDone() {
        return category.isDone();
    }
}
