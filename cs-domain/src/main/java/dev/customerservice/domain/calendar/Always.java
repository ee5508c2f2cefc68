package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Round the clock. */
enum Always implements BusinessTime {
    INSTANCE;

    @Override
    public long openNanosBefore(long epochNanos) {
        return epochNanos;
    }

    @Override
    public long plusNanos(long epochNanos, long openNanos) {
        long later = epochNanos + Durations.requireNotNegative(openNanos);
        if (later > EpochNanos.MAX || later < epochNanos) {
            throw NoOpenTimeException.after(epochNanos);
        }
        return later;
    }

    @Override
    public long minusNanos(long epochNanos, long openNanos) {
        long earlier = epochNanos - Durations.requireNotNegative(openNanos);
        if (earlier < EpochNanos.MIN || earlier > epochNanos) {
            throw NoOpenTimeException.before(epochNanos);
        }
        return earlier;
    }

    @Override
    public boolean isOpen(Instant at) {
        return EpochNanos.of(at) < EpochNanos.MAX;
    }

    @Override
    public Optional<Instant> nextClosing(Instant at) {
        return Optional.empty();
    }

    @Override
    public IntervalSet openIntervals(Interval window) {
        return IntervalSet.of(window);
    }

    @Override
    public List<CalendarSegment> segments(Interval window) {
        return openIntervals(window).intervals().stream()
                .map(interval -> new CalendarSegment(interval, CalendarSegment.Kind.OPEN, Optional.empty()))
                .toList();
    }
}
