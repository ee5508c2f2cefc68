package dev.customerservice.domain.exchange;

/** What one row of a log stands for. */
public enum LogShape {
    /** Each row is something that happened; a row that names a status sets it, even to what it was. */
    EVENT_PER_ROW,
    /** Each row is the whole ticket at one moment; only what differs from the row before has happened. */
    SNAPSHOT_PER_ROW,
    /** Each row is a whole ticket, with the times at which things happened to it as columns. */
    TICKET_PER_ROW
}
