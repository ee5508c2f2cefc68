package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketCondition;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a clock counts: the conditions that start, pause, stop, reset and cancel it.
 *
 * <p>A metric is data; the constants here and a caller's own are the same kind of thing and run on the same machine. Events are
 * applied one after another, and inside one event the effects come in the order cancel, stop, pause, resume, start. A pause is a
 * level: after each event the clock is paused exactly while its pause condition holds. Merging or deleting a ticket cancels every
 * clock for good. Immutable and thread-safe.
 */
@Value.Immutable
public interface SlaMetric extends WithSlaMetric {
    /** Time to the first reply: from the first contact of the customer to the first message of a human agent to them. */
    SlaMetric FIRST_REPLY = StandardMetrics.FIRST_REPLY;
    /** Time to the next reply: from the oldest unanswered message after the first reply; each unanswered run is a cycle. */
    SlaMetric NEXT_REPLY = StandardMetrics.NEXT_REPLY;
    /** Time between one reply and the next, while the ticket is not done. */
    SlaMetric PERIODIC_UPDATE = StandardMetrics.PERIODIC_UPDATE;
    /** Time between one reply and the next, not counted while the ticket waits for the customer. */
    SlaMetric PAUSABLE_UPDATE = StandardMetrics.PAUSABLE_UPDATE;
    /** Time the requester waits: until the ticket is done, not counted while it waits for the requester. */
    SlaMetric REQUESTER_WAIT = StandardMetrics.REQUESTER_WAIT;
    /** Time the team has the ticket: until it is done, not counted while it waits for anybody else. */
    SlaMetric AGENT_WORK = StandardMetrics.AGENT_WORK;
    /** Time to the resolution: from the creation until the ticket is done. */
    SlaMetric RESOLUTION = StandardMetrics.RESOLUTION;
    /** Time until an agent has the ticket for the first time. */
    SlaMetric TIME_TO_OWN = StandardMetrics.TIME_TO_OWN;
    /** Time that one team has the ticket; each ownership is a cycle. */
    SlaMetric GROUP_OWNERSHIP = StandardMetrics.GROUP_OWNERSHIP;

    /** {@return the name by which readings and events refer to it} */
    SlaMetricId id();

    /** {@return when a cycle starts} */
    TicketCondition start();

    /** {@return when an open cycle is completed for as long as this holds; what follows is up to {@link #again()}} */
    @Value.Default
    default TicketCondition stop() {
        return TicketCondition.never();
    }

    /** {@return when a cycle is completed for good; while a cycle is stopped, this makes its completion final} */
    @Value.Default
    default TicketCondition finish() {
        return TicketCondition.never();
    }

    /** {@return while what an open cycle does not count} */
    @Value.Default
    default TicketCondition pausedWhile() {
        return TicketCondition.never();
    }

    /** {@return when an open cycle is completed and the next may start at once} */
    @Value.Default
    default TicketCondition reset() {
        return TicketCondition.never();
    }

    /** {@return when an open cycle ends without being completed} */
    @Value.Default
    default TicketCondition cancel() {
        return TicketCondition.never();
    }

    /** {@return what happens when a stopped cycle is no longer stopped, {@link Again#RESUME} unless given} */
    @Value.Default
    default Again again() {
        return Again.RESUME;
    }

    /** {@return from which instant a cycle counts, {@link Anchor#TRIGGER} unless given} */
    @Value.Default
    default Anchor anchor() {
        return Anchor.TRIGGER;
    }

    /**
     * {@return the metric of the same policy that comes before: no cycle starts unless the last cycle of that is completed; none unless
     * given}
     */
    Optional<SlaMetricId> after();

    /** {@return an attribute whose value owns a cycle: a change of it resets the clock} */
    Optional<Attribute> owner();

    /** {@return whether a cycle that ends at the instant it began is left out and takes no number, no unless given} */
    @Value.Default
    default boolean discardsEmptyCycles() {
        return false;
    }

    /** {@return the metrics that are constants here, in their order} */
    static List<SlaMetric> standard() {
        return StandardMetrics.ALL;
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link SlaMetric}. */
    final class Builder extends ImmutableSlaMetric.Builder {
        Builder() {}

        /**
         * Names the metric.
         *
         * @param id the name, not blank
         * @return this builder
         */
        public Builder id(String id) {
            return id(SlaMetricId.of(id));
        }
    }
}
