package dev.customerservice.metrics.facts;

import java.util.Optional;

/** The milestones that are found without a choice. */
enum TicketMoment implements Milestone {
    CREATED {
        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            return Optional.of(fact);
        }
    },
    FIRST_REPLY {
        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            return fact.firstReply();
        }
    };

    @Override
    public String id() {
        return this == CREATED ? "created" : "first_reply";
    }
}
