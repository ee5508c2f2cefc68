package dev.customerservice.domain.ticket;

/** The answer to whether a list of events is a possible history. */
public sealed interface HistoryCheck {
    /**
     * The events are a possible history.
     *
     * @param history the history they are
     */
    record Accepted(TicketHistory history) implements HistoryCheck {}

    /**
     * The events are not a possible history.
     *
     * @param fault why
     * @param position the position of the first event that does not fit, from 0
     * @param detail what does not fit, in one sentence without personal data
     */
    record Refused(HistoryFault fault, int position, String detail) implements HistoryCheck {}
}
