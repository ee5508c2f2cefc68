package dev.customerservice.domain.calendar;

/** What can be wrong with a calendar; the code of a {@link CalendarException}. */
public enum CalendarFault {
    /** The zone is no IANA zone name; a bare offset such as {@code +02:00} is none. */
    UNKNOWN_ZONE("unknown-zone"),
    /** Neither the weekly hours nor an override has an interval. */
    EMPTY_CALENDAR("empty-calendar"),
    /** A combination without members. */
    BAD_COMPOSITE("bad-composite"),
    /** A text is no time of day of the form {@code HH:MM}, or 24:00 stands as an opening. */
    BAD_TIME("bad-time"),
    /** An opening is not before its closing. */
    INTERVAL_NOT_POSITIVE("interval-not-positive"),
    /** Two intervals of one list overlap. */
    INTERVALS_OVERLAP("intervals-overlap"),
    /** A date is overridden twice. */
    REPEATED_DATE("repeated-date"),
    /** Hours exist on paper, but there is no open time, or none within the bounds of the search. */
    NO_OPEN_TIME("no-open-time");

    private final String code;

    CalendarFault(String code) {
        this.code = code;
    }

    /** {@return the stable lower-case word for this fault, for logs and wire forms} */
    public String code() {
        return code;
    }
}
