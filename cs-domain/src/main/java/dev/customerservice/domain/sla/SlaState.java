package dev.customerservice.domain.sla;

/** How a cycle stands at the instant it was read. */
public enum SlaState {
    /** There is no cycle yet. */
    NOT_STARTED,
    /** It counts, or would if the calendar were open. */
    RUNNING,
    /** It waits in a status that pauses it. */
    PAUSED,
    /** It was completed in time. */
    ACHIEVED,
    /** The due time has passed, whether it is still open or was completed late. */
    BREACHED,
    /** It ended without being completed. */
    CANCELLED
}
