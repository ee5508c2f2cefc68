package dev.customerservice.domain.sla;

/** What a clock did in a stretch of a cycle. */
public enum SpanKind {
    /** It counted whatever time was open. */
    RUNNING,
    /** It waited in a status that pauses it. */
    PAUSED,
    /** The cycle was stopped and has been resumed since; this time is neither counted nor paused. */
    STOPPED,
    /** The cycle was open before the instant from which it counts; this time is neither counted nor paused. */
    EARLY
}
