package dev.customerservice.metrics.facts;

/** Which moment counts as the resolution of a ticket that was solved more than once. */
public enum ResolutionRule {
    /** The last time it became done, if it is done now; a reopened ticket has no resolution until it is solved again. */
    LAST_ENTRY_IF_RESOLVED_NOW,
    /** The last event that set it solved, also when it was solved already; without one, the last that set it closed. */
    LAST_EVENT,
    /** The first time it became done, whatever came later. */
    FIRST_ENTRY,
    /** The instant that the log itself states. */
    STATED
}
