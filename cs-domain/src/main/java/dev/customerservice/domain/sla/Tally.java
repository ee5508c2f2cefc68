package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import org.jspecify.annotations.Nullable;

/**
 * The last cycle of one clock while a ticket is read by sums, where a {@link Cycle} has marks.
 *
 * <p>It does what the sums can tell and says so when they cannot, as when a retarget moves the due time into the past; then the
 * ticket is replayed with cycles.
 */
final class Tally {
    static final int OPEN = 0;
    static final int COMPLETED = 1;
    static final int CANCELLED = 2;

    /** So much is left where nothing is promised. */
    static final long UNPROMISED = Long.MAX_VALUE;

    /** How many cycles have begun. */
    int number;
    /** The row of the last of them, -1 if nothing is promised. */
    int row;

    int ending;

    @Nullable
    CancelReason reason;

    @Nullable
    String owner;

    /** The place of what is promised in the plan, -1 if nothing is. */
    int promise;

    boolean running;
    long startedAt;
    long endedAt;
    long paused;
    /** The instant from which, and how much open time after it, what was promised is used up, once it is. */
    long dueFrom;

    long dueAmount;
    /** The instant from which it counts, the start or later. */
    long countsFrom;

    /** What is left of the promise, which is above zero until it is used up. */
    private long left;

    private long spanAt;
    private long spanCounter;

    void clear() {
        number = 0;
    }

    /** A cycle begins; the counter is that of its calendar at this instant. */
    void begin(long at, long counter, boolean runs, int offered, long nanos) {
        number++;
        row = -1;
        restart(at, counter, runs, offered, nanos);
    }

    /** The cycle counts from zero. */
    void restart(long at, long counter, boolean runs, int offered, long nanos) {
        ending = OPEN;
        promise = offered;
        running = runs;
        startedAt = at;
        countsFrom = at;
        paused = 0;
        left = nanos;
        spanAt = at;
        spanCounter = counter;
    }

    /** The states before the trigger are kept for a cycle that will begin at the creation. */
    void prepare(long at, long counter, boolean runs) {
        restart(at, counter, runs, -1, UNPROMISED);
    }

    /** The cycle that was prepared begins; says whether sums can tell when it is due, and that it is not yet. */
    boolean beginPrepared(long counter, int offered, long nanos) {
        number++;
        row = -1;
        promise = offered;
        left += nanos - UNPROMISED;
        return !isReached() && (!running || counter - spanCounter <= left);
    }

    /** Nothing is counted before an instant in the future, at which the counter will be as given. */
    void countFrom(long at, long counter) {
        countsFrom = at;
        spanAt = at;
        spanCounter = counter;
    }

    /** Since when the present span has lasted. */
    long spanAt() {
        return spanAt;
    }

    /** Closes the present span. */
    void mark(long at, long counter, boolean runs) {
        if (at < countsFrom) {
            running = runs;
            return;
        }
        long open = counter - spanCounter;
        if (running) {
            if (open >= left && left > 0) {
                dueFrom = spanAt;
                dueAmount = left;
            }
            left -= open;
        } else {
            paused += open;
        }
        spanAt = at;
        spanCounter = counter;
        running = runs;
    }

    /** The cycle ends, unless it has: one whose promise was withdrawn reads as it stood then. */
    void end(long at, long counter, int how) {
        if (ending == OPEN) {
            mark(at, counter, running);
            endedAt = at;
            ending = how;
        }
    }

    /** The stopped cycle goes on; the time it was stopped counts or not. Says whether sums can tell since when a breach is known. */
    boolean resume(long at, long counter, boolean runs, boolean including) {
        ending = OPEN;
        boolean reachedBefore = isReached();
        if (including) {
            running = true;
            mark(at, counter, runs);
        } else {
            spanAt = Math.max(at, countsFrom);
            spanCounter = at < countsFrom ? spanCounter : counter;
            running = runs;
        }
        return isReached() == reachedBefore;
    }

    /** Holds the cycle against another amount; says whether sums can tell what comes of it. */
    boolean retarget(long at, long counter, int offered, long more) {
        mark(at, counter, running);
        promise = offered;
        boolean certain = !isReached();
        left += more;
        return certain && !isReached();
    }

    /** Whether what was promised is used up. */
    boolean isReached() {
        return left <= 0;
    }

    long left() {
        return left;
    }

    /** When it ended, else the instant it is read at. */
    long end(long asOf) {
        return ending == OPEN ? asOf : endedAt;
    }

    /** Whether a pause keeps the due time open. */
    boolean isHeld() {
        return !isReached() && !running && ending != COMPLETED;
    }

    /** With something left the due time lies ahead, with less than nothing behind; only at nothing the calendar decides. */
    boolean isBreached(JointClocks clocks, long asOf) {
        return left < 0 || (left == 0 && isLate(clocks, asOf));
    }

    private boolean isLate(JointClocks clocks, long asOf) {
        BusinessTime time = clocks.promise(promise).time();
        long due = time.plusNanos(dueFrom, dueAmount);
        return due < end(asOf);
    }
}
