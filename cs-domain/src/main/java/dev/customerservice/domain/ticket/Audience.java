package dev.customerservice.domain.ticket;

/** Who may read a message on a ticket. */
public enum Audience {
    /** The customer and the team: a public message. */
    CUSTOMER,
    /** The team only: an internal note. */
    INTERNAL,
    /** The team and an outside party: a side conversation. */
    THIRD_PARTY
}
