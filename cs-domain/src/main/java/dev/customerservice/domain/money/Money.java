package dev.customerservice.domain.money;

import dev.customerservice.domain.text.Decimals;
import dev.customerservice.domain.text.Shown;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money, counted in the smallest unit of its currency.
 *
 * <p>Amounts of one currency compare by size; comparing or adding two currencies is refused.
 *
 * @param minorUnits how many of the smallest unit, for example cents; may be negative
 * @param currency the currency
 */
public record Money(long minorUnits, Currency currency) implements Comparable<Money>, Serializable {
    /**
     * Reads an amount.
     *
     * @param amount the amount in whole units, for example {@code 80} or {@code 80.50}
     * @param currency the ISO 4217 code, for example {@code EUR}
     * @return the amount
     * @throws IllegalArgumentException when the code is unknown, or the amount is no number or finer than the currency's
     *     smallest unit
     */
    public static Money of(String amount, String currency) {
        return of(Decimals.parse("amount", amount), currency(currency));
    }

    /**
     * Takes an amount.
     *
     * @param amount the amount in whole units
     * @param currency the currency
     * @return the amount
     * @throws IllegalArgumentException when the amount is finer than the currency's smallest unit or does not fit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        Decimals.require("amount", amount);
        try {
            return new Money(amount.movePointRight(digits(currency)).longValueExact(), currency);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    "amount (" + amount.toPlainString() + ") must be a whole number of the smallest unit of "
                            + currency.getCurrencyCode() + "\nMaybe round it first, by a rule you can name.",
                    tooFine);
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "currency (" + Shown.of(code) + ") must be an ISO 4217 code\nMaybe write it as in EUR, USD or JPY.",
                    unknown);
        }
    }

    /**
     * Nothing at all.
     *
     * @param currency the currency
     * @return zero of that currency
     */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** {@return the amount in whole units, with as many decimals as the currency has} */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, digits(currency));
    }

    /**
     * Answers whether two amounts can be added.
     *
     * @param other the other amount
     * @return true when both are of one currency
     */
    public boolean isSameCurrency(Money other) {
        return currency.equals(other.currency);
    }

    /**
     * Adds an amount.
     *
     * @param other the amount to add
     * @return the sum
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when the sum does not fit
     */
    public Money plus(Money other) {
        requireSame(other);
        return new Money(Math.addExact(minorUnits, other.minorUnits), currency);
    }

    /**
     * Takes an amount away.
     *
     * @param other the amount to take away
     * @return the difference, which may be negative
     * @throws IllegalArgumentException when the currencies differ
     * @throws ArithmeticException when the difference does not fit
     */
    public Money minus(Money other) {
        requireSame(other);
        return new Money(Math.subtractExact(minorUnits, other.minorUnits), currency);
    }

    /** {@return −1, 0 or 1 as the amount is negative, zero or positive} */
    public int signum() {
        return Long.signum(minorUnits);
    }

    /**
     * Compares by size.
     *
     * @throws IllegalArgumentException when the currencies differ
     */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** {@return the amount and the code, for example {@code 80.50 EUR}} */
    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency.getCurrencyCode();
    }

    private void requireSame(Money other) {
        if (!isSameCurrency(other)) {
            throw new IllegalArgumentException("currency (" + other.currency.getCurrencyCode() + ") must be "
                    + currency.getCurrencyCode() + "\nMaybe convert one of the two first, at a rate of your choice.");
        }
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
