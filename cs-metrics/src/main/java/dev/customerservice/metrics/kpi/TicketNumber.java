package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.TicketFacts;
import java.util.Locale;

/** The counters that every ticket has. */
public enum TicketNumber implements NumberColumn<TicketFacts> {
    /** Messages of human agents that the customer could read. */
    REPLIES {
        @Override
        public long of(TicketFacts fact) {
            return fact.replies();
        }
    },
    /** Those of them that were made from a canned reply. */
    CANNED_REPLIES {
        @Override
        public long of(TicketFacts fact) {
            return fact.cannedReplies();
        }
    },
    /** The creation where a customer made it, and each message of a customer. */
    CUSTOMER_CONTACTS {
        @Override
        public long of(TicketFacts fact) {
            return fact.customerContacts().size();
        }
    },
    /** Times that a done ticket was taken up again. */
    REOPENS {
        @Override
        public long of(TicketFacts fact) {
            return fact.reopens();
        }
    },
    /** Times that it became done. */
    SOLVES {
        @Override
        public long of(TicketFacts fact) {
            return fact.solves().size();
        }
    },
    /** Times that it passed from one agent to another. */
    AGENT_CHANGES {
        @Override
        public long of(TicketFacts fact) {
            return fact.agentChanges();
        }
    },
    /** Times that it passed from one team to another. */
    TEAM_CHANGES {
        @Override
        public long of(TicketFacts fact) {
            return fact.teamChanges();
        }
    },
    /** Times that a human agent did something after another one had. */
    ACTOR_CHANGES {
        @Override
        public long of(TicketFacts fact) {
            return fact.actorChanges();
        }
    },
    /** Different agents who had it. */
    DISTINCT_AGENTS {
        @Override
        public long of(TicketFacts fact) {
            return fact.distinctAgents();
        }
    },
    /** Different agents who replied. */
    DISTINCT_REPLIERS {
        @Override
        public long of(TicketFacts fact) {
            return fact.distinctRepliers();
        }
    },
    /** Times that it was passed up. */
    ESCALATIONS {
        @Override
        public long of(TicketFacts fact) {
            return fact.escalations();
        }
    };

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
