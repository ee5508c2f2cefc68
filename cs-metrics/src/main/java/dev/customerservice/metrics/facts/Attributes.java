package dev.customerservice.metrics.facts;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.Language;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.party.ServiceTier;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Category;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.Priority;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.Status;
import dev.customerservice.domain.ticket.Ticket;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a ticket was like at one instant. A ticket moves between teams and priorities, so no row has <em>the</em> team:
 * each moment has its own.
 */
public interface Attributes extends Serializable {
    /** {@return the status, empty where no ticket is known} */
    Optional<Status> status();

    /** {@return the team that had it, if any} */
    Optional<TeamId> team();

    /** {@return the agent who had it, if any} */
    Optional<AgentId> agent();

    /** {@return how urgent it was, if that was known} */
    Optional<Priority> priority();

    /** {@return how it came in, if that is known} */
    Optional<Channel> channel();

    /** {@return what it was about, if that was known} */
    Optional<Category> category();

    /** {@return who asked, with organization, tier and language as known then} */
    Requester requester();

    /** {@return its tags} */
    Set<String> tags();

    /** {@return its custom fields by name} */
    Map<String, String> fields();

    /** {@return the customer who asked, if known} */
    default Optional<CustomerId> customer() {
        return requester().customer();
    }

    /** {@return the organization of the customer, if any} */
    default Optional<OrganizationId> organization() {
        return requester().organization();
    }

    /** {@return the service tier of the customer, if any} */
    default Optional<ServiceTier> tier() {
        return requester().tier();
    }

    /** {@return the language of the customer, if known} */
    default Optional<Language> language() {
        return requester().language();
    }

    /**
     * Reads the attributes off a ticket.
     *
     * @param ticket the ticket as it stands at some moment
     * @return its attributes at that moment, which later changes do not touch
     */
    static Attributes of(Ticket ticket) {
        return Recorded.of(ticket);
    }

    /** {@return the attributes of what belongs to no known ticket: none} */
    static Attributes none() {
        return Recorded.NONE;
    }
}
