package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.io.Serializable;
import java.util.List;

/** Where open time comes from before it is compiled: the hours of dates, or other open time. */
interface OpenHours extends Serializable {
    /** {@return the open time in a span, in epoch nanoseconds} */
    IntervalSet open(long startInclusive, long endExclusive);

    /** {@return the gapless partition of a window, as {@link BusinessTime#segments}} */
    List<CalendarSegment> segments(Interval window);
}
