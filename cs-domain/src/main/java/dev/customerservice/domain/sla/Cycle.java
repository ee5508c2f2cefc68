package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.time.EpochNanos;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * One cycle of a clock while a history is replayed: marks where its state changes, and the promise it is held against.
 *
 * <p>Counting starts from a base: the instant from which, and the amount with which, the promise in force is used up. A retarget
 * moves the base, never the marks, so the counted time stays what it was.
 */
final class Cycle {
    static final long NONE = Long.MIN_VALUE;
    static final int NO_EVENT = -1;
    private static final long[] NO_BREACHES = {};
    private static final BigInteger SECOND = BigInteger.valueOf(1_000_000_000L);

    final int number;

    @Nullable
    String owner;

    Marks marks = new Marks();

    long completedAt = NONE;
    int completedBy = -1;
    long cancelledAt = NONE;

    @Nullable
    CancelReason cancelReason;

    @Nullable
    Promise promise;

    /** The due date set by hand for this cycle. */
    @Nullable
    Instant agreedDue;

    /** From where it counts, if not from its trigger; and the instant, never before the start. */
    @Nullable
    Anchor anchor;

    long countsFrom;

    long baseAt;
    long baseUsed;
    /** The due time of a promise used up before it was carried over in proportion, and its length. */
    long fixedDue = NONE;

    long fixedNanos;
    /** The changes of the promise over which a part of the budget was carried, in the order of time. */
    private List<CarriedOver> carriedOver = List.of();
    /** The latest instant at which a change moved the due time into the past; none if no change ever did. */
    long movedToPastAt = NONE;

    private long[] priorBreaches = NO_BREACHES;
    /** The clocks in force one after another, where the calendar has changed; null as long as it never has. */
    @Nullable
    List<CycleTime.Piece> earlierTimes;

    /** The clocks that were in force one after another since the cycle was stopped, and the one in force now. */
    private List<CycleTime.Piece> timesWhileStopped = List.of();

    private @Nullable BusinessTime timeNow;
    /** How it stood when its promise was withdrawn, which is how it reads until something is promised again. */
    private @Nullable Cycle asWithdrawn;

    /** A part of a budget carried over in proportion. */
    private record CarriedOver(Promise before, Promise next, long at) {}

    Cycle(int number, long at, SpanKind kind, int cause, String status) {
        this.number = number;
        mark(at, kind, cause, status);
    }

    /** Nothing is counted before an instant. */
    void countFrom(long at) {
        countsFrom = at;
        baseAt = at;
    }

    /** A copy that starts at another instant, in the state it had then; before the first mark it ran. */
    Cycle from(long at) {
        Cycle copy = new Cycle(number, at, SpanKind.RUNNING, marks.cause(0), "");
        for (int i = 0; i < marks.size(); i++) {
            copy.mark(Math.max(at, marks.at(i)), marks.kind(i), marks.cause(i), marks.status(i));
        }
        return copy;
    }

    private Cycle copy() {
        Cycle copy = new Cycle(number, startedAt(), marks.kind(0), marks.cause(0), marks.status(0));
        copy.owner = owner;
        copy.marks = marks.copy();
        copy.completedAt = completedAt;
        copy.completedBy = completedBy;
        copy.promise = promise;
        copy.anchor = anchor;
        copy.countsFrom = countsFrom;
        copy.baseAt = baseAt;
        copy.baseUsed = baseUsed;
        copy.fixedDue = fixedDue;
        copy.fixedNanos = fixedNanos;
        copy.movedToPastAt = movedToPastAt;
        copy.priorBreaches = priorBreaches;
        copy.earlierTimes = earlierTimes == null ? null : new ArrayList<>(earlierTimes);
        return copy;
    }

    /** Nothing is promised any more: it reads as it stands now, cancelled if it was open, while it counts on. */
    void withdraw(long at, int event) {
        if (!isPromised()) {
            return;
        }
        rememberBreach(end(at), event);
        Cycle standing = copy();
        if (isOpen()) {
            standing.cancelledAt = at;
            standing.cancelReason = CancelReason.POLICY_REMOVED;
        }
        asWithdrawn = standing;
    }

    /** {@return whether it is held against something} */
    boolean isPromised() {
        return promise != null && asWithdrawn == null;
    }

    /** {@return this, or how it stood when its promise was withdrawn} */
    Cycle asRead() {
        return asWithdrawn == null ? this : asWithdrawn;
    }

