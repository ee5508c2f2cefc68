package dev.customerservice.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Currency;
import org.junit.jupiter.api.Test;

/** Amounts by their smallest units, and what two currencies refuse. */
class MoneyTest {
    private static final Money EIGHTY = Money.of("80", "EUR");

    @Test
    void anAmountIsCountedInTheSmallestUnitOfItsCurrency() {
        assertEquals(8_000, EIGHTY.minorUnits());
        assertEquals("80.00 EUR", EIGHTY.toString());
        assertEquals(EIGHTY, Money.of("80.00", "EUR"));
        assertEquals(80, Money.of("80", "JPY").minorUnits());
        assertEquals(80_005, Money.of("80.005", "KWD").minorUnits());
    }

    @Test
    void sumsDifferencesAndSigns() {
        assertEquals("80.50 EUR", EIGHTY.plus(Money.of("0.50", "EUR")).toString());
        Money below = Money.zero(Currency.getInstance("EUR")).minus(EIGHTY);
        assertEquals("-80.00 EUR", below.toString());
        assertEquals(-1, below.signum());
        assertTrue(below.compareTo(EIGHTY) < 0);
        assertEquals(0, EIGHTY.compareTo(Money.of("80.0", "EUR")));
    }

    @Test
    void twoCurrenciesNeverMeet() {
        Money dollars = Money.of("80", "USD");
        assertFalse(EIGHTY.isSameCurrency(dollars));
        assertThrows(IllegalArgumentException.class, () -> EIGHTY.plus(dollars));
        assertThrows(IllegalArgumentException.class, () -> EIGHTY.minus(dollars));
        assertThrows(IllegalArgumentException.class, () -> EIGHTY.compareTo(dollars));
    }

    @Test
    void whatCannotBePaidIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Money.of("80.001", "EUR"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("0.5", "JPY"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("eighty", "EUR"));
        assertThrows(IllegalArgumentException.class, () -> Money.of("80", "Euro"));
        assertThrows(ArithmeticException.class, () -> new Money(Long.MAX_VALUE, EIGHTY.currency()).plus(EIGHTY));
    }
}
