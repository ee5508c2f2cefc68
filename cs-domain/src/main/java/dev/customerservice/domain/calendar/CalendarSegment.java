package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.Interval;
import java.util.Optional;

/**
 * A stretch of time of one kind, a step in the explanation of a duration.
 *
 * @param interval the stretch, never empty
 * @param kind open, or the reason why not
 * @param name what people call the holiday or break, if it has a name
 */
public record CalendarSegment(Interval interval, Kind kind, Optional<String> name) {
    /** Whether time counts, and if not, why. */
    public enum Kind {
        /** Open time; it counts. */
        OPEN,
        /** Outside the hours. */
        CLOSED,
        /** A date closed by a holiday, all of it. */
        HOLIDAY,
        /** Hours taken out by a break. */
        BREAK
    }
}
