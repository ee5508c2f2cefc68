package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessCalendar;
import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.NotStarted;
import dev.customerservice.domain.sla.JointState.One;
import dev.customerservice.domain.sla.JointState.Step;
import dev.customerservice.domain.ticket.SlaMetricId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compiles the clocks of a plan into one automaton over the situations of a ticket.
 *
 * <p>It decides nothing itself: each step is what {@link Lane} and {@link Transitions} say, written down once so that nothing is asked
 * again when the next ticket takes the same step. Steps are compiled one at a time and taken by any number of threads.
 */
final class JointClocks {
    private static final long MOST_STEPS = 1 << 20;
    private static final Step UNKNOWABLE = new Step(List.of(), null);

    private final SlaPlan plan;
    private final Promise[] promises;
    private final SlaMetricId[] metrics;
    /** The clock of each promise. */
    private final int[] clocks;

    private final Map<Promise, Integer> promisePlaces = new HashMap<>();
    /** The instants at which the term of a policy begins or ends. */
    private final long[] terms;

    private final boolean dependsOnTime;
    private final boolean countLater;
    private final @Nullable BusinessTime onlyTime;
    private final JointState start;
    private final Map<List<Object>, JointState> states = new HashMap<>();

    JointClocks(SlaPlan plan) {
        this.plan = plan;
        List<Promise> found = new ArrayList<>();
        List<Integer> clocksOf = new ArrayList<>();
        for (Lane lane : plan.lanes()) {
            for (int metric = 0; metric < lane.metrics().size(); metric++) {
                for (Promise promise : lane.promisesFor(metric)) {
                    if (promisePlaces.putIfAbsent(promise, found.size()) == null) {
                        found.add(promise);
                        clocksOf.add(lane.firstClock() + metric);
                    }
                }
            }
        }
        this.promises = found.toArray(new Promise[0]);
        this.metrics = new SlaMetricId[promises.length];
        this.clocks = new int[promises.length];
        for (int place = 0; place < promises.length; place++) {
            metrics[place] = promises[place].target().metric().id();
            clocks[place] = clocksOf.get(place);
        }
        this.terms = Lane.terms(plan.lanes());
        boolean changing = false;
        for (Lane lane : plan.lanes()) {
            changing |= lane.changes().length > 0;
        }
        this.dependsOnTime = changing;
        boolean later = false;
        for (ClockRule clock : plan.clocks()) {
            Anchor anchor = clock.metric().anchor();
            later |= anchor.equals(Anchor.PREVIOUS_DUE) || anchor.field().isPresent();
        }
        this.countLater = later;
        this.onlyTime = findOnlyTime();
        int[] policies = new int[plan.lanes().size()];
        Arrays.fill(policies, -1);
        One idle = new One(Transitions.IDLE, false, false, -1, false, false);
        this.start = known(policies, Collections.nCopies(plan.clocks().size(), idle), false);
    }

    /** Whether the policy in force changes without an event, so that no automaton can tell. */
    boolean dependsOnTime() {
        return dependsOnTime;
    }

    /** Whether a cycle may count from an instant later than its start. */
    boolean countLater() {
        return countLater;
    }

    /** {@return the clocks before the creation} */
    JointState start() {
        return start;
    }

