package dev.customerservice.domain.sla;

import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Priority;

/** What shall happen when a level of escalation is reached. It is data: the caller carries it out. Immutable. */
public sealed interface EscalationAction {
    /**
     * Somebody is told.
     *
     * @param ladder the roles, of which the first that is on duty is told
     */
    record Notify(EscalationLadder ladder) implements EscalationAction {}

    /**
     * The priority is raised.
     *
     * @param to the priority that the ticket shall have at least
     */
    record RaisePriority(Priority to) implements EscalationAction {}

    /**
     * The ticket is given to another team.
     *
     * @param to the team
     */
    record Reassign(TeamId to) implements EscalationAction {}

    /** The ticket is flagged as an incident. */
    record FlagIncident() implements EscalationAction {}
}
