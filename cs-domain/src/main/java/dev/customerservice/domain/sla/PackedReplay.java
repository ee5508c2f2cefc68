package dev.customerservice.domain.sla;

import dev.customerservice.domain.time.EpochNanos;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads packed histories one after another: by sums where they can tell, else by replay. */
final class PackedReplay implements Sums.Case {
    private final SlaPlan plan;
    private final PackedHistories packed;
    private final long asOf;
    private final Situation[] situations;
    private int ticket;

    PackedReplay(SlaPlan plan, PackedHistories packed, long asOf) {
        packed.requireReadableBy(plan);
        this.plan = plan;
        this.packed = packed;
        this.asOf = asOf;
        this.situations = packed.situations(plan);
    }

    PackedHistories packed() {
        return packed;
    }

    JointClocks joint() {
        return plan.joint();
    }

    long asOf() {
        return asOf;
    }

    SlaColumns read() {
        Rows rows = new Rows(this);
        Sums sums = new Sums(plan.joint(), asOf, this, rows);
        boolean always = plan.joint().dependsOnTime();
        for (ticket = 0; ticket < packed.size(); ticket++) {
            rows.begin(ticket);
            if (always || packed.hasDueDates(ticket) || !read(sums)) {
                rows.replay(readings());
            }
        }
        return new SlaColumns(rows);
    }

    /** Reads again what the rows did not keep, in the same order. */
    RowDetails details(Rows rows) {
        RowDetails details = new RowDetails(rows.size(), asOf);
        Sums sums = new Sums(plan.joint(), asOf, this, details);
        while (details.size < rows.size()) {
            SlaReading reading = rows.reading(details.size);
            if (reading == null) {
                ticket = rows.ticket(details.size);
                read(sums);
            } else {
                details.add(reading);
            }
        }
        return details;
    }

    private boolean read(Sums sums) {
        long[] instants = packed.instants();
        int[] symbols = packed.symbolArray();
        int begin = packed.firstEvent(ticket);
        int end = packed.firstEvent(ticket + 1);
        sums.restart();
        for (int event = begin; event < end && instants[event] <= asOf; event++) {
            if (!sums.apply(situations[symbols[event]], instants[event], event - begin)) {
                return false;
            }
        }
        return sums.finish();
    }

    @Override
    public @Nullable String owner(int attribute, int position) {
        return packed.owner(attribute, packed.firstEvent(ticket) + position);
    }

    @Override
    public long fieldInstant(int field, int position) {
        return packed.fieldInstant(field, packed.firstEvent(ticket) + position);
    }

    private List<SlaReading> readings() {
        Replay replay = new Replay(plan);
        int begin = packed.firstEvent(ticket);
        for (int event = begin; event < packed.firstEvent(ticket + 1) && packed.instants()[event] <= asOf; event++) {
            replay.apply(packed.moment(event, event - begin, situations[packed.symbolArray()[event]]));
        }
        replay.passTo(asOf);
        List<SlaReading> readings = new ArrayList<>();
        replay.readings(packed.ticket(ticket), EpochNanos.toInstant(asOf), readings);
        return readings;
    }
}
