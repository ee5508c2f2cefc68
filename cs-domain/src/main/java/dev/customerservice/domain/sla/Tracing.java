package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.calendar.CalendarSegment;
import dev.customerservice.domain.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Expands the spans of a cycle by what the calendar says of each stretch. */
final class Tracing {
    private Tracing() {}

    static SlaTrace of(SlaReading reading) {
        List<TraceSegment> segments = new ArrayList<>();
        if (reading instanceof StartedReading started) {
            CycleReading explained = started.explained();
            CycleTime clock = explained.time();
            for (SlaSpan span : explained.spans()) {
                clock.forEachIn(span.interval(), (time, window) -> expand(time, window, span, segments));
            }
        } else if (reading.startedAt().isPresent()) {
            throw new IllegalArgumentException("The reading of cycle " + reading.cycle()
                    + " must come from a plan of this library to be explained.");
        }
        return new SlaTrace(reading, segments);
    }

    private static void expand(BusinessTime time, Interval window, SlaSpan span, List<TraceSegment> segments) {
        for (CalendarSegment segment : time.segments(window)) {
            TraceSegment next = explain(segment, span);
            int last = segments.size() - 1;
            if (last >= 0 && continues(segments.get(last), next)) {
                TraceSegment before = segments.get(last);
                segments.set(
                        last,
                        new TraceSegment(
                                new Interval(
                                        before.interval().startInclusive(),
                                        next.interval().endExclusive()),
                                before.kind(),
                                before.name(),
                                before.cause()));
            } else {
                segments.add(next);
            }
        }
    }

    private static boolean continues(TraceSegment before, TraceSegment next) {
        return before.kind() == next.kind() && before.name().equals(next.name());
    }

    private static TraceSegment explain(CalendarSegment segment, SlaSpan span) {
        TraceSegment.Kind kind = switch (segment.kind()) {
            case CLOSED -> TraceSegment.Kind.CLOSED;
            case HOLIDAY -> TraceSegment.Kind.HOLIDAY;
            case BREAK -> TraceSegment.Kind.BREAK;
            case OPEN ->
                switch (span.kind()) {
                    case RUNNING -> TraceSegment.Kind.COUNTED;
                    case PAUSED -> TraceSegment.Kind.PAUSED;
                    case STOPPED -> TraceSegment.Kind.STOPPED;
                    case EARLY -> TraceSegment.Kind.EARLY;
                };
        };
        Optional<String> name = kind == TraceSegment.Kind.PAUSED ? span.status() : segment.name();
        return new TraceSegment(segment.interval(), kind, name, span.cause());
    }
}
