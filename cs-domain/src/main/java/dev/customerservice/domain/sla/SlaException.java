package dev.customerservice.domain.sla;

import java.util.Locale;

/** Says that a promise cannot be what was written down; {@link #fault()} tells why. */
public final class SlaException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final SlaFault fault;

    /**
     * Creates the exception.
     *
     * @param fault what is wrong
     * @param message the value and the rule in words
     */
    public SlaException(SlaFault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /** {@return what is wrong} */
    public SlaFault fault() {
        return fault;
    }

    static void check(boolean holds, SlaFault fault, String message, Object... values) {
        if (!holds) {
            throw new SlaException(fault, String.format(Locale.ROOT, message, values));
        }
    }
}
