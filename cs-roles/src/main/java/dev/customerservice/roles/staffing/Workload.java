package dev.customerservice.roles.staffing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import org.immutables.value.Value;

/** How many contacts arrive in an interval, and how long one of them keeps an agent busy; both means, exact as they were written. */
@Value.Immutable
public interface Workload extends WithWorkload {

    /** {@return how many contacts arrive in the interval on average, 0 or more, fractions included} */
    BigDecimal arrivals();

    /** {@return the interval in which they arrive, above zero} */
    Duration interval();

    /** {@return how long one contact keeps an agent busy on average, talk, hold and wrap-up included; above zero} */
    Duration handleTime();

    /** {@return the offered load in Erlang: arrivals · handle time / interval, rounded once, to the nearest double} */
    @Value.Derived
    default double offeredLoad() {
        requirePositive("interval", interval()); // derived values come before the check
        return arrivals()
                .multiply(seconds(handleTime()))
                .divide(seconds(interval()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Describes a workload.
     *
     * @param arrivals how many contacts arrive in the interval, 0 or more
     * @param interval the interval, above zero
     * @param handleTime how long one contact keeps an agent busy, above zero
     * @return the workload
     */
    static Workload of(BigDecimal arrivals, Duration interval, Duration handleTime) {
        return builder()
                .arrivals(arrivals)
                .interval(interval)
                .handleTime(handleTime)
                .build();
    }

    /**
     * Describes a workload of a whole number of contacts.
     *
     * @param arrivals how many contacts arrive in the interval, 0 or more
     * @param interval the interval, above zero
     * @param handleTime how long one contact keeps an agent busy, above zero
     * @return the workload
     */
    static Workload of(long arrivals, Duration interval, Duration handleTime) {
        return of(BigDecimal.valueOf(arrivals), interval, handleTime);
    }

    /**
     * Describes a workload by its load alone, for questions that no time enters, such as how many calls are blocked.
     *
     * @param erlangs the offered load: how many servers it would keep busy if nobody were turned away
     * @return a workload of that many arrivals an hour, of an hour each
     */
    static Workload ofLoad(BigDecimal erlangs) {
        return of(erlangs, Duration.ofHours(1), Duration.ofHours(1));
    }

    /**
     * Describes a workload by paces: what arrives, and what one agent completes, in the same time.
     *
     * @param arrivals how many contacts arrive in the interval, 0 or more
     * @param completions how many contacts one agent completes in the interval, one after the other, above 0
     * @param interval the interval, above zero
     * @return the workload, with the handle time to the nearest nanosecond
     */
    static Workload atPace(BigDecimal arrivals, BigDecimal completions, Duration interval) {
        if (completions.signum() <= 0) {
            throw new IllegalArgumentException(
                    "completions (" + completions + ") must be above 0\nMaybe a handle time was meant.");
        }
        BigDecimal nanos = seconds(interval).movePointRight(9).divide(completions, 0, RoundingMode.HALF_EVEN);
        return of(arrivals, interval, Duration.ofNanos(nanos.longValueExact()));
    }

    /**
     * Turns a forecast into workloads.
     *
     * @param forecast how many contacts are expected in each interval, in order; what is below 0 counts as 0
     * @param interval how long each interval is, above zero
     * @param handleTime how long one contact keeps an agent busy, above zero
     * @return one workload an interval
     */
    static List<Workload> series(List<Double> forecast, Duration interval, Duration handleTime) {
        return forecast.stream()
                .map(arrivals -> of(BigDecimal.valueOf(Math.max(0, arrivals)), interval, handleTime))
                .toList();
    }

    /** {@return how many contacts arrive in an hour} */
    default double arrivalsPerHour() {
        return arrivals()
                .multiply(BigDecimal.valueOf(3600))
                .divide(seconds(interval()), MathContext.DECIMAL128)
                .doubleValue();
    }

    /**
     * Finds how many agents it takes to be no busier than allowed, were every contact answered.
     *
     * @param occupancy the largest share of their time that agents may be busy, above 0 and at most 1
     * @return the least whole number n with load ≤ occupancy · n, found over exact decimals
     */
    default int agentsAt(BigDecimal occupancy) {
        return arrivals()
                .multiply(seconds(handleTime()))
                .divide(seconds(interval()).multiply(occupancy), 0, RoundingMode.CEILING)
                .intValueExact();
    }

    /**
     * Refuses what is no workload.
     *
     * @throws IllegalArgumentException when the arrivals are negative, a time is not above zero or the load is beyond 10⁸ Erlang
     */
    @Value.Check
    default void check() {
        if (arrivals().signum() < 0) {
            throw new IllegalArgumentException(
                    "arrivals (" + arrivals() + ") must not be negative\nMaybe cut the forecast at 0 first.");
        }
        requirePositive("handleTime", handleTime());
        if (!(offeredLoad() <= 1e8)) {
            throw new IllegalArgumentException("offeredLoad (" + offeredLoad()
                    + ") must be at most 1e8 Erlang\nMaybe the interval was given in another unit.");
        }
    }

    private static void requirePositive(String noun, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(noun + " (" + time + ") must be above zero\nMaybe a unit was left out.");
        }
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    /** {@return an empty builder} */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of a workload. */
    final class Builder extends ImmutableWorkload.Builder {
        Builder() {}
    }
}
