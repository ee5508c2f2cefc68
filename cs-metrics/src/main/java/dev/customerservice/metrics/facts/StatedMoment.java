package dev.customerservice.metrics.facts;

import java.time.Instant;
import java.util.List;

/** A stated instant, whose attributes are looked up among the stays when they are asked for. */
record StatedMoment(Instant at, List<StayFacts> stays) implements Moment {
    @Override
    public Attributes as() {
        int last = 0;
        while (last + 1 < stays.size() && !stays.get(last + 1).at().isAfter(at)) {
            last++;
        }
        return stays.get(last).as();
    }
}
