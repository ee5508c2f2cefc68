package dev.customerservice.domain.sla;

import dev.customerservice.domain.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A stretch of which two explanations say different things.
 *
 * @param interval the stretch, never empty
 * @param before what the one says, empty outside its cycle
 * @param after what the other says, empty outside its cycle
 */
public record TraceChange(Interval interval, Optional<TraceSegment.Kind> before, Optional<TraceSegment.Kind> after) {
    static List<TraceChange> between(List<TraceSegment> before, List<TraceSegment> after) {
        TreeSet<Instant> edges = new TreeSet<>();
        for (List<TraceSegment> segments : List.of(before, after)) {
            for (TraceSegment segment : segments) {
                edges.add(segment.interval().startInclusive());
                edges.add(segment.interval().endExclusive());
            }
        }
        List<TraceChange> changes = new ArrayList<>();
        for (Instant from : edges) {
            Instant to = edges.higher(from);
            Optional<TraceSegment.Kind> one = kindAt(before, from);
            Optional<TraceSegment.Kind> other = kindAt(after, from);
            if (to != null && !one.equals(other)) {
                add(changes, new TraceChange(new Interval(from, to), one, other));
            }
        }
        return List.copyOf(changes);
    }

    /** Adds a stretch, joined with the last one if that says the same and meets it. */
    private static void add(List<TraceChange> changes, TraceChange next) {
        int last = changes.size() - 1;
        if (last >= 0) {
            TraceChange previous = changes.get(last);
            if (previous.before.equals(next.before)
                    && previous.after.equals(next.after)
                    && previous.interval.endExclusive().equals(next.interval.startInclusive())) {
                Interval both = new Interval(previous.interval.startInclusive(), next.interval.endExclusive());
                changes.set(last, new TraceChange(both, next.before, next.after));
                return;
            }
        }
        changes.add(next);
    }

    private static Optional<TraceSegment.Kind> kindAt(List<TraceSegment> segments, Instant at) {
        return segments.stream()
                .filter(segment -> !at.isBefore(segment.interval().startInclusive())
                        && at.isBefore(segment.interval().endExclusive()))
                .map(TraceSegment::kind)
                .findFirst();
    }
}
