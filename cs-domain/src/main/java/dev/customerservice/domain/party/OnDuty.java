package dev.customerservice.domain.party;

import java.time.Instant;
import java.util.Set;

/**
 * Answers who holds a role and is on duty at an instant.
 *
 * <p>The clocks ask it for the next rung of an escalation ladder; the roles module implements it from a roster. Law: the same
 * arguments give the same answer, so that an escalation can be replayed.
 */
@FunctionalInterface
public interface OnDuty {
    /**
     * Finds the agents on duty in a role.
     *
     * @param role the role asked for
     * @param at the instant asked about
     * @return the agents on duty, empty if there is nobody
     */
    Set<AgentId> agents(RoleId role, Instant at);
}
