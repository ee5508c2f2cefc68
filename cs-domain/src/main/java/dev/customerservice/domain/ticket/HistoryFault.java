package dev.customerservice.domain.ticket;

/** Why a list of events cannot be the history of a ticket. */
public enum HistoryFault {
    /** There is no event. */
    EMPTY,
    /** The first event is not the creation. */
    CREATED_NOT_FIRST,
    /** A later event is a creation. */
    CREATED_TWICE,
    /** An event happened before the one listed ahead of it. */
    OUT_OF_ORDER,
    /** An event belongs to another ticket. */
    OTHER_TICKET,
    /** An event lies outside the years 1900 to 2199. */
    OUT_OF_RANGE,
    /** A reopening of a ticket that was neither solved nor closed. */
    REOPENED_WHILE_OPEN,
    /** A ticket merged into, split into or linked with itself. */
    SELF_REFERENCE,
    /** The workflow does not allow the change of status. */
    TRANSITION_REFUSED
}
