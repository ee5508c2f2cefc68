package dev.customerservice.domain.ticket;

/** Why a list of events cannot be the history of a ticket. */
public enum HistoryFault {
    /** There is no event. */
    EMPTY("There is no event.", "Begin with a TicketCreated."),
    /** The first event is not the creation. */
    CREATED_NOT_FIRST(
            "The first event is not the creation.",
            "Put the creation first; an event at the same instant comes after it."),
    /** A later event is a creation. */
    CREATED_TWICE("A later event is a creation.", "Keep one; a ticket that comes back is Reopened."),
    /** An event happened before the one listed ahead of it. */
    OUT_OF_ORDER(
            "An event happened before the one listed ahead of it.",
            "Sort by instant, keeping the order of what happened at once."),
    /** An event belongs to another ticket. */
    OTHER_TICKET("An event belongs to another ticket.", "Make one history for each ticket."),
    /** An event lies outside the years 1900 to 2199. */
    OUT_OF_RANGE(
            "An event lies outside the years 1900 to 2199.",
            "Look at the unit of the time stamp: milliseconds read as seconds end up there."),
    /** A reopening of a ticket that was neither solved nor closed. */
    REOPENED_WHILE_OPEN(
            "A reopening of a ticket that was neither solved nor closed.",
            "Leave it out, or add the solution that came before."),
    /** A ticket merged into, split into or linked with itself. */
    SELF_REFERENCE("A ticket merged into, split into or linked with itself.", "Name the other ticket."),
    /** The workflow does not allow the change of status. */
    TRANSITION_REFUSED(
            "The workflow does not allow the change of status.",
            "Allow it in the workflow, or judge by Workflow.anyChange().");

    private final String cause;
    private final String remedy;

    HistoryFault(String cause, String remedy) {
        this.cause = cause;
        this.remedy = remedy;
    }

    /** {@return what has happened, in one sentence} */
    public String cause() {
        return cause;
    }

    /** {@return what to do about it, in one sentence} */
    public String remedy() {
        return remedy;
    }
}
