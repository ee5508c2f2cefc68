package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.ticket.StatusCategory;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;

/**
 * The time tickets spend in statuses, dated by their creation. It runs on for tickets that are still in one: what was so far is a
 * value, not censored, and every ticket has it.
 */
public final class StatusKpis {
    private static final Cohort<TicketFacts> BY_CREATION = Cohort.of(TicketFacts.class, Milestone.CREATED);

    private StatusKpis() {}

    /** {@return the time new, open or on hold: the customer waits} */
    public static TimeKpi<TicketFacts> requesterWait() {
        return time(
                        "requester_wait",
                        StatusSet.of("team", StatusCategory.NEW, StatusCategory.OPEN, StatusCategory.ON_HOLD))
                .judged(Direction.LOWER_IS_BETTER, "Zendesk, native duration metrics: new + open + on-hold.")
                .called("Zendesk", "Requester wait time");
    }

    /** {@return the time pending: the team waits for the customer} */
    public static TimeKpi<TicketFacts> agentWait() {
        return time("agent_wait", StatusSet.PENDING)
                .judged(Direction.NEITHER, "Zendesk, native duration metrics: pending.")
                .called("Zendesk", "Agent wait time");
    }

    /** {@return the time new or open, which is time in the queue and no measure of effort} */
    public static TimeKpi<TicketFacts> agentWork() {
        return time("agent_work", StatusSet.of("work", StatusCategory.NEW, StatusCategory.OPEN))
                .judged(Direction.LOWER_IS_BETTER, "Zendesk, native duration metrics: new + open; elapsed, not effort.")
                .called("Zendesk", "Agent work time");
    }

    /** {@return the time on hold: a third party is waited for} */
    public static TimeKpi<TicketFacts> onHold() {
        return time("on_hold", StatusSet.of("hold", StatusCategory.ON_HOLD))
                .judged(Direction.LOWER_IS_BETTER, "Zendesk, native duration metrics: on-hold.")
                .called("Zendesk", "On-hold time");
    }

    /** {@return the time neither solved nor closed: requester wait and agent wait together} */
    public static TimeKpi<TicketFacts> unsolved() {
        return time("unsolved", StatusSet.DONE.complement());
    }

    /**
     * Measures the time in any statuses.
     *
     * @param id the stable id, {@code time_in.} before it
     * @param statuses the statuses
     * @return the time tickets spent in them so far
     */
    public static TimeKpi<TicketFacts> time(String id, StatusSet statuses) {
        return on(id, statuses, Clock.CALENDAR);
    }

    /**
     * Measures the time in any statuses on a clock.
     *
     * @param id the stable id, {@code time_in.} before it
     * @param statuses the statuses
     * @param clock what measures it
     * @return the time tickets spent in them so far, in open hours of the clock
     */
    public static TimeKpi<TicketFacts> on(String id, StatusSet statuses, Clock clock) {
        String suffix = clock.equals(Clock.CALENDAR) ? "" : ".on_" + clock.id();
        return TimeKpi.of("time_in." + id + suffix, BY_CREATION, new StayTime(statuses, clock), Filter.every());
    }
}
