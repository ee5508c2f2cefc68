package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.CalendarException;
import dev.customerservice.domain.calendar.NoOpenTimeException;
import dev.customerservice.domain.ticket.HistoryFault;

/** Says that a case cannot be read, by a code of the format; what the library itself refuses is mapped to a code here. */
final class VectorRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    VectorRefusal(String code) {
        super(code);
        this.code = code;
    }

    static VectorRefusal of(HistoryFault fault) {
        return new VectorRefusal(
                switch (fault) {
                    case EMPTY, CREATED_NOT_FIRST, CREATED_TWICE -> "created-not-first";
                    case OUT_OF_ORDER -> "events-out-of-order";
                    default -> fault.name();
                });
    }

    /** The code of whatever was thrown, and its text if it has none. */
    static String codeOf(RuntimeException thrown) {
        if (thrown instanceof VectorRefusal refusal) {
            return refusal.code;
        }
        if (thrown instanceof CalendarException calendar) {
            return calendar.fault().code();
        }
        if (thrown instanceof SlaException sla) {
            return sla.fault().code();
        }
        return thrown instanceof NoOpenTimeException ? "no-open-time" : thrown.toString();
    }
}
