package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.SlaMetricId;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a ticket reads as by replay, with marks for every change of a cycle; replayed when it is first asked for. */
final class Replayed {
    private final SlaPlan plan;
    private final TicketHistory history;
    private final Instant asOf;
    /** Two threads may both replay; either finds the same. */
    private @Nullable List<SlaReading> readings;

    Replayed(SlaPlan plan, TicketHistory history, Instant asOf) {
        this.plan = plan;
        this.history = history;
        this.asOf = asOf;
    }

    TicketHistory history() {
        return history;
    }

    Instant asOf() {
        return asOf;
    }

    /** {@return what the readings of one clock have in common, where no version changes without an event} */
    CycleReading.Frame frame(SlaMetricId metric) {
        return new CycleReading.Frame(history.id(), metric, plan.book().matching() == Matching.ALL, asOf, Cycle.NONE);
    }

    /** {@return every reading: by policy in the order of the book, by metric, by cycle} */
    List<SlaReading> readings() {
        List<SlaReading> known = readings;
        if (known == null) {
            Replay replay = new Replay(plan);
            replay.replay(history, EpochNanos.of(asOf));
            List<SlaReading> found = new ArrayList<>();
            replay.readings(history.id(), asOf, found);
            known = List.copyOf(found);
            readings = known;
        }
        return known;
    }

    /** {@return the reading of a cycle} */
    CycleReading reading(int clock, int cycle) {
        return readings().stream()
                .filter(CycleReading.class::isInstance)
                .map(CycleReading.class::cast)
                .filter(reading -> reading.clock() == clock && reading.cycle() == cycle)
                .findFirst()
                .orElseThrow();
    }
}
