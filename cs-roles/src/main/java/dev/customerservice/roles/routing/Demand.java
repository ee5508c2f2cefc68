package dev.customerservice.roles.routing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of work as a team sees it at an instant. */
final class Demand {

    private final WorkItem work;
    private final long weight;
    private final Instant now;
    private final long @Nullable [] limits;

    Demand(WorkItem work, long weight, Instant now, long @Nullable [] limits) {
        this.work = work;
        this.weight = weight;
        this.now = now;
        this.limits = limits;
    }

    WorkItem work() {
        return work;
    }

    long weight() {
        return weight;
    }

    Instant now() {
        return now;
    }

    /** The limits of its channel by the places of the seats; null when there are none. */
    long @Nullable [] limits() {
        return limits;
    }
}
