package dev.customerservice.domain.sla;

/** What can be wrong with a promise: the code of an {@link SlaException}, or why a clock could not start. */
public enum SlaFault {
    /** A text is no ISO-8601 duration of hours, minutes and seconds. */
    BAD_TARGET(
            "bad-target",
            "A text is no ISO-8601 duration of hours, minutes and seconds.",
            "Write it as PT8H; working days are written as TargetTime says."),
    /** A target is below zero. */
    NEGATIVE_TARGET("negative-target", "A target is below zero.", "Give zero or more."),
    /** A target mixes days with hours, minutes or seconds. */
    MIXED_TARGET(
            "mixed-target",
            "A target mixes days with hours, minutes or seconds.",
            "Give hours alone, or working days alone."),
    /** A target or an offset counts days and does not say which. */
    UNQUALIFIED_DAY(
            "unqualified-day",
            "A target or an offset counts days and does not say which.",
            "Say working days, or write 24 hours as PT24H."),
    /** A target or an offset counts working days, or asks for the hours, and no calendar is named. */
    DAYS_NEED_CALENDAR(
            "day-target-needs-business-hours",
            "A target or an offset counts working days, or asks for the hours, and no calendar is named.",
            "Name one: during(\"london\")."),
    /** A target or an offset counts working days on open time that has no dates of its own, such as a union. */
    DAYS_ON_COMBINATION(
            "day-target-on-composite-calendar",
            "A target or an offset counts working days on open time that has no dates of its own, such as a union.",
            "Promise it on a single calendar, or in hours."),
    /** A target of zero cannot be carried over in proportion. */
    PROPORTION_OF_ZERO(
            "proportional-from-zero-target",
            "A target of zero cannot be carried over in proportion.",
            "Choose another rule of retargeting, or a target above zero."),
    /** Only a plain duration can be carried over in proportion. */
    PROPORTION_OF_RULE(
            "proportional-needs-time-target",
            "Only a plain duration can be carried over in proportion.",
            "Choose another rule of retargeting for this target."),
    /** A percentage is asked of a target that is no duration. */
    PERCENT_OF_RULE(
            "percent-of-day-target",
            "A percentage is asked of a target that is no duration.",
            "State the level of escalation as an offset from the due time."),
    /** A level of escalation is below 1, stands twice or has a percentage below 1. */
    BAD_ESCALATION(
            "bad-escalation",
            "A level of escalation is below 1, stands twice or has a percentage below 1.",
            "Number the levels from 1, each once, and give percentages from 1."),
    /** A status both stops and pauses a clock. */
    STOP_AND_PAUSE_OVERLAP(
            "stop-and-pause-overlap", "A status both stops and pauses a clock.", "Take it out of one of the two."),
    /** Metrics come after each other in a circle, so that none of them could ever start. */
    CIRCULAR_CHAIN(
            "circular-chain",
            "Metrics come after each other in a circle, so that none of them could ever start.",
            "Let one of them start by itself."),
    /** The custom field from whose instant a clock counts is empty. */
    ANCHOR_FIELD_MISSING(
            "anchor-field-missing",
            "The custom field from whose instant a clock counts is empty.",
            "Fill the field of the ticket; the clock starts from then on."),
    /** The custom field from whose instant a clock counts holds no instant. */
    ANCHOR_FIELD_UNREADABLE(
            "anchor-field-unreadable",
            "The custom field from whose instant a clock counts holds no instant.",
            "Write it as an instant in ISO-8601, such as 2026-03-02T09:00:00Z."),
    /** A clock counts from the due time of another, to which nothing was promised. */
    PREVIOUS_DUE_MISSING(
            "previous-due-missing",
            "A clock counts from the due time of another, to which nothing was promised.",
            "Promise a target for the metric before it, or anchor the clock elsewhere.");

    private final String code;
    private final String cause;
    private final String remedy;

    SlaFault(String code, String cause, String remedy) {
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
