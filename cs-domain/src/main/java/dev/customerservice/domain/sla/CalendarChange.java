package dev.customerservice.domain.sla;

/** What a change of the calendar does to a cycle that is open. */
public enum CalendarChange {
    /** The old calendar holds before the change, the new one from it on: history is not rewritten. */
    SPLIT,
    /** The cycle is counted from its start as if the new calendar had always held. */
    RECOUNT
}
