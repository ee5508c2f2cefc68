package dev.customerservice.domain.calendar;

import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Open time over an index that grows with the questions; the base of what adds questions of its own.
 *
 * <p>The index is immutable and replaced as a whole. Two threads may both extend it; either result answers every question
 * alike, so the race is harmless.
 */
class CompiledTime implements BusinessTime {
    private static final long serialVersionUID = 1;

    private final OpenHours hours;
    private transient volatile OpenIndex index;

    private CompiledTime(OpenHours hours, OpenIndex index) {
        this.hours = hours;
        this.index = index;
    }

    /** Compiles hours of which some must be open at some time. */
    CompiledTime(OpenHours hours) {
        this(hours, OpenIndex.of(hours));
        if (!everOpens()) {
            throw new CalendarException(
                    CalendarFault.NO_OPEN_TIME,
                    "The hours of a calendar must leave some open time between 1900 and 2200.\n"
                            + "Maybe holidays, breaks or another member take all of it away.");
        }
    }

    /** {@return compiled hours that may be closed for good, as what is left of a site that others cover} */
    static CompiledTime orNever(OpenHours hours) {
        return new CompiledTime(hours, OpenIndex.of(hours));
    }

    /** What was compiled stays behind: hours are few, tables are many, and not every copy is asked. */
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        index = OpenIndex.unasked();
    }

    private boolean everOpens() {
        while (index.count() == 0 && index.end() < EpochNanos.MAX) {
            index = index.covering(index.end(), hours);
        }
        while (index.count() == 0 && index.start() > EpochNanos.MIN) {
            index = index.covering(index.start() - 1, hours);
        }
        return index.count() > 0;
    }

    private OpenIndex covering(long at) {
        OpenIndex present = index;
        return present.covers(at) ? present : extended(present, at);
    }

    private OpenIndex extended(OpenIndex present, long at) {
        OpenIndex longer = present.covering(at, hours);
        index = longer;
        return longer;
    }

    @Override
    public long openNanosBefore(long epochNanos) {
        return covering(epochNanos).counter(epochNanos);
    }

    @Override
    public Duration between(Instant startInclusive, Instant endExclusive) {
        Duration found = index.between(startInclusive, endExclusive);
        return found == null ? BusinessTime.super.between(startInclusive, endExclusive) : found;
    }

    @Override
    public long plusNanos(long epochNanos, long openNanos) {
        OpenIndex present = covering(epochNanos);
        if (Durations.requireNotNegative(openNanos) == 0) {
            return nextOpening(epochNanos, present);
        }
        long counter = present.counter(epochNanos);
        long target = counter + openNanos;
        if (openNanos > present.highest() - counter) {
            if (target < counter) {
                throw NoOpenTimeException.after(epochNanos);
            }
            present = reachingUp(present, epochNanos, target);
        }
        long found = present.earliestAt(target);
        if (present.hasLongGap(epochNanos, found)) {
            throw NoOpenTimeException.after(epochNanos);
        }
        return found;
    }

    @Override
    public Instant plus(Instant at, Duration openTime) {
        Instant found = index.plus(at, openTime);
        return found == null ? BusinessTime.super.plus(at, openTime) : found;
    }

    @Override
    public Instant minus(Instant at, Duration openTime) {
        Instant found = index.minus(at, openTime);
        return found == null ? BusinessTime.super.minus(at, openTime) : found;
    }

    private long nextOpening(long at, OpenIndex covering) {
        OpenIndex present = covering;
        int interval = present.firstClosingAfter(at);
        if (interval == present.count()) {
            present = extended(present, at + OpenIndex.LONGEST_GAP);
            interval = present.firstClosingAfter(at);
        }
        long found = Math.max(at, present.opening(interval));
        if (interval == present.count() || present.hasLongGap(at, found)) {
            throw NoOpenTimeException.after(at);
        }
        return found;
    }

    private OpenIndex reachingUp(OpenIndex covering, long at, long target) {
        OpenIndex present = covering;
        while (target > present.highest()) {
            int last = present.count() - 1;
            long bound = Math.max(at, last < 0 ? at : present.closing(last)) + OpenIndex.LONGEST_GAP;
            if (present.end() == EpochNanos.MAX || present.end() > bound) {
                throw NoOpenTimeException.after(at);
            }
            present = extended(present, bound);
        }
        return present;
    }

    @Override
    public long minusNanos(long epochNanos, long openNanos) {
        OpenIndex present = covering(epochNanos);
        if (Durations.requireNotNegative(openNanos) == 0) {
            return previousClosing(epochNanos, present);
        }
        long counter = present.counter(epochNanos);
        long target = counter - openNanos;
        if (target > counter) {
            throw NoOpenTimeException.before(epochNanos);
        }
        if (target < present.lowest()) {
            present = reachingDown(present, epochNanos, target);
        }
        long found = present.latestAt(target);
        if (present.hasLongGap(found, epochNanos)) {
            throw NoOpenTimeException.before(epochNanos);
        }
        return found;
    }

    private long previousClosing(long at, OpenIndex covering) {
        OpenIndex present = covering;
        int interval = present.lastOpeningBefore(at);
        if (interval < 0) {
            present = extended(present, at - OpenIndex.LONGEST_GAP - 1);
            interval = present.lastOpeningBefore(at);
        }
        if (interval < 0) {
            throw NoOpenTimeException.before(at);
        }
        long found = Math.min(at, present.closing(interval));
        if (present.hasLongGap(found, at)) {
            throw NoOpenTimeException.before(at);
        }
        return found;
    }

    private OpenIndex reachingDown(OpenIndex covering, long at, long target) {
        OpenIndex present = covering;
        while (target < present.lowest()) {
            long bound = Math.min(at, present.count() == 0 ? at : present.opening(0)) - OpenIndex.LONGEST_GAP;
            if (present.start() == EpochNanos.MIN || present.start() < bound) {
                throw NoOpenTimeException.before(at);
            }
            present = extended(present, bound - 1);
        }
        return present;
    }

    @Override
    public boolean isOpen(Instant at) {
        long nanos = EpochNanos.of(at);
        OpenIndex present = covering(nanos);
        return present.opening(present.firstClosingAfter(nanos)) <= nanos;
    }

    @Override
    public Optional<Instant> nextClosing(Instant at) {
        long nanos = EpochNanos.of(at);
        OpenIndex present = covering(nanos);
        int interval = present.firstClosingAfter(nanos);
        if (interval >= present.count() - 1) {
            present = extended(present, nanos + OpenIndex.LONGEST_GAP);
            interval = present.firstClosingAfter(nanos);
        }
        long closing = present.closing(interval);
        boolean found = closing < present.end() && !OpenIndex.isLong(nanos, closing);
        return found ? Optional.of(EpochNanos.toInstant(closing)) : Optional.empty();
    }

    @Override
    public IntervalSet openIntervals(Interval window) {
        if (window.isEmpty()) {
            return IntervalSet.empty();
        }
        long start = EpochNanos.of(window.startInclusive());
        long end = EpochNanos.of(window.endExclusive());
        OpenIndex present = covering(start);
        return (present.covers(end) ? present : extended(present, end)).open(start, end);
    }

    @Override
    public List<CalendarSegment> segments(Interval window) {
        EpochNanos.of(window.startInclusive());
        EpochNanos.of(window.endExclusive());
        return hours.segments(window);
    }

    /** {@return the id of a calendar, else the text form of open time: a whole calendar is too long to be a part} */
    static String name(BusinessTime time) {
        return time instanceof BusinessCalendar calendar ? calendar.id().toString() : time.toString();
    }

    @Override
    public String toString() {
        return hours.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CompiledTime that && getClass() == that.getClass() && hours.equals(that.hours);
    }

    @Override
    public int hashCode() {
        return hours.hashCode();
    }
}
