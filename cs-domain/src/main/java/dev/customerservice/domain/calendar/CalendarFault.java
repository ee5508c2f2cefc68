package dev.customerservice.domain.calendar;

/** What can be wrong with a calendar; the code of a {@link CalendarException}. */
public enum CalendarFault {
    /** The zone is no IANA zone name; a bare offset such as {@code +02:00} is none. */
    UNKNOWN_ZONE(
            "unknown-zone",
            "The zone is no IANA zone name; a bare offset such as +02:00 is none.",
            "Give the name of a region, such as Europe/London; Vendor.zone knows the names that vendors show."),
    /** Neither the weekly hours nor an override has an interval. */
    EMPTY_CALENDAR(
            "empty-calendar",
            "Neither the weekly hours nor an override has an interval.",
            "Give it hours, or take BusinessTime.always() for round-the-clock service."),
    /** A combination without members. */
    BAD_COMPOSITE("bad-composite", "A combination has no members.", "Hand in at least one calendar."),
    /** A text is no time of day of the form {@code HH:MM}, or 24:00 stands as an opening. */
    BAD_TIME(
            "bad-time",
            "A text is no time of day of the form HH:MM, or 24:00 stands as an opening.",
            "Write it as 09:00; 24:00 may only end an interval."),
    /** An opening is not before its closing. */
    INTERVAL_NOT_POSITIVE(
            "interval-not-positive",
            "An opening is not before its closing.",
            "Swap the two, or write a night as two ranges that meet at midnight: 22:00-24:00 and 00:00-06:00."),
    /** Two intervals of one list overlap. */
    INTERVALS_OVERLAP("intervals-overlap", "Two intervals of one list overlap.", "Join them into one."),
    /** A date is overridden twice. */
    REPEATED_DATE(
            "repeated-date", "A date is overridden twice.", "Keep one override for the date, with all its intervals."),
    /** Hours exist on paper, but there is no open time, or none within the bounds of the search. */
    NO_OPEN_TIME(
            "no-open-time",
            "Hours exist on paper, but there is no open time, or none within the bounds of the search.",
            "Look for holidays or overrides that close every date, and for a start far from the years 1900 to 2199.");

    private final String code;
    private final String cause;
    private final String remedy;

    CalendarFault(String code, String cause, String remedy) {
        this.code = code;
        this.cause = cause;
        this.remedy = remedy;
    }

    /** {@return the stable lower-case word for this fault, for logs and wire forms} */
    public String code() {
        return code;
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
