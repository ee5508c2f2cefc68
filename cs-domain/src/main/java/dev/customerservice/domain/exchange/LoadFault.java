package dev.customerservice.domain.exchange;

/** Why something of a log could not be taken as it stands. */
public enum LoadFault {
    /** The file has no header; nothing was read. */
    EMPTY_FILE(
            "The file has no header; nothing was read.", "Look at the path and at the export: the file has no line."),
    /** The file has a header and no row. */
    NO_ROWS("The file has a header and no row.", "Look at the filter of the export."),
    /**
     * A quote is not closed, or is closed inside its field, or what it encloses makes the row too wide or too narrow; the row is left
     * out, and reading goes on at the line behind the one on which the row began.
     */
    BROKEN_QUOTE(
            "A quote is not closed, or is closed inside its field, or what it encloses makes the row too wide or too narrow; the row is left out, and reading goes on at the line behind the one on which the row began.",
            "Double the quotes inside a quoted field."),
    /** The row has too few columns; it is left out. */
    TOO_FEW_COLUMNS(
            "The row has too few columns; it is left out.",
            "Look for a cut line, or for another separator than the mapping states."),
    /** The row has too many columns; it is left out. */
    TOO_MANY_COLUMNS("The row has too many columns; it is left out.", "Quote the field that holds the separator."),
    /** A field is too long; it counts as missing, and where it is longer than 4 million characters the row is left out. */
    FIELD_TOO_LONG(
            "A field is too long; it counts as missing, and where it is longer than 4 million characters the row is left out.",
            "Export without the texts of messages; the library does not read them."),
    /** The text holds a character that could not be read, as in a log of another charset; it counts as missing. */
    UNREADABLE_TEXT(
            "The text holds a character that could not be read, as in a log of another charset; it counts as missing.",
            "Open the log with its charset, and hand the Reader to LogReader.scan or read."),
    /** The row names no ticket; it is left out. */
    MISSING_ID("The row names no ticket; it is left out.", "Map the column that holds the id."),
    /** The row has no time; it is left out. */
    MISSING_TIME(
            "The row has no time; it is left out.",
            "Map the column that holds the time, or accept that the row has none."),
    /** The text is no time of the mapping's form; a row without its time is left out. */
    BAD_TIME(
            "The text is no time of the mapping's form; a row without its time is left out.",
            "State the pattern of the log in the mapping."),
    /** The local time does not exist, as the clocks were put forward; a row without its time is left out. */
    TIME_IN_GAP(
            "The local time does not exist, as the clocks were put forward; a row without its time is left out.",
            "Look at the zone in the mapping, or export with offsets."),
    /** The time lies outside the years 1900 to 2199; a row without its time is left out. */
    TIME_OUT_OF_RANGE(
            "The time lies outside the years 1900 to 2199; a row without its time is left out.",
            "Look at the unit of the number and the order of date and month; name a date that stands for never in missing."),
    /** The mapping gives the word no meaning; it changes nothing. */
    UNKNOWN_VALUE("The mapping gives the word no meaning; it changes nothing.", "Add the word to the mapping."),
    /** The text is no value of the kind that the column holds; it counts as missing. */
    BAD_VALUE(
            "The text is no value of the kind that the column holds; it counts as missing.",
            "Map another column, or name in missing what stands for a blank."),
    /** The ticket was done before it was opened; what the log says is kept. */
    CLOSED_BEFORE_OPENED(
            "The ticket was done before it was opened; what the log says is kept.",
            "Look at the zones of the two columns."),
    /** A done status whose time the row does not give; the status is left out. */
    STATUS_WITHOUT_TIME(
            "A done status whose time the row does not give; the status is left out.",
            "Map the column with the time of solving or closing."),
    /** The ticket has a row of its own already; this one is left out. */
    REPEATED_TICKET(
            "The ticket has a row of its own already; this one is left out.",
            "State the shape in which a ticket has several rows, or export each ticket once."),
    /** The entry belongs to a ticket that the export does not hold; it is left out. */
    UNKNOWN_TICKET(
            "The entry belongs to a ticket that the export does not hold; it is left out.", "Export the ticket too."),
    /** The rows cannot be the history of a ticket; the ticket is left out. */
    IMPOSSIBLE_HISTORY(
            "The rows cannot be the history of a ticket; the ticket is left out.",
            "See the fault of the history in the detail.");

    private final String cause;
    private final String remedy;

    LoadFault(String cause, String remedy) {
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
