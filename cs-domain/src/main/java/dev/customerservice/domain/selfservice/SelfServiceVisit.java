package dev.customerservice.domain.selfservice;

import static com.google.common.base.Preconditions.checkArgument;

import dev.customerservice.domain.party.CustomerId;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.Interval;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One attempt of a customer to help themselves, in a help centre or with a bot.
 *
 * <p>The outcome keeps apart what is known from what is silence: a visitor who left without a word is not a visitor who was helped.
 * Immutable and thread-safe.
 */
@Value.Immutable
@SuppressWarnings("serial") // of the hidden implementation: both ends have the same library
public interface SelfServiceVisit extends WithSelfServiceVisit, Serializable {
    /** Where a customer helps themselves. */
    enum Place {
        /** Articles and searches. */
        HELP_CENTRE,
        /** A conversation with a program. */
        BOT
    }

    /** How an attempt ended. */
    enum Outcome {
        /** The customer confirmed that the matter is settled. */
        CONFIRMED,
        /** The customer left and did not contact the team; whether it helped is not known. */
        LEFT,
        /** The customer gave up, as far as can be told. */
        ABANDONED,
        /** The customer was handed over to the team or contacted it. */
        HANDED_OVER
    }

    /** {@return where} */
    Place place();

    /** {@return from when to when} */
    Interval interval();

    /** {@return how it ended} */
    Outcome outcome();

    /** {@return the articles that were read or offered, in order} */
    List<ArticleId> articles();

    /** {@return the customer, if known} */
    Optional<CustomerId> customer();

    /** {@return the ticket it was handed over to, for that outcome only} */
    Optional<TicketId> ticket();

    /** Refuses a ticket beside an outcome that says the team was not contacted. */
    @Value.Check
    default void check() {
        checkArgument(
                ticket().isEmpty() || outcome() == Outcome.HANDED_OVER,
                "The outcome (%s) must be HANDED_OVER for a visit that names a ticket.",
                outcome());
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link SelfServiceVisit}. */
    final class Builder extends ImmutableSelfServiceVisit.Builder {
        Builder() {}
    }
}
