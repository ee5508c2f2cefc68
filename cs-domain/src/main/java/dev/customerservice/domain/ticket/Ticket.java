package dev.customerservice.domain.ticket;

import dev.customerservice.domain.party.Actor;
import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.party.TeamId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A ticket as it stands at one moment of its history: what its events so far add up to.
 *
 * <p>A <em>reply</em> is a message of a human agent that the customer may read. A value obtained from a {@link TicketHistory} is
 * immutable and thread-safe; a {@link TicketCursor} is a moving view of the same.
 */
@Value.Immutable
public interface Ticket {
    /** {@return which ticket} */
    TicketId id();

    /** {@return when it was created} */
    Instant createdAt();

    /** {@return who created it} */
    Actor createdBy();

    /** {@return the present status} */
    Status status();

    /** {@return since when the status has been this one} */
    Instant statusSince();

    /** {@return how urgent it is, if that is known} */
    Optional<Priority> priority();

    /** {@return how it came in, if that is known} */
    Optional<Channel> channel();

    /** {@return what it is about, if that is known} */
    Optional<Category> category();

    /** {@return who asks} */
    Requester requester();

    /** {@return the agent who has it, if any} */
    Optional<AgentId> assignee();

    /** {@return the team that has it, if any} */
    Optional<TeamId> team();

    /** {@return its tags} */
    Set<String> tags();

    /** {@return its custom fields by name, whose values {@code toString} never shows} */
    @Value.Redacted
    Map<String, String> fields();

    /** {@return the ticket it was merged into, if it was} */
    Optional<TicketId> mergedInto();

    /** {@return whether it was deleted} */
    boolean deleted();

    /** {@return the number of replies so far} */
    int replies();

    /** {@return the number of messages of customers so far, the creation not counted} */
    int customerMessages();

    /** {@return the number of times it left a done status} */
    int reopenings();

    /** {@return when the oldest message of a customer came in that neither a reply nor a solution has followed, the creation included} */
    Optional<Instant> unansweredSince();

    /** {@return whether a message of a customer, other than the creation, has been followed neither by a reply nor by a
     * solution} */
    boolean awaitingNextReply();

    /** {@return the policy put on it by an event, if any} */
    Optional<SlaPolicyId> appliedPolicy();

    /** {@return the version of the policy put on it by an event, if any} */
    Optional<String> appliedPolicyVersion();

    /** {@return the due dates agreed by hand, by metric} */
    Map<SlaMetricId, Instant> agreedDueDates();
}
