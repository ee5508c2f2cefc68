package dev.customerservice.domain.sla;

import dev.customerservice.domain.calendar.BusinessTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The states of all clocks of a plan together, between two events of a ticket: the states of one automaton over its situations.
 */
final class JointState {
    /** For each lane the policy in force, -1 if none is. */
    final int[] policies;

    final List<One> clocks;
    final boolean created;

    final NotStarted[] notStarted;
    /** The clocks with an open cycle that is promised something. */
    final int[] open;

    /** By the place of a situation what an event does that leads to it; null before it is compiled. */
    private @Nullable Step[] steps = new Step[8];

    /** What an event does to all clocks; threads see a step whole, since it never changes. */
    static final class Step {
        /** What becomes of the cycles, in the order of the clocks. */
        final Act[] acts;
        /** The state after it; null where sums cannot tell, so that the ticket must be replayed with cycles. */
        final @Nullable JointState next;

        Step(List<Act> acts, @Nullable JointState next) {
            this.acts = acts.toArray(new Act[0]);
            this.next = next;
        }
    }

    /**
     * A clock that is promised something, but has not begun.
     *
     * @param clock the place of the clock
     * @param policy the policy in force
     * @param target what it promises
     * @param certain whether it needed nothing that may not have been there
     */
    record NotStarted(int clock, SlaPolicy policy, SlaTarget target, boolean certain) {}

    /**
     * The state of one clock.
     *
     * @param state its state in {@link Transitions}
     * @param begun whether a cycle has begun
     * @param paused whether the open cycle, or the one prepared, is paused
     * @param promise the place of what the open or stopped cycle is held against, -1 if that is nothing
     * @param completed whether the last cycle is completed
     * @param withdrawn whether the promise of the last cycle was withdrawn, so that it reads as it stood then
     */
    record One(int state, boolean begun, boolean paused, int promise, boolean completed, boolean withdrawn) {
        @Override
        public int hashCode() {
            int flags = (begun ? 1 : 0) | (paused ? 2 : 0) | (completed ? 4 : 0) | (withdrawn ? 8 : 0);
            return 31 * state + promise + (flags << 20);
        }
    }

    /** The cycle ends without being completed. */
    static final int CANCEL = 1;
    /** The cycle is completed; sums cannot tell if it was empty and would be thrown away. */
    static final int COMPLETE = 1 << 1;

    static final int COMPLETE_UNLESS_EMPTY = 1 << 2;
    /** The states before the trigger are kept. */
    static final int PREPARE = 1 << 3;

    static final int MARK = 1 << 4;
    static final int RESTART = 1 << 5;
    static final int RESUME = 1 << 6;
    static final int RESUME_INCLUDING = 1 << 7;
    static final int BEGIN = 1 << 8;
    static final int BEGIN_PREPARED = 1 << 9;
    static final int COMPLETE_NEW = 1 << 10;
    /** The open cycle is held against another amount, or counts from zero because of it. */
    static final int RETARGET = 1 << 11;

    static final int RESTART_RETARGETED = 1 << 12;
    /** The same is promised by another policy. */
    static final int TAKE = 1 << 13;
    /** A cycle begins that counts from elsewhere than now. */
    static final int ANCHORED = 1 << 14;
    /** The cycle is completed by a reset, which means nothing before the instant from which it counts. */
    static final int BY_RESET = 1 << 15;

    /**
     * What becomes of the cycle of one clock.
     *
     * @param clock the place of the clock
     * @param acts what is done, in the order of the bits
     * @param owner the place of the attribute that owns its cycles, -1 if none does
     * @param runs whether the clock runs after the event
     * @param time the calendar up to the event, none if nothing is promised
     * @param timeAfter the calendar from the event on
     * @param promise the place of what the cycle is held against after the event, -1 if that is nothing
     * @param nanos its length
     * @param more by how much it is longer than before
     * @param reason why the cycle is cancelled, if it is
     * @param origin from where a cycle that is anchored counts
     */
    record Act(
            int clock,
            int acts,
            int owner,
            boolean runs,
            @Nullable BusinessTime time,
            @Nullable BusinessTime timeAfter,
            int promise,
            long nanos,
            long more,
            @Nullable CancelReason reason,
            @Nullable Origin origin) {}

    /**
     * From where a cycle counts.
     *
     * @param field the place of the custom field that holds the instant, -1 if it is a due time
     * @param clock the place of the clock whose due time it is, -1 if it is a field
     * @param atCreation whether the event is the first of the ticket
     */
    record Origin(int field, int clock, boolean atCreation) {}

    JointState(int[] policies, List<One> clocks, boolean created, List<NotStarted> notStarted) {
        this.policies = policies;
        this.clocks = clocks;
        this.created = created;
        this.notStarted = notStarted.toArray(new NotStarted[0]);
        this.open = open(clocks);
    }

    private static int[] open(List<One> clocks) {
        int[] open = new int[clocks.size()];
        int size = 0;
        for (int clock = 0; clock < open.length; clock++) {
            One one = clocks.get(clock);
            if (one.state() == Transitions.OPEN && one.promise() >= 0) {
                open[size++] = clock;
            }
        }
        return Arrays.copyOf(open, size);
    }

    /** {@return a step that has been compiled, null if this thread knows none} */
    @Nullable
    Step step(int place) {
        @Nullable Step[] known = steps;
        return place < known.length ? known[place] : null;
    }

    /** Adds a step; only one thread may do so at a time. */
    void add(int place, Step step) {
        @Nullable
        Step[] longer = place < steps.length ? steps : Arrays.copyOf(steps, Math.max(place + 1, 2 * steps.length));
        longer[place] = step;
        steps = longer;
    }
}
