package dev.customerservice.domain.sla;

import dev.customerservice.domain.time.Interval;
import java.util.Optional;

/**
 * A stretch of a cycle of which one sentence explains whether it counts.
 *
 * @param interval the stretch, never empty
 * @param kind whether it counts, or why not
 * @param name the holiday or break, or the status that paused the clock, if it has a name
 * @param cause the position in the history of the event that put the clock into its state
 */
public record TraceSegment(Interval interval, Kind kind, Optional<String> name, int cause) {
    /** Whether a stretch counts, or why not. What the calendar closes comes first, whatever the clock would have done. */
    public enum Kind {
        /** It counts. */
        COUNTED,
        /** The calendar is closed. */
        CLOSED,
        /** The calendar is closed for a holiday. */
        HOLIDAY,
        /** The calendar is closed for a break. */
        BREAK,
        /** The ticket waits in a status that pauses the clock. */
        PAUSED,
        /** The cycle was stopped and has been resumed since. */
        STOPPED,
        /** The cycle was open before the instant from which it counts. */
        EARLY
    }
}
