package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;

/** Says that a search for open time met its bound: a closed stretch of more than 3660 days, or the end of the range. */
public final class NoOpenTimeException extends CalendarException {
    private static final long serialVersionUID = 1L;

    private final Instant from;

    private NoOpenTimeException(Instant from, String direction) {
        super(
                CalendarFault.NO_OPEN_TIME,
                "The open time asked for " + direction + " (" + from
                        + ") must be reached without a closed stretch of more"
                        + " than 3660 days, and within the years 1900 to 2199.\n"
                        + "Maybe the calendar has hours for some years only, or the duration is too long.");
        this.from = from;
    }

    static NoOpenTimeException after(long epochNanos) {
        return new NoOpenTimeException(EpochNanos.toInstant(epochNanos), "after");
    }

    static NoOpenTimeException before(long epochNanos) {
        return new NoOpenTimeException(EpochNanos.toInstant(epochNanos), "before");
    }

    /** {@return the instant at which the search began} */
    public Instant from() {
        return from;
    }
}
