package dev.customerservice.domain.sla;

/** When the policies of a book are matched with a ticket. */
public enum Rematch {
    /** At every event, so that a ticket that changes comes under the policy that fits it now. */
    ON_CHANGE,
    /** At the creation only; a newer version of what holds may be adopted when it becomes effective, see {@link Adopt}. */
    AT_CREATION,
    /** Never: only an event that puts a policy on the ticket does. */
    EXPLICIT
}
