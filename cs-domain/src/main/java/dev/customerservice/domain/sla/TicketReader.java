package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.Step;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of one ticket: by sums where they can tell, else by replay. */
final class TicketReader implements Sums.Case {
    private final SlaPlan plan;
    private final JointClocks joint;
    private final TicketHistory history;
    private final long asOf;
    private final Walk walk;

    TicketReader(SlaPlan plan, TicketHistory history, long asOf) {
        this.plan = plan;
        this.joint = plan.joint();
        this.history = history;
        this.asOf = asOf;
        this.walk = new Walk(plan, history);
    }

    /** Reads the ticket once more. No lambda: every program would link one at its first reading. */
    private record Again(SlaPlan plan, TicketHistory history, long asOf) implements Rows.Source {
        @Override
        public RowDetails details(Rows rows) {
            return new TicketReader(plan, history, asOf).details(rows);
        }
    }

    static List<SlaReading> read(SlaPlan plan, TicketHistory history, Instant asOf) {
        long at = EpochNanos.of(asOf);
        Replayed replayed = new Replayed(plan, history, asOf);
        Rows rows = new Rows(new Again(plan, history, at), plan.joint(), at, 1);
        boolean told = !plan.joint().dependsOnTime() && new TicketReader(plan, history, at).sums(rows);
        return told ? inOrder(rows, replayed) : replayed.readings();
    }

    /** Reads again what the rows did not keep, in the same order. */
    private RowDetails details(Rows rows) {
        RowDetails details = new RowDetails(rows.size(), asOf);
        sums(details);
        return details;
    }

    private boolean sums(Sums.Results results) {
        Sums sums = new Sums(joint, asOf, this, results);
        BusinessTime time = joint.onlyTime();
        JointState state = joint.start();
        int events = history.length();
        for (int i = 0; i < events; i++) {
            long at = history.epochNanosAt(i);
            if (at > asOf) {
                break;
            }
            Step step = joint.step(state, walk.next(i), joint.era(at));
            JointState next = step.next;
            if (next == null
                    || Walk.setsDueDate(history.traitsAt(i))
                    || (step.acts.length > 0 && !act(sums, step.acts, at, i, time))) {
                return false;
            }
            state = next;
        }
        return sums.finish(state);
    }

    private static boolean act(Sums sums, Act[] acts, long at, int position, @Nullable BusinessTime time) {
        return time == null ? sums.act(acts, at, position) : sums.act(acts, at, position, time.openNanosBefore(at));
    }

    /** The readings by clock, which they are not when several clocks ran side by side. */
    private static List<SlaReading> inOrder(Rows rows, Replayed replayed) {
        SlaColumns columns = new SlaColumns(rows);
        int[] place = new int[rows.clocks() + 1];
        for (int row = 0; row < rows.size(); row++) {
            place[rows.clock(row) + 1]++;
        }
        for (int clock = 1; clock < place.length; clock++) {
            place[clock] += place[clock - 1];
        }
        SlaReading[] readings = new SlaReading[rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            readings[place[rows.clock(row)]++] = reading(columns, rows, row, replayed);
        }
        return List.of(readings);
    }

    private static SlaReading reading(SlaColumns columns, Rows rows, int row, Replayed replayed) {
        if (rows.cycle(row) > 0) {
            return new SumReading(columns, rows, row, replayed);
        }
        NotStarted clock = rows.notStarted(row);
        return NotStartedReading.of(clock.policy(), clock.target(), Optional.empty(), replayed.frame(rows.metric(row)));
    }

    @Override
    public @Nullable String owner(int attribute, int position) {
        return walk.owner(attribute);
    }

    @Override
    public long fieldInstant(int field, int position) {
        return FieldInstant.of(walk.cursorAt(position), plan.fields().get(field));
    }
}
