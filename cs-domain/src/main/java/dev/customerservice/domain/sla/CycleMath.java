package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.calendar.BusinessTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Open and counted time of one cycle up to its end, and when its promise is used up.
 *
 * <p>The elapsed time and the due time come from the same spans on the same clock, so they can never disagree.
 */
final class CycleMath {
    private final Cycle cycle;
    private final long end;
    private final @Nullable Promise promise;

    /** Looks at a cycle as if it ended at an instant, which is after its last mark. */
    CycleMath(Cycle cycle, long end) {
        this.cycle = cycle;
        this.end = end;
        this.promise = cycle.promise;
    }

    private Promise promise() {
        if (promise == null) {
            throw new IllegalStateException("A cycle without a promise has no clock.");
        }
        return promise;
    }

    private long spanEnd(int index) {
        return index + 1 < cycle.marks() ? Math.min(end, cycle.markAt(index + 1)) : end;
    }

    /** Open time in a stretch, on the clock that was in force at each instant. */
    long open(long from, long to) {
        if (to <= from) {
            return 0;
        }
        BusinessTime time = promise().time();
        List<Cycle.TimePiece> earlier = cycle.earlierTimes;
        if (earlier == null) {
            return time.openNanosBefore(to) - time.openNanosBefore(from);
        }
        long sum = 0;
        long start = from;
        for (Cycle.TimePiece piece : earlier) {
            long until = Math.min(to, piece.until());
            if (until > start) {
                sum += piece.time().openNanosBefore(until) - piece.time().openNanosBefore(start);
                start = until;
            }
        }
        return start < to ? sum + time.openNanosBefore(to) - time.openNanosBefore(start) : sum;
    }

    /** The first instant after some amount of open time from an instant, on the clock in force at each instant. */
    long reach(long from, long amount) {
        List<Cycle.TimePiece> earlier = cycle.earlierTimes;
        long start = from;
        long left = amount;
        if (earlier != null) {
            for (Cycle.TimePiece piece : earlier) {
                if (piece.until() > start) {
                    long open = piece.time().openNanosBefore(piece.until())
                            - piece.time().openNanosBefore(start);
                    if (open > left || (open == left && left > 0)) {
                        return piece.time().plusNanos(start, left);
                    }
                    left -= open;
                    start = piece.until();
                }
            }
        }
        return promise().time().plusNanos(start, left);
    }

    private long sum(SpanKind kind, long from, long to) {
        long sum = 0;
        for (int i = 0; i < cycle.marks(); i++) {
            if (cycle.markKind(i) == kind) {
                sum += open(Math.max(from, cycle.markAt(i)), Math.min(to, spanEnd(i)));
            }
        }
        return sum;
    }

    /** Counted time in a stretch of the cycle: open and running. */
    long counted(long from, long to) {
        return sum(SpanKind.RUNNING, from, to);
    }

    /** Open time in a pausing status. */
    long paused() {
        return sum(SpanKind.PAUSED, cycle.startedAt(), end);
    }

    /** Counted time from the start to the end. */
    long elapsed() {
        return counted(cycle.startedAt(), end);
    }

    /** The state at the end. */
    SpanKind stateAtEnd() {
        return cycle.markKind(cycle.marks() - 1);
    }

    /** The instant at which the promise is used up; none while a pause keeps it open. */
    long due() {
        if (cycle.fixedDue != NONE) {
            return cycle.fixedDue;
        }
        long reached = reachedWithin();
        if (reached != NONE) {
            return reached;
        }
        boolean completed = cycle.completedAt != NONE;
        return completed || stateAtEnd() == SpanKind.RUNNING ? projected() : NONE;
    }

    /** The instant at which the promise would be used up if the clock ran on from the end. */
    long projected() {
        return reach(end, left());
    }

    /** What is left of the promise at the end; negative if it was overdrawn. */
    long left() {
        return promise().nanos() - cycle.baseUsed - counted(cycle.baseAt, end);
    }

    private long reachedWithin() {
        long left = promise().nanos() - cycle.baseUsed;
        if (left < 0) {
            return cycle.baseAt;
        }
        for (int i = 0; i < cycle.marks(); i++) {
            if (cycle.markKind(i) != SpanKind.RUNNING) {
                continue;
            }
            long from = Math.max(cycle.baseAt, cycle.markAt(i));
            long to = spanEnd(i);
            if (to < from) {
                continue;
            }
            long open = open(from, to);
            if (left == 0) {
                if (open > 0) {
                    return reach(from, 0);
                }
            } else if (open >= left) {
                return reach(from, left);
            } else {
                left -= open;
            }
        }
        return NONE;
    }

    /** The first open instant at or after the start. */
    long effectiveStart() {
        return reach(cycle.startedAt(), 0);
    }
}
