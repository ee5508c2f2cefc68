package dev.customerservice.domain.calendar;

import dev.customerservice.domain.calendar.CalendarSegment.Kind;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.util.List;
import java.util.Optional;

/** Hours that a caller computes. */
record GivenHours(BusinessTime.OpenIn openIn) implements OpenHours {
    @Override
    public IntervalSet open(long startInclusive, long endExclusive) {
        Interval window = new Interval(EpochNanos.toInstant(startInclusive), EpochNanos.toInstant(endExclusive));
        return openIn.apply(window).within(window);
    }

    @Override
    public List<CalendarSegment> segments(Interval window) {
        SegmentList segments = new SegmentList(window);
        openIn.apply(window)
                .within(window)
                .intervals()
                .forEach(interval -> segments.add(interval, Kind.OPEN, Optional.empty()));
        return segments.toList();
    }

    @Override
    public String toString() {
        return "given hours";
    }
}
