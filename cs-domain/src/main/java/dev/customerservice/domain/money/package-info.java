/**
 * Amounts of money, exact to the smallest unit of their currency.
 *
 * <p>Two currencies never add and never compare; there is no conversion here, because a rate is a decision of its own.
 *
 * <p>Shortest useful example: {@code Money.of("80", "EUR").plus(Money.of("0.50", "EUR"))} is {@code 80.50 EUR}.
 */
@NullMarked
package dev.customerservice.domain.money;

import org.jspecify.annotations.NullMarked;
