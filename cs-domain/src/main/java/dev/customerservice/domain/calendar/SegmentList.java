package dev.customerservice.domain.calendar;

import dev.customerservice.domain.calendar.CalendarSegment.Kind;
import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds the gapless partition of a window: what is not named is closed, equal neighbours are joined. */
final class SegmentList {
    private final List<CalendarSegment> segments = new ArrayList<>();
    private final Instant endExclusive;
    private Instant covered;

    SegmentList(Interval window) {
        covered = window.startInclusive();
        endExclusive = window.endExclusive();
    }

    /** Adds the next piece; the pieces come in ascending order and do not overlap. */
    void add(Interval piece, Kind kind, Optional<String> name) {
        Instant from = piece.startInclusive().isBefore(covered) ? covered : piece.startInclusive();
        Instant to = piece.endExclusive().isAfter(endExclusive) ? endExclusive : piece.endExclusive();
        if (from.isBefore(to)) {
            append(from, Kind.CLOSED, Optional.empty());
            append(to, kind, name);
        }
    }

    private void append(Instant until, Kind kind, Optional<String> name) {
        if (!covered.isBefore(until)) {
            return;
        }
        Instant start = covered;
        int last = segments.size() - 1;
        if (last >= 0
                && segments.get(last).kind() == kind
                && segments.get(last).name().equals(name)) {
            start = segments.remove(last).interval().startInclusive();
        }
        segments.add(new CalendarSegment(new Interval(start, until), kind, name));
        covered = until;
    }

    List<CalendarSegment> toList() {
        append(endExclusive, Kind.CLOSED, Optional.empty());
        return List.copyOf(segments);
    }
}
