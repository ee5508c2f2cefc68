package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The clock of one cycle: at each instant the open time that was in force then.
 *
 * <p>Mostly that is one calendar. It is several where the calendar has changed, and where a promise goes over from open time to the
 * wall clock.
 */
final class CycleTime {
    private final @Nullable List<Piece> earlier;
    private final BusinessTime last;
    /** The stretch asked for last: the figures of one cycle ask for the same again and again. */
    private long knownFrom;

    private long knownTo;
    private long known;

    /**
     * A clock that was in force until an instant.
     *
     * @param time the clock
     * @param until the instant from which another was in force
     */
    record Piece(BusinessTime time, long until) {}

    CycleTime(@Nullable List<Piece> earlier, BusinessTime last) {
        this.earlier = earlier;
        this.last = last;
    }

    /** This clock until an instant, and from it on another. */
    CycleTime then(BusinessTime next, long from) {
        List<Piece> pieces = new ArrayList<>();
        if (earlier != null) {
            for (Piece piece : earlier) {
                if (piece.until() < from) {
                    pieces.add(piece);
                }
            }
        }
        pieces.add(new Piece(at(from), from));
        return new CycleTime(pieces, next);
    }

    private BusinessTime at(long instant) {
        if (earlier != null) {
            for (Piece piece : earlier) {
                if (instant <= piece.until()) {
                    return piece.time();
                }
            }
        }
        return last;
    }

    /** Open time in a stretch. */
    long open(long from, long to) {
        if (to <= from) {
            return 0;
        }
        if (from != knownFrom || to != knownTo) {
            known = counted(from, to);
            knownFrom = from;
            knownTo = to;
        }
        return known;
    }

    private long counted(long from, long to) {
        if (earlier == null) {
            return last.openNanosBefore(to) - last.openNanosBefore(from);
        }
        long sum = 0;
        long start = from;
        for (Piece piece : earlier) {
            long until = Math.min(to, piece.until());
            if (until > start) {
                sum += piece.time().openNanosBefore(until) - piece.time().openNanosBefore(start);
                start = until;
            }
        }
        return start < to ? sum + last.openNanosBefore(to) - last.openNanosBefore(start) : sum;
    }

    /** The first instant after some amount of open time from an instant. */
    long reach(long from, long amount) {
        long start = from;
        long left = amount;
        if (earlier != null) {
            for (Piece piece : earlier) {
                if (piece.until() > start) {
                    long open = open(start, piece.until());
                    if (open > left || (open == left && left > 0)) {
                        return piece.time().plusNanos(start, left);
                    }
                    left -= open;
                    start = piece.until();
                }
            }
        }
        return last.plusNanos(start, left);
    }

    /** The last instant from which some amount of open time, above zero, leads to another. */
    long reachBack(long from, long amount) {
        if (earlier == null) {
            return last.minusNanos(from, amount);
        }
        long end = from;
        long left = amount;
        for (int i = earlier.size() - 1; i >= 0; i--) {
            long begin = earlier.get(i).until();
            if (begin < end) {
                long open = open(begin, end);
                if (open >= left) {
                    return (i + 1 < earlier.size() ? earlier.get(i + 1).time() : last).minusNanos(end, left);
                }
                left -= open;
                end = begin;
            }
        }
        return earlier.get(0).time().minusNanos(end, left);
    }

    /** Gives the clocks in force in a window one after another, each with its part of the window. */
    void forEachIn(Interval window, BiConsumer<BusinessTime, Interval> visitor) {
        Instant from = window.startInclusive();
        Instant end = window.endExclusive();
        if (earlier != null) {
            for (Piece piece : earlier) {
                Instant until = EpochNanos.toInstant(piece.until());
                if (until.isAfter(from) && from.isBefore(end)) {
                    Instant to = until.isBefore(end) ? until : end;
                    visitor.accept(piece.time(), new Interval(from, to));
                    from = to;
                }
            }
        }
        if (from.isBefore(end)) {
            visitor.accept(last, new Interval(from, end));
        }
    }
}