    long startedAt() {
        return marks.at(0);
    }

    /** From an instant on the cycle is in another state. */
    void mark(long at, SpanKind kind, int cause, String status) {
        marks.add(at, kind, cause, status);
    }

    boolean isOpen() {
        return completedAt == NONE && cancelledAt == NONE;
    }

    /** The end of the cycle: its completion or cancellation, else the instant it is read at. */
    long end(long asOf) {
        return completedAt != NONE ? completedAt : cancelledAt != NONE ? cancelledAt : asOf;
    }

    /** Starts again from zero at an instant, in a state, held against what is promised by then, if anything is. */
    void restart(long at, SpanKind kind, int cause, String status, @Nullable Promise offered) {
        marks.clear();
        mark(at, kind, cause, status);
        completedAt = NONE;
        countFrom(Math.max(at, countsFrom));
        forgetCarriedOver();
        movedToPastAt = NONE;
        earlierTimes = null;
        timesWhileStopped = List.of();
        if (offered != null) {
            promise = meant(offered);
            asWithdrawn = null;
            noticeDueInPast(at, NONE);
        }
    }

    /** Notices which clock is in force while the cycle is stopped; it counts if the cycle goes on. */
    void passBy(Promise offered, long at) {
        BusinessTime next = offered.startingAt(countsFrom).time();
        BusinessTime present = timesWhileStopped.isEmpty() || timeNow == null ? timeInForce(next) : timeNow;
        if (!present.equals(next)) {
            List<CycleTime.Piece> longer = new ArrayList<>(timesWhileStopped);
            longer.add(new CycleTime.Piece(present, at));
            timesWhileStopped = longer;
            timeNow = next;
        }
    }

    private BusinessTime timeInForce(BusinessTime fallback) {
        return promise == null ? fallback : promise.time();
    }

    /** Keeps the clocks before the present one, each until the instant at which it really ceased to be in force. */
    private void splitTimes(Promise before, Promise next, long at) {
        List<CycleTime.Piece> earlier = earlierTimes == null ? new ArrayList<>(1) : earlierTimes;
        BusinessTime last = before.time();
        if (!timesWhileStopped.isEmpty() && timeNow != null) {
            earlier.addAll(timesWhileStopped);
            last = timeNow;
        }
        if (!last.equals(next.time())) {
            earlier.add(new CycleTime.Piece(last, at));
        }
        earlierTimes = earlier.isEmpty() ? null : earlier;
    }

    private Promise meant(Promise offered) {
        Promise meant = offered.startingAt(countsFrom);
        return agreedDue == null ? meant : meant.agreedOn(agreedDue);
    }

    /** Whether the cycle is held against a promise already, so that holding it again changes nothing. */
    boolean holds(Promise offered) {
        return offered.equals(promise) && asWithdrawn == null && agreedDue == null && timesWhileStopped.isEmpty();
    }

    /** The stopped cycle goes on, held against what is promised by then; the time it was stopped runs or does not. */
    void resume(SpanKind meanwhile, @Nullable Promise offered, long at, SpanKind kind, int cause, String status) {
        long stopped = completedAt;
        long knownSince = rememberBreach(stopped, cause);
        boolean counts = meanwhile == SpanKind.RUNNING;
        if (counts) {
            mark(stopped, meanwhile, completedBy, "");
            completedAt = NONE;
        }
        if (offered != null) {
            hold(offered, at, kind, cause, status, () -> knownSince);
        }
        if (completedAt != NONE) {
            mark(stopped, meanwhile, completedBy, "");
            completedAt = NONE;
        }
        mark(at, kind, cause, status);
        if (promise != null) {
            noticeDueInPast(at, knownSince);
        }
    }

    /** A change at an instant has moved the due time; before it nobody could know of a breach, unless the cycle was breached already. */
    private void noticeDueInPast(long at, long knownSince) {
        long due = new CycleMath(this, end(at)).due();
        movedToPastAt = due == NONE || due >= end(at) ? NONE : knownSince == NONE ? at : knownSince;
    }

    /** Holds the cycle against what is promised from an instant on; the first promise counts from the start. */
    void hold(Promise offered, long at, SpanKind kind, int cause, String status) {
        hold(offered, at, kind, cause, status, () -> rememberBreach(end(at), cause));
    }

