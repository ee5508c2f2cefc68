package dev.customerservice.domain.sla;

/**
 * When a ticket under a policy comes under a newer version of it, one with a later {@link SlaPolicy#effectiveFrom()}. An event that
 * puts a version on the ticket beats all of it.
 */
public enum Adopt {
    /** When policies are matched next after the newer version has become effective. */
    AT_NEXT_MATCH,
    /** At the instant the newer version becomes effective, if it fits, whether anything happens to the ticket then or not. */
    WHEN_EFFECTIVE,
    /** Never: it keeps its version for as long as that version fits, beyond the end of its term too. */
    NEVER
}
