package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.ResolutionRule;
import dev.customerservice.metrics.facts.SolveFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.facts.TurnFacts;
import dev.customerservice.metrics.facts.When;
import dev.customerservice.metrics.statistics.Ratio;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * The measures of tickets: volume, reply and resolution times, reopens, handoffs and first contact resolution.
 *
 * <p>Each is data; the last four methods make more of the same kind. All are dated by the creation of the ticket unless
 * they say otherwise; {@code datedBy} chooses another moment.
 */
public final class TicketKpis {
    /** The window of first contact resolution when none is named: seven days. */
    public static final Duration DEFAULT_WINDOW = Duration.ofDays(7);

    private static final Cohort<TicketFacts> BY_CREATION = Cohort.of(TicketFacts.class, Milestone.CREATED);
    private static final Filter<TicketFacts> EVER_RESOLVED = Filter.reached(Milestone.FIRST_RESOLVED);
    private static final Filter<TicketFacts> RESOLVED = Filter.reached(Milestone.RESOLVED);
    private static final Filter<TicketFacts> CONTACTED_AND_RESOLVED =
            RESOLVED.and(TicketNumber.CUSTOMER_CONTACTS.atLeast(1));

    private TicketKpis() {}

    /** {@return the number of tickets created} */
    public static FormulaKpi<TicketFacts, Long> volume() {
        FormulaKpi<TicketFacts, Long> kpi = count("ticket_volume", Filter.every());
        return kpi.defined(kpi.definition()
                .withSource(
                        "Common; Freshdesk and Zammad take merged tickets out: among(\"kept\", TicketColumns.kept()).")
                .withSynonyms(Map.of("Freshdesk", "Tickets received", "Zendesk", "Created tickets")));
    }

    /** {@return the time from creation to the first reply; tickets without one are left out and counted apart} */
    public static TicketTimes firstReplyTime() {
        return TicketTimes.of(TicketSources.FIRST_REPLY, Milestone.CREATED, Milestone.FIRST_REPLY);
    }

    /** {@return the time from the oldest unanswered later message of the customer to the reply, one for each wait} */
    public static DurationKpi<TurnFacts> nextReplyTime() {
        return nextReplyTime(Clock.CALENDAR);
    }

    /**
     * Measures the waits for later replies on a clock.
     *
     * @param clock the clock
     * @return the time from the oldest unanswered later message of the customer to the reply, one for each wait
     */
    public static DurationKpi<TurnFacts> nextReplyTime(Clock clock) {
        return new TurnTimes(clock, false);
    }

    /** {@return the time from the oldest unanswered message of the customer to the reply, one for each wait, the first one too} */
    public static DurationKpi<TurnFacts> responseTime() {
        return responseTime(Clock.CALENDAR);
    }

    /**
     * Measures all waits for a reply on a clock.
     *
     * @param clock the clock
     * @return the time from the oldest unanswered message of the customer to the reply, one for each wait, the first one too
     */
    public static DurationKpi<TurnFacts> responseTime(Clock clock) {
        return new TurnTimes(clock, true);
    }

    /** {@return the time from creation until an agent had the ticket for the first time} */
    public static TicketTimes unassignedTime() {
        return TicketTimes.of("unassigned_time", Milestone.CREATED, Milestone.FIRST_ASSIGNED);
    }

    /** {@return the time from when an agent first had the ticket to the last solution of tickets that are resolved now} */
    public static TicketTimes assignmentToResolutionTime() {
        return TicketTimes.of("assignment_to_resolution_time", Milestone.FIRST_ASSIGNED, Milestone.RESOLVED);
    }

    /** {@return the time from creation to the first solution, whatever came later} */
    public static TicketTimes firstResolutionTime() {
        return TicketTimes.of(TicketSources.FIRST_RESOLUTION, Milestone.CREATED, Milestone.FIRST_RESOLVED);
    }

    /** {@return the time from creation to the last solution of tickets that are resolved now} */
    public static TicketTimes fullResolutionTime() {
        return TicketTimes.of(TicketSources.FULL_RESOLUTION, Milestone.CREATED, Milestone.RESOLVED);
    }

    /**
     * Measures the resolution time by a named rule.
     *
     * @param rule which of several solutions counts
     * @return the time from creation to that moment; by {@link ResolutionRule#STATED} from the stated opening
     */
    public static TicketTimes resolutionTime(ResolutionRule rule) {
        Milestone from = rule == ResolutionRule.STATED ? Milestone.STATED_OPENED : Milestone.CREATED;
        return TicketTimes.of(
                "resolution_time." + rule.name().toLowerCase(Locale.ROOT), from, Milestone.resolved(rule));
    }

    /** {@return the number of tickets resolved and still resolved, dated by that resolution} */
    public static FormulaKpi<TicketFacts, Long> resolvedTickets() {
        return FormulaKpi.of(
                "resolved_tickets",
                Unit.COUNT,
                Cohort.of(TicketFacts.class, Milestone.RESOLVED),
                new Formula.Count<>(RESOLVED));
    }

