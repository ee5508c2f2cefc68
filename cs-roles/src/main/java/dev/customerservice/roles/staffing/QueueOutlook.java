package dev.customerservice.roles.staffing;

import dev.customerservice.metrics.kpi.ServiceLevel.Abandons;
import dev.customerservice.roles.evidence.Detail;
import dev.customerservice.roles.evidence.Reason;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * What a workload meets with a number of agents: every measure of the steady state, and every doubt about it.
 *
 * <p>Shares are of all contacts offered. Means in seconds are not rounded; the {@link Duration} beside them is to the nearest nanosecond.
 * A queue that grows without end is a value too: it has a {@link #queueGrowthPerHour()}, and no waits.
 */
@Value.Immutable
public interface QueueOutlook extends WithQueueOutlook {

    /** {@return what arrives} */
    Workload workload();

    /** {@return how many agents are on duty} */
    int agents();

    /** {@return the time that the service level is told for} */
    Duration threshold();

    /** {@return the share that finds no agent free and waits} */
    double probabilityOfWait();

    /** {@return the share that is turned away, 0 where everybody may wait} */
    @Value.Default
    default double probabilityOfBlocking() {
        return 0;
    }

    /** {@return the share that gives up, 0 where everybody is patient} */
    @Value.Default
    default double probabilityOfAbandonment() {
        return 0;
    }

    /** {@return the share that is answered within the threshold} */
    double answeredWithin();

    /** {@return the share that gives up within the threshold} */
    @Value.Default
    default double abandonedWithin() {
        return 0;
    }

    /** {@return the mean wait over all contacts, in seconds, until answered or given up; empty for a queue without end} */
    OptionalDouble meanWaitSeconds();

    /** {@return the mean wait of those answered, in seconds; empty when there are none or the queue has no end} */
    OptionalDouble meanWaitAnsweredSeconds();

    /** {@return the mean wait of those that wait, in seconds; empty when nobody can, or the queue has no end} */
    OptionalDouble meanWaitDelayedSeconds();

    /** {@return the share of their time that agents are busy} */
    double occupancy();

    /** {@return how many contacts can be served at once: agents, or for chats the places they have} */
    @Value.Default
    default int places() {
        return agents();
    }

    /** {@return how many contacts are served at once on average} */
    @Value.Default
    default double meanInService() {
        return occupancy() * agents();
    }

    /** {@return how many contacts an agent serves at once on average, 0 without agents} */
    default double meanInServicePerAgent() {
        return agents() == 0 ? 0 : meanInService() / agents();
    }

    /** {@return how many contacts the agents can complete in an hour at most} */
    @Value.Default
    default double maxThroughputPerHour() {
        return agents() * 3600 / Measures.seconds(workload().handleTime());
    }

    /** {@return how many contacts more arrive than are completed in an hour, for a queue without end; empty for any other} */
    OptionalDouble queueGrowthPerHour();

    /** {@return what the model takes for granted and nobody checked, such as {@code PATIENCE_UNKNOWN}} */
    List<Reason> assumptions();

    /** {@return whether the queue stays finite} */
    default boolean isStable() {
        return queueGrowthPerHour().isEmpty();
    }

    /** {@return the service level with all abandoned contacts against it: answered within the threshold / offered} */
    default double serviceLevel() {
        return answeredWithin();
    }

    /**
     * The service level under one of its definitions. For any outlook NEGATIVE ≤ IGNORED ≤ POSITIVE.
     *
     * @param abandons what contacts do that gave up
     * @return the share, or empty where no contact counts
     */
    default OptionalDouble serviceLevel(Abandons abandons) {
        double level = Limits.level(abandons, Measures.of(this));
        return Double.isNaN(level) ? OptionalDouble.empty() : OptionalDouble.of(level);
    }

    /** {@return the share that neither is answered nor gives up nor is turned away within the threshold} */
    default double waitsLonger() {
        return Math.max(0, 1 - answeredWithin() - abandonedWithin() - probabilityOfBlocking());
    }

    /** {@return how many contacts wait on average (Little's law: arrivals · mean wait); empty for a queue without end} */
    default OptionalDouble queueLength() {
        return meanWaitSeconds().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        workload().arrivalsPerHour() / 3600 * meanWaitSeconds().getAsDouble());
    }

    /** {@return the mean wait over all contacts; empty for a queue without end} */
    default Optional<Duration> meanWait() {
        if (meanWaitSeconds().isEmpty()) {
            return Optional.empty();
        }
        double seconds = meanWaitSeconds().getAsDouble();
        long whole = (long) seconds;
        return Optional.of(Duration.ofSeconds(whole, Math.round((seconds - whole) * 1e9)));
    }

    /**
     * {@return what to doubt: {@code UNSTABLE} for a queue without end, {@code TINY_GROUP} below four agents, where one absence changes
     * everything, {@code THRESHOLD_SHORT} below a hundredth of the handle time, then the assumptions of the model; the four and the
     * hundredth are this library's own}
     */
    default List<Reason> warnings() {
        List<Reason> warnings = new ArrayList<>();
        if (queueGrowthPerHour().isPresent()) {
            warnings.add(Reason.rule("UNSTABLE")
                    .withValue(
                            "growth",
                            new Detail.Quantity(
                                    BigDecimal.valueOf(queueGrowthPerHour().getAsDouble()), "contacts an hour")));
        }
        if (agents() < 4) {
            warnings.add(Reason.advice("TINY_GROUP").withValue("agents", Detail.count(agents(), "people")));
        }
        if (threshold().compareTo(workload().handleTime().dividedBy(100)) < 0) {
            warnings.add(Reason.advice("THRESHOLD_SHORT").withValue("threshold", new Detail.Span(threshold())));
        }
        warnings.addAll(assumptions());
        return List.copyOf(warnings);
    }

    /** {@return an empty builder, for a model of one's own} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the measures of an outlook. */
    final class Builder extends ImmutableQueueOutlook.Builder {
        Builder() {}
    }
}
