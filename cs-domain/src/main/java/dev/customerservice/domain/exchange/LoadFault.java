package dev.customerservice.domain.exchange;

/** Why something of a log could not be taken as it stands. */
public enum LoadFault {
    /** The file has no header; nothing was read. */
    EMPTY_FILE,
    /** The file has a header and no row. */
    NO_ROWS,
    /**
     * A quote is not closed, or is closed inside its field, or what it encloses makes the row too wide or too narrow; the row is left
     * out, and reading goes on at the line behind the one on which the row began.
     */
    BROKEN_QUOTE,
    /** The row has too few columns; it is left out. */
    TOO_FEW_COLUMNS,
    /** The row has too many columns; it is left out. */
    TOO_MANY_COLUMNS,
    /** A field is too long; it counts as missing, and where it is longer than 4 million characters the row is left out. */
    FIELD_TOO_LONG,
    /** The text holds a character that could not be read, as in a log of another charset; it counts as missing. */
    UNREADABLE_TEXT,
    /** The row names no ticket; it is left out. */
    MISSING_ID,
    /** The row has no time; it is left out. */
    MISSING_TIME,
    /** The text is no time of the mapping's form; a row without its time is left out. */
    BAD_TIME,
    /** The local time does not exist, as the clocks were put forward; a row without its time is left out. */
    TIME_IN_GAP,
    /** The time lies outside the years 1900 to 2199; a row without its time is left out. */
    TIME_OUT_OF_RANGE,
    /** The mapping gives the word no meaning; it changes nothing. */
    UNKNOWN_VALUE,
    /** The text is no value of the kind that the column holds; it counts as missing. */
    BAD_VALUE,
    /** The ticket was done before it was opened; what the log says is kept. */
    CLOSED_BEFORE_OPENED,
    /** A done status whose time the row does not give; the status is left out. */
    STATUS_WITHOUT_TIME,
    /** The ticket has a row of its own already; this one is left out. */
    REPEATED_TICKET,
    /** The entry belongs to a ticket that the export does not hold; it is left out. */
    UNKNOWN_TICKET,
    /** The rows cannot be the history of a ticket; the ticket is left out. */
    IMPOSSIBLE_HISTORY
}
