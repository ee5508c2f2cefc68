package dev.customerservice.domain.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a log itself states about a ticket, beside what follows from its events.
 *
 * <p>Help desks export running counters, times of their own and verdicts on service levels that need not agree with the history.
 * They are kept under their names and are never mixed with derived values: a measure says which of the two it reads. Immutable and
 * thread-safe.
 */
@Value.Immutable
public interface StatedValues extends WithStatedValues {
    /** The name under which a log's own opening time is kept: {@value}. */
    String OPENED = "opened";
    /** The name under which a log's own resolution time is kept: {@value}. */
    String RESOLVED = "resolved";
    /** The name under which a log's own closing time is kept: {@value}. */
    String CLOSED = "closed";
    /** The name under which a log's own count of reopenings is kept: {@value}. */
    String REOPENINGS = "reopenings";
    /** The name under which a log's own count of reassignments is kept: {@value}. */
    String REASSIGNMENTS = "reassignments";
    /** The name under which a log's own verdict on its service level is kept: {@value}. */
    String SLA_MET = "sla_met";

    /** {@return the stated instants by name} */
    Map<String, Instant> moments();

    /** {@return the stated counters by name} */
    Map<String, Long> counts();

    /** {@return the stated yes-or-no answers by name} */
    Map<String, Boolean> verdicts();

    /** {@return the stated durations by name, such as a target} */
    Map<String, Duration> durations();

    /**
     * A stated instant.
     *
     * @param name the name it is kept under
     * @return the instant, empty if the log does not state it
     */
    default Optional<Instant> moment(String name) {
        return Optional.ofNullable(moments().get(name));
    }

    /**
     * A stated counter.
     *
     * @param name the name it is kept under
     * @return the counter, empty if the log does not state it
     */
    default Optional<Long> count(String name) {
        return Optional.ofNullable(counts().get(name));
    }

    /**
     * A stated yes-or-no answer.
     *
     * @param name the name it is kept under
     * @return the answer, empty if the log does not state it
     */
    default Optional<Boolean> verdict(String name) {
        return Optional.ofNullable(verdicts().get(name));
    }

    /** {@return no stated values} */
    static StatedValues none() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link StatedValues}. */
    final class Builder extends ImmutableStatedValues.Builder {
        Builder() {}
    }
}
