package dev.customerservice.metrics.kpi;

/** What the amount of a measure is counted in. */
public enum Unit {
    /** A part of a whole, 0 to 1. */
    SHARE,
    /** Events for each item; may exceed 1. */
    RATE,
    /** A number of items or events. */
    COUNT,
    /** A length of time. */
    DURATION,
    /** Points of a rating scale. */
    POINTS,
    /** The good less the bad, -1 to 1; shown as -100 to 100. */
    SCORE,
    /** Money of one currency. */
    MONEY
}
