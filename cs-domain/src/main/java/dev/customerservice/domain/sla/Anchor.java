package dev.customerservice.domain.sla;

/** From which instant a cycle counts. */
public enum Anchor {
    /** From the event at which the start condition held. */
    TRIGGER,
    /** From the creation of the ticket; pauses before the trigger are honoured. Only the first cycle reaches back. */
    CREATION
}
