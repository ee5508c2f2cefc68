package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One cycle of one service-level clock of one ticket. {@link #at()} is its start. */
public interface SlaFacts extends Fact {
    /** What became of the clock by {@link Fact#asOf()}. */
    enum Outcome {
        /** It stopped in time. */
        MET,
        /** It stopped too late. */
        BREACHED,
        /** It had not stopped and was late already. */
        RUNNING_LATE,
        /** It had not stopped and was not late. */
        RUNNING,
        /** It was called off before it stopped. */
        CANCELLED
    }

    /** {@return which ticket} */
    TicketId ticket();

    /** {@return what the clock measures} */
    SlaMetricId metric();

    /** {@return the policy that promised} */
    SlaPolicyId policy();

    /** {@return what became of it by the clock's own verdict: late is what ended, or still runs, after {@link #dueAt()}} */
    Outcome outcome();

    /** {@return whether no cycle of the same metric of the ticket began after it} */
    default boolean isLast() {
        return true;
    }

    /**
     * {@return what became of all cycles of the same metric of the ticket together: the first of breached, running late, running, met and
     * cancelled that one of them was}
     */
    default Outcome overall() {
        return outcome();
    }

    /** {@return when it was due, empty without a due instant, as while it is paused} */
    Optional<Instant> dueAt();

    /** {@return when it stopped, empty when it did not} */
    Optional<Moment> stopped();

    /** {@return the time that counted, on the calendar of the target and without pauses} */
    Duration elapsed();

    /** {@return the open time that did not count because the clock was paused} */
    Duration paused();

    /** {@return the promised time, empty for promises that are no duration, such as the end of the next business day} */
    Optional<Duration> target();

    /** {@return the counted time from the due instant to the end, empty unless it was late} */
    Optional<Duration> overdueBy();
}
