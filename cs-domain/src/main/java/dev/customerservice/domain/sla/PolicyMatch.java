package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaPolicyId;
import dev.customerservice.domain.ticket.TicketCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a policy of a book holds for a ticket, or why none does.
 *
 * @param policy the policy in force, if any
 * @param version its version
 * @param since since when this policy, or none, has been in force
 * @param explicit whether an event put it on the ticket
 * @param tried the policies asked, in order, as the ticket stands now; those behind the first match are not asked
 */
public record PolicyMatch(
        Optional<SlaPolicyId> policy, Optional<String> version, Instant since, boolean explicit, List<Attempt> tried) {
    /** Keeps an unmodifiable copy. */
    public PolicyMatch {
        tried = List.copyOf(tried);
    }

    /**
     * One policy that was asked.
     *
     * @param policy the policy
     * @param version its version
     * @param effective whether the version was effective when it was asked
     * @param failing the first condition that does not hold, empty if the policy fits
     */
    public record Attempt(SlaPolicyId policy, String version, boolean effective, Optional<TicketCondition> failing) {}
}
