package dev.customerservice.domain.sla;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.party.OrganizationId;
import dev.customerservice.domain.text.Shown;
import dev.customerservice.domain.ticket.EventHead;
import dev.customerservice.domain.ticket.Requester;
import dev.customerservice.domain.ticket.SlaApplied;
import dev.customerservice.domain.ticket.SlaPolicyId;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The right of a customer or an organization to service under a policy, for a term and perhaps for a number of cases.
 *
 * <p>Clocks ask nobody but the history. So whoever creates a ticket asks the entitlement, and puts the answer on the ticket: {@link
 * #applied} is the event. Immutable.
 */
@Value.Immutable
public interface Entitlement extends WithEntitlement {
    /** {@return what the contract is called, not blank} */
    String id();

    /** {@return the customer who holds it, if it is a single one} */
    Optional<CustomerId> customer();

    /** {@return the organization that holds it, for all its customers} */
    Optional<OrganizationId> organization();

    /** {@return the policy} */
    SlaPolicyId policy();

    /** {@return the version of the policy, {@code "1"} unless given} */
    @Value.Default
    default String policyVersion() {
        return "1";
    }

    /** {@return the first instant of the term, always unless given} */
    Optional<Instant> startInclusive();

    /** {@return the first instant after the term, never unless given} */
    Optional<Instant> endExclusive();

    /** {@return how many cases it covers, any number unless given} */
    Optional<Integer> cases();

    /** Refuses a blank name, no holder or two, and a negative number of cases. */
    @Value.Check
    default void check() {
        checkArgument(!id().isBlank(), "The id (%s) of an entitlement must not be blank.", Shown.of(id()));
        checkArgument(
                customer().isPresent() != organization().isPresent(),
                "The entitlement (%s) must be held by a customer or by an organization, one of the two.",
                id());
        checkArgument(
                cases().orElse(0) >= 0,
                "The number (%s) of cases must not be negative.\nMaybe leave it out for any number.",
                cases().orElse(0));
    }

    /** Whether somebody may open a case. */
    enum Answer {
        /** They may. */
        ENTITLED,
        /** The contract is somebody else's. */
        NOT_THE_HOLDER,
        /** The term has not begun. */
        NOT_YET,
        /** The term has ended. */
        EXPIRED,
        /** Every case has been used. */
        USED_UP
    }

    /**
     * Asks whether somebody may open one more case.
     *
     * @param requester who asks
     * @param at when
     * @param used the number of cases opened under this entitlement before
     * @return that they may, or why not
     */
    default Answer check(Requester requester, Instant at, int used) {
        boolean holder = customer().isPresent()
                ? customer().equals(requester.customer())
                : organization().equals(requester.organization());
        if (!holder) {
            return Answer.NOT_THE_HOLDER;
        }
        if (startInclusive().filter(at::isBefore).isPresent()) {
            return Answer.NOT_YET;
        }
        if (endExclusive().filter(end -> !at.isBefore(end)).isPresent()) {
            return Answer.EXPIRED;
        }
        return cases().filter(limit -> used >= limit).isPresent() ? Answer.USED_UP : Answer.ENTITLED;
    }

    /**
     * The event that puts the policy on a ticket.
     *
     * @param head which ticket, when and by whom
     * @return the event
     */
    default SlaApplied applied(EventHead head) {
        return new SlaApplied(head, policy(), policyVersion());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Entitlement}. */
    final class Builder extends ImmutableEntitlement.Builder {
        Builder() {}
    }
}
