package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one cycle of one clock says at an instant.
 *
 * <p>Three durations are kept apart: wall-clock time, open time spent paused, and counted time. The <em>end</em> of a cycle is its
 * completion or cancellation, else the instant of the reading. A cycle is breached when its end is later than its due time: completed
 * or read exactly at the due time it is not. Immutable and thread-safe.
 */
public interface SlaReading {
    /** {@return which ticket} */
    TicketId ticket();

    /** {@return the policy that promised} */
    SlaPolicyId policy();

    /** {@return the version of that policy} */
    String policyVersion();

    /** {@return what is counted} */
    SlaMetricId metric();

    /** {@return the number of the cycle, from 1; 0 if there is none yet} */
    int cycle();

    /** {@return how it stands} */
    SlaState state();

    /** {@return the instant it was read at} */
    Instant asOf();

    /** {@return who owns the cycle, for metrics with an owner} */
    Optional<String> owner();

    /** {@return the start of the cycle} */
    Optional<Instant> startedAt();

    /** {@return from where the cycle counts, if not from the event that started it} */
    Optional<Anchor> anchor();

    /** {@return the instant from which the cycle counts: its start, or a later one that its anchor gives} */
    Optional<Instant> countsFrom();

    /** {@return why a clock that should have started has not: what its anchor needs is not there} */
    Optional<SlaFault> fault();

    /** {@return the first open instant at or after the one from which it counts} */
    Optional<Instant> effectiveStartAt();

    /** {@return what is promised at the end of the cycle: a duration, or a rule that gives an instant} */
    Optional<TargetTime> promised();

    /** {@return the length of what is promised, where that is a duration} */
    Optional<Duration> target();

    /**
     * {@return when the promise is or was used up; empty while a pause keeps that open}
     *
     * @throws dev.customerservice.domain.calendar.NoOpenTimeException if the calendar ends before the promise can be used up; {@link
     *     SlaBook#lint} finds that before
     */
    Optional<Instant> dueAt();

    /** {@return for a paused clock: when the promise would be used up if it resumed at once} */
    Optional<Instant> projectedDueAt();

    /** {@return when it was completed} */
    Optional<Instant> completedAt();

    /** {@return when it was completed, if that was in time} */
    Optional<Instant> achievedAt();

    /** {@return the due time, if it was missed, whatever the state} */
    Optional<Instant> breachedAt();

    /**
     * {@return from when on the cycle was known to be breached, if it is: the due time, or the later change that moved the due time into the
     * past, or that first or again promised something, or the reopening that counted the stopped time in which it lay}
     */
    Optional<Instant> breachKnownFrom();

    /** {@return when it was cancelled} */
    Optional<Instant> cancelledAt();

    /** {@return why it was cancelled} */
    Optional<CancelReason> cancelReason();

    /** {@return the counted time from the start to the end: open and running} */
    Duration elapsed();

    /** {@return the open time spent paused} */
    Duration paused();

    /** {@return the wall-clock time from the start to the end} */
    Duration wallElapsed();

    /** {@return the counted time left until due, for a target that is no duration the open time until then; empty if breached or cancelled} */
    Optional<Duration> remaining();

    /** {@return the counted time from the due time to the end, if breached; zero if all of that was closed} */
    Optional<Duration> overdueBy();

    /** {@return the wall-clock time from the due time to the end, if breached} */
    Optional<Duration> overdueWall();

    /** {@return earlier due times that were missed and that a later change has hidden, ascending} */
    List<Instant> priorBreaches();

    /** {@return the stretches of the cycle; their counted parts sum exactly to {@link #elapsed()}} */
    List<SlaSpan> spans();

    /** {@return the levels of escalation of the cycle, in the order of the target} */
    List<EscalationReading> escalations();

    /**
     * {@return when this reading may change by itself, without an event, always later than the instant it was read at: at the due time, a
     * nanosecond later where it was read at the due time, when the next level of escalation is reached, or when another version of a policy
     * becomes effective and the book adopts it then, even where nothing is promised until then; what a timer needs}
     */
    Optional<Instant> nextChangeAt();

    /** {@return whether the cycle has started and is neither completed nor cancelled} */
    default boolean isOpen() {
        return startedAt().isPresent()
                && completedAt().isEmpty()
                && cancelledAt().isEmpty();
    }
}
