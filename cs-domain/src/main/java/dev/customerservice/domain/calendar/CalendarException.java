package dev.customerservice.domain.calendar;

/** Says that a calendar cannot be what was written down; {@link #fault()} tells why. */
public class CalendarException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final CalendarFault fault;

    /**
     * Creates the exception.
     *
     * @param fault what is wrong
     * @param message the value and the rule in words
     */
    public CalendarException(CalendarFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** {@return what is wrong} */
    public CalendarFault fault() {
        return fault;
    }
}
