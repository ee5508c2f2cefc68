package dev.customerservice.domain.sla;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How a ticket stands after an event, as far as a plan asks: evaluated once for all tickets that stand alike. */
final class Situation {
    /** Beside the inputs of {@link Transitions}: the clock is paused. */
    static final int PAUSED = 1 << 8;

    /** The custom field from which the clock counts holds no instant. */
    static final int NO_FIELD = 1 << 9;

    private static final int FOLLOWER_BITS = 4;

    private final int number;
    private final long[] word;
    private final long told;
    private final int hash;
    private final boolean deleted;
    private final int applied;
    private final int[] inputs;
    private final boolean[] fits;
    private final @Nullable Promise[][] promises;
    /** By a hash of their traits: situations after an event that changes nothing but traits. */
    private final @Nullable Situation[] followers = new Situation[1 << FOLLOWER_BITS];

    /**
     * Describes a situation.
     *
     * @param number the number among the situations of the plan
     * @param word what decides all leaves, which policy an event has put on the ticket, and which owners the event has changed
     * @param deleted whether the ticket was deleted
     * @param applied the place of the policy put on the ticket in the plan, -1 if none of the plan was
     * @param inputs for each clock of the plan its inputs
     * @param fits for each policy of the plan whether its condition holds
     */
    Situation(int number, long[] word, boolean deleted, int applied, int[] inputs, boolean[] fits) {
        this.number = number;
        this.word = word;
        this.told = word[0];
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
        return Arrays.equals(word, other);
    }

    /** {@return the number among the situations of the plan} */
    int number() {
        return number;
    }

    /** {@return what tells this from other situations; not to be changed} */
    long[] word() {
        return word;
    }

    /** {@return a bit for each owner that differs from the one after the event before} */
    long ownerChanges() {
        return word[word.length - 1];
    }

    private static int placeOf(long traits) {
        return (int) ((traits * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - FOLLOWER_BITS));
    }

    /** {@return the situation after an event that changes nothing but traits, null if it is not known} */
    @Nullable
    Situation follower(long traits) {
        Situation known = followers[placeOf(traits)];
        return known != null && known.told == traits ? known : null;
    }

    /** Remembers a follower; two threads may both do so, and either finds the same. */
    void isFollowedBy(Situation next) {
        followers[placeOf(next.told)] = next;
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
