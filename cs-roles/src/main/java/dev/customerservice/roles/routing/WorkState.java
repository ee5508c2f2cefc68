package dev.customerservice.roles.routing;

/** How somebody holds a piece of work, as far as its claim on capacity goes. */
public enum WorkState {
    /** Offered and not yet answered; the room for it is reserved. */
    OFFERED,
    /** Assigned by routing and being worked on. */
    ACTIVE,
    /** Assigned by hand, whether there was room or not. */
    MANUAL,
    /** Solved before and open again, with whoever had it. */
    REOPENED,
    /** Waiting for somebody else. */
    PAUSED,
    /** Open, but the customer has gone silent. */
    INACTIVE
}
