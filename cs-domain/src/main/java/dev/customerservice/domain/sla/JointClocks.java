package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.One;
import dev.customerservice.domain.sla.JointState.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the clocks of a plan into one automaton over the symbols of packed histories.
 *
 * <p>It decides nothing itself: each step is what {@link Lane} and {@link Transitions} say, written down once so that nothing is asked
 * again when the next ticket takes the same step.
 */
final class JointClocks {
    private static final int MOST_STEPS = 1 << 22;

    private final SlaPlan plan;
    private final PackedHistories packed;
    private final Situation[] situations;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<Promise, Integer> promisePlaces = new HashMap<>();
    private final List<BusinessTime> times = new ArrayList<>();
    private final Map<List<Object>, JointState> states = new HashMap<>();
    private final int[] owners;
    private final JointState start;

    JointClocks(SlaPlan plan, PackedHistories packed) {
        this.plan = plan;
        this.packed = packed;
        this.situations = new Situation[packed.symbols()];
        Arrays.setAll(situations, symbol -> plan.situations().of(packed.word(symbol)));
        int[] policies = new int[plan.lanes().size()];
        Arrays.fill(policies, -1);
        List<SlaMetric> metrics =
                plan.lanes().stream().flatMap(lane -> lane.metrics().stream()).toList();
        List<One> clocks = Collections.nCopies(metrics.size(), new One(Transitions.IDLE, false, false, -1));
        this.owners = metrics.stream()
                .mapToInt(metric -> metric.owner().map(plan.owners()::indexOf).orElse(-1))
                .toArray();
        this.start = known(new JointState(policies, clocks, false, situations.length));
    }

    /** Whether the policy in force depends on more than the events, so that no automaton can tell. */
    boolean dependsOnTime() {
        return plan.book().policies().stream()
                .anyMatch(policy -> policy.effectiveFrom().isPresent()
                        || policy.effectiveUntil().isPresent());
    }

    /** {@return the clocks that are promised something, but have not begun} */
    List<NotStarted> notStarted(JointState state) {
        List<NotStarted> found = state.notStarted;
        if (found == null) {
            found = new ArrayList<>();
            for (int i = 0; i < state.policies.length; i++) {
                Lane lane = plan.lanes().get(i);
                for (int j = 0; j < lane.metrics().size(); j++) {
                    if (!state.clocks.get(lane.firstClock() + j).begun() && lane.target(state.policies[i], j) != null) {
                        found.add(new NotStarted(
                                lane.policy(state.policies[i]),
                                lane.metrics().get(j).id()));
                    }
                }
            }
            state.notStarted = found;
        }
        return found;
    }

    JointState start() {
        return start;
    }

    int clocks() {
        return start.clocks.size();
    }

    /** {@return the place of the attribute that owns the cycles of a clock, -1 if none does} */
    int owner(int clock) {
        return owners[clock];
    }

    Situation situation(int symbol) {
        return situations[symbol];
    }

    Promise promise(int place) {
        return promises.get(place);
    }

    List<BusinessTime> times() {
        return times;
    }

    int timeOf(int promise) {
        return promise < 0 ? -1 : times.indexOf(promises.get(promise).time());
    }

    private JointState known(JointState state) {
        return states.computeIfAbsent(state.key(), key -> state);
    }

    private int placeOf(@Nullable Promise promise) {
        if (promise == null) {
            return -1;
        }
        Integer place = promisePlaces.get(promise);
        if (place == null) {
            place = promises.size();
            promises.add(promise);
            promisePlaces.put(promise, place);
            if (!times.contains(promise.time())) {
                times.add(promise.time());
            }
        }
        return place;
    }

    /** Sums can tell the due time of an amount above zero on one calendar. */
    private static boolean isPlain(@Nullable Promise promise) {
        return promise == null
                || (promise.nanos() > 0
                        && promise.outside() == null
                        && !(promise.within() instanceof TargetTime.OpenThenWallTime));
    }

    Step step(JointState from, int symbol) {
        Step known = from.steps[symbol];
        if (known == null) {
            known = new Compiling(from, symbol).step();
            from.steps[symbol] = known;
        }
        return known;
    }

    /** One step while it is compiled. */
    private final class Compiling {
        private final JointState from;
        private final int symbol;
        private final Situation situation;
        private final List<Act> acts = new ArrayList<>();
        private final List<One> clocks = new ArrayList<>();
        private boolean beyond;

