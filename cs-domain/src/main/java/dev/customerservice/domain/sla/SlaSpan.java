package dev.customerservice.domain.sla;

import dev.customerservice.domain.time.Interval;
import java.time.Duration;
import java.util.Optional;

/**
 * A stretch of a cycle in one state.
 *
 * @param interval the stretch
 * @param kind what the clock did in it
 * @param counted the time counted in it, zero unless it ran
 * @param cause the position in the history of the event that began it
 * @param status the name of the status that paused the clock, for a paused stretch
 */
public record SlaSpan(Interval interval, SpanKind kind, Duration counted, int cause, Optional<String> status) {}
