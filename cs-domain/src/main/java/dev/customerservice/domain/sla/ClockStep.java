package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import dev.customerservice.domain.sla.JointState.Act;
import dev.customerservice.domain.sla.JointState.One;
import dev.customerservice.domain.sla.JointState.Origin;
import org.jspecify.annotations.Nullable;

/** What an event does to one clock of a {@link JointClocks} while its step is compiled: which sums change and how. */
final class ClockStep {
    private final JointClocks joint;
    private final JointState from;
    private final Lane lane;
    private final int policy;
    private final int place;
    private final SlaMetric metric;
    private final @Nullable One previous;
    private final @Nullable Promise offered;
    private final int offeredPlace;
    private int state;
    private boolean begun;
    private boolean completed;
    private boolean paused;
    private boolean withdrawn;
    private boolean removed;
    private int held;
    private int heldBefore;
    private boolean pausedNow;
    private int action;
    int acts;
    private long more;
    private @Nullable Origin origin;
    boolean beyond;

    /**
     * Prepares the step of one clock.
     *
     * @param joint all clocks
     * @param from the state before the event
     * @param lane the lane of the clock
     * @param policy the policy of the lane in force after the event
     * @param place its place in the lane
     * @param previous the clock that comes before it as it stands after the event, null if none does
     * @param offered what is promised after the event
     */
    ClockStep(
            JointClocks joint,
            JointState from,
            Lane lane,
            int policy,
            int place,
            @Nullable One previous,
            @Nullable Promise offered) {
        this.joint = joint;
        this.previous = previous;
        this.from = from;
        this.lane = lane;
        this.policy = policy;
        this.place = place;
        this.metric = lane.metrics().get(place);
        this.offered = offered;
        this.offeredPlace = joint.placeOf(offered);
    }

