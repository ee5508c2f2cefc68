package dev.customerservice.metrics.facts;

import dev.customerservice.domain.ticket.StatedValues;
import dev.customerservice.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A ticket as one row. {@link #at()} is its creation; a {@link Milestone} finds its other moments, each with the
 * attributes of its own instant.
 *
 * <p>Values that the log itself states lie beside those that follow from the events, in {@link #stated()}; a measure says
 * which it reads.
 */
public interface TicketFacts extends Fact {
    /** {@return which ticket} */
    TicketId ticket();

    /** {@return its stays from creation on, without gaps, never empty} */
    List<StayFacts> stays();

    /** {@return its waits for a reply, in order} */
    List<TurnFacts> turns();

    /** {@return its solutions, in order} */
    List<SolveFacts> solves();

    /** {@return the first message of a human agent that the customer could read, if there was one} */
    Optional<Moment> firstReply();

    /** {@return the number of such messages} */
    int replies();

    /** {@return how many of them were made from a canned reply, as far as the history knows} */
    int cannedReplies();

    /** {@return when the customer made contact, in order: the creation where a customer made it, and each message of a customer} */
    List<Instant> customerContacts();

    /** {@return how often a done ticket was taken up again} */
    int reopens();

    /** {@return how often it passed from one agent to another; first assignment and gaps do not count} */
    int agentChanges();

    /** {@return how often it passed from one team to another; first assignment and gaps do not count} */
    int teamChanges();

    /** {@return how often a human agent did something after another one had; what other parties did in between is passed over} */
    int actorChanges();

    /** {@return how many different agents had it} */
    int distinctAgents();

    /** {@return how many different agents replied} */
    int distinctRepliers();

    /** {@return how often it was passed up} */
    int escalations();

    /** {@return when it was merged into another ticket or deleted, if it was} */
    Optional<Instant> removedAt();

    /** {@return what the log itself states about it} */
    StatedValues stated();

    /** {@return whether the contacts of its customer are linked, so that {@link #nextContact} can be trusted} */
    boolean linked();

    /**
     * Finds when the customer came back about something else.
     *
     * @param afterExclusive the instant after which to look
     * @return the customer's first later contact about another ticket, empty when there was none or none is known
     */
    Optional<Instant> nextContact(Instant afterExclusive);
}
