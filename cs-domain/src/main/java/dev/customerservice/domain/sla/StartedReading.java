package dev.customerservice.domain.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The reading of a cycle, whether it was read by sums or by replay. */
sealed interface StartedReading extends SlaReading permits CycleReading, SumReading {
    /** {@return the same reading by replay, which knows the spans} */
    CycleReading explained();

    /** {@return what it has in common with other readings} */
    CycleReading.Frame frame();

    @Override
    default Optional<Instant> nextChangeAt() {
        if (!isOpen()) {
            return Optional.empty();
        }
        Stream<Instant> levels =
                escalations().stream().filter(level -> !level.fired()).flatMap(level -> level.at().stream());
        Stream<Instant> due = breachedAt().isPresent() ? Stream.empty() : dueAt().stream();
        return Stream.concat(due, levels).min(Instant::compareTo);
    }

    /** {@return all that does not follow from the rest: what makes two readings equal} */
    default List<Object> values() {
        return List.of(
                frame(),
                policy(),
                policyVersion(),
                cycle(),
                state(),
                owner(),
                startedAt(),
                anchor(),
                countsFrom(),
                effectiveStartAt(),
                promised(),
                dueAt(),
                projectedDueAt(),
                completedAt(),
                breachKnownFrom(),
                cancelledAt(),
                cancelReason(),
                elapsed(),
                paused(),
                remaining(),
                overdueBy(),
                priorBreaches(),
                escalations(),
                nextChangeAt());
    }
}
