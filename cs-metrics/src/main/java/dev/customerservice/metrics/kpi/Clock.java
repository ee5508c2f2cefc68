package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.time.EpochNanos;
import java.io.Serializable;
import java.time.Instant;

/**
 * The clock that measures a length: the wall clock, or one that runs in open hours only.
 *
 * @param id the name in ids, lower-case words joined by underscores
 * @param time what counts
 */
public record Clock(String id, BusinessTime time) implements Serializable {
    /** The wall clock, which always runs. */
    public static final Clock CALENDAR = new Clock("calendar", BusinessTime.always());

    /** Checks the name. */
    public Clock {
        if (!Ids.VALID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "Clock id (" + Shown.of(id)
                            + ") must be lower-case words joined by underscores.\nMaybe give the calendar a short name for ids.");
        }
    }

    /** Open time from start to end in nanoseconds; negative when the end lies before the start. */
    long nanos(Instant start, Instant end) {
        return time.openNanosBefore(EpochNanos.of(end)) - time.openNanosBefore(EpochNanos.of(start));
    }

    @Override
    public String toString() {
        return id;
    }
}
