package dev.customerservice.metrics.facts;

import java.util.Optional;

/** The moments of a stay by which it can be dated; both have the attributes of the stay itself. */
public enum StayMoment implements When<StayFacts> {
    /** Its start. */
    BEGAN {
        @Override
        public Optional<? extends Moment> of(StayFacts fact) {
            return Optional.of(fact);
        }
    },
    /** Its end; a stay that had not ended has none. */
    ENDED {
        @Override
        public Optional<? extends Moment> of(StayFacts fact) {
            return fact.until().map(end -> Moment.of(end, fact.as()));
        }
    };

    @Override
    public String id() {
        return this == BEGAN ? "began" : "ended";
    }
}
