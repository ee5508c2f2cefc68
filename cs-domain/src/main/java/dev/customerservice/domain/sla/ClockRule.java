package dev.customerservice.domain.sla;

/**
 * What is the same for the clocks of one metric of a plan, whatever the ticket.
 *
 * @param metric what they count
 * @param transitions what they do after an event
 * @param owner the place of the owner of their cycles in each {@link Moment}, -1 if they have none
 * @param field the place of the custom field they count from in each {@link Moment}, -1 if they do not
 * @param anchoring from when they count
 */
record ClockRule(SlaMetric metric, Transitions transitions, int owner, int field, Anchoring anchoring) {
    ClockRule(SlaMetric metric, Transitions transitions, int owner, int field) {
        this(metric, transitions, owner, field, new Anchoring(metric, field));
    }
}
