package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.One;
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
    /** What a step has in place of a next state where sums cannot tell, so that the ticket must be replayed with cycles. */
    static final int BEYOND = -1;

    private static final int UNKNOWN = -2;
    private static final int MOST_STEPS = 1 << 22;

    private final SlaPlan plan;
    private final PackedHistories packed;
    private final Situation[] situations;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<Promise, Integer> promisePlaces = new HashMap<>();
    private final Map<List<Object>, Integer> statePlaces = new HashMap<>();
    private final List<JointState> states = new ArrayList<>();
    /** By state and symbol the step of the next state, {@link #UNKNOWN} before it is compiled, or {@link #BEYOND}. */
    private int[] next = new int[0];
    /** By state and symbol what becomes of the cycles, in the order of the clocks. */
    private Act[][] acts = new Act[0][];

    JointClocks(SlaPlan plan, PackedHistories packed) {
        this.plan = plan;
        this.packed = packed;
        this.situations = new Situation[packed.symbols()];
        Arrays.setAll(situations, symbol -> plan.situations().of(packed.word(symbol)));
        int[] policies = new int[plan.lanes().size()];
        Arrays.fill(policies, -1);
        List<One> clocks =
                Collections.nCopies(plan.clocks().size(), new One(Transitions.IDLE, false, false, -1, false));
        known(new JointState(policies, clocks, false));
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
                                lane.metrics().get(j).id(),
                                lane.metrics().get(j).anchor().field().isEmpty()));
                    }
                }
            }
            state.notStarted = found;
        }
        return found;
    }

    /** {@return the clocks between two events, by the first step of their state; before the creation that is 0} */
    JointState state(int first) {
        return states.get(first / situations.length);
    }

    int clocks() {
        return plan.clocks().size();
    }

    /** {@return the place of the attribute that owns the cycles of a clock, -1 if none does} */
    int owner(int clock) {
        return plan.clocks().get(clock).owner();
    }

    /** {@return the place of the custom field from which a clock counts, -1 if it does not} */
    int field(int clock) {
        return plan.clocks().get(clock).field();
    }

    Situation situation(int symbol) {
        return situations[symbol];
    }

    Promise promise(int place) {
        return promises.get(place);
    }

    @Nullable
    BusinessTime timeOf(int promise) {
        return promise < 0 ? null : promises.get(promise).time();
    }

    /** The first step of a state. */
    private int known(JointState state) {
        int place = statePlaces.computeIfAbsent(state.key(), key -> {
            states.add(state);
            return states.size() - 1;
        });
        int first = place * situations.length;
        if (first >= next.length) {
            int before = next.length;
            next = Arrays.copyOf(next, Math.max(2 * first, 8 * situations.length));
            Arrays.fill(next, before, next.length, UNKNOWN);
            acts = Arrays.copyOf(acts, next.length);
        }
        return first;
    }

    int placeOf(@Nullable Promise promise) {
        if (promise == null) {
            return -1;
        }
        Integer place = promisePlaces.get(promise);
        if (place == null) {
            place = promises.size();
            promises.add(promise);
            promisePlaces.put(promise, place);
        }
        return place;
    }

    /** Sums can tell the due time of an amount above zero on one calendar. */
    static boolean isPlain(@Nullable Promise promise) {
        return promise == null
                || (promise.nanos() > 0
                        && promise.outside() == null
                        && !(promise.within() instanceof TargetTime.OpenThenWallTime));
    }

    /** The first step of the state to which a step leads: to it the next symbol is added. */
    int next(int step) {
        int known = next[step];
        return known == UNKNOWN ? compiled(step) : known;
    }

    /** What a step that has been taken does. */
    Act[] acts(int step) {
        return acts[step];
    }

    private int compiled(int step) {
        Compiling compiling = new Compiling(state(step), step % situations.length);
        int after = compiling.next();
        next[step] = after;
        acts[step] = compiling.acts.toArray(Act[]::new);
        return after;
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

        int next() {
            int[] policies = new int[from.policies.length];
            for (int i = 0; i < policies.length; i++) {
                Lane lane = plan.lanes().get(i);
                policies[i] = lane.policyAfter(situation, 0, from.created ? 1 : 0, from.policies[i]);
                @Nullable Promise[] offered = lane.promises(policies[i], situation);
                for (int j = 0; j < offered.length; j++) {
                    clock(lane, policies[i], j, offered[j]);
                }
            }
            boolean tooMany = (long) states.size() * situations.length > MOST_STEPS;
            return beyond || tooMany ? BEYOND : known(new JointState(policies, clocks, true));
        }

        private void clock(Lane lane, int policy, int metric, @Nullable Promise offered) {
            int place = lane.before(policy, metric);
            @Nullable One previous = place < 0 ? null : clocks.get(lane.firstClock() + place);
            ClockStep step = new ClockStep(JointClocks.this, from, lane, policy, metric, previous, offered);
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
}
