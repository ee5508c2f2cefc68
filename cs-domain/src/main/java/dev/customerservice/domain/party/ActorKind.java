package dev.customerservice.domain.party;

/** The kind of party that an {@link Actor} is. */
public enum ActorKind {
    /** A person on the customer's side. */
    CUSTOMER,
    /** A human member of the service team. */
    AGENT,
    /** A program that talks with customers. */
    BOT,
    /** A rule, job or import that changes tickets without talking. */
    AUTOMATION,
    /** A party outside both sides, such as a supplier. */
    THIRD_PARTY
}
