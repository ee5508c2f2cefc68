package dev.customerservice.metrics.kpi;

/** Which way a measure gets better. */
public enum Direction {
    /** More is better. */
    HIGHER_IS_BETTER,
    /** Less is better. */
    LOWER_IS_BETTER,
    /** It describes and does not judge. */
    NEITHER
}