    /** {@return the number of times that a ticket became done, dated by each} */
    public static FormulaKpi<SolveFacts, Long> resolutions() {
        return FormulaKpi.of(
                "resolutions",
                Unit.COUNT,
                Cohort.of(SolveFacts.class, When.begun()),
                new Formula.Count<>(Filter.every()));
    }

    /** {@return the share of ever resolved tickets that were taken up again, also when they are still open} */
    public static FormulaKpi<TicketFacts, Ratio> reopenRate() {
        FormulaKpi<TicketFacts, Ratio> kpi = share("reopen_rate", TicketNumber.REOPENS.atLeast(1), EVER_RESOLVED);
        return kpi.defined(kpi.definition()
                .withDirection(Direction.LOWER_IS_BETTER)
                .withSource("A reopening is a change from done to not done; dbt_zendesk counts solves less one."));
    }

    /** {@return the number of reopenings for each ever resolved ticket} */
    public static FormulaKpi<TicketFacts, Ratio> reopensPerResolvedTicket() {
        return FormulaKpi.of(
                "reopens_per_resolved_ticket",
                Unit.RATE,
                BY_CREATION,
                new Formula.Rate<>(TicketNumber.REOPENS, EVER_RESOLVED));
    }

    /** {@return the number of reopenings} */
    public static FormulaKpi<TicketFacts, Long> reopens() {
        return total("reopens", TicketNumber.REOPENS);
    }

    /** {@return the number of tickets with at least one reopening} */
    public static FormulaKpi<TicketFacts, Long> reopenedTickets() {
        return count("reopened_tickets", TicketNumber.REOPENS.atLeast(1));
    }

    /** {@return the number of replies for each ticket that has ever been resolved} */
    public static FormulaKpi<TicketFacts, Ratio> repliesPerTicket() {
        return FormulaKpi.of(
                        "replies_per_resolved_ticket",
                        Unit.RATE,
                        BY_CREATION,
                        new Formula.Rate<>(TicketNumber.REPLIES, EVER_RESOLVED))
                .judged(Direction.LOWER_IS_BETTER, "Public replies of human agents / resolved tickets.");
    }

    /** {@return the share of replies that were made from a canned reply, as far as the histories know} */
    public static FormulaKpi<TicketFacts, Ratio> cannedReplyShare() {
        return FormulaKpi.of(
                        "canned_reply_share",
                        Unit.SHARE,
                        BY_CREATION,
                        new Formula.Sum<>(
                                new Amounts.Part<>(TicketNumber.CANNED_REPLIES, TicketNumber.REPLIES), Filter.every()))
                .judged(Direction.LOWER_IS_BETTER, "Replies with a template / replies; a ceiling is the caller's.");
    }

    /** {@return the share of tickets that were passed up at least once} */
    public static FormulaKpi<TicketFacts, Ratio> escalationRate() {
        return share("escalation_rate", TicketNumber.ESCALATIONS.atLeast(1), Filter.every())
                .judged(Direction.LOWER_IS_BETTER, "Escalated / all.");
    }

    /**
     * Counts how often tickets were handed on.
     *
     * @param rule what counts as handing on
     * @return the number of handoffs
     */
    public static FormulaKpi<TicketFacts, Long> handoffs(Handoffs rule) {
        return total("handoffs." + id(rule), rule.column());
    }

    /**
     * Counts the tickets that were handed on.
     *
     * @param rule what counts as handing on
     * @return the number of tickets with at least one handoff
     */
    public static FormulaKpi<TicketFacts, Long> handedOffTickets(Handoffs rule) {
        return count("handed_off_tickets." + id(rule), rule.column().atLeast(1));
    }

    /**
     * Relates handoffs to tickets.
     *
     * @param rule what counts as handing on
     * @return the share of tickets with at least one handoff
     */
    public static FormulaKpi<TicketFacts, Ratio> handoffRate(Handoffs rule) {
        FormulaKpi<TicketFacts, Ratio> kpi =
                share("handoff_rate." + id(rule), rule.column().atLeast(1), Filter.every());
        return kpi.defined(kpi.definition().withDirection(Direction.LOWER_IS_BETTER));
    }

    /**
     * Measures first contact resolution: resolved with one contact of the customer, not reopened, and no new contact of
     * the customer within a window after the resolution.
     *
     * @param windowInclusive the window; a contact at its very end counts, tickets whose window is open are left out
     * @return the share of resolved tickets that a customer made contact about; no data with the reason not_linked for facts whose contacts are not linked
     */
    public static FormulaKpi<TicketFacts, Ratio> firstContactResolution(Duration windowInclusive) {
        Filter<TicketFacts> once = TicketNumber.CUSTOMER_CONTACTS.is(1).and(TicketNumber.REOPENS.is(0));
        FlagColumn<TicketFacts> back = TicketColumns.contactWithin(Milestone.RESOLVED, windowInclusive);
        String id = "first_contact_resolution.within_" + Ids.part(windowInclusive.toString());
        FormulaKpi<TicketFacts, Ratio> kpi = share(
                id, once.and(back.no()), CONTACTED_AND_RESOLVED.and(back.yes().or(back.no())));
        return kpi.defined(kpi.definition()
                .withPopulation("tickets resolved now that a customer made contact about, and whose window has passed")
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withEmptyCase("no data: nothing_counted, or not_linked")
                .withSource("One customer contact as Freshservice; the window as in call centres, inclusive.")
                .withSynonyms(Map.of("Freshservice", "First contact resolution")));
    }

