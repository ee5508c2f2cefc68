package dev.customerservice.metrics.kpi;

import dev.customerservice.metrics.facts.Milestone;
import dev.customerservice.metrics.facts.Moment;
import dev.customerservice.metrics.facts.StatusSet;
import dev.customerservice.metrics.facts.StayFacts;
import dev.customerservice.metrics.facts.TicketFacts;
import dev.customerservice.metrics.statistics.Absence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The time of a ticket from one milestone to another on a clock, less the stays in some statuses on the same clock. */
record TicketSpan(Milestone from, Milestone to, Clock clock, StatusSet netOf, boolean signed)
        implements DurationColumn<TicketFacts> {
    @Override
    public String id() {
        return "time from " + from.id() + " to " + to.id() + " on the clock " + clock.id()
                + (netOf.isEmpty() ? "" : ", less the time in " + netOf);
    }

    @Override
    public long nanos(TicketFacts ticket) {
        Optional<? extends Moment> start = from.of(ticket);
        if (start.isEmpty()) {
            return ABSENT;
        }
        Optional<? extends Moment> end = to.of(ticket);
        if (end.isEmpty()) {
            return ABSENT;
        }
        Instant first = start.get().at();
        Instant last = end.get().at();
        if (last.isBefore(first)) {
            // a wall-clock answer even on business hours, so that a wrong order is never hidden as zero
            return Clock.CALENDAR.equals(clock) || !signed
                    ? Clock.CALENDAR.nanos(first, last)
                    : clock.nanos(first, last);
        }
        long gross = clock.nanos(first, last);
        return netOf.isEmpty() ? gross : gross - paused(ticket.stays(), first, last);
    }

    private long paused(List<StayFacts> stays, Instant first, Instant last) {
        long paused = 0;
        for (int i = 0; i < stays.size(); i++) {
            StayFacts stay = stays.get(i);
            if (netOf.contains(stay.status())) {
                Instant start = stay.at().isBefore(first) ? first : stay.at();
                Instant end = stay.until().filter(until -> until.isBefore(last)).orElse(last);
                paused += start.isBefore(end) ? clock.nanos(start, end) : 0;
            }
        }
        return paused;
    }

    @Override
    public long soFar(TicketFacts ticket) {
        Optional<? extends Moment> start = from.of(ticket);
        if (start.isEmpty() || !absence(ticket).equals(Absence.STILL_RUNNING)) {
            return ABSENT;
        }
        Instant first = start.get().at();
        long gross = clock.nanos(first, ticket.asOf());
        return netOf.isEmpty() ? gross : gross - paused(ticket.stays(), first, ticket.asOf());
    }

    /** A ticket that is still open may yet come to the end; one that is done or removed will not. */
    @Override
    public Absence absence(TicketFacts ticket) {
        boolean open = ticket.removedAt().isEmpty()
                && ticket.latest().status().filter(status -> !status.isDone()).isPresent();
        return open && from.of(ticket).isPresent() ? Absence.STILL_RUNNING : Absence.MISSING;
    }
}
