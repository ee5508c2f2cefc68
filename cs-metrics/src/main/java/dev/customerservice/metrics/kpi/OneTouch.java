package dev.customerservice.metrics.kpi;

/** How many replies make a ticket one-touch; vendors differ. */
public enum OneTouch {
    /** Exactly one reply; none is a class of its own. */
    EXACTLY_ONE,
    /** None or one, as Zendesk counts. */
    FEWER_THAN_TWO
}
