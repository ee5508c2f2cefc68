package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import java.time.Instant;
import java.util.List;

/** The time of a ticket in some statuses on a clock, up to now where it is still in one. */
record StayTime(StatusSet statuses, Clock clock) implements DurationColumn<TicketFacts> {
    @Override
    public String id() {
        return "time in " + statuses + " on the clock " + clock.id();
    }

    @Override
    public long nanos(TicketFacts ticket) {
        long sum = 0;
        List<StayFacts> stays = ticket.stays();
        for (int i = 0; i < stays.size(); i++) {
            StayFacts stay = stays.get(i);
            if (statuses.contains(stay.status())) {
                Instant end = stay.until().or(ticket::removedAt).orElse(ticket.asOf());
                sum += clock.nanos(stay.at(), end);
            }
        }
        return sum;
    }
}
