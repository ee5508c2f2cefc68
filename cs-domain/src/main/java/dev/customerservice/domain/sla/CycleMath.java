package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.WorkingDays;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Open and counted time of one cycle up to its end, and when its promise is used up.
 *
 * <p>The elapsed time and the due time come from the same spans on the same clock, so they can never disagree.
 */
final class CycleMath {
    private final Cycle cycle;
    private final long end;
    private final Promise promise;
    private final CycleTime time;

    /** Looks at a cycle as if it ended at an instant, which is after its last mark. */
    CycleMath(Cycle cycle, long end) {
        @Nullable Promise held = cycle.promise;
        if (held == null) {
            throw new IllegalStateException("A cycle without a promise has no clock.");
        }
        this.cycle = cycle;
        this.end = end;
        this.promise = held;
        CycleTime hours = new CycleTime(cycle.earlierTimes, held.time());
        this.time = held.within() instanceof TargetTime.OpenThenWallTime both
                ? hours.then(
                        BusinessTime.always(), whenUsedUp(hours, both.open().toNanos() - cycle.baseUsed))
                : hours;
    }

    /** The clock of the cycle. */
    CycleTime time() {
        return time;
    }

    private long spanEnd(int index) {
        return index + 1 < cycle.marks.size() ? Math.min(end, cycle.marks.at(index + 1)) : end;
    }

    /** Open time in a stretch, on the clock that was in force at each instant. */
    long open(long from, long to) {
        return time.open(from, to);
    }

    private static long sum(CycleMath math, CycleTime time, SpanKind kind, long start, long to) {
        long from = Math.max(start, math.cycle.countsFrom);
        long sum = 0;
        for (int i = 0; i < math.cycle.marks.size(); i++) {
            if (math.cycle.marks.kind(i) == kind) {
                sum += time.open(Math.max(from, math.cycle.marks.at(i)), Math.min(to, math.spanEnd(i)));
            }
        }
        return sum;
    }

    /** Counted time in a stretch of the cycle: open and running. */
    long counted(long from, long to) {
        return sum(this, time, SpanKind.RUNNING, from, to);
    }

    /** Open time in a pausing status. */
    long paused() {
        return sum(this, time, SpanKind.PAUSED, cycle.startedAt(), end);
    }

    /** Counted time from the start to the end. */
    long elapsed() {
        return counted(cycle.startedAt(), end);
    }

    /** The first open instant at or after the start. */
    long effectiveStart() {
        return time.reach(cycle.countsFrom, 0);
    }

    /** Whether the promise is used up before the end; with something left or overdrawn that needs no due time. */
    boolean isBreached(long elapsed) {
        if (promise.isDuration() && cycle.fixedDue == NONE && cycle.baseUsed == 0) {
            long used = cycle.baseAt == cycle.countsFrom ? elapsed : counted(cycle.baseAt, end);
            if (used != promise.nanos()) {
                return used > promise.nanos();
            }
        }
        long due = due();
        return due != NONE && end > due;
    }

    /** The instant at which the promise is used up; none while a pause keeps it open. */
    long due() {
        if (cycle.fixedDue != NONE && !promise.agreed()) {
            return cycle.fixedDue;
        }
        if (promise.isDuration()) {
            return whenCounted(promise.nanos());
        }
        return promise.within() instanceof TargetTime.FixedInstant fixed
                ? EpochNanos.of(fixed.at())
                : afterPauses(isHeld());
    }

    /** The instant at which the promise would be used up if the clock ran on from the end. */
    long projected() {
        if (promise.isDuration()) {
            return time.reach(lastCounted(), left());
        }
        return promise.within() instanceof TargetTime.FixedInstant ? due() : afterPauses(false);
    }

    /** What is left of the promise at the end, for a rule the open time until it is due; negative if it was overdrawn. */
    long left() {
        if (promise.isDuration()) {
            return promise.nanos() - cycle.baseUsed - counted(cycle.baseAt, end);
        }
        return open(end, projected());
    }

    /** The end, or the instant from which the cycle will count. */
    private long lastCounted() {
        return Math.max(end, cycle.countsFrom);
    }

    /** Whether a pause keeps the due time open. */
    private boolean isHeld() {
        return cycle.completedAt == NONE && cycle.marks.last() != SpanKind.RUNNING;
    }

    /** The instant at which an amount of the target is or would be counted; none while a pause keeps it open. */
    long whenCounted(long amount) {
        long reached = reachedWithin(time, amount - cycle.baseUsed);
        if (reached != NONE) {
            return reached;
        }
        return isHeld() ? NONE : time.reach(lastCounted(), amount - cycle.baseUsed - counted(cycle.baseAt, end));
    }

    private long whenUsedUp(CycleTime hours, long amount) {
        long reached = reachedWithin(hours, amount);
        return reached != NONE
                ? reached
                : hours.reach(lastCounted(), amount - sum(this, hours, SpanKind.RUNNING, cycle.baseAt, end));
    }

    private long reachedWithin(CycleTime clock, long amount) {
        long left = amount;
        if (left < 0) {
            return cycle.baseAt;
        }
        for (int i = 0; i < cycle.marks.size(); i++) {
            if (cycle.marks.kind(i) != SpanKind.RUNNING) {
                continue;
            }
            long from = Math.max(cycle.baseAt, cycle.marks.at(i));
            long to = spanEnd(i);
            if (to < from) {
                continue;
            }
            long open = clock.open(from, to);
            if (left == 0) {
                if (open > 0) {
                    return clock.reach(from, 0);
                }
            } else if (open >= left) {
                return clock.reach(from, left);
            } else {
                left -= open;
            }
        }
        return NONE;
    }

    /** The due time of a rule, put off by the open time of each pause that began before it; none if one is still on. */
    private long afterPauses(boolean held) {
        long due = ruledFrom(cycle.countsFrom);
        for (int i = 0; i < cycle.marks.size(); i++) {
            if (cycle.marks.kind(i) == SpanKind.RUNNING) {
                continue;
            }
            long from = Math.max(cycle.countsFrom, cycle.marks.at(i));
            if (from >= due) {
                return due;
            }
            while (i + 1 < cycle.marks.size() && cycle.marks.kind(i + 1) != SpanKind.RUNNING) {
                i++;
            }
            if (held && i == cycle.marks.size() - 1) {
                return NONE;
            }
            long open = open(from, spanEnd(i));
            due = open > 0 ? time.reach(due, open) : due;
        }
        return due;
    }

    private long ruledFrom(long start) {
        WorkingDays days = promise.days();
        if (days == null) {
            throw new IllegalStateException("A rule without dates has no due time.");
        }
        Instant from = EpochNanos.toInstant(start);
        return EpochNanos.of(
                promise.within() instanceof TargetTime.WorkingDays working
                        ? days.plus(from, working.days())
                        : days.endAfter(from, ((TargetTime.EndOfWorkingDay) promise.within()).days()));
    }
}