    /** The same at an instant at which nothing has happened, so that the last mark was there before. */
    void holdWithoutEvent(Promise offered, long at, SpanKind kind, int cause, String status) {
        hold(offered, at, kind, cause, status, () -> rememberBreach(end(at), NO_EVENT));
    }

    private void hold(
            Promise offered, long at, SpanKind kind, int cause, String status, LongSupplier breachKnownSince) {
        Promise before = promise;
        Promise next = meant(offered);
        if (before == null) {
            promise = next;
            timesWhileStopped = List.of();
            if (at > countsFrom || !next.isDuration()) {
                noticeDueInPast(at, NONE);
            }
            return;
        }
        if (asWithdrawn == null && timesWhileStopped.isEmpty() && !before.differsFrom(next)) {
            promise = next;
            return;
        }
        long knownSince = breachKnownSince.getAsLong();
        asWithdrawn = null;
        boolean retarget = !before.sameLength(next) && !before.agreed() && !next.agreed();
        Retarget rule = next.target().retarget();
        if (next.target().calendarChange() == CalendarChange.SPLIT) {
            splitTimes(before, next, at);
        } else if (!timesWhileStopped.isEmpty() || !before.time().equals(next.time())) {
            recount(next.time());
        }
        timesWhileStopped = List.of();
        if (rule == Retarget.PROPORTIONAL && retarget && before.isDuration() && next.isDuration()) {
            carryOver(new CarriedOver(before, next, at), next.time());
        }
        promise = next;
        if (rule == Retarget.RESTART && retarget) {
            restart(at, kind, cause, status, offered);
        } else {
            noticeDueInPast(at, knownSince);
        }
    }

    /** Counts from the start on a clock as if it had always been in force, what was carried over too. */
    private void recount(BusinessTime time) {
        List<CarriedOver> again = carriedOver;
        earlierTimes = null;
        forgetCarriedOver();
        baseAt = countsFrom;
        again.forEach(each -> carryOver(each, time));
    }

    private void forgetCarriedOver() {
        carriedOver = List.of();
        baseUsed = 0;
        fixedDue = NONE;
    }

    private void carryOver(CarriedOver change, BusinessTime time) {
        Promise before = change.before().on(time);
        Promise next = change.next();
        long at = change.at();
        List<CarriedOver> longer = new ArrayList<>(carriedOver);
        longer.add(change);
        carriedOver = longer;
        if (fixedDue != NONE) {
            return;
        }
        promise = before;
        CycleMath math = new CycleMath(this, end(at));
        long due = math.due();
        if (due != NONE && due <= end(at)) {
            fixedDue = due;
            fixedNanos = before.nanos();
            return;
        }
        long used = baseUsed + math.counted(baseAt, end(at));
        BigInteger carried = BigInteger.valueOf(used)
                .multiply(BigInteger.valueOf(next.nanos()))
                .divide(BigInteger.valueOf(before.nanos()).max(BigInteger.ONE));
        baseUsed = carried.divide(SECOND).multiply(SECOND).longValueExact();
        baseAt = Math.max(at, countsFrom);
    }

    /** Keeps a breach on record that was seen before an event may hide it, and says since when one was known; none if there was none. */
    long rememberBreach(long end, int event) {
        if (promise == null) {
            return NONE;
        }
        if (asWithdrawn != null) {
            long known = new CycleMath(asWithdrawn, asWithdrawn.end(end)).due();
            boolean breached = known != NONE && known < asWithdrawn.end(end);
            return !breached ? NONE : movedToPastAt == NONE ? known : movedToPastAt;
        }
        Marks known = marks;
        marks = marks.before(event);
        long due = new CycleMath(this, end).due();
        marks = known;
        if (due == NONE || due >= end) {
            return NONE;
        }
        if (LongStream.of(priorBreaches).noneMatch(prior -> prior == due)) {
            priorBreaches = Arrays.copyOf(priorBreaches, priorBreaches.length + 1);
            priorBreaches[priorBreaches.length - 1] = due;
        }
        return movedToPastAt == NONE ? due : movedToPastAt;
    }

    /** {@return the breaches on record, ascending, but for the one at a due time} */
    List<Instant> priorBreaches(long due) {
        return priorBreaches.length == 0
                ? List.of()
                : LongStream.of(priorBreaches)
                        .filter(prior -> prior != due)
                        .sorted()
                        .mapToObj(EpochNanos::toInstant)
                        .toList();
    }
}
