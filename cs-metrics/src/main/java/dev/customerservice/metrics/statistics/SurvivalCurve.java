package dev.customerservice.metrics.statistics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How long things last when some of them have not ended yet: the product-limit estimate of Kaplan and Meier (1958).
 *
 * <p>Leaving open tickets out makes every median too short, as it keeps those that ended quickly. Here each open one counts for as long
 * as it is known to last: S(t) = Π (1 - ended at tᵢ / still there at tᵢ) over the tᵢ up to t; at one length those that ended count before
 * those still running. A quantile is the shortest length by which the share asked for has ended; where too few have, all that can be
 * said is that it is longer than the longest length known. Mergeable: any split gives the same curve. Immutable.
 */
public final class SurvivalCurve implements Additive<SurvivalCurve> {
    private static final long serialVersionUID = 1;
    private static final SurvivalCurve EMPTY =
            new SurvivalCurve(DurationDistribution.empty(), DurationDistribution.empty());

    private final DurationDistribution ended;
    private final DurationDistribution running;

    private SurvivalCurve(DurationDistribution ended, DurationDistribution running) {
        this.ended = ended;
        this.running = running;
    }

    /** {@return the curve of nothing, which merges without effect} */
    public static SurvivalCurve empty() {
        return EMPTY;
    }

    /**
     * Takes lengths of what has ended and of what is still running.
     *
     * @param ended the full lengths
     * @param running the lengths so far of what has not ended
     * @return the curve of both
     */
    public static SurvivalCurve of(DurationDistribution ended, DurationDistribution running) {
        return new SurvivalCurve(ended, running);
    }

    /**
     * One step of the curve.
     *
     * @param at the length
     * @param survival the share that lasts longer, 0 to 1
     */
    public record Step(Duration at, double survival) implements Serializable {}

    /** {@return the steps down in order of length, one for each length at which something ended} */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        for (int place = 0; place < ended.distinct(); place++) {
            long at = ended.nanos(place);
            long endedNow = ended.times(place);
            long there = ended.fromOn(at) + running.fromOn(at);
            survival *= (double) (there - endedNow) / there;
            steps.add(new Step(Duration.ofNanos(at), survival));
        }
        return Collections.unmodifiableList(steps);
    }

    /**
     * The share that lasts longer than a length.
     *
     * @param length the length
     * @return the share, 0 to 1, or empty for no observation
     */
    public Optional<Double> survivalAt(Duration length) {
        if (count() == 0) {
            return Optional.empty();
        }
        double survival = 1;
        for (Step step : steps()) {
            if (step.at().compareTo(length) > 0) {
                break;
            }
            survival = step.survival();
        }
        return Optional.of(survival);
    }

    /**
     * The length by which a share has ended.
     *
     * @param share the share, above 0 and at most 1; 0.5 is the median
     * @return the shortest such length, or that it is longer than the longest one known; empty for no observation
     */
    public Optional<Reach> reach(BigDecimal share) {
        if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "Share (" + share + ") must lie above 0 and at most be 1.\nMaybe it was given in percent.");
        }
        if (count() == 0) {
            return Optional.empty();
        }
        double left = BigDecimal.ONE.subtract(share, MathContext.DECIMAL64).doubleValue();
        for (Step step : steps()) {
            if (step.survival() <= left + ROUNDING) {
                return Optional.of(new Reach(step.at(), true));
            }
        }
        Duration longest = Collections.max(
                List.of(ended.max().orElse(Duration.ZERO), running.max().orElse(Duration.ZERO)));
        return Optional.of(new Reach(longest, false));
    }

    /** Products of exact quotients may miss the share they equal by a few units in the last place. */
    private static final double ROUNDING = 1e-12;

    /**
     * A length by which a share has ended.
     *
     * @param length the length
     * @param reached whether the share has ended by then; else it takes longer, and by how much is not known
     */
    public record Reach(Duration length, boolean reached) implements Serializable {
        /** {@return the length, as "more than" it where the share is not reached} */
        @Override
        public String toString() {
            return (reached ? "" : "more than ") + length;
        }
    }

    /** {@return the number of observations, ended and running} */
    public long count() {
        return Math.addExact(ended.count(), running.count());
    }

    /** {@return the full lengths of what has ended: all that a naive mean or median sees} */
    public DurationDistribution ended() {
        return ended;
    }

    /** {@return the lengths so far of what is still running} */
    public DurationDistribution running() {
        return running;
    }

    /**
     * Adds the observations of another part.
     *
     * @param other the other part
     * @return the curve of both together
     */
    @Override
    public SurvivalCurve plus(SurvivalCurve other) {
        return new SurvivalCurve(ended.plus(other.ended), running.plus(other.running));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SurvivalCurve that && ended.equals(that.ended) && running.equals(that.running);
    }

    @Override
    public int hashCode() {
        return 31 * ended.hashCode() + running.hashCode();
    }

    @Override
    public String toString() {
        return ended.count() + " ended, " + running.count() + " running";
    }
}
