package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.calendar.CalendarId;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a policy promises for one metric: how long it may take, on which calendar, and what pauses it.
 *
 * <p>The first goal whose condition holds gives the time; a matrix by priority is a list of goals. If none holds, nothing is
 * promised at that moment: an open cycle that had a promise reads as cancelled then. Either way the cycle counts on silently, and is
 * judged from its start as soon as a goal holds, so that a condition that comes and goes buys no time. Without a calendar the clock runs
 * round the clock. Immutable and thread-safe.
 */
@Value.Immutable
public interface SlaTarget extends WithSlaTarget {
    /** {@return what is counted} */
    SlaMetric metric();

    /** {@return the times promised, the first whose condition holds counts, at least one} */
    List<Goal> goals();

    /** {@return the calendar in whose open time it counts, empty for round the clock} */
    Optional<CalendarId> calendar();

    /** {@return what a change of the time promised does to an open cycle, {@link Retarget#KEEP_ELAPSED} unless given} */
    @Value.Default
    default Retarget retarget() {
        return Retarget.KEEP_ELAPSED;
    }

    /** {@return what a change of the calendar does to an open cycle, {@link CalendarChange#SPLIT} unless given} */
    @Value.Default
    default CalendarChange calendarChange() {
        return CalendarChange.SPLIT;
    }

    /** {@return the levels of escalation, each level once} */
    List<Escalation> escalations();

    /** Refuses a target without goals, and goals or levels that cannot be computed. */
    @Value.Check
    default void check() {
        checkArgument(
                !goals().isEmpty(),
                "The target for %s must have a goal.\nMaybe use SlaTarget.of(metric, within).",
                metric().id().value());
        TargetCheck.refuse(this);
    }

    /** {@return whether a goal or a level asks for working days or for the hours, so that a calendar must be named} */
    default boolean needsCalendar() {
        return countsWorkingDays()
                || goals().stream().anyMatch(goal -> goal.within() instanceof TargetTime.ByHoursOfStart);
    }

    /** {@return whether a goal or a level counts working days, which only a single calendar has} */
    default boolean countsWorkingDays() {
        return TargetCheck.countsWorkingDays(this);
    }

    /**
     * The same time for every ticket, round the clock.
     *
     * @param metric what is counted
     * @param within how long it may take, zero or more
     * @return the target
     */
    static SlaTarget of(SlaMetric metric, Duration within) {
        return of(metric, TargetTime.of(within));
    }

    /**
     * The same time for every ticket, round the clock.
     *
     * @param metric what is counted
     * @param within how long it may take, or by when it must be done
     * @return the target
     */
    static SlaTarget of(SlaMetric metric, TargetTime within) {
        return builder()
                .metric(metric)
                .addGoal(new Goal(TicketCondition.always(), within))
                .build();
    }

    /**
     * A time for one priority, round the clock; add others with {@link #orWhen}.
     *
     * @param metric what is counted
     * @param priority the priority it holds for
     * @param within how long it may take, zero or more
     * @return the target
     */
    static SlaTarget of(SlaMetric metric, Priority priority, Duration within) {
        return builder()
                .metric(metric)
                .addGoal(new Goal(TicketCondition.priority(priority), within))
                .build();
    }

    /**
     * This target with another goal after the present ones.
     *
     * @param when the condition
     * @param within how long it may take, zero or more
     * @return a copy
     */
    default SlaTarget orWhen(TicketCondition when, Duration within) {
        return orWhen(when, TargetTime.of(within));
    }

    /**
     * This target with another goal after the present ones.
     *
     * @param when the condition
     * @param within how long it may take, or by when it must be done
     * @return a copy
     */
    default SlaTarget orWhen(TicketCondition when, TargetTime within) {
        return builder().from(this).addGoal(new Goal(when, within)).build();
    }

    /**
     * This target with another goal after the present ones, for one priority.
     *
     * @param priority the priority
     * @param within how long it may take, zero or more
     * @return a copy
     */
    default SlaTarget orWhen(Priority priority, Duration within) {
        return orWhen(TicketCondition.priority(priority), within);
    }

    /**
     * This target with a goal for all other tickets.
     *
     * @param within how long it may take, zero or more
     * @return a copy
     */
    default SlaTarget otherwise(Duration within) {
        return orWhen(TicketCondition.always(), within);
    }

    /**
     * This target with more levels of escalation.
     *
     * @param levels the levels
     * @return a copy
     */
    default SlaTarget escalating(Escalation... levels) {
        return builder().from(this).addEscalations(levels).build();
    }

    /**
     * This target, counted in the open time of a calendar.
     *
     * @param calendarId the id of the calendar
     * @return a copy
     */
    default SlaTarget during(String calendarId) {
        return withCalendar(CalendarId.of(calendarId));
    }

    /**
     * This target, not counted while the status is of some categories.
     *
     * @param categories the categories
     * @return a copy
     */
    default SlaTarget pausedWhile(StatusCategory... categories) {
        return pausedWhile(TicketCondition.status(categories));
    }

    /**
     * This target, not counted in some statuses.
     *
     * @param statuses the statuses
     * @return a copy
     */
    default SlaTarget pausedWhile(Status... statuses) {
        return pausedWhile(TicketCondition.status(statuses));
    }

    /**
     * This target, not counted while a condition holds.
     *
     * @param condition the condition, in place of the one of the metric
     * @return a copy
     */
    default SlaTarget pausedWhile(TicketCondition condition) {
        return withMetric(
                SlaMetric.builder().from(metric()).pausedWhile(condition).build());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link SlaTarget}. */
    final class Builder extends ImmutableSlaTarget.Builder {
        Builder() {}
    }
}
