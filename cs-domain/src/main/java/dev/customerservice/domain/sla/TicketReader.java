package dev.customerservice.domain.sla;

import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.Step;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the clocks of one ticket: by sums where they can tell, else by replay. */
final class TicketReader implements Sums.Case, Sums.Results {
    private final SlaPlan plan;
    private final Replayed replayed;
    private final long asOf;
    private final Walk walk;
    private final List<SumReading> cycles = new ArrayList<>();
    private List<NotStarted> notStarted = List.of();

    TicketReader(SlaPlan plan, TicketHistory history, Instant asOf) {
        this.plan = plan;
        this.replayed = new Replayed(plan, history, asOf);
        this.asOf = EpochNanos.of(asOf);
        this.walk = new Walk(plan, history);
    }

    List<SlaReading> read() {
        return sums() ? inOrder() : replayed.readings();
    }

    private boolean sums() {
        if (plan.joint().dependsOnTime()) {
            return false;
        }
        Sums sums = new Sums(plan.joint(), asOf, this, this);
        TicketHistory history = replayed.history();
        JointState state = plan.joint().start();
        int events = history.length();
        for (int i = 0; i < events; i++) {
            long at = history.epochNanosAt(i);
            if (at > asOf) {
                break;
            }
            Step step = plan.joint().step(state, walk.next(i), plan.joint().era(at));
            JointState next = step.next;
            if (next == null
                    || Walk.setsDueDate(history.traitsAt(i))
                    || (step.acts.length > 0 && !sums.act(step.acts, at, i, null, 0))) {
                return false;
            }
            state = next;
        }
        return sums.finish(state);
    }

    /** The readings by clock, which they were not when several clocks ran side by side. */
    private List<SlaReading> inOrder() {
        SlaReading[] readings = new SlaReading[cycles.size() + notStarted.size()];
        int size = 0;
        for (int clock = 0; size < readings.length; clock++) {
            for (SumReading cycle : cycles) {
                if (cycle.clock() == clock) {
                    readings[size++] = cycle;
                }
            }
            for (NotStarted waiting : notStarted) {
                if (waiting.clock() == clock) {
                    readings[size++] = NotStartedReading.of(
                            waiting.policy(),
                            waiting.target(),
                            Optional.empty(),
                            replayed.frame(waiting.target().metric().id()));
                }
            }
        }
        return List.of(readings);
    }

    @Override
    public @Nullable String owner(int attribute, int position) {
        return walk.owner(attribute);
    }

    @Override
    public long fieldInstant(int field, int position) {
        return FieldInstant.of(walk.cursorAt(position), plan.fields().get(field));
    }

    @Override
    public void add(Tally cycle) {
        cycles.add(new SumReading(replayed, plan.joint().promise(cycle.promise), cycle, asOf));
    }

    @Override
    public void add(NotStarted clock) {
        notStarted = notStarted.isEmpty() ? new ArrayList<>() : notStarted;
        notStarted.add(clock);
    }
}
