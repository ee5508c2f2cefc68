package dev.customerservice.roles.routing;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;

/**
 * How much somebody may hold who has just come on duty, so that the first to log in does not get the whole queue.
 *
 * <p>The share of the capacity rises in a straight line from the first share to 1. Law: it never falls with time.
 *
 * @param over how long it takes until the whole capacity may be used, longer than zero
 * @param firstShare the share of the capacity at the first moment on duty, 0 to 1
 */
public record WarmUp(Duration over, BigDecimal firstShare) {

    /** Refuses a warm-up without time, and shares outside their range. */
    public WarmUp {
        if (over.isNegative() || over.isZero()) {
            throw new IllegalArgumentException(
                    "over (" + over + ") must be longer than zero\nMaybe leave the warm-up out.");
        }
        Decimals.require("firstShare", firstShare);
        if (firstShare.signum() < 0 || firstShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(
                    "firstShare (" + Shown.of(firstShare) + ") must be from 0 to 1\nMaybe it was given in percent.");
        }
    }

    /**
     * Writes down a warm-up.
     *
     * @param over how long it takes, longer than zero
     * @param firstShare the share at the first moment, as a decimal such as {@code 0.5}
     * @return the warm-up
     */
    public static WarmUp of(Duration over, String firstShare) {
        return new WarmUp(over, Decimals.parse("firstShare", firstShare));
    }

    /**
     * Finds how much somebody may hold.
     *
     * @param candidate who it is
     * @param now the instant asked about
     * @return capacity × (first share + (1 - first share) × time on duty ÷ the time it takes), the whole capacity when that time is over or it is
     *     not known since when the candidate is on duty
     */
    public BigDecimal allowed(Candidate candidate, Instant now) {
        if (candidate.onDutySince().isEmpty()) {
            return candidate.capacity();
        }
        Duration on = Duration.between(candidate.onDutySince().get(), now);
        if (on.compareTo(over) >= 0) {
            return candidate.capacity();
        }
        // Divided last: a third of the time is no decimal, but a third of three units is one unit.
        BigDecimal warm = on.isNegative() ? BigDecimal.ZERO : seconds(on);
        BigDecimal weighed = firstShare.multiply(seconds(over).subtract(warm)).add(warm);
        return candidate.capacity().multiply(weighed).divide(seconds(over), MathContext.DECIMAL128);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    }
}
