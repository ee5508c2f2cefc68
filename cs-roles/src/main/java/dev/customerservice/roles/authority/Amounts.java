package dev.customerservice.roles.authority;

import dev.customerservice.domain.money.Money;
import dev.customerservice.roles.evidence.Detail;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/** What limits and delegations ask of their amounts, and how amounts stand in evidence and reasons. */
final class Amounts {

    private Amounts() {}

    static void requirePositive(String id, Optional<Money> perUse, OptionalInt count, Optional<Money> cap) {
        if (perUse.filter(amount -> amount.signum() <= 0).isPresent()
                || cap.filter(amount -> amount.signum() <= 0).isPresent()
                || (count.isPresent() && count.getAsInt() < 1)) {
            throw new IllegalArgumentException("amounts (" + perUse + ", " + count + ", " + cap + ") of " + id
                    + " must be positive\nMaybe leave the limit out, since nothing is allowed without one.");
        }
        if (perUse.isPresent() && cap.isPresent() && !perUse.get().isSameCurrency(cap.get())) {
            throw new IllegalArgumentException(
                    "cap (" + cap.get() + ") of " + id + " must be in the currency of one use (" + perUse.get()
                            + ")\nMaybe write a limit for each currency.");
        }
    }

    static Detail.Quantity detail(Money amount) {
        return new Detail.Quantity(amount.amount(), amount.currency().getCurrencyCode());
    }

    /** The amount a detail holds, in the currency of another amount; empty when it is in another one. */
    static Optional<Money> of(Detail.Quantity quantity, Money like) {
        BigDecimal value = quantity.value();
        return quantity.unit().equals(like.currency().getCurrencyCode())
                ? Optional.of(Money.of(value, like.currency()))
                : Optional.empty();
    }
}