        Compiling(JointState from, int symbol) {
            this.from = from;
            this.symbol = symbol;
            this.situation = situations[symbol];
        }

        Step step() {
            int[] policies = new int[from.policies.length];
            for (int i = 0; i < policies.length; i++) {
                Lane lane = plan.lanes().get(i);
                policies[i] = lane.policyAfter(situation, 0, from.created ? 1 : 0, from.policies[i]);
                @Nullable Promise[] offered = lane.promises(policies[i], situation);
                for (int j = 0; j < offered.length; j++) {
                    clock(lane, j, offered[j]);
                }
            }
            boolean tooMany = (long) states.size() * situations.length > MOST_STEPS;
            return beyond || tooMany
                    ? new Step(from, new Act[0], true)
                    : new Step(
                            known(new JointState(policies, clocks, true, situations.length)),
                            acts.toArray(Act[]::new),
                            false);
        }

        private void clock(Lane lane, int metric, @Nullable Promise offered) {
            ClockStep step = new ClockStep(from, lane, metric, offered);
            One before = from.clocks.get(lane.firstClock() + metric);
            if (Transitions.phase(before.state()) == Transitions.DEAD) {
                clocks.add(before);
                return;
            }
            step.compile(before, situation, packed.ownerChanges(symbol));
            clocks.add(step.after());
            beyond |= step.beyond;
            if (step.acts != 0) {
                acts.add(step.act(situation));
            }
        }
    }

    /** What an event does to one clock while it is compiled. */
    private final class ClockStep {
        private final JointState from;
        private final Lane lane;
        private final int place;
        private final SlaMetric metric;
        private final @Nullable Promise offered;
        private final int offeredPlace;
        private int state;
        private boolean begun;
        private boolean paused;
        private int held;
        private int heldBefore;
        private boolean pausedNow;
        private int action;
        private int acts;
        private long more;
        private boolean beyond;

        ClockStep(JointState from, Lane lane, int place, @Nullable Promise offered) {
            this.from = from;
            this.lane = lane;
            this.place = place;
            this.metric = lane.metrics().get(place);
            this.offered = offered;
            this.offeredPlace = placeOf(offered);
        }

        void compile(One before, Situation situation, long ownerChanges) {
            int inputs = situation.inputs(lane.firstClock() + place);
            action = Transitions.of(metric).of(before.state(), inputs(before.state(), inputs, ownerChanges));
            state = Transitions.stateAfter(action);
            begun = before.begun();
            paused = before.paused();
            held = before.promise();
            heldBefore = held;
            pausedNow = (inputs & Situation.PAUSED) != 0;
            acts |= (action & Transitions.CANCELLING) != 0 ? JointState.CANCEL : 0;
            beyond |= changesTimeWhileStopped(before);
            if ((action & Transitions.COMPLETE) != 0) {
                acts |= metric.discardsEmptyCycles() ? JointState.COMPLETE_UNLESS_EMPTY : JointState.COMPLETE;
            }
            if (Transitions.phase(state) == Transitions.DEAD) {
                return;
            }
            if (waits()) {
                if (!from.created) {
                    acts |= JointState.PREPARE;
                    paused = pausedNow;
                }
                mark();
            }
            if ((action & Transitions.MARK) != 0) {
                mark();
                hold();
            }
            goOn();
            begin();
        }

        private int inputs(int before, int inputs, long ownerChanges) {
            int owner = owners[lane.firstClock() + place];
            boolean changed = owner >= 0 && (ownerChanges >>> owner & 1) != 0;
            // A cycle that begins at its trigger is empty now; whether an open one is, only its tally can tell.
            boolean empty = Transitions.phase(before) != Transitions.OPEN;
            return (inputs & (Transitions.INPUTS - 1))
                    | (offered == null ? 0 : Transitions.PROMISED)
                    | (changed ? Transitions.RESET : 0)
                    | (empty ? Transitions.EMPTY : 0);
        }

        private boolean changesTimeWhileStopped(One before) {
            return Transitions.phase(before.state()) == Transitions.STOPPED
                    && offered != null
                    && held >= 0
                    && !offered.time().equals(promises.get(held).time());
        }

