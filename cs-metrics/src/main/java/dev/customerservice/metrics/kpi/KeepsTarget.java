package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.TicketFacts;
import java.time.Duration;
import java.util.Optional;

/** Whether a length keeps the target of the ticket's priority. */
record KeepsTarget(DurationColumn<TicketFacts> column, PriorityTargets targets) implements FlagColumn<TicketFacts> {
    private static final Answer NO_TARGET = Answer.unknown(PriorityTargets.NO_TARGET);

    @Override
    public String id() {
        return column.id() + " <= target (" + targets + ")";
    }

    @Override
    public Answer of(TicketFacts ticket) {
        Optional<Duration> target = targets.target(ticket);
        return target.isEmpty()
                ? NO_TARGET
                : Filter.Within.keeps(column, ticket, target.get().toNanos());
    }
}
