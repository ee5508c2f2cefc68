package dev.customerservice.domain.contact;

import dev.customerservice.domain.party.AgentId;
import dev.customerservice.domain.time.Interval;
import java.io.Serializable;

/**
 * What an agent did in a stretch of a working day, as the telephone system or the agent says.
 *
 * @param agent the agent
 * @param kind what
 * @param interval when
 */
public record AgentActivity(AgentId agent, Kind kind, Interval interval) implements Serializable {
    /** What an agent can be doing. */
    public enum Kind {
        /** Logged in, whatever else. */
        LOGIN,
        /** Waiting for a contact. */
        IDLE,
        /** Serving a contact. */
        ON_CONTACT,
        /** On a break. */
        BREAK,
        /** In a meeting. */
        MEETING,
        /** In training. */
        TRAINING,
        /** At other work away from the queue. */
        OTHER_WORK
    }
}
