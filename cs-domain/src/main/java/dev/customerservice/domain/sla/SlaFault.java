package dev.customerservice.domain.sla;

/** What can be wrong with a promise: the code of an {@link SlaException}, or why a clock could not start. */
public enum SlaFault {
    /** A text is no ISO-8601 duration of hours, minutes and seconds. */
    BAD_TARGET("bad-target"),
    /** A target is below zero. */
    NEGATIVE_TARGET("negative-target"),
    /** A target mixes days with hours, minutes or seconds. */
    MIXED_TARGET("mixed-target"),
    /** A target or an offset counts days and does not say which. */
    UNQUALIFIED_DAY("unqualified-day"),
    /** A target or an offset counts working days, or asks for the hours, and no calendar is named. */
    DAYS_NEED_CALENDAR("day-target-needs-business-hours"),
    /** A target or an offset counts working days on open time that has no dates of its own, such as a union. */
    DAYS_ON_COMBINATION("day-target-on-composite-calendar"),
    /** A target of zero cannot be carried over in proportion. */
    PROPORTION_OF_ZERO("proportional-from-zero-target"),
    /** Only a plain duration can be carried over in proportion. */
    PROPORTION_OF_RULE("proportional-needs-time-target"),
    /** A percentage is asked of a target that is no duration. */
    PERCENT_OF_RULE("percent-of-day-target"),
    /** A level of escalation is below 1, stands twice or has a percentage below 1. */
    BAD_ESCALATION("bad-escalation"),
    /** A status both stops and pauses a clock. */
    STOP_AND_PAUSE_OVERLAP("stop-and-pause-overlap"),
    /** Metrics come after each other in a circle, so that none of them could ever start. */
    CIRCULAR_CHAIN("circular-chain"),
    /** The custom field from whose instant a clock counts is empty. */
    ANCHOR_FIELD_MISSING("anchor-field-missing"),
    /** The custom field from whose instant a clock counts holds no instant. */
    ANCHOR_FIELD_UNREADABLE("anchor-field-unreadable"),
    /** A clock counts from the due time of another, to which nothing was promised. */
    PREVIOUS_DUE_MISSING("previous-due-missing");

    private final String code;

    SlaFault(String code) {
        this.code = code;
    }

    /** {@return the stable lower-case word for this fault, for logs and wire forms} */
    public String code() {
        return code;
    }
}
