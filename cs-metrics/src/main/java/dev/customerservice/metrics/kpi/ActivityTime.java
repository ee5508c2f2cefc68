package dev.customerservice.metrics.kpi;

import dev.customerservice.domain.time.Interval;
import dev.customerservice.metrics.facts.ActivityFacts;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/** The times that every stretch of an agent's activity has. */
// the functions are method references and lambdas without state
@SuppressWarnings("ImmutableEnumChecker")
public enum ActivityTime implements DurationColumn<ActivityFacts> {
    /** Planned. */
    PLANNED(activity -> activity.planned().total()),
    /** Worked, planned or not. */
    WORKED(activity -> activity.worked().total()),
    /** Planned and worked. */
    AS_PLANNED(activity -> activity.asPlanned().total()),
    /** On at least one contact. */
    BUSY(activity -> activity.busy().total()),
    /** On at least one contact, within the time worked. */
    BUSY_AT_WORK(activity -> activity.busy().intersection(activity.worked()).total()),
    /** On contacts within the time worked, each contact counted for itself. */
    HANDLING_AT_WORK(activity ->
            activity.handledWhileWorking().stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus)),
    /** Waiting for a contact. */
    IDLE(activity -> activity.idle().difference(activity.busy()).total()),
    /** On a contact or waiting for one. */
    BUSY_OR_IDLE(activity -> activity.busy().union(activity.idle()).total()),
    /** Paid for. */
    PAID(ActivityFacts::paid);

    private final Function<ActivityFacts, Duration> length;

    ActivityTime(Function<ActivityFacts, Duration> length) {
        this.length = length;
    }

    @Override
    public String id() {
        return "time " + name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public long nanos(ActivityFacts activity) {
        return length.apply(activity).toNanos();
    }
}
