package dev.customerservice.domain.sla;

import org.jspecify.annotations.Nullable;

/** How a ticket stands after an event, as far as a plan asks: evaluated once for all tickets that stand alike. */
final class Situation {
    /** Beside the inputs of {@link Transitions}: the clock is paused. */
    static final int PAUSED = 1 << 8;

    /** The custom field from which the clock counts holds no instant. */
    static final int NO_FIELD = 1 << 9;

    private final long[] word;
    private final int hash;
    private final boolean deleted;
    private final int applied;
    private final int[] inputs;
    private final boolean[] fits;
    private final @Nullable Promise[][] promises;

    /**
     * Describes a situation.
     *
     * @param word which leaves hold, and which policy an event has put on the ticket
     * @param deleted whether the ticket was deleted
     * @param applied the place of the policy put on the ticket in the plan, -1 if none of the plan was
     * @param inputs for each clock of the plan its inputs
     * @param fits for each policy of the plan whether its condition holds
     */
    Situation(long[] word, boolean deleted, int applied, int[] inputs, boolean[] fits) {
        this.word = word;
        this.hash = hash(word);
        this.deleted = deleted;
        this.applied = applied;
        this.inputs = inputs;
        this.fits = fits;
        this.promises = new Promise[fits.length][];
    }

    static int hash(long[] word) {
        long hash = 0;
        for (long part : word) {
            hash = (hash ^ part) * 0x9E3779B97F4A7C15L;
        }
        return (int) (hash >>> 32);
    }

    int hash() {
        return hash;
    }

    boolean isOf(long[] other) {
        for (int i = 0; i < word.length; i++) {
            if (word[i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    long[] word() {
        return word;
    }

    boolean deleted() {
        return deleted;
    }

    int applied() {
        return applied;
    }

    /** {@return the inputs of a clock of the plan} */
    int inputs(int clock) {
        return inputs[clock];
    }

    /** {@return whether the condition of a policy of the plan holds} */
    boolean fits(int policy) {
        return fits[policy];
    }

    /** {@return what a policy of the plan promises for each metric of its lane} */
    @Nullable
    Promise[] promises(int policy, Lane lane) {
        // Two threads may both fill this in; either finds the same.
        @Nullable Promise[] known = promises[policy];
        if (known == null) {
            known = lane.promised(policy, word);
            promises[policy] = known;
        }
        return known;
    }
}
