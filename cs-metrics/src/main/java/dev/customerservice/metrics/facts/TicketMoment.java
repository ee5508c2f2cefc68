package dev.customerservice.metrics.facts;

import java.util.Locale;
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
    },
    FIRST_ASSIGNED {
        @Override
        public Optional<? extends Moment> of(TicketFacts fact) {
            return fact.stays().stream()
                    .filter(stay -> stay.as().agent().isPresent())
                    .findFirst();
        }
    };

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
