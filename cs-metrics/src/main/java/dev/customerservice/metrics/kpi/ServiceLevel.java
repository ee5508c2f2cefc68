package dev.customerservice.metrics.kpi;

import java.io.Serializable;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a service level is counted: the share of contacts answered within a time, of a base that differs from system to system.
 *
 * @param within the time
 * @param inclusive whether a wait of exactly that time is within
 * @param abandons what contacts do whose customer left
 * @param shortAbandonsBelow contacts abandoned after less than this leave before all counts, if it is given
 */
public record ServiceLevel(Duration within, boolean inclusive, Abandons abandons, Optional<Duration> shortAbandonsBelow)
        implements Serializable {
    /** What contacts do whose customer left the queue. */
    public enum Abandons {
        /** All of them count against it: answered within / offered. The default. */
        NEGATIVE,
        /** Those that left within the time do not count: answered within / (offered - abandoned within). */
        IGNORED,
        /** Those that left within the time count for it: (answered within + abandoned within) / offered. */
        POSITIVE,
        /** None of them counts: answered within / answered. */
        ANSWERED_ONLY
    }

    /** Refuses negative times. */
    public ServiceLevel {
        if (within.isNegative()
                || shortAbandonsBelow.filter(Duration::isNegative).isPresent()) {
            throw new IllegalArgumentException(
                    "Service level (" + within + ") must not have negative times.\nMaybe a sign slipped in.");
        }
    }

    /**
     * Counts answers within a time, the end inside, with all abandons against it.
     *
     * @param limitInclusive the time
     * @return the rule
     */
    public static ServiceLevel within(Duration limitInclusive) {
        return new ServiceLevel(limitInclusive, true, Abandons.NEGATIVE, Optional.empty());
    }

    /**
     * Treats abandons in another way.
     *
     * @param abandons what contacts do whose customer left
     * @return the same rule with that treatment
     */
    public ServiceLevel with(Abandons abandons) {
        return new ServiceLevel(within, inclusive, abandons, shortAbandonsBelow);
    }

    /**
     * Takes contacts out that were abandoned at once.
     *
     * @param limitExclusive abandoned after less than this is short
     * @return the same rule without them
     */
    public ServiceLevel withoutAbandonsBelow(Duration limitExclusive) {
        return new ServiceLevel(within, inclusive, abandons, Optional.of(limitExclusive));
    }

    /** {@return the same rule with a wait of exactly the time outside} */
    public ServiceLevel exclusive() {
        return new ServiceLevel(within, false, abandons, shortAbandonsBelow);
    }

    /** The end of the id that names every choice. */
    String id() {
        return (inclusive ? "within_" : "below_") + Ids.part(within.toString()) + "."
                + abandons.name().toLowerCase(Locale.ROOT)
                + shortAbandonsBelow
                        .map(limit -> ".without_abandons_below_" + Ids.part(limit.toString()))
                        .orElse("");
    }

    private Object writeReplace() {
        return new Sent(within, inclusive, abandons, shortAbandonsBelow.orElse(null));
    }

    /** What it is serialized as, because an {@link Optional} cannot be. */
    private record Sent(
            Duration within,
            boolean inclusive,
            Abandons abandons,
            @Nullable Duration shortAbandonsBelow) implements Serializable {
        private Object readResolve() {
            return new ServiceLevel(within, inclusive, abandons, Optional.ofNullable(shortAbandonsBelow));
        }
    }
}
