package dev.customerservice.domain.ticket;

/**
 * A moving view of a ticket that walks through its history, one event at a time.
 *
 * <p>It is the fast way through a history: nothing is copied between two events. It belongs to one thread and starts before the
 * first event; until {@link #next()} has been called once, only {@link #id()} may be asked.
 */
public interface TicketCursor extends Ticket {
    /** {@return whether there was a further event, which has now been applied} */
    boolean next();

    /** {@return the event applied last} */
    TicketEvent event();

    /** {@return the position of that event in the history, from 0} */
    int position();

    /** {@return an immutable copy of the ticket as it stands now} */
    Ticket snapshot();
}
