package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.TicketFacts;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /** Whether the length and the priority of each ticket are packed, so that the verdict need not be. */
    boolean canReadFrom(PackedFacts<?> packed) {
        return packed.find(column) != null && packed.codes(facet(), Milestone.CREATED) != null;
    }

    PackedColumns.Codes priorities(PackedFacts<?> packed) {
        return Objects.requireNonNull(packed.codes(facet(), Milestone.CREATED));
    }

    private String facet() {
        return targets.latest() ? "latest_priority" : "priority";
    }

    /** The target of a priority, or null without one. */
    @Nullable
    Duration target(Optional<?> priority) {
        return priority.map(targets.targets()::get).orElse(null);
    }
}
