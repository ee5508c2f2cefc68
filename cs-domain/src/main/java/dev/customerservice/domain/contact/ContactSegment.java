package dev.customerservice.domain.contact;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a live contact.
 *
 * @param kind what happened in it
 * @param interval when
 * @param agent the agent who was there, empty in the queue
 */
public record ContactSegment(Kind kind, Interval interval, Optional<AgentId> agent) implements Serializable {
    /** What happens in a stretch of a contact. */
    public enum Kind {
        /** The customer waits for an agent. */
        QUEUE,
        /** Both talk or write. */
        TALK,
        /** The agent has put the customer on hold. */
        HOLD,
        /** The customer has left and the agent finishes the work. */
        WRAP
    }

    /** Refuses an agent in the queue and talk, hold or wrap without one. */
    public ContactSegment {
        boolean queue = kind == Kind.QUEUE;
        if (queue == agent.isPresent()) {
            throw new IllegalArgumentException("The segment (" + kind + ") must "
                    + (queue ? "not name an agent." : "name its agent.\nMaybe the customer still waited: use QUEUE."));
        }
    }

    /**
     * A stretch of waiting.
     *
     * @param interval when
     * @return the segment
     */
    public static ContactSegment queue(Interval interval) {
        return new ContactSegment(Kind.QUEUE, interval, Optional.empty());
    }

    /**
     * A stretch with an agent.
     *
     * @param kind talk, hold or wrap
     * @param interval when
     * @param agent the agent
     * @return the segment
     */
    public static ContactSegment of(Kind kind, Interval interval, AgentId agent) {
        return new ContactSegment(kind, interval, Optional.of(agent));
    }

    private Object writeReplace() {
        return new Sent(kind, interval, agent.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            Kind kind, Interval interval, @Nullable AgentId agent) implements Serializable {
        private Object readResolve() {
            return new ContactSegment(kind, interval, Optional.ofNullable(agent));
        }
    }
}
