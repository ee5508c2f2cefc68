package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.OnDuty;
import dev.customerservice.domain.party.RoleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Roles in the order in which they are asked to step in; a role of which nobody is on duty is skipped.
 *
 * @param rungs the roles, at least one
 */
public record EscalationLadder(List<RoleId> rungs) {
    /** Refuses a ladder without rungs. */
    public EscalationLadder {
        rungs = List.copyOf(rungs);
        checkArgument(!rungs.isEmpty(), "The ladder (%s) must have a rung.", rungs);
    }

    /**
     * A ladder of roles.
     *
     * @param rungs the names of the roles, at least one
     * @return the ladder
     */
    public static EscalationLadder of(String... rungs) {
        return new EscalationLadder(Arrays.stream(rungs).map(RoleId::of).toList());
    }

    /**
     * Climbs to the first role of which somebody is on duty.
     *
     * @param onDuty answers who is
     * @param at the instant asked about
     * @return the rung, empty if nobody of any role is on duty
     */
    public Optional<Rung> climb(OnDuty onDuty, Instant at) {
        List<RoleId> skipped = new ArrayList<>();
        for (RoleId role : rungs) {
            Set<AgentId> agents = onDuty.agents(role, at);
            if (!agents.isEmpty()) {
                return Optional.of(new Rung(role, agents, skipped));
            }
            skipped.add(role);
        }
        return Optional.empty();
    }

    /**
     * Where a climb ended.
     *
     * @param role the role
     * @param agents who is on duty in it, at least one
     * @param skipped the roles below of which nobody was on duty, in order
     */
    public record Rung(RoleId role, Set<AgentId> agents, List<RoleId> skipped) {
        /** Keeps unmodifiable copies. */
        public Rung {
            agents = Set.copyOf(agents);
            skipped = List.copyOf(skipped);
        }
    }
}
