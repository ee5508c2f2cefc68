package dev.customerservice.domain.sla;

/** What becomes of a completed cycle when the condition that stopped it ceases to hold, such as a reopened ticket. */
public enum Again {
    /** Nothing; the cycle stays completed. */
    ONCE,
    /** The cycle goes on; the time it was stopped is not counted. */
    RESUME,
    /** The cycle goes on; the time it was stopped is counted, so the due time may turn out to lie in it. */
    RESUME_INCLUDING_STOPPED,
    /** A new cycle with the full target starts, if the start condition holds. */
    NEW_CYCLE,
    /** The same cycle starts again from zero; an earlier breach stays on record. */
    RESTART
}
