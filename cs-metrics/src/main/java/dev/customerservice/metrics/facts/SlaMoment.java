package dev.customerservice.metrics.facts;

import java.util.Optional;

/** The moments of a service-level clock by which it can be dated. */
public enum SlaMoment implements When<SlaFacts> {
    /** Its start. */
    STARTED {
        @Override
        public Optional<? extends Moment> of(SlaFacts fact) {
            return Optional.of(fact);
        }
    },
    /** Its stop. */
    STOPPED {
        @Override
        public Optional<? extends Moment> of(SlaFacts fact) {
            return fact.stopped();
        }
    },
    /** The instant at which it was due, with the attributes of the start. */
    DUE {
        @Override
        public Optional<? extends Moment> of(SlaFacts fact) {
            return fact.dueAt().map(due -> Moment.of(due, fact.as()));
        }
    };

    @Override
    public String id() {
        return switch (this) {
            case STARTED -> "started";
            case STOPPED -> "stopped";
            case DUE -> "due";
        };
    }
}
