package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Ratio;

/**
 * The time of tickets from one milestone to another. Each choice is a part of the value and of its id: which milestones,
 * on which clock, net of which statuses, whether a negative span counts, and dated by which moment.
 *
 * @param name the id without the choices
 * @param from where the time starts
 * @param to where it ends
 * @param clock what measures it
 * @param netOf the statuses whose time is taken off, on the same clock
 * @param signed whether an end before the start counts as a negative length; else it is left out
 * @param when the moment that dates a ticket
 */
public record TicketTimes(
        String name, Milestone from, Milestone to, Clock clock, StatusSet netOf, boolean signed, When<TicketFacts> when)
        implements DurationKpi<TicketFacts> {
    /**
     * Measures the wall-clock time between two milestones, dated by the creation of the ticket.
     *
     * @param name the id
     * @param from where the time starts
     * @param to where it ends; a ticket without it is left out
     * @return the measure
     */
    public static TicketTimes of(String name, Milestone from, Milestone to) {
        return new TicketTimes(name, from, to, Clock.CALENDAR, StatusSet.NONE, false, Milestone.CREATED);
    }

    /**
     * Measures on business hours instead.
     *
     * @param clockId the name of the clock in ids
     * @param hours what counts
     * @return the same time on that clock
     */
    public TicketTimes on(String clockId, BusinessTime hours) {
        return new TicketTimes(name, from, to, new Clock(clockId, hours), netOf, signed, when);
    }

    /**
     * Takes the time in some statuses off, measured on the same clock.
     *
     * @param statuses the statuses
     * @return the same time net of them
     */
    public TicketTimes netOf(StatusSet statuses) {
        return new TicketTimes(name, from, to, clock, statuses, signed, when);
    }

    /** {@return the same time with an end before the start counted as a negative length} */
    public TicketTimes asSigned() {
        return new TicketTimes(name, from, to, clock, netOf, true, when);
    }

    /**
     * Dates the tickets by another moment.
     *
     * @param moment the moment
     * @return the same time by that moment
     */
    public TicketTimes datedBy(When<TicketFacts> moment) {
        return new TicketTimes(name, from, to, clock, netOf, signed, moment);
    }

    /**
     * Judges the time against a target for each priority: met when not above it.
     *
     * @param targets the targets
     * @return the share of tickets within their target, of those with a time and a target
     */
    public Kpi<TicketFacts, Ratio> within(PriorityTargets targets) {
        Formula<TicketFacts, Ratio> share = new Formula.Share<>(keeps(targets).yes(), Filter.every());
        FormulaKpi<TicketFacts, Ratio> kpi =
                FormulaKpi.of(id() + ".within_" + Ids.part(targets.id()), Unit.SHARE, cohort(), share);
        return kpi.defined(kpi.definition()
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withSource("By elapsed time: not above the target is met, whatever the clock of an agreement says."));
    }

    /**
     * Asks each ticket whether the time keeps the target of its priority, for use in filters.
     *
     * @param targets the targets
     * @return the question; unknown for a ticket without a time or a target
     */
    public FlagColumn<TicketFacts> keeps(PriorityTargets targets) {
        return new KeepsTarget(column(), targets);
    }

    /** {@return the length that it measures, for use in filters} */
    public DurationColumn<TicketFacts> column() {
        return new TicketSpan(from, to, clock, netOf, signed);
    }

    @Override
    public KpiDefinition definition() {
        String id = name
                + (clock.equals(Clock.CALENDAR) ? "" : ".on_" + clock.id())
                + (netOf.isEmpty() ? "" : ".net_of_" + Ids.part(netOf.id()))
                + (signed ? ".signed" : "")
                + (when.equals(Milestone.CREATED) ? "" : ".by_" + Ids.part(when.id()));
        return KpiDefinition.builder()
                .id(id)
                .formula(column().id())
                .population("tickets with both moments; without the end: left out as still_running or missing"
                        + (signed ? "" : "; an end before the start: left out as negative"))
                .cohort(cohort().rule())
                .unit(Unit.DURATION)
                .range(signed ? "any length" : "0 or more")
                .direction(Direction.LOWER_IS_BETTER)
                .source(TicketSources.of(name))
                .putAllSynonyms(TicketSources.synonyms(name))
                .build();
    }

    @Override
    public Cohort<TicketFacts> cohort() {
        return Cohort.of(TicketFacts.class, when);
    }

    @Override
    public Formula.Times<TicketFacts> formula() {
        return new Formula.Times<>(column(), Filter.every());
    }

    @Override
    public String toString() {
        return id();
    }
}
