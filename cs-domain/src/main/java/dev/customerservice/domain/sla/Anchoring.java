package dev.customerservice.domain.sla;

import static dev.customerservice.domain.sla.Cycle.NONE;

import org.jspecify.annotations.Nullable;

/** Finds the instant from which the cycles of one clock count. */
final class Anchoring {
    private final Anchor anchor;
    private final boolean chained;
    private final int field;
    private final boolean reachesBack;

    /**
     * Prepares for a metric.
     *
     * @param metric the metric
     * @param field the place of the custom field it counts from in each {@link Moment}, -1 if it does not
     */
    Anchoring(SlaMetric metric, int field) {
        this.anchor = metric.anchor();
        this.chained = metric.after().isPresent();
        this.field = field;
        this.reachesBack = reachesBack(anchor, chained);
    }

    /** Whether the first cycle may count from before its trigger, so that pauses must be remembered. */
    boolean reachesBack() {
        return reachesBack;
    }

    static boolean reachesBack(Anchor anchor, boolean chained) {
        return !anchor.equals(Anchor.TRIGGER) && (chained || !anchor.equals(Anchor.PREVIOUS_DUE));
    }

    /** Whether nothing may start since the metric before is not completed. */
    boolean waits(@Nullable Clock before) {
        return chained && (before == null || !before.isCompleted());
    }

    /** What the first cycle needs and is not there. */
    @Nullable
    SlaFault missing(Moment moment, @Nullable Clock before) {
        if (field >= 0) {
            long found = moment.fieldInstants().get(field);
            return found == FieldInstant.MISSING
                    ? SlaFault.ANCHOR_FIELD_MISSING
                    : found == FieldInstant.UNREADABLE ? SlaFault.ANCHOR_FIELD_UNREADABLE : null;
        }
        boolean undue = anchor.equals(Anchor.PREVIOUS_DUE)
                && before != null
                && before.isCompleted()
                && !before.last().isPromised();
        return undue ? SlaFault.PREVIOUS_DUE_MISSING : null;
    }

    /** From when the first cycle counts, if it begins now. */
    long first(Moment moment, @Nullable Clock before, long creation) {
        if (field >= 0) {
            long found = moment.fieldInstants().get(field);
            return FieldInstant.isInstant(found) ? found : moment.at();
        }
        if (anchor.equals(Anchor.CREATION)) {
            return creation;
        }
        if (!anchor.equals(Anchor.PREVIOUS_DUE) || before == null || !before.isCompleted()) {
            return moment.at();
        }
        return due(before.last(), moment.at());
    }

    /** From when a later cycle counts, if it begins now. */
    long next(long at, Cycle last) {
        boolean waits = !chained && anchor.equals(Anchor.PREVIOUS_DUE) && last.completedAt != NONE;
        return waits ? Math.max(at, due(last, at)) : at;
    }

    private static long due(Cycle completed, long otherwise) {
        return !completed.isPromised() ? otherwise : new CycleMath(completed, completed.completedAt).due();
    }

    /** What to call the instant from which a cycle counts, if that is not its trigger. */
    @Nullable
    Anchor applied(boolean first, boolean ahead) {
        return (first && reachesBack()) || ahead ? anchor : null;
    }
}
