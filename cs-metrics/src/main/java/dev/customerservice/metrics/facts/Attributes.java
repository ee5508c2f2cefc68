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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket was like at one instant. A ticket moves between teams and priorities, so no row has <em>the</em> team:
 * each moment has its own.
 */
public interface Attributes {
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
        return new Recorded(
                ticket.status(),
                ticket.team().orElse(null),
                ticket.assignee().orElse(null),
                ticket.priority().orElse(null),
                ticket.channel().orElse(null),
                ticket.category().orElse(null),
                ticket.requester(),
                ticket.tags(),
                ticket.fields());
    }

    /** {@return the attributes of what belongs to no known ticket: none} */
    static Attributes none() {
        return Recorded.NONE;
    }
}

/** The attributes as they were read; there is one for each stay of each ticket, so it is kept small. */
record Recorded(
        @Nullable Status inStatus,
        @Nullable TeamId ofTeam,
        @Nullable AgentId heldBy,
        @Nullable Priority ranked,
        @Nullable Channel cameBy,
        @Nullable Category about,
        Requester requester,
        Set<String> tags,
        Map<String, String> fields)
        implements Attributes {
    static final Attributes NONE =
            new Recorded(null, null, null, null, null, null, Requester.unknown(), Set.of(), Map.of());

    @Override
    public Optional<Status> status() {
        return Optional.ofNullable(inStatus);
    }

    @Override
    public Optional<TeamId> team() {
        return Optional.ofNullable(ofTeam);
    }

    @Override
    public Optional<AgentId> agent() {
        return Optional.ofNullable(heldBy);
    }

    @Override
    public Optional<Priority> priority() {
        return Optional.ofNullable(ranked);
    }

    @Override
    public Optional<Channel> channel() {
        return Optional.ofNullable(cameBy);
    }

    @Override
    public Optional<Category> category() {
        return Optional.ofNullable(about);
    }

    /** Names what is safe to show: no customer and no custom field. */
    @Override
    public String toString() {
        return "Attributes[status=" + inStatus + ", team=" + ofTeam + ", agent=" + heldBy + ", priority=" + ranked
                + ", channel=" + cameBy + ", category=" + about + "]";
    }
}
