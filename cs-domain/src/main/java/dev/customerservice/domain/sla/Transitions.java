package dev.customerservice.domain.sla;

import java.util.List;

/**
 * What a clock does after an event, tabulated: from its state and from which conditions hold, to what becomes of its cycle.
 *
 * <p>Inside one event the effects come in the order cancel, stop, pause, resume, start. The table knows no time and nothing of what is
 * promised, so there is one for each rule of {@link Again}; all readings come from it, whether a history is read as objects or packed.
 */
final class Transitions {
    /** No cycle is open and none is stopped. */
    static final int IDLE = 0;
    /** The last cycle counts. */
    static final int OPEN = 1;
    /** The last cycle was stopped and may go on. */
    static final int STOPPED = 2;
    /** The last cycle was completed for good. */
    static final int FINISHED = 3;
    /** Nothing starts any more. */
    static final int DEAD = 4;

    private static final int STATES = 8;

    static final int START = 1;
    static final int STOP = 2;
    static final int FINISH = 4;
    static final int RESET = 8;
    static final int CANCEL = 16;
    /** The ticket was merged or deleted. */
    static final int GONE = 32;
    /** The open cycle, or the one that would start now, began at this very instant. */
    static final int EMPTY = 64;

    static final int INPUTS = 128;
    /** Of these the start alone must hold for a cycle to begin. */
    static final int STARTING = START | CANCEL | GONE;

    /** The present cycle is cancelled; because it is gone, or because of its condition. */
    static final int CANCEL_GONE = 1 << 5;

    static final int CANCEL_CONDITION = 2 << 5;
    static final int CANCELLING = 3 << 5;
    /** The present cycle is completed, and thrown away if it is empty. */
    static final int COMPLETE = 1 << 7;

    static final int DISCARD = 1 << 8;
    /** The cycle goes on from zero, or after a gap, or as if it had never been stopped. */
    static final int RESTART = 1 << 9;

    static final int RESUME = 2 << 9;
    static final int RESUME_INCLUDING = 3 << 9;
    static final int GO_ON = 3 << 9;
    /** A cycle begins, is completed at once, and is thrown away if it is empty. */
    static final int BEGIN = 1 << 11;

    static final int COMPLETE_NEW = 1 << 12;
    static final int DISCARD_NEW = 1 << 13;
    /** The present cycle is still open after the stop and takes notice of the pause. */
    static final int MARK = 1 << 14;

    private final Again again;
    private final boolean discards;
    private final char[] table = new char[STATES * INPUTS];

    private Transitions(Again again, boolean discards) {
        this.again = again;
        this.discards = discards;
        for (int state = 0; state < STATES; state++) {
            for (int input = 0; input < INPUTS; input++) {
                table[state * INPUTS + input] = (char) step(state, input);
            }
        }
    }

    /** Those of a metric: of clocks that the plan has already, where one has the same rules. */
    static Transitions of(SlaMetric metric, List<ClockRule> known) {
        for (ClockRule clock : known) {
            Transitions present = clock.transitions();
            if (present.again == metric.again() && present.discards == metric.discardsEmptyCycles()) {
                return present;
            }
        }
        return new Transitions(metric.again(), metric.discardsEmptyCycles());
    }

    /** What happens: the state after the event in the low bits, see {@link #stateAfter}, and what is done to the cycle. */
    int of(int state, int input) {
        return table[state * INPUTS + input];
    }

    static int stateAfter(int action) {
        return action & (STATES - 1);
    }

    private int step(int state, int input) {
        int phase = state;
        int action = 0;
        if (has(input, GONE)) {
            return DEAD | (phase == OPEN ? CANCEL_GONE : 0);
        }
        if (phase == OPEN && has(input, CANCEL)) {
            action |= CANCEL_CONDITION;
            phase = IDLE;
        }
        if (phase == OPEN) {
            phase = has(input, FINISH) ? FINISHED : has(input, STOP) ? STOPPED : has(input, RESET) ? IDLE : OPEN;
            action |= phase == OPEN ? MARK : COMPLETE;
            if (phase != OPEN && discards && has(input, EMPTY)) {
                action |= DISCARD;
                phase = IDLE;
            }
        } else if (phase == STOPPED && has(input, FINISH)) {
            phase = FINISHED;
        }
        if (phase == STOPPED && !has(input, STOP)) {
            action |= goOn();
            phase = again == Again.ONCE ? FINISHED : again == Again.NEW_CYCLE ? IDLE : OPEN;
        }
        if (phase == IDLE && has(input, START) && !has(input, CANCEL)) {
            action |= BEGIN;
            phase = has(input, FINISH) ? FINISHED : has(input, STOP) ? STOPPED : OPEN;
            if (phase != OPEN) {
                action |= COMPLETE_NEW;
                // Only a clock that was idle can have waited for its first cycle since the creation.
                if (discards && (state != IDLE || has(input, EMPTY))) {
                    action |= DISCARD_NEW;
                    phase = IDLE;
                }
            }
        }
        return action | phase;
    }

    private int goOn() {
        return switch (again) {
            case ONCE, NEW_CYCLE -> 0;
            case RESTART -> RESTART;
            case RESUME -> RESUME;
            case RESUME_INCLUDING_STOPPED -> RESUME_INCLUDING;
        };
    }

    private static boolean has(int bits, int bit) {
        return (bits & bit) != 0;
    }
}