    void compile(One before, Situation situation) {
        int inputs = situation.inputs(lane.firstClock() + place);
        begun = before.begun();
        action = joint.action(
                lane.firstClock() + place, before.state(), inputs(before.state(), inputs, situation.ownerChanges()));
        state = Transitions.stateAfter(action);
        completed = before.completed();
        paused = before.paused();
        held = before.promise();
        heldBefore = held;
        withdrawn = before.withdrawn();
        pausedNow = (inputs & Situation.PAUSED) != 0;
        cancel(before);
        beyond |= changesTimeWhileStopped(before);
        if ((action & Transitions.COMPLETE) != 0) {
            acts |= metric.discardsEmptyCycles() ? JointState.COMPLETE_UNLESS_EMPTY : JointState.COMPLETE;
            acts |= (inputs & (Transitions.FINISH | Transitions.STOP)) == 0 ? JointState.BY_RESET : 0;
            completed = true;
        }
        if (state == Transitions.DEAD) {
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

    /** Whatever ends the cycle as it reads: once its promise is withdrawn, nothing else does. */
    private void cancel(One before) {
        removed = before.state() == Transitions.OPEN && offered == null && held >= 0;
        boolean cancelled = (action & Transitions.CANCELLING) != 0;
        acts |= !withdrawn && (cancelled || removed) ? JointState.CANCEL : 0;
        if (removed) {
            withdrawn = true;
            // Whether a cycle that is completed at once is empty, or not reset since it has yet to count, only its
            // tally can tell.
            boolean certain = metric.anchor().equals(Anchor.TRIGGER) && !metric.discardsEmptyCycles();
            beyond |= !certain && (action & Transitions.COMPLETE) != 0;
        }
    }

    private int inputs(int before, int inputs, long ownerChanges) {
        int owner = joint.owner(lane.firstClock() + place);
        boolean changed = owner >= 0 && (ownerChanges >>> owner & 1) != 0;
        // A cycle that begins at its trigger is empty now; whether an open one is, only its tally can tell.
        boolean empty = before != Transitions.OPEN;
        int barred = isBarred(inputs) ? Transitions.START : 0;
        return (inputs & (Transitions.INPUTS - 1) & ~barred)
                | (changed ? Transitions.RESET : 0)
                | (empty ? Transitions.EMPTY : 0);
    }

    /** Whether nothing may start: the metric before is not completed, or the field that says from where holds no instant. */
    private boolean isBarred(int inputs) {
        boolean waiting = metric.after().isPresent() && (previous == null || !previous.completed());
        return waiting || (!begun && (inputs & Situation.NO_FIELD) != 0);
    }

    private boolean changesTimeWhileStopped(One before) {
        return before.state() == Transitions.STOPPED
                && offered != null
                && held >= 0
                && !offered.time().equals(joint.promise(held).time());
    }

    /** Whether the clock may count from before its trigger, but has not begun. */
    private boolean waits() {
        return !begun && Anchoring.reachesBack(metric.anchor(), metric.after().isPresent());
    }

    /** From where a cycle that begins counts, if only its ticket can tell. */
    private @Nullable Origin origin() {
        int field = waits() ? joint.field(lane.firstClock() + place) : -1;
        boolean due = metric.anchor().equals(Anchor.PREVIOUS_DUE)
                && (metric.after().isPresent() ? !begun : begun && completed);
        if (field < 0 && !due) {
            return null;
        }
        int clock = metric.after().isPresent() ? lane.before(policy, place) : place;
        return new Origin(field, field < 0 ? lane.firstClock() + clock : -1, !from.created);
    }

    private void mark() {
        acts |= paused == pausedNow || withdrawn ? 0 : JointState.MARK;
        paused = pausedNow;
    }

    /** Holds the open cycle against what is offered. */
    private void hold() {
        if (offered == null) {
            return;
        }
        if (held < 0 || withdrawn) {
            beyond = true;
            return;
        }
        if (offeredPlace == held) {
            return;
        }
        Promise before = joint.promise(held);
        if (!before.differsFrom(offered)) {
            acts |= JointState.TAKE;
        } else if (!JointClocks.isPlain(offered) || !before.time().equals(offered.time())) {
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
        if ((action & Transitions.GO_ON) == 0) {
            return;
        }
        completed = false;
        withdrawn |= held >= 0 && offered == null;
        if (withdrawn) {
            beyond |= offered != null || metric.discardsEmptyCycles();
            return;
        }
        switch (action & Transitions.GO_ON) {
            case Transitions.RESTART -> {
                acts |= JointState.RESTART;
                beyond |= !JointClocks.isPlain(offered);
                held = offered == null ? held : offeredPlace;
                paused = pausedNow;
            }
            case Transitions.RESUME, Transitions.RESUME_INCLUDING -> {
                acts |= (action & Transitions.GO_ON) == Transitions.RESUME
                        ? JointState.RESUME
                        : JointState.RESUME_INCLUDING;
                if (offered != null && offeredPlace != held) {
                    beyond |= held < 0 || joint.promise(held).differsFrom(offered);
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
        boolean counted = metric.anchor().equals(Anchor.CREATION);
        beyond |= !JointClocks.isPlain(offered)
                || (waits() && (metric.discardsEmptyCycles() || (counted && !hasOneTime())));
        if ((action & Transitions.DISCARD_NEW) != 0) {
            return;
        }
        origin = origin();
        beyond |= origin != null && origin.field() < 0 && (previous == null ? withdrawn : previous.withdrawn());
        beyond |= origin != null && offered == null;
        acts |= origin != null ? JointState.ANCHORED : waits() ? JointState.BEGIN_PREPARED : JointState.BEGIN;
        completed = (action & Transitions.COMPLETE_NEW) != 0;
        acts |= completed ? JointState.COMPLETE_NEW : 0;
        begun = true;
        withdrawn = false;
        held = offeredPlace;
        paused = pausedNow;
    }

    private boolean hasOneTime() {
        return lane.promisesFor(place).stream().map(Promise::time).distinct().count() <= 1;
    }

    One after() {
        boolean open = state == Transitions.OPEN;
        boolean counts = !withdrawn && (open || (state != Transitions.DEAD && waits()));
        boolean holds = !withdrawn && (open || state == Transitions.STOPPED);
        return new One(state, begun, counts && paused, holds ? held : -1, completed, withdrawn);
    }

    Act act(Situation situation) {
        boolean waited = (acts & (JointState.PREPARE | JointState.BEGIN_PREPARED)) != 0 || origin != null || waits();
        BusinessTime time = waited && heldBefore < 0 ? timeBeforeBegin() : joint.timeOf(heldBefore);
        BusinessTime after = held < 0 ? time : joint.timeOf(held);
        return new Act(
                lane.firstClock() + place,
                acts,
                joint.owner(lane.firstClock() + place),
                !pausedNow,
                JointClocks.counting(time == null ? after : time),
                JointClocks.counting(after),
                held,
                held < 0 ? Tally.UNPROMISED : joint.promise(held).nanos(),
                more,
                reason(situation),
                origin);
    }

    private @Nullable BusinessTime timeBeforeBegin() {
        return lane.promisesFor(place).isEmpty()
                ? null
                : lane.promisesFor(place).get(0).time();
    }

    private @Nullable CancelReason reason(Situation situation) {
        return switch (action & Transitions.CANCELLING) {
            case Transitions.CANCEL_GONE -> situation.deleted() ? CancelReason.DELETED : CancelReason.MERGED;
            case Transitions.CANCEL_CONDITION -> removed ? CancelReason.POLICY_REMOVED : CancelReason.CONDITION;
            default -> removed ? CancelReason.POLICY_REMOVED : null;
        };
    }
}
