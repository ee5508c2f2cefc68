package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a ticket stands at its creation: every attribute that later events may change. Immutable and thread-safe. */
@Value.Immutable
public interface TicketDetails extends WithTicketDetails {
    /** {@return the first status, {@link Status#NEW} unless given} */
    @Value.Default
    default Status status() {
        return Status.NEW;
    }

    /** {@return how urgent it is, if that is known} */
    Optional<Priority> priority();

    /** {@return how it came in, if that is known} */
    Optional<Channel> channel();

    /** {@return what it is about, if that is known} */
    Optional<Category> category();

    /** {@return who asks, unknown unless given} */
    @Value.Default
    default Requester requester() {
        return Requester.unknown();
    }

    /** {@return the agent it is assigned to, if any} */
    Optional<AgentId> assignee();

    /** {@return the team it is assigned to, if any} */
    Optional<TeamId> team();

    /** {@return its tags} */
    Set<String> tags();

    /** {@return its custom fields by name, whose values {@code toString} never shows} */
    @Value.Redacted
    Map<String, String> fields();

    /** {@return its subject line, which {@code toString} never shows} */
    @Value.Redacted
    Optional<String> subject();

    /** {@return details with nothing but the status {@link Status#NEW}} */
    static TicketDetails none() {
        return builder().build();
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TicketDetails}. */
    final class Builder extends ImmutableTicketDetails.Builder {
        Builder() {}
    }
}