        /** Whether the clock will count from the creation, but has not begun. */
        private boolean waits() {
            return metric.anchor() == Anchor.CREATION && !begun;
        }

        private void mark() {
            acts |= paused == pausedNow ? 0 : JointState.MARK;
            paused = pausedNow;
        }

        /** Holds the open cycle against what is offered. */
        private void hold() {
            if (offered == null || offeredPlace == held) {
                return;
            }
            if (held < 0) {
                beyond = true;
                return;
            }
            Promise before = promises.get(held);
            if (!before.differsFrom(offered)) {
                acts |= JointState.TAKE;
            } else if (!isPlain(offered) || !before.time().equals(offered.time())) {
                beyond = true;
            } else {
                more = offered.nanos() - before.nanos();
                switch (offered.target().retarget()) {
                    case KEEP_ELAPSED -> acts |= JointState.RETARGET;
                    case RESTART -> acts |= JointState.RESTART_RETARGETED;
                    case PROPORTIONAL -> beyond = true;
                }
            }
            held = offeredPlace;
        }

        private void goOn() {
            switch (action & Transitions.GO_ON) {
                case Transitions.RESTART -> {
                    acts |= JointState.RESTART;
                    beyond |= !isPlain(offered);
                    held = offered == null ? held : offeredPlace;
                    paused = pausedNow;
                }
                case Transitions.RESUME, Transitions.RESUME_INCLUDING -> {
                    acts |= (action & Transitions.GO_ON) == Transitions.RESUME
                            ? JointState.RESUME
                            : JointState.RESUME_INCLUDING;
                    if (offered != null && offeredPlace != held) {
                        beyond |= held < 0 || promises.get(held).differsFrom(offered);
                        held = offeredPlace;
                    }
                    paused = pausedNow;
                }
                default -> {
                    // it does not go on
                }
            }
        }

        private void begin() {
            if ((action & Transitions.BEGIN) == 0) {
                return;
            }
            // The owner of a cycle that is resumed need not be the one after the event before.
            beyond |= metric.owner().isPresent() && metric.again() != Again.NEW_CYCLE && metric.again() != Again.ONCE;
            beyond |= !isPlain(offered) || (waits() && (metric.discardsEmptyCycles() || !hasOneTime()));
            if ((action & Transitions.DISCARD_NEW) != 0) {
                return;
            }
            acts |= waits() ? JointState.BEGIN_PREPARED : JointState.BEGIN;
            acts |= (action & Transitions.COMPLETE_NEW) != 0 ? JointState.COMPLETE_NEW : 0;
            begun = true;
            held = offeredPlace;
            paused = pausedNow;
        }

        private boolean hasOneTime() {
            return lane.promisesFor(place).stream()
                            .map(Promise::time)
                            .distinct()
                            .count()
                    <= 1;
        }

        One after() {
            int phase = Transitions.phase(state);
            boolean open = phase == Transitions.OPEN;
            boolean counts = open || (phase != Transitions.DEAD && waits());
            return new One(state, begun, counts && paused, open || phase == Transitions.STOPPED ? held : -1);
        }

        Act act(Situation situation) {
            boolean waited = (acts & (JointState.PREPARE | JointState.BEGIN_PREPARED)) != 0 || waits();
            int time = waited ? timeBeforeBegin() : timeOf(heldBefore);
            int after = held < 0 ? time : timeOf(held);
            return new Act(
                    lane.firstClock() + place,
                    acts,
                    !pausedNow,
                    time < 0 ? after : time,
                    after,
                    held,
                    held < 0 ? Long.MAX_VALUE : promises.get(held).nanos(),
                    more,
                    reason(situation));
        }

        private int timeBeforeBegin() {
            return lane.promisesFor(place).isEmpty()
                    ? -1
                    : timeOf(placeOf(lane.promisesFor(place).get(0)));
        }

        private @Nullable CancelReason reason(Situation situation) {
            return switch (action & Transitions.CANCELLING) {
                case Transitions.CANCEL_GONE -> situation.deleted() ? CancelReason.DELETED : CancelReason.MERGED;
                case Transitions.CANCEL_REMOVED -> CancelReason.POLICY_REMOVED;
                case Transitions.CANCEL_CONDITION -> CancelReason.CONDITION;
                default -> null;
            };
        }
    }
}
