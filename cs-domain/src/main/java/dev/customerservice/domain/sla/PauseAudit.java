package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import dev.customerservice.domain.time.Interval;
import dev.customerservice.domain.time.IntervalSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lays the pauses of the clocks over the time in which the customer waited. */
final class PauseAudit {
    private PauseAudit() {}

    static List<DoubtfulPause> of(TicketHistory history, SlaReadings readings, Instant asOf) {
        IntervalSet waiting = waiting(history, asOf);
        List<DoubtfulPause> found = new ArrayList<>();
        for (SlaReading reading : readings.all()) {
            for (SlaSpan span : reading.spans()) {
                if (span.kind() == SpanKind.PAUSED) {
                    for (Interval stretch : waiting.within(span.interval()).intervals()) {
                        found.add(new DoubtfulPause(
                                reading.policy(),
                                reading.metric(),
                                reading.cycle(),
                                stretch,
                                open(reading, stretch),
                                span.status(),
                                span.cause()));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static Duration open(SlaReading reading, Interval stretch) {
        return reading instanceof StartedReading started
                ? Duration.ofNanos(started.explained()
                        .time()
                        .open(EpochNanos.of(stretch.startInclusive()), EpochNanos.of(stretch.endExclusive())))
                : Duration.ZERO;
    }

    private static IntervalSet waiting(TicketHistory history, Instant asOf) {
        List<Interval> stretches = new ArrayList<>();
        TicketCursor cursor = history.cursor();
        for (int i = 0; cursor.next() && !cursor.event().at().isAfter(asOf); i++) {
            Instant from = cursor.event().at();
            Instant to = i + 1 < history.events().size()
                    ? history.events().get(i + 1).at()
                    : asOf;
            Instant end = to.isBefore(asOf) ? to : asOf;
            if (cursor.unansweredSince().isPresent() && from.isBefore(end)) {
                stretches.add(new Interval(from, end));
            }
        }
        return IntervalSet.of(stretches);
    }
}
