package dev.customerservice.metrics.statistics;

import dev.customerservice.domain.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Money for each of something, as the total and the count that it is: both add up, the mean does not.
 *
 * @param total the money
 * @param count for how many, not negative
 */
public record MoneyMean(Money total, long count) implements Additive<MoneyMean> {
    /** Checks the count. */
    public MoneyMean {
        if (count < 0) {
            throw new IllegalArgumentException(
                    "Count (" + count + ") must not be negative.\nMaybe it is a difference.");
        }
    }

    /**
     * Presents the mean in whole units of the currency.
     *
     * @param scale the number of decimals
     * @param rounding how the last decimal is found
     * @return the mean computed from the exact quotient, or empty for a count of 0
     */
    public Optional<BigDecimal> amount(int scale, RoundingMode rounding) {
        return count == 0
                ? Optional.empty()
                : Optional.of(total.amount().divide(BigDecimal.valueOf(count), scale, rounding));
    }

    @Override
    public MoneyMean plus(MoneyMean other) {
        return new MoneyMean(total.plus(other.total), Math.addExact(count, other.count));
    }

    @Override
    public boolean isDefined() {
        return count > 0;
    }

    @Override
    public String toString() {
        return total + " for " + count;
    }
}
