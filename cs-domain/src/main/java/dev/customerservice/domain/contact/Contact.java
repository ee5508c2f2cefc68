package dev.customerservice.domain.contact;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.TeamId;
import dev.customerservice.domain.ticket.Channel;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One live call or chat from its arrival to the end of the work on it.
 *
 * <p>A contact is answered if it has a stretch of talk, else the customer abandoned it, unless it was redirected. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
public interface Contact extends WithContact, Serializable {
    /** {@return which contact} */
    ContactId id();

    /** {@return how it came in} */
    Channel channel();

    /** {@return its stretches in order, at least one; they may leave gaps and do not overlap} */
    List<ContactSegment> segments();

    /** {@return the customer, if known} */
    Optional<CustomerId> customer();

    /** {@return the team whose queue it came to, if known} */
    Optional<TeamId> team();

    /** {@return the ticket it is about, if any} */
    Optional<TicketId> ticket();

    /** {@return whether it left the queue for elsewhere, such as voice mail, a callback or another queue} */
    @Value.Default
    default boolean redirected() {
        return false;
    }

    /** Refuses a contact without stretches and stretches that overlap or are out of order. */
    @Value.Check
    default void check() {
        checkArgument(!segments().isEmpty(), "The contact (%s) must have a segment.", id().value());
        for (int i = 1; i < segments().size(); i++) {
            Interval before = segments().get(i - 1).interval();
            Interval next = segments().get(i).interval();
            checkArgument(
                    !next.startInclusive().isBefore(before.endExclusive()),
                    "The segment from %s of contact %s must not start before the end of the one ahead of it (%s).",
                    next.startInclusive(),
                    id().value(),
                    before.endExclusive());
        }
    }

    /** {@return when it came in} */
    default Instant arrivedAt() {
        return segments().get(0).interval().startInclusive();
    }

    /** {@return whether an agent has talked with the customer} */
    default boolean isAnswered() {
        return segments().stream().anyMatch(segment -> segment.kind() == ContactSegment.Kind.TALK);
    }

    /** {@return whether the customer left before an agent was there} */
    default boolean isAbandoned() {
        return !isAnswered() && !redirected();
    }

    /**
     * Adds up the stretches of one kind.
     *
     * @param kind the kind
     * @return their total time, zero if there are none
     */
    default Duration total(ContactSegment.Kind kind) {
        return segments().stream()
                .filter(segment -> segment.kind() == kind)
                .map(segment -> segment.interval().duration())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** {@return the time agents spent on it: talk, hold and wrap together} */
    default Duration handleTime() {
        return total(ContactSegment.Kind.TALK)
                .plus(total(ContactSegment.Kind.HOLD))
                .plus(total(ContactSegment.Kind.WRAP));
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Contact}. */
    final class Builder extends ImmutableContact.Builder {
        Builder() {}
    }
}
