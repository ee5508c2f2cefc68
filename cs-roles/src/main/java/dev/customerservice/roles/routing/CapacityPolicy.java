package dev.customerservice.roles.routing;

import dev.customerservice.domain.ticket.Channel;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Says how many units of capacity a piece of work takes while it is held in some way, and how much of a channel somebody may hold.
 *
 * <p>Laws: the answer depends on the arguments only, and no weight is negative. {@code CapacityPolicyLaws} in the test-jar checks them.
 */
@FunctionalInterface
public interface CapacityPolicy {

    /**
     * Weighs a piece of work.
     *
     * @param work the work
     * @param state how it is held
     * @return the units it takes, not negative
     */
    BigDecimal weight(WorkItem work, WorkState state);

    /**
     * Finds the limit of a channel for somebody.
     *
     * @param candidate who would hold the work
     * @param channel the channel
     * @return the most units of that channel, the candidate's own limit unless a policy says otherwise; empty when there is none
     */
    default Optional<BigDecimal> limit(Candidate candidate, Channel channel) {
        return Optional.ofNullable(candidate.channelLimits().get(channel));
    }

    /** {@return the policy by which work takes its own weight however it is held, so that nothing held is ever forgotten} */
    static CapacityPolicy standard() {
        return (work, state) -> work.weight();
    }
}
