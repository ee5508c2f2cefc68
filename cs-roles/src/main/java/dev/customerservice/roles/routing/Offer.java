package dev.customerservice.roles.routing;

import dev.customerservice.domain.party.AgentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * A piece of work that somebody may accept or decline for a while.
 *
 * <p>It is open in [offeredAt, expiresAt). Declined or lapsed, the work remembers it and never comes to the same agent again; what then finds
 * nobody goes on by an {@link Overflow}.
 *
 * @param work the work
 * @param agent to whom it is offered
 * @param offeredAt when it was offered
 * @param expiresAt the first instant at which it can no longer be accepted, after {@code offeredAt}
 */
public record Offer(WorkItem work, AgentId agent, Instant offeredAt, Instant expiresAt) {

    /** Refuses an offer that nobody could accept. */
    public Offer {
        if (!expiresAt.isAfter(offeredAt)) {
            throw new IllegalArgumentException("expiresAt (" + expiresAt + ") of the offer of "
                    + work.id().value() + " must be after " + offeredAt + "\nMaybe the two instants are swapped.");
        }
    }

    /**
     * Offers what a policy decided.
     *
     * @param routing the decision
     * @param open how long it can be accepted, longer than zero
     * @return the offer, from the instant of the decision on
     * @throws IllegalArgumentException when the time is not longer than zero
     */
    public static Offer of(Routing.Assigned routing, Duration open) {
        return new Offer(
                routing.work(), routing.to(), routing.at(), routing.at().plus(open));
    }

    /**
     * Answers whether it can be accepted.
     *
     * @param at the instant asked about
     * @return true from {@code offeredAt} on and before {@code expiresAt}
     */
    public boolean isOpenAt(Instant at) {
        return !at.isBefore(offeredAt) && at.isBefore(expiresAt);
    }

    /** {@return the work as it goes back to the queue when this offer was declined or has lapsed, keeping its age} */
    public WorkItem declined() {
        return work.declined(agent);
    }

    /**
     * Finds the work whose offers have lapsed.
     *
     * @param offers the offers that nobody has answered
     * @param now the instant asked about
     * @return the work of those that have expired, as it goes back to the queue, in the order of the offers
     */
    public static List<WorkItem> lapsed(Collection<Offer> offers, Instant now) {
        return offers.stream()
                .filter(offer -> !now.isBefore(offer.expiresAt()))
                .map(Offer::declined)
                .toList();
    }
}