    /** {@return the share of resolved tickets with one contact of the customer that were not reopened, without a window; those that no
     * customer made contact about, such as outbound ones, are not in it} */
    public static FormulaKpi<TicketFacts, Ratio> firstContactResolution() {
        FormulaKpi<TicketFacts, Ratio> kpi = share(
                "first_contact_resolution",
                TicketNumber.CUSTOMER_CONTACTS.is(1).and(TicketNumber.REOPENS.is(0)),
                CONTACTED_AND_RESOLVED);
        return kpi.defined(kpi.definition()
                .withPopulation("tickets resolved now that a customer made contact about")
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withSource("One customer contact, as Freshservice.")
                .withSynonyms(Map.of("Freshservice", "First contact resolution")));
    }

    /** {@return the share of resolved tickets that were never reopened nor passed to another agent} */
    public static FormulaKpi<TicketFacts, Ratio> firstContactResolutionByFields() {
        FormulaKpi<TicketFacts, Ratio> kpi = share(
                "first_contact_resolution.by_fields",
                TicketNumber.REOPENS.is(0).and(TicketNumber.AGENT_CHANGES.is(0)),
                RESOLVED);
        return kpi.defined(kpi.definition().withDirection(Direction.HIGHER_IS_BETTER));
    }

    /** {@return the same from the counters and the resolution that the log itself states} */
    public static FormulaKpi<TicketFacts, Ratio> statedFirstContactResolution() {
        FormulaKpi<TicketFacts, Ratio> kpi = share(
                "first_contact_resolution.stated",
                TicketColumns.statedCount(StatedValues.REOPENINGS)
                        .is(0)
                        .and(TicketColumns.statedCount(StatedValues.REASSIGNMENTS)
                                .is(0)),
                Filter.reached(Milestone.STATED_RESOLVED));
        return kpi.defined(kpi.definition().withDirection(Direction.HIGHER_IS_BETTER));
    }

    /**
     * Measures the share of resolved tickets that took one reply.
     *
     * @param rule whether no reply counts too
     * @return the share of resolved tickets
     */
    public static FormulaKpi<TicketFacts, Ratio> oneTouch(OneTouch rule) {
        Filter<TicketFacts> touched =
                rule == OneTouch.EXACTLY_ONE ? TicketNumber.REPLIES.is(1) : TicketNumber.REPLIES.atMost(1);
        FormulaKpi<TicketFacts, Ratio> kpi = share("one_touch." + id(rule), touched, RESOLVED);
        return kpi.defined(kpi.definition()
                .withDirection(Direction.HIGHER_IS_BETTER)
                .withSource("Zendesk Explore counts fewer than two replies, dbt_zendesk exactly one.")
                .withSynonyms(Map.of("Zendesk", "One-touch tickets")));
    }

    /**
     * Counts resolved tickets by their number of replies: none, one, two and more are disjoint classes.
     *
     * @param replies the number of replies
     * @return the number of resolved tickets with exactly that many
     */
    public static FormulaKpi<TicketFacts, Long> resolvedWithReplies(int replies) {
        return count("resolved_with_replies." + replies, RESOLVED.and(TicketNumber.REPLIES.is(replies)));
    }

    /**
     * Makes a count of tickets.
     *
     * @param id the stable id
     * @param among which tickets are counted
     * @return the measure, dated by the creation
     */
    public static FormulaKpi<TicketFacts, Long> count(String id, Filter<TicketFacts> among) {
        return FormulaKpi.of(id, Unit.COUNT, BY_CREATION, new Formula.Count<>(among));
    }

    /**
     * Makes a sum over all tickets.
     *
     * @param id the stable id
     * @param of what is summed; tickets without it are left out
     * @return the measure, dated by the creation
     */
    public static FormulaKpi<TicketFacts, Long> total(String id, NumberColumn<TicketFacts> of) {
        return FormulaKpi.of(id, Unit.COUNT, BY_CREATION, new Formula.Total<>(of, Filter.every()));
    }

    /**
     * Makes a share of tickets.
     *
     * @param id the stable id
     * @param of what the tickets are
     * @param among the tickets of which the share is taken
     * @return the measure, dated by the creation
     */
    public static FormulaKpi<TicketFacts, Ratio> share(String id, Filter<TicketFacts> of, Filter<TicketFacts> among) {
        return FormulaKpi.of(id, Unit.SHARE, BY_CREATION, new Formula.Share<>(of, among));
    }

    /**
     * Makes a time of tickets.
     *
     * @param id the stable id
     * @param from where the time starts
     * @param to where it ends
     * @return the measure, dated by the creation
     */
    public static TicketTimes time(String id, Milestone from, Milestone to) {
        return TicketTimes.of(id, from, to);
    }

    private static String id(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
