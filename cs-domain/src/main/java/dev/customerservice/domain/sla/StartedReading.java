package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reading of a cycle, whether it was read by sums or by replay: what follows from the promise and from the other answers. */
abstract sealed class StartedReading implements SlaReading permits CycleReading, SumReading {
    final Promise promise;

    StartedReading(Promise promise) {
        this.promise = promise;
    }

    /** {@return the same reading by replay, which knows the spans} */
    abstract CycleReading explained();

    /** {@return what it has in common with other readings} */
    abstract CycleReading.Frame frame();

    /** {@return whether the end of the cycle is later than its due time} */
    abstract boolean isBreached();

    static Optional<Instant> instant(long nanos) {
        return nanos == NONE ? Optional.empty() : Optional.of(EpochNanos.toInstant(nanos));
    }

    @Override
    public final SlaPolicyId policy() {
        return promise.policy().id();
    }

    @Override
    public final String policyVersion() {
        return promise.policy().version();
    }

    @Override
    public final Optional<SlaFault> fault() {
        return Optional.empty();
    }

    @Override
    public final Optional<TargetTime> promised() {
        return Optional.of(promise.within());
    }

    @Override
    public final Optional<Duration> target() {
        return promise.within().length();
    }

    @Override
    public final Optional<Instant> achievedAt() {
        return isBreached() ? Optional.empty() : completedAt();
    }

    @Override
    public final Optional<Instant> breachedAt() {
        return isBreached() ? dueAt() : Optional.empty();
    }

    @Override
    public final Optional<Instant> nextChangeAt() {
        if (!isOpen()) {
            boolean back =
                    cancelReason().filter(CancelReason.POLICY_REMOVED::equals).isPresent();
            return back ? instant(frame().versionsChangeAt()) : Optional.empty();
        }
        Stream<Instant> levels =
                escalations().stream().filter(level -> !level.fired()).flatMap(level -> level.at().stream());
        Stream<Instant> due = breachedAt().isPresent() ? Stream.empty() : dueAt().map(this::ahead).stream();
        Stream<Instant> versions = instant(frame().versionsChangeAt()).stream();
        return Stream.of(due, levels, versions).flatMap(Function.identity()).min(Instant::compareTo);
    }

    /** Read exactly at its due time a cycle is not breached yet; whoever follows these instants must get on. */
    private Instant ahead(Instant due) {
        return due.isAfter(asOf()) ? due : asOf().plusNanos(1);
    }

    /** All that does not follow from the rest: what makes two readings equal. */
    private List<Object> values() {
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

    /** {@return whether the other reading says the same} */
    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof StartedReading that && values().equals(that.values());
    }

    @Override
    public final int hashCode() {
        return values().hashCode();
    }

    /** {@return the ticket, the clock, the state and the figures} */
    @Override
    public final String toString() {
        return "SlaReading" + values();
    }
}
