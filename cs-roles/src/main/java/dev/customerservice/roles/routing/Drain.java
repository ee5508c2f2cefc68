package dev.customerservice.roles.routing;

import java.util.List;

/**
 * A queue handed out at one instant.
 *
 * <p>When the policy keeps its laws, nothing is left for which the policy would find somebody in the team as it is afterwards.
 *
 * @param routings a decision for each piece of work, in the order in which they were made
 * @param team the team afterwards, with what it got
 */
public record Drain(List<Routing> routings, RoutingTeam team) {

    /** Copies the decisions. */
    public Drain {
        routings = List.copyOf(routings);
    }

    /** {@return the work that somebody got, in the order of the queue} */
    public List<Routing.Assigned> assigned() {
        return routings.stream()
                .filter(Routing.Assigned.class::isInstance)
                .map(Routing.Assigned.class::cast)
                .toList();
    }

    /** {@return the work that is left, in the order of the queue} */
    public List<Routing.Unassigned> left() {
        return routings.stream()
                .filter(Routing.Unassigned.class::isInstance)
                .map(Routing.Unassigned.class::cast)
                .toList();
    }
}