    /** {@return the clocks that are promised something, but have not begun} */
    private List<NotStarted> notStarted(int[] policies, List<One> clocks) {
        List<NotStarted> found = new ArrayList<>();
        for (int i = 0; i < policies.length; i++) {
            Lane lane = plan.lanes().get(i);
            for (int j = 0; j < lane.metrics().size(); j++) {
                int clock = lane.firstClock() + j;
                @Nullable SlaTarget target = lane.target(policies[i], j);
                if (!clocks.get(clock).begun() && target != null) {
                    boolean certain = lane.metrics().get(j).anchor().field().isEmpty();
                    found.add(new NotStarted(clock, lane.policy(policies[i]), target, certain));
                }
            }
        }
        return List.copyOf(found);
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

    /** {@return what a clock does, see {@link Transitions}} */
    int action(int clock, int state, int inputs) {
        return plan.clocks().get(clock).transitions().of(state, inputs);
    }

    Promise promise(int place) {
        return promises[place];
    }

    /** {@return the place of the clock for which a promise is} */
    int clock(int place) {
        return clocks[place];
    }

    /** {@return what a promise is for} */
    SlaMetricId metric(int place) {
        return metrics[place];
    }

    @Nullable
    BusinessTime timeOf(int promise) {
        return promise < 0 ? null : promises[promise].time();
    }

    /** {@return what answers for a calendar, which is asked at each event} */
    static @Nullable BusinessTime counting(@Nullable BusinessTime time) {
        return time instanceof BusinessCalendar calendar ? calendar.openTime() : time;
    }

    /** {@return what answers for the only calendar of the plan, null if there are several or none} */
    @Nullable
    BusinessTime onlyTime() {
        return onlyTime;
    }

    private @Nullable BusinessTime findOnlyTime() {
        BusinessTime first = promises.length == 0 ? null : promises[0].time();
        for (Promise promise : promises) {
            if (!promise.time().equals(first)) {
                return null;
            }
        }
        return counting(first);
    }

    private JointState known(int[] policies, List<One> clocks, boolean created) {
        List<Object> key = new ArrayList<>(clocks);
        for (int policy : policies) {
            key.add(policy);
        }
        key.add(created);
        JointState state = states.get(key);
        if (state == null) {
            state = new JointState(policies, List.copyOf(clocks), created, notStarted(policies, clocks));
            states.put(key, state);
        }
        return state;
    }

    int placeOf(@Nullable Promise promise) {
        return promise == null ? -1 : promisePlaces.getOrDefault(promise, -1);
    }

    /** Sums can tell the due time of an amount above zero on one calendar. */
    static boolean isPlain(@Nullable Promise promise) {
        return promise == null
                || (promise.nanos() > 0
                        && promise.outside() == null
                        && !(promise.within() instanceof TargetTime.OpenThenWallTime));
    }

    /** {@return how many terms of policies begin or end by an instant} */
    int era(long at) {
        int era = 0;
        while (era < terms.length && terms[era] <= at) {
            era++;
        }
        return era;
    }

    /** {@return how many eras there are} */
    int eras() {
        return terms.length + 1;
    }

    /** {@return what an event of an era does that leads to a situation} */
    Step step(JointState from, Situation situation, int era) {
        int place = situation.number() * eras() + era;
        Step known = from.step(place);
        return known == null ? compiled(from, situation, era, place) : known;
    }

    private synchronized Step compiled(JointState from, Situation situation, int era, int place) {
        if ((place + 1L) * states.size() > MOST_STEPS) {
            return UNKNOWABLE;
        }
        Step step = new Compiling(from, situation, era == 0 ? Long.MIN_VALUE : terms[era - 1]).step();
        from.add(place, step);
        return step;
    }

    /** One step while it is compiled. */
    private final class Compiling {
        private final JointState from;
        private final Situation situation;
        private final long at;
        private final List<Act> acts = new ArrayList<>();
        private final List<One> clocks = new ArrayList<>();
        private boolean beyond;

        Compiling(JointState from, Situation situation, long at) {
            this.from = from;
            this.situation = situation;
            this.at = at;
        }

        Step step() {
            int[] policies = new int[from.policies.length];
            for (int i = 0; i < policies.length; i++) {
                Lane lane = plan.lanes().get(i);
                policies[i] = lane.policyAfter(situation, at, from.created ? 1 : 0, from.policies[i]);
                @Nullable Promise[] offered = lane.promises(policies[i], situation);
                for (int j = 0; j < offered.length; j++) {
                    clock(lane, policies[i], j, offered[j]);
                }
            }
            return beyond ? UNKNOWABLE : new Step(acts, known(policies, clocks, true));
        }

        private void clock(Lane lane, int policy, int metric, @Nullable Promise offered) {
            int place = lane.before(policy, metric);
            @Nullable One previous = place < 0 ? null : clocks.get(lane.firstClock() + place);
            ClockStep step = new ClockStep(JointClocks.this, from, lane, policy, metric, previous, offered);
            One before = from.clocks.get(lane.firstClock() + metric);
            if (before.state() == Transitions.DEAD) {
                clocks.add(before);
                return;
            }
            step.compile(before, situation);
            clocks.add(step.after());
            beyond |= step.beyond;
            if (step.acts != 0) {
                acts.add(step.act(situation));
            }
        }
    }
}
