package dev.customerservice.domain.sla;

import dev.customerservice.domain.ticket.Attribute;
import dev.customerservice.domain.ticket.DueDateSet;
import dev.customerservice.domain.ticket.TicketCursor;
import dev.customerservice.domain.ticket.TicketHistory;
import dev.customerservice.domain.ticket.TicketId;
import dev.customerservice.domain.time.EpochNanos;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The clocks of a plan while the history of one ticket is replayed. */
final class Replay {
    private final SlaPlan plan;
    private final List<LaneClocks> lanes;
    private @Nullable Situation situation;

    Replay(SlaPlan plan) {
        this.plan = plan;
        this.lanes = new ArrayList<>(plan.lanes().size());
        for (Lane lane : plan.lanes()) {
            lanes.add(new LaneClocks(lane, plan));
        }
    }

    /** Replays a history until an instant, and gives the ticket as it stood then. */
    TicketCursor replay(TicketHistory history, long asOf) {
        Walk walk = new Walk(plan, history);
        int position = 0;
        for (; position < history.length() && history.epochNanosAt(position) <= asOf; position++) {
            apply(moment(history, position, walk));
        }
        passTo(asOf);
        return walk.cursorAt(position - 1);
    }

    private Moment moment(TicketHistory history, int position, Walk walk) {
        Situation next = walk.next(position);
        TicketCursor cursor = walk.cursorAt(position);
        return new Moment(
                history.epochNanosAt(position),
                position,
                next,
                cursor.status().name(),
                owners(cursor),
                fieldInstants(cursor),
                cursor.event() instanceof DueDateSet dueDate ? dueDate : null);
    }

    private List<Optional<String>> owners(TicketCursor cursor) {
        List<Attribute> attributes = plan.owners();
        if (attributes.isEmpty()) {
            return List.of();
        }
        List<Optional<String>> owners = new ArrayList<>(attributes.size());
        for (Attribute attribute : attributes) {
            owners.add(attribute.of(cursor));
        }
        return owners;
    }

    private List<Long> fieldInstants(TicketCursor cursor) {
        return plan.fields().isEmpty()
                ? List.of()
                : plan.fields().stream()
                        .map(field -> FieldInstant.of(cursor, field))
                        .toList();
    }

    /** Applies an event, and before it whatever has changed without an event. */
    void apply(Moment moment) {
        passTo(moment.at());
        situation = moment.situation();
        for (LaneClocks lane : lanes) {
            lane.apply(moment);
        }
    }

    /** Lets versions that become effective by an instant take over from those in force. */
    void passTo(long at) {
        for (LaneClocks lane : lanes) {
            lane.passTo(at, situation);
        }
    }

    void readings(TicketId ticket, Instant asOf, List<SlaReading> readings) {
        boolean several = plan.book().matching() == Matching.ALL;
        for (LaneClocks lane : lanes) {
            lane.readings(ticket, several, asOf, readings);
        }
    }

    List<PolicyMatch> matches(TicketCursor ticket, Instant asOf) {
        Situation present = situation;
        if (present == null) {
            return List.of();
        }
        Instant asked = plan.book().adopt() == Adopt.WHEN_EFFECTIVE
                ? asOf
                : ticket.event().at();
        return lanes.stream()
                .map(lane -> lane.lane.match(ticket, present, lane.policy, EpochNanos.toInstant(lane.since), asked))
                .toList();
    }

    /** {@return the policies that held at some time} */
    Set<SlaPolicy> held() {
        return lanes.stream()
                .flatMap(lane -> IntStream.range(0, lane.held.length)
                        .filter(policy -> lane.held[policy])
                        .mapToObj(lane.lane::policy))
                .collect(Collectors.toSet());
    }

    List<GoalGap> gaps(TicketHistory history) {
        List<GoalGap> gaps = new ArrayList<>();
        Walk walk = new Walk(plan, history);
        for (int position = 0; position < history.length(); position++) {
            Moment moment = moment(history, position, walk);
            if (walk.cursorAt(position).deleted()
                    || walk.cursorAt(position).mergedInto().isPresent()) {
                break;
            }
            apply(moment);
            lanes.forEach(lane -> lane.gaps(moment, gaps));
        }
        return List.copyOf(gaps);
    }

    /** The clocks of one lane. */
    private static final class LaneClocks {
        private final Lane lane;
        private final Clock[] clocks;
        private final boolean[] held;
        private int policy = -1;
        private long since;
        private int change;
        private boolean created;

        LaneClocks(Lane lane, SlaPlan plan) {
            this.lane = lane;
            this.clocks = new Clock[lane.metrics().size()];
            Arrays.setAll(clocks, i -> new Clock(plan.clocks().get(lane.firstClock() + i)));
            this.held = new boolean[lane.policies().size()];
        }

        void passTo(long at, @Nullable Situation situation) {
            while (change < lane.changes().length && lane.changes()[change] <= at) {
                long now = lane.changes()[change++];
                if (situation != null) {
                    hold(now, lane.policyAt(now, situation, policy));
                    @Nullable Promise[] promises = lane.promises(policy, situation);
                    for (int i = 0; i < clocks.length; i++) {
                        clocks[i].promise(now, promises[i]);
                    }
                }
            }
        }

        private void hold(long at, int next) {
            since = created && next == policy ? since : at;
            policy = next;
            created = true;
            if (next >= 0) {
                held[next] = true;
            }
        }

        void apply(Moment moment) {
            Situation situation = moment.situation();
            hold(moment.at(), lane.policyAfter(situation, moment.at(), moment.position(), policy));
            @Nullable Promise[] promises = lane.promises(policy, situation);
            for (int i = 0; i < clocks.length; i++) {
                int before = lane.before(policy, i);
                clocks[i].apply(
                        moment,
                        situation.inputs(lane.firstClock() + i),
                        promises[i],
                        before < 0 ? null : clocks[before]);
            }
        }

        void gaps(Moment moment, List<GoalGap> gaps) {
            @Nullable Promise[] promises = lane.promises(policy, moment.situation());
            for (int i = 0; i < clocks.length; i++) {
                if (promises[i] == null && lane.target(policy, i) != null) {
                    SlaPolicy inForce = lane.policy(policy);
                    gaps.add(new GoalGap(
                            moment.position(),
                            inForce.id(),
                            inForce.version(),
                            lane.metrics().get(i).id()));
                }
            }
        }

        void readings(TicketId ticket, boolean several, Instant asOf, List<SlaReading> readings) {
            for (int i = 0; i < clocks.length; i++) {
                CycleReading.Frame frame = new CycleReading.Frame(
                        ticket,
                        lane.metrics().get(i).id(),
                        several,
                        asOf,
                        change < lane.changes().length ? lane.changes()[change] : Cycle.NONE);
                boolean any = false;
                for (Cycle counted : clocks[i].cycles()) {
                    Cycle cycle = counted.asRead();
                    @Nullable Promise promise = cycle.promise;
                    if (promise != null) {
                        readings.add(new CycleReading(lane.firstClock() + i, cycle, promise, frame));
                        any = true;
                    }
                }
                SlaTarget target = created ? lane.target(policy, i) : null;
                if (!any && target != null && clocks[i].cycles().isEmpty()) {
                    readings.add(NotStartedReading.of(lane.policy(policy), target, clocks[i].fault(), frame));
                }
            }
        }
    }
}
