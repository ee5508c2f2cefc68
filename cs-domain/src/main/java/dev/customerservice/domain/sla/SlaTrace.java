package dev.customerservice.domain.sla;

import java.time.Duration;
import java.util.List;

/**
 * The full explanation of a reading: a gapless list of stretches from the start of the cycle to its end.
 *
 * <p>Law: the counted stretches sum exactly to the elapsed time of the reading.
 *
 * @param reading what is explained
 * @param segments the stretches in order; neighbours differ in kind, name or cause
 */
public record SlaTrace(SlaReading reading, List<TraceSegment> segments) {
    /** Keeps an unmodifiable copy. */
    public SlaTrace {
        segments = List.copyOf(segments);
    }

    /**
     * Adds up the stretches of one kind.
     *
     * @param kind the kind
     * @return their total wall-clock time, zero if there are none
     */
    public Duration total(TraceSegment.Kind kind) {
        Duration total = Duration.ZERO;
        for (TraceSegment segment : segments) {
            if (segment.kind() == kind) {
                total = total.plus(segment.interval().duration());
            }
        }
        return total;
    }

    /**
     * Compares this explanation with another of the same clock, such as under another plan.
     *
     * @param other the other explanation
     * @return the stretches in which the two say different things, in order, each with what they say; empty where one says nothing
     */
    public List<TraceChange> changesTo(SlaTrace other) {
        return TraceChange.between(segments, other.segments);
    }

    /**
     * Writes the explanation for people, in a form that depends on no locale or zone: one line a stretch, with its instants in UTC.
     *
     * @return the text, without a line break at the end
     */
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(reading.metric().value())
                .append(" of policy ")
                .append(reading.policy().value())
                .append(" version ")
                .append(reading.policyVersion())
                .append(", cycle ")
                .append(reading.cycle())
                .append(": ")
                .append(reading.state());
        reading.promised().ifPresent(promised -> text.append("\npromised ").append(promised.toText()));
        reading.dueAt().ifPresent(due -> text.append(", due ").append(due));
        reading.projectedDueAt()
                .ifPresent(due -> text.append(", due ").append(due).append(" if resumed"));
        reading.anchor()
                .ifPresent(anchor -> text.append("\ncounts from ")
                        .append(anchor.name())
                        .append(", ")
                        .append(reading.countsFrom().orElseThrow()));
        reading.fault().ifPresent(fault -> text.append("\nnot started: ").append(fault.code()));
        for (TraceSegment segment : segments) {
            text.append('\n')
                    .append(segment.interval().startInclusive())
                    .append(" to ")
                    .append(segment.interval().endExclusive())
                    .append("  ")
                    .append(segment.kind());
            segment.name().ifPresent(name -> text.append(" (").append(name).append(')'));
            text.append("  ").append(segment.interval().duration());
        }
        text.append("\ncounted ").append(reading.elapsed());
        reading.remaining().ifPresent(left -> text.append(", remaining ").append(left));
        reading.overdueBy().ifPresent(over -> text.append(", overdue by ").append(over));
        return text.toString();
    }
}
